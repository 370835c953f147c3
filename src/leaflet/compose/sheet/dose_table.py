"""The dose tables of a clinician sheet: labelled statements as rows, each with its full text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import dropwhile, groupby
from math import inf

from leaflet.compose.measure import estimate
from leaflet.compose.measure.estimate import COLUMN_WIDTH
from leaflet.compose.measure.line_breaking import LONGEST_WORD, is_address, unbroken_parts
from leaflet.compose.outline.groups import Body
from leaflet.fonts import metrics
from leaflet.monograph.model import Block, Bullets, Entry, ListItem, Table, Text
from leaflet.monograph.text import plain

_LABEL_PADDING = 0.6
"""The space between a label and its dose, in em."""

LABEL_SHARES = (18, 22, 26, 30, 34, 38, 42, 46)
"""Widths of the label column in per cent of the table; the style sheet has a rule for each."""


@dataclass(frozen=True, slots=True)
class DoseRow:
    """One dose: for whom or what it is, and its full text."""

    label: Text
    body: Body


@dataclass(frozen=True, slots=True)
class Segment:
    """Either the ``rows`` of a dose table or a ``body`` of text outside of tables.

    ``head`` is the label above all the rows, which is the head of their table. ``head_repeats`` is
    true if that label is also printed above the table, before text of its own.
    """

    rows: tuple[DoseRow, ...] = ()
    body: Body = ()
    head: Text = ()
    head_repeats: bool = False

    @property
    def is_tight(self) -> bool:
        """Whether a word in the rows is wider than any column, and must break anywhere."""
        texts = (plain(row.label) + "\n" + _words(row.body) for row in self.rows)
        return any(_is_too_wide(word) for text in texts for word in text.split())

    @property
    def label_share(self) -> int:
        """The width of the label column in per cent: no word breaks, and the table is lowest."""
        parts = (part for row in self.rows for part in unbroken_parts(plain(row.label)))
        widest = max((metrics.width(part, 1, bold=True) for part in parts), default=0)
        wide_enough = [
            share for share in LABEL_SHARES if share / 100 * COLUMN_WIDTH - _LABEL_PADDING >= widest
        ]

        def height(share: int) -> float:
            return sum(_height(row, share, COLUMN_WIDTH) for row in self.rows)

        return min(wide_enough or LABEL_SHARES[-1:], key=height)

    def highest_row(self, width: float) -> float:
        """The estimated height of the highest row in a column ``width`` wide, both in em."""
        share = self.label_share if self.rows else 0
        return max((_height(row, share, width) for row in self.rows), default=0)


def split_doses(
    body: Body, width: float = COLUMN_WIDTH, highest_row: float = inf
) -> tuple[Segment, ...]:
    """Dosage text as dose tables of its labelled statements and the text between them, in order.

    A label over labels makes a table of its own, in either nesting. A table of the author's is
    never put into a cell. Text without a number is no dose table and is returned as it is. So is
    text with a row higher than ``highest_row`` in a column ``width`` wide, both in em, because
    WeasyPrint 70 prints the first part of such a row above the head of its table.
    """
    found = (segment for block in _with_lists_opened(body) for segment in _segments(block))
    segments = tuple(_joined(found))
    has_number = any(
        char.isdigit() for segment in segments for row in segment.rows for char in _words(row.body)
    )
    highest = max((segment.highest_row(width) for segment in segments), default=0)
    return segments if has_number and highest <= highest_row else (Segment(body=body),)


def _joined(segments: Iterable[Segment]) -> Iterator[Segment]:
    """Neighbouring rows as one table, and neighbouring texts as one, except under a head."""
    for key, group in groupby(segments, key=lambda each: (each.head, bool(each.rows))):
        if key[0]:
            yield from group
            continue
        together = tuple(group)
        rows = tuple(row for each in together for row in each.rows)
        yield Segment(rows, tuple(block for each in together for block in each.body))


def segment_height(segment: Segment, width: float) -> float:
    """The estimated height of a table, or of the text between two, in em."""
    if not segment.rows:
        return estimate.blocks_height(segment.body, width)
    head, share = 2 * estimate.CELL_PADDING + estimate.LINE_HEIGHT, segment.label_share
    return head + sum(_height(row, share, width) for row in segment.rows)


def _is_too_wide(word: str) -> bool:
    if len(word) < LONGEST_WORD:
        return False
    return is_address(word) or max(map(len, unbroken_parts(word))) >= LONGEST_WORD


def _height(row: DoseRow, share: int, width: float) -> float:
    label_width = share / 100 * width
    label = estimate.text_height(plain(row.label), label_width - _LABEL_PADDING)
    return estimate.CELL_PADDING + max(label, estimate.blocks_height(row.body, width - label_width))


def _segments(block: Block) -> Iterator[Segment]:
    """A block as a table with the label above it as its head, a row of a table, or text."""
    # A table of the author's would be unreadable in a cell of another one.
    if not isinstance(block, Entry) or any(isinstance(b, Table) for b in _nested(block.body)):
        yield Segment(body=(block,))
        return
    blocks = tuple(_with_lists_opened(block.body))
    inner = tuple(dropwhile(lambda one: not isinstance(one, Entry), blocks))
    rows = tuple(DoseRow(one.label, one.body) for one in inner if isinstance(one, Entry))
    if not rows or len(rows) < len(inner):
        yield Segment((DoseRow(block.label, block.body),))
        return
    text_above = blocks[: len(blocks) - len(inner)]
    if text_above:
        yield Segment(body=(replace(block, body=text_above),))
    yield Segment(rows, head=block.label, head_repeats=bool(text_above))


def _with_lists_opened(body: Iterable[Block]) -> Iterator[Block]:
    """The blocks, with the labelled items of unordered lists as blocks of their own."""
    for block in body:
        if not isinstance(block, Bullets) or block.ordered:
            yield block
            continue
        for labelled, items in groupby(block.items, key=lambda item: isinstance(item, Entry)):
            if labelled:
                yield from (item for item in items if isinstance(item, Entry))
            else:
                yield replace(block, items=tuple(items))


def _nested(body: Iterable[Block | ListItem]) -> Iterator[Block | ListItem]:
    """The blocks with all blocks inside them."""
    for block in body:
        yield block
        match block:
            case Bullets(inner) | ListItem(inner) | Entry(_, inner):
                yield from _nested(inner)


def _words(body: Body) -> str:
    """The words of a body without its labels."""
    return "\n".join(plain(getattr(block, "text", ())) for block in _nested(body))
