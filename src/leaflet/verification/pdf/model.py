"""What a finished PDF holds, as readers that did not make it read it.

pdfium (through pypdfium2) says what is drawn where, the strict reader how it is tagged and what
else the file holds. Lengths are points from the lower left corner of the page.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image


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
    def middle(self) -> tuple[float, float]:
        """The point in its middle."""
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2

    def meets(self, other: "Box") -> bool:
        """Whether two boxes share more than an edge; a box may be a line."""
        return (
            self.left < other.right
            and self.right > other.left
            and self.bottom < other.top
            and self.top > other.bottom
        )

    def shrunk(self, x: float, y: float) -> "Box":
        """The box without ``x`` points on both sides and ``y`` above and below, at most a third."""
        x, y = min(x, self.width / 3), min(y, self.height / 3)
        return Box(self.left + x, self.bottom + y, self.right - x, self.top - y)

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


Point = tuple[float, float]

Pieces = tuple[tuple[Point, ...], ...]
"""An outline in pieces: lines of two points, curves of four."""


@dataclass(frozen=True, slots=True)
class Graphic:
    """A line, an area or a picture: all that is drawn but text.

    ``outline`` is what bounds the area that is ``filled``, or that is stroked with a line of
    ``width``; of pictures it is their frame. ``clip`` is that of the clipping paths. Both are empty
    if no text is near. ``colour`` is None if it has several, as a gradient.
    """

    order: int
    mcid: int
    box: Box
    colour: Colour | None
    outline: Pieces = ()
    clip: Pieces = ()
    filled: bool = True
    even_odd: bool = False
    width: float = 0.0

    def crosses(self, box: Box) -> bool:
        """Whether a line or an edge of it may be within a box."""
        wide = self.width / 2
        for piece in self.outline:  # asked for each text that a graphic is near, so without any()
            if _meets(piece, box, wide):
                return True
        return self.filled and any(_meets(piece, box, 0) for piece in self.clip)

    def paints(self, x: float, y: float) -> bool:
        """Whether a point is in the area that is filled, whatever the clipping paths are."""
        box = self.box
        if not (box.left - 1 <= x <= box.right + 1 and box.bottom - 1 <= y <= box.top + 1):
            return False
        turns = 0
        for start, *_, end in self.outline:
            if (start[1] <= y) != (end[1] <= y):
                share = (y - start[1]) / (end[1] - start[1])
                if start[0] + share * (end[0] - start[0]) > x:
                    turns += 1 if start[1] < end[1] else -1
        return self.filled and bool(turns % 2 if self.even_odd else turns)


def _meets(points: tuple[Point, ...], box: Box, wide: float) -> bool:
    """Whether the box around some points, made wider on each side, meets another one."""
    left, bottom, right, top = _edges(points)
    return (
        left - wide < box.right
        and right + wide > box.left
        and bottom - wide < box.top
        and top + wide > box.bottom
    )


@lru_cache(maxsize=1024)  # the same edge of an area is compared with all texts in it
def _edges(points: tuple[Point, ...]) -> tuple[float, float, float, float]:
    """The edges of the box around some points."""
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its size, what is drawn on it, and its text as a reader would copy it.

    ``pixels`` is its picture in shades of grey, one pixel a point, ``thumbnail`` a small JPEG for
    the catalogue, if one is wanted of it.
    """

    box: Box
    runs: tuple[TextRun, ...]
    graphics: tuple[Graphic, ...]
    text: str
    pixels: Image.Image
    thumbnail: bytes = b""

    def drawn(self, mcid: int) -> Box:
        """The box around all graphics of a marked content; without size if there are none."""
        boxes = [graphic.box for graphic in self.graphics if graphic.mcid == mcid]
        return Box.around(boxes) if boxes else Box(0, 0, 0, 0)

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

    ``tags`` are the structure types from the root down (``Table``, ``TR``, ``TD`` …), ``elements``
    the numbers of their elements in the document. Within a table row, ``cell`` is the number of the
    row in the document and of its first column, ``span`` the number of columns that it takes.
    ``alt`` is the alternative text of the picture that it belongs to, if it is one.
    """

    page: int
    mcid: int
    tags: tuple[str, ...] = ()
    cell: tuple[int, int] | None = None
    span: int = 1
    alt: str = ""
    elements: tuple[int, ...] = ()


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


UNREAD = ParsedPdf(pages=(), marked_content=(), title="", lang="", outline=(), links=())
"""A PDF that has not been read."""
