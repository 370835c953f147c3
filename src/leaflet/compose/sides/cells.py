"""A cell of the first side: passages taken out of a part, under the author's heading."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from leaflet.compose.measure.estimate import LINE_HEIGHT, blocks_height, text_height
from leaflet.compose.outline.chapter import FilledPart, Passage
from leaflet.compose.outline.groups import Body, introduces, label_of
from leaflet.compose.sides.headings import merge_heading
from leaflet.monograph.model import (
    Block,
    Bullets,
    Entry,
    ListItem,
    Paragraph,
    Question,
    Table,
    Text,
)
from leaflet.monograph.text import plain

CELL_WIDTH = 21.5
"""The width of the text in a cell, in em, at the smallest type that is usual."""

WIDE = 46.0
"""The same of a box as wide as the page."""

BETWEEN_HALVES = 2.0
"""The space between the two columns of text in such a box."""

LEAST_HALVES = 4 * LINE_HEIGHT
"""The least height of text, as wide as the box, that is set in two columns."""

MOST_UNEVEN = 0.6
"""The most of a text that cannot be divided anywhere that one of the two columns may hold."""

_UNEVEN = 0.8 * LINE_HEIGHT
"""How much higher the two columns are than half of their text."""

DEPENDENT = "dependent"
"""The topic of a sentence that needs the one before it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell or box: the key of what it is about, its heading, and its passages.

    ``heading`` is the author's; where there is none, or if it is ``titled``, ``title`` is
    leaflet's. A ``wide`` one has the width of the page.
    """

    key: str
    heading: Text
    title: str
    passages: tuple[Passage, ...]
    wide: bool = False
    titled: bool = False

    @property
    def name(self) -> str:
        """Its heading, whoever wrote it."""
        words = plain(self.heading)
        return f"{self.title}: {words}" if self.titled else words or self.title

    @property
    def in_halves(self) -> bool:
        """Whether its text, in a box as wide as the page, is set in two columns.

        Lines of more than 75 characters are hard to follow (RNIB, clear print). A table needs all
        of the width.
        """
        is_high = passages_height(self.passages, WIDE) >= LEAST_HALVES
        return is_high and not holds_table(self.passages)

    @property
    def in_whole_halves(self) -> bool:
        """The same for text of which no paragraph and no item may be divided."""
        heights = [*_undivided(self.passages, (WIDE - BETWEEN_HALVES) / 2)]
        return self.in_halves and _higher_half(heights) <= MOST_UNEVEN * sum(heights)

    def height(self, width: float) -> float:
        """The estimated height of its text and heading, in em."""
        return self._heading_height(width) + passages_height(self.passages, width)

    def height_in_halves(self, width: float) -> float:
        """The same with the text in two columns, if it is long enough for that."""
        if not self.in_halves:
            return self.height(width)
        columns = passages_height(self.passages, (width - BETWEEN_HALVES) / 2)
        return self._heading_height(width) + columns / 2 + _UNEVEN

    def height_in_whole_halves(self, width: float) -> float:
        """The same if no paragraph and no item may be divided between them."""
        if not self.in_whole_halves:
            return self.height(width)
        heights = [*_undivided(self.passages, (width - BETWEEN_HALVES) / 2)]
        return self._heading_height(width) + _higher_half(heights) + _UNEVEN / 2

    def _heading_height(self, width: float) -> float:
        return text_height(self.name, width * 0.82 - 1.6) * 1.15


def _undivided(passages: Iterable[Passage], width: float) -> Iterator[float]:
    """The heights of paragraphs and items one below the other, in em."""
    for passage in passages:
        for block in passage.body:
            if isinstance(block, Bullets):
                yield from (blocks_height((item,), width - 1) for item in block.items)
            else:
                yield blocks_height((block,), width)


def _higher_half(heights: Sequence[float]) -> float:
    """The height of the higher of two columns that are as even as can be."""
    halves = (max(sum(heights[:at]), sum(heights[at:])) for at in range(1, len(heights)))
    return min(halves, default=sum(heights))


def passages_height(passages: Iterable[Passage], width: float) -> float:
    """The estimated height of passages, in em."""
    return sum(
        blocks_height(passage.body, width)
        + (text_height(plain(passage.heading) or passage.title, width) + 0.8) * passage.headed
        + text_height(passage.qualifier, width) * bool(passage.qualifier)
        for passage in passages
    )


def cell_of(key: str, passages: Sequence[Passage], *, title: str = "", wide: bool = False) -> Cell:
    """The cell of some passages, of which there must be one at least."""
    title = passages[0].title or title
    # A heading or label of the author's, "Not for", says nothing of what is repeated below it.
    if any(each.repeats for each in passages):
        return Cell(key, (), title, (replace(passages[0], title=""), *passages[1:]), wide)
    first = merge_heading(passages[0])
    rest = replace(first, heading=(), title="")
    return Cell(key, first.heading, title, (rest, *passages[1:]), wide)


def take(part: FilledPart, key: str, highest: float, *, wide: bool = False) -> Cell | None:
    """The cell of what fills a slot of a part; None if nothing does or it is too high.

    ``highest`` is the most that its text may take, in em.
    """
    found = [passage for passage in part.passages if key in (passage.slot, part.key)]
    if not found or holds_table(found):
        return None
    cell = cell_of(key, found, title=part.heading, wide=wide)
    return cell if cell.height(WIDE if wide else CELL_WIDTH) <= highest else None


def take_from(
    parts: Sequence[FilledPart], key: str, highest: float, *, wide: bool = False
) -> tuple[Cell | None, tuple[FilledPart, ...]]:
    """The cell of a slot or part, as of :func:`take`, and the parts without it."""
    for part in parts:
        if cell := take(part, key, highest, wide=wide):
            return cell, without(parts, key)
    return None, tuple(parts)


def take_beginning(
    parts: Sequence[FilledPart], key: str, highest: float
) -> tuple[Cell | None, tuple[FilledPart, ...]]:
    """The cell of the first statements of a slot, as many as it holds, and the parts without them.

    What follows has leaflet's heading again; a heading of the author's is never divided.
    """
    for part in parts:
        first = next((each for each in part.passages if each.slot == key), None)
        if not first or not first.title or first.qualifier or first.repeats:
            continue
        for end in range(len(first.body), 0, -1):
            begin, rest = first.body[:end], first.body[end:]
            cell = cell_of(key, [replace(first, body=begin)])
            stands_alone = not introduces(begin[-1]) and not needs_above(rest)
            if (
                stands_alone
                and cell.height(CELL_WIDTH) <= highest
                and not holds_table(cell.passages)
            ):
                left = [
                    replace(each, body=rest) if each is first else each for each in part.passages
                ]
                kept = replace(part, passages=tuple(each for each in left if each.body))
                return cell, tuple(kept if each is part else each for each in parts)
    return None, tuple(parts)


def without(parts: Sequence[FilledPart], key: str) -> tuple[FilledPart, ...]:
    """The parts without what fills a slot; a part that had nothing else is gone."""
    kept = (
        replace(
            part,
            passages=tuple(p for p in part.passages if key not in (p.slot, part.key)),
        )
        for part in parts
    )
    return tuple(part for part in kept if part.passages or part.note)


def holds_table(passages: Iterable[Passage]) -> bool:
    """Whether one of the passages has a table, which needs the width of a column."""
    return any(_is_table(block) for passage in passages for block in passage.body)


def _is_table(block: Block | ListItem) -> bool:
    match block:
        case Table():
            return True
        case Bullets(items):
            return any(map(_is_table, items))
        case ListItem(body) | Entry(_, body) | Question(_, body):
            return any(map(_is_table, body))
    return False


def shorten(body: Body, highest: float, highest_box: float) -> tuple[Body, Body]:
    """The beginning of a body that is no higher than ``highest`` em in a cell, and its rest.

    It ends after a paragraph or a list, and neither is parted from the words that introduce it,
    even if that is higher. Labelled statements stay together: one of two indications alone would
    read as the only one. So do the sentences of a paragraph: one may refer to the one before. What
    follows needs nothing that stands above, where a box of ``highest_box`` em as wide as the page
    holds the beginning.
    """
    labelled = next((n for n, block in enumerate(body) if label_of(block)), len(body))
    possible = [*range(1, labelled + 1), len(body)]
    ends = [end for end in possible if not introduces(body[end - 1])]
    clean = [end for end in ends if not needs_above(body[end:])]
    heights = {end: blocks_height(body[:end], CELL_WIDTH) for end in {*ends}}
    low = [end for end in ends if heights[end] <= highest]
    good = [end for end in clean if heights[end] <= highest] or [
        end for end in clean[:1] if blocks_height(body[:end], WIDE) <= highest_box
    ]
    end = max(good or low, default=ends[0] if ends else len(body))
    return body[:end], body[end:]


def needs_above(body: Body) -> bool:
    """Whether a body begins with a list, or with a sentence that refers to the one before it."""
    match body:
        case (Bullets() | Table(), *_):
            return True
        case (Paragraph(_, _, stated), *_):
            return any(each.name == DEPENDENT and each.sentence == 0 for each in stated)
    return False
