"""A composition and a style sheet go in, a tagged PDF comes out.

The one package that knows the layout engine, and that loads it, at the first ``prepare``. Laying
out and drawing are two steps, so that a sheet can be tried in several sizes and only the one that
fits be drawn.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from leaflet.config.limits import USUAL, Limits
from leaflet.diagnostics import Diagnostic
from leaflet.errors import SettingsError
from leaflet.fonts import fontconfig, native
from leaflet.job import Standard

if TYPE_CHECKING:
    from weasyprint import CSS, Document
    from weasyprint.css.counters import CounterStyle
    from weasyprint.text.fonts import FontConfiguration


class Printable(Protocol):
    """What this package needs of a composition."""

    @property
    def html(self) -> str:
        """The whole page, with its title, language and metadata."""

    @property
    def base(self) -> Path | None:
        """The folder of the monograph's pictures; None if it has none."""


@dataclass(frozen=True, slots=True)
class CompiledStylesheet:
    """A style sheet made ready for printing; shared by all documents of one edition.

    ``theme`` holds the folders its pictures come from, nearest first, ``limits`` how large they may
    be; ``diagnostics`` what the
    engine had to say about the sheet, which is said of every document printed with it.
    """

    css: "CSS"
    fonts: "FontConfiguration"
    counters: "CounterStyle"
    theme: tuple[Path, ...]
    limits: Limits
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where the element with some id came to stand: on which page, from 1, and its edges.

    ``top`` and ``bottom`` are shares of the page's height: 0 at its top, 1 at its foot, more below
    it. Of an element that goes on over the page it is the last piece.
    """

    page: int
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Frame:
    """The type area of a page, inside its margins; points from the lower left corner."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Layout:
    """A document laid out on pages, not yet drawn."""

    document: "Document"
    standard: Standard
    pages: int
    anchors: Mapping[str, Anchor]
    frames: tuple[Frame, ...]
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Pdf:
    """A printed document: the bytes of its file, its pages, and what is to be said about it.

    ``frames`` holds the type area of each page, for the proof that nothing stands outside;
    ``missing`` the characters that no font has.
    """

    data: bytes
    pages: int
    frames: tuple[Frame, ...]
    diagnostics: tuple[Diagnostic, ...]
    standard: Standard = Standard.UA
    missing: str = ""


def load() -> None:
    """Load the layout engine, which takes most of the time until the first page.

    Raises SettingsError if this machine has none.
    """
    fontconfig.offer()  # the engine looks for fonts while it is imported
    pango = native.pango_version()
    if pango and native.is_too_old(pango):
        raise SettingsError.of(
            "no-engine",
            f"this machine cannot lay out pages: its Pango is {pango}",
            hint=f"install Pango {native.OLDEST_PANGO} or newer; `leaflet doctor` checks it",
        )
    try:
        with native.by_file_name():
            from leaflet.rendering import engine  # noqa: F401, PLC0415
    except OSError as error:  # a library written in C cannot be loaded
        raise SettingsError.of(
            "no-engine",
            f"this machine cannot lay out pages: {error}",
            hint="install Pango, for example with `make setup`; `leaflet doctor` checks it",
        ) from error


def prepare(
    stylesheet: str, theme: Sequence[Path] = (), limits: Limits = USUAL
) -> CompiledStylesheet:
    """Compile a style sheet; ``url()`` in it names pictures below the ``theme`` folders.

    Raises LayoutFailed if the engine cannot read it at all, SettingsError if this machine has no
    engine.
    """
    load()
    from leaflet.rendering import engine  # noqa: PLC0415

    return engine.prepare(stylesheet, tuple(theme), limits)


def lay_out(
    composition: Printable,
    compiled: CompiledStylesheet,
    overrides: Mapping[str, str] | None = None,
    standard: Standard = Standard.UA,
) -> Layout:
    """Break a composition into pages.

    ``overrides`` sets custom properties of ``:root`` for this document, as in
    ``{"--header-lines": "3"}``. Raises LayoutFailed.
    """
    from leaflet.rendering import engine  # noqa: PLC0415

    return engine.lay_out(composition, compiled, overrides or {}, standard)


def draw(layout: Layout) -> Pdf:
    """Print the pages of a layout to its standard. Raises LayoutFailed."""
    from leaflet.rendering import engine  # noqa: PLC0415

    return engine.draw(layout)
