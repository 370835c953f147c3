"""The values of this package: compiled style sheet → layout → PDF."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from leaflet.config.limits import Limits
from leaflet.diagnostics import Diagnostic
from leaflet.job import PictureFolder, Standard

if TYPE_CHECKING:
    from weasyprint import CSS, Document
    from weasyprint.css.counters import CounterStyle
    from weasyprint.text.fonts import FontConfiguration


MM = 72 / 25.4
"""Points of a millimetre."""

COLUMN_GAP = 3.5 * MM
"""Points between what is on a side and the columns that begin below it."""

LEAST_COLUMN = 28 * MM
"""Points of height for which it is worthwhile to begin columns there."""


class Printable(Protocol):
    """What this package needs of a composition."""

    @property
    def html(self) -> str:
        """The whole page, with its title, language and metadata."""

    @property
    def base(self) -> PictureFolder | None:
        """Where the monograph's pictures are; None if it has none."""


@dataclass(frozen=True, slots=True)
class CompiledStylesheet:
    """A parsed style sheet, shared by all documents of one edition.

    ``theme`` holds the folders that its pictures come from, nearest first, ``limits`` the size
    limits for pictures. ``diagnostics`` are about the style sheet; every document that uses it
    reports them.
    """

    css: "CSS"
    fonts: "FontConfiguration"
    counters: "CounterStyle"
    theme: tuple[Path, ...]
    limits: Limits
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Anchor:
    """The position of an element with an id: its page, from 1, and its edges.

    ``left`` is a share of the page's width, ``top`` and ``bottom`` are shares of its height, 0 at
    the top and 1 at the bottom; more than 1 is below the page. An element that spans several pages
    has the position of its last fragment.
    """

    page: int
    left: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Frame:
    """The type area of a page, inside its margins, in points from the lower left corner."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Layout:
    """A document laid out on pages but not drawn yet.

    ``bad_ends`` are the pages, from 1, with a column that ends with a heading or within a row.
    ``divided`` is the height in points of what would be in the first column of the last side if it
    were not divided over both; 0 if it is not.
    """

    document: "Document"
    standard: Standard
    pages: int
    anchors: Mapping[str, Anchor]
    frames: tuple[Frame, ...]
    diagnostics: tuple[Diagnostic, ...]
    bad_ends: tuple[int, ...] = ()
    divided: float = 0


@dataclass(frozen=True, slots=True)
class Pdf:
    """A printed document: the bytes of its file and what the engine reported.

    ``pages`` is their number, ``frames`` the type area of each, ``missing`` the characters that no
    font has.
    """

    data: bytes
    pages: int
    frames: tuple[Frame, ...]
    diagnostics: tuple[Diagnostic, ...]
    standard: Standard = Standard.UA
    missing: str = ""
