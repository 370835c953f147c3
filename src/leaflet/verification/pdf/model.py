"""What a finished PDF shows, read back by readers that did not make it.

pdfium (through pypdfium2) tells what is drawn where; qpdf (through pikepdf) tells how it is
tagged and what else the file holds. Lengths are points from the lower left corner of the page.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def area(self) -> float:
        """Square points; 0 for a box that is turned inside out."""
        return max(0.0, self.right - self.left) * max(0.0, self.top - self.bottom)

    def intersection(self, other: "Box") -> "Box":
        """The part that two boxes share; without area if they share none."""
        return Box(
            max(self.left, other.left),
            max(self.bottom, other.bottom),
            min(self.right, other.right),
            min(self.top, other.top),
        )

    def union(self, other: "Box") -> "Box":
        """The smallest box that holds both."""
        return Box(
            min(self.left, other.left),
            min(self.bottom, other.bottom),
            max(self.right, other.right),
            max(self.top, other.top),
        )

    def contains(self, other: "Box", slack: float) -> bool:
        """Whether ``other`` sticks out by no more than ``slack`` points on any side."""
        return (
            other.left >= self.left - slack
            and other.bottom >= self.bottom - slack
            and other.right <= self.right + slack
            and other.top <= self.top + slack
        )


Colour = tuple[int, int, int, int]
"""Red, green, blue and opacity, 0 to 255."""


@dataclass(frozen=True, slots=True)
class TextRun:
    """A stretch of glyphs drawn at once: at most one line, in one font, size and colour.

    ``mark`` is the number that ties it to the tag tree, -1 for an artifact. ``order`` counts what
    the page draws, so that a later thing may cover an earlier one. ``clip`` is the window that
    it is seen through, if there is one; ``origin`` is where the pen is set down, from the left.
    """

    page: int
    order: int
    text: str
    box: Box
    size: float
    colour: Colour
    visible: bool
    mcid: int
    clip: Box | None
    origin: float


@dataclass(frozen=True, slots=True)
class FilledArea:
    """A filled area, such as the ground of a box."""

    order: int
    box: Box
    colour: Colour


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its size, what is drawn on it, and its text as a reader would copy it.

    ``drawn`` holds, for each mark that ties something to the tag tree, the box of all of it.
    """

    box: Box
    runs: tuple[TextRun, ...]
    shapes: tuple[FilledArea, ...]
    text: str
    drawn: Mapping[int, Box] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MarkedContent:
    """A place of the tag tree where content hangs, in the order of reading.

    ``tags`` are the names from the root down (``Table``, ``TR``, ``TD`` …); ``cell`` tells the
    cells of one row apart: (number of the row in the document, number of the cell in the row).
    ``alt`` is the alternative text of the picture that it belongs to, if it is one.
    """

    page: int
    mcid: int
    tags: tuple[str, ...]
    cell: tuple[int, int] | None
    alt: str = ""


@dataclass(frozen=True, slots=True)
class PdfFont:
    """A font that a page uses."""

    name: str
    embedded: bool


@dataclass(frozen=True, slots=True)
class ParsedPdf:
    """All that the checks want to know of a PDF, read once."""

    pages: tuple[Page, ...]
    marked_content: tuple[MarkedContent, ...]
    title: str
    lang: str
    outline: tuple[str, ...]
    links: tuple[str, ...]
    fonts: tuple[PdfFont, ...]
    extras: tuple[str, ...]
    """Things a leaflet must not hold: scripts, attachments, forms, actions."""
