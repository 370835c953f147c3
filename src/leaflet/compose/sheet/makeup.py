"""The make-up of a sheet: text size, parts and column breaks, which only a layout can decide."""

from collections.abc import Sequence
from dataclasses import dataclass

from leaflet.compose.sheet.fragments import Fragment, SheetContent


@dataclass(frozen=True, slots=True)
class Makeup:
    """One way to make up a sheet.

    ``size`` is the text size in points, 0 for the style's own. ``moved`` are the keys of parts
    that are left to the monograph. ``breaks`` is, for each chapter, the number of fragments in its
    left column; without it the text flows through CSS columns that continue on the next page.
    ``runs_on`` is true if the sheet does that and says so.

    Of a leaflet with sides, ``cells`` is how many of the parts that may stand on the first side do,
    ``below`` where below its boxes the columns begin, in points from the top of the paper (0: on
    the next side), and ``one_sheet`` is true if it is to have no more than two sides.
    """

    size: float = 0
    moved: tuple[str, ...] = ()
    breaks: tuple[int, ...] = ()
    runs_on: bool = False
    cells: int = 8
    below: float = 0
    one_sheet: bool = False

    def kept(self, chapter: Sequence[Fragment]) -> tuple[Fragment, ...]:
        """The fragments of a chapter without those of moved parts."""
        return tuple(fragment for fragment in chapter if fragment.part.key not in self.moved)

    def columns(self, content: SheetContent) -> tuple[tuple[tuple[Fragment, ...], ...], ...]:
        """The columns of each chapter: left and right, or one that flows through both."""
        chapters = tuple(map(self.kept, content.chapters))
        breaks = self.breaks or tuple(map(len, chapters))
        return tuple(
            tuple(column for column in (chapter[:end], chapter[end:]) if column)
            for chapter, end in zip(chapters, breaks, strict=True)
        )


PLAIN = Makeup()
"""The style's text size, everything on the sheet, and text that flows."""
