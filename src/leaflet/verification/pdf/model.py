"""What a finished PDF holds, as two libraries that did not make it read it.

pdfium (through pypdfium2) says what is drawn where, qpdf (through pikepdf) how it is tagged and
what else the file holds. Lengths are points from the lower left corner of the page.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Box:
    """A bounding box on a page, in points."""

    left: float
    bottom: float
    right: float
    top: float

    @classmethod
    def around(cls, boxes: Iterable["Box"]) -> "Box":
        """The smallest box that contains all the boxes, of which there must be one at least."""
        edges = [(box.left, box.bottom, box.right, box.top) for box in boxes]
        left, bottom, right, top = zip(*edges, strict=True)
        return cls(min(left), min(bottom), max(right), max(top))

    @property
    def width(self) -> float:
        """Points; negative if nothing is left of an intersection."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Points; negative if nothing is left of an intersection."""
        return self.top - self.bottom

    @property
    def area(self) -> float:
        """Square points; 0 if nothing is left of an intersection."""
        return max(0.0, self.width) * max(0.0, self.height)

    def intersection(self, other: "Box") -> "Box":
        """The part that two boxes share; its area is 0 if they share none."""
        return Box(
            max(self.left, other.left),
            max(self.bottom, other.bottom),
            min(self.right, other.right),
            min(self.top, other.top),
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
    """Glyphs drawn by one operator: at most one line, in one font, size and colour.

    ``mcid`` is its marked-content identifier, -1 for an artifact. ``order`` counts what the page
    draws; later things cover earlier ones. ``clip`` is the box of the clipping path, if there is
    one, and ``origin`` the x coordinate at which the first glyph is placed.
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
    """A filled rectangle or a picture, which may be behind text or cover it."""

    order: int
    box: Box
    colour: Colour


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its size, what is drawn on it, and its text as a reader would copy it.

    ``graphics`` maps each marked-content identifier to the box of all that it draws but text.
    """

    box: Box
    runs: tuple[TextRun, ...]
    areas: tuple[FilledArea, ...]
    text: str
    graphics: Mapping[int, Box] = field(default_factory=dict)

    @property
    def body_runs(self) -> tuple[TextRun, ...]:
        """The runs that are text of the document."""
        return tuple(run for run in self.runs if run.mcid >= 0)

    @property
    def artifact_runs(self) -> tuple[TextRun, ...]:
        """The runs of header and footer, which are tagged as artifacts."""
        return tuple(run for run in self.runs if run.mcid < 0)


@dataclass(frozen=True, slots=True)
class MarkedContent:
    """Marked content that a structure element refers to.

    ``tags`` are the structure types from the root down (``Table``, ``TR``, ``TD`` …). Within a
    table row, ``cell`` is the number of the row in the document and of the cell in the row.
    ``alt`` is the alternative text of the picture that it belongs to, if it is one.
    """

    page: int
    mcid: int
    tags: tuple[str, ...] = ()
    cell: tuple[int, int] | None = None
    alt: str = ""


@dataclass(frozen=True, slots=True)
class ParsedPdf:
    """Everything in a PDF that the checks look at, read once.

    ``marked_content`` is in the order of the structure tree, which is the reading order.
    """

    pages: tuple[Page, ...]
    marked_content: tuple[MarkedContent, ...]
    title: str
    lang: str
    outline: tuple[str, ...]
    links: tuple[str, ...]

    def runs_by_content(self) -> dict[tuple[int, int], list[TextRun]]:
        """The text runs of each marked content, by its page and its identifier."""
        runs: dict[tuple[int, int], list[TextRun]] = {}
        for page in self.pages:
            for run in page.body_runs:
                runs.setdefault((run.page, run.mcid), []).append(run)
        return runs
