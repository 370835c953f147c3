"""How a sheet is made up: what nobody can settle before it has been laid out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from leaflet.compose.outline.chapter import Chapter
from leaflet.compose.sheet.galleys import Copy, Galley


@dataclass(frozen=True, slots=True)
class Makeup:
    """The make-up of one sheet.

    ``size`` is that of the text in points, 0 for the style's own. ``moved`` are the keys of parts
    that stand in the monograph only. ``turns`` tells how many galleys of each chapter stand in its
    left column; without it the text flows through columns that go on over the page. ``runs_on``
    says that it does so, and that the sheet says so.
    """

    size: float = 0
    moved: tuple[str, ...] = ()
    turns: tuple[int, ...] = ()
    runs_on: bool = False


PLAIN = Makeup()
"""Text as it comes, in the style's size."""


def columns(copy: Copy, makeup: Makeup) -> tuple[tuple[tuple[Galley, ...], ...], ...]:
    """The columns of each chapter: left and right, or one whose text flows through both."""
    found = []
    for place, chapter in enumerate(copy.chapters):
        held = tuple(galley for galley in chapter if galley.part.key not in makeup.moved)
        turn = makeup.turns[place] if makeup.turns else len(held)
        found.append(tuple(column for column in (held[:turn], held[turn:]) if column))
    return tuple(found)


def without(chapters: Sequence[Chapter], moved: Sequence[str]) -> tuple[Chapter, ...]:
    """The chapters without the parts that have moved out."""
    return tuple(
        replace(chapter, parts=tuple(part for part in chapter.parts if part.key not in moved))
        for chapter in chapters
    )
