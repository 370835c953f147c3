"""The dose table of a clinician sheet: labelled statements as rows, each with its full text."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile, groupby
from math import inf

from leaflet.compose.measure import estimate
from leaflet.compose.measure.estimate import COLUMN_WIDTH
from leaflet.compose.measure.line_breaking import LONGEST_WORD, is_address, unbroken_parts
from leaflet.compose.outline.groups import REMARK, Body
from leaflet.compose.outline.lift import CONTINUES
from leaflet.fonts import metrics
from leaflet.monograph.model import Block, Bullets, Entry, ListItem, Paragraph, Table, Text
from leaflet.monograph.text import plain

_LABEL_PADDING = 1.0
"""The space between a label and its dose, in em."""

_GAP = 0.8
"""The space at the end of a cell, in em: in large type on a small page, a sixth of its width."""

_IN_LARGEST_TYPE = 9 / 9.5
"""The share of the em of a column that it has in the largest type of a sheet."""

LABEL_SHARES = (14, 18, 22, 26, 30, 34, 38, 42, 46)
"""Widths of the label column in per cent of the table; the style sheet has a rule for each."""

_USUAL_SHARE = 26
_NARROWER = 1.05
"""A label column is narrower than usual only where that makes the table so much lower."""


@dataclass(frozen=True, slots=True)
class DoseRow:
    """One dose: for whom or what it is, and its full text.

    Without a label it is as wide as the table, below the head that says for whom it is.
    """

    label: Text
    body: Body


@dataclass(frozen=True, slots=True)
class Segment:
    """Either ``rows`` of the dose table or a ``body`` of text outside of it.

    One that ``joins`` the one before it goes on in its paragraph or in its group. ``head`` is the
    label above all the rows, which is the head of their group. ``head_repeats`` is true if that
    label is also printed above the group, before text of its own. ``depth`` is the number of
    subheadings above the first one of the body.
    """

    rows: tuple[DoseRow, ...] = ()
    body: Body = ()
    head: Text = ()
    head_repeats: bool = False
    joins: bool = False
    depth: int = 0

    @property
    def is_tight(self) -> bool:
        """Whether a word in the rows is wider than any column, and must break anywhere."""
        texts = (plain(row.label) + "\n" + _words(row.body) for row in self.rows)
        return any(_is_too_wide(word) for text in texts for word in text.split())

    def highest_row(self, width: float) -> float:
        """The estimated height of the highest row in a column ``width`` wide, both in em."""
        share = label_share(self.rows, width)
        return max((_height(row, share, width, _GAP) for row in self.rows), default=0)


def label_share(rows: Sequence[DoseRow], width: float) -> int:
    """The width of the label column in per cent of ``width``: no word breaks, the table is lowest.

    All rows of a column have one, so that its doses begin on one line.
    """
    parts = (part for row in rows for part in unbroken_parts(plain(row.label)))
    widest = max((metrics.width(part, 1, bold=True) for part in parts), default=0)
    wide_enough = [
        share
        for share in LABEL_SHARES
        if share / 100 * width * _IN_LARGEST_TYPE - _LABEL_PADDING >= widest
    ]

    def height(share: int) -> float:
        found = sum(_height(row, share, width) for row in rows)
        return found * _NARROWER if share < _USUAL_SHARE else found

    return min(wide_enough or LABEL_SHARES[-1:], key=height)


def split_doses(
    body: Body, width: float = COLUMN_WIDTH, highest_row: float = inf
) -> tuple[Segment, ...]:
    """Dosage text as rows of its labelled statements and the text between them, in order.

    A label over labels makes a group of its own, in either nesting. A table of the author's is
    never put into a cell. A remark, "Important: …", is no row; it comes before all rows unless it
    stands between two, where it may be about the one above it. A box is none either, and stays
    where it is. What is in no group makes one of its own below another, as a row would seem to be
    in that. Text without a number is no dose table and is returned as it is. So is text with a row
    higher than ``highest_row`` in a column ``width`` wide, both in em, because WeasyPrint 70 tears
    such a row, or prints it without the head of its group.
    """
    found = [segment for block in _with_lists_opened(body) for segment in _segments(block)]
    segments = tuple(_joined(_groups_below_groups(_remarks_first(found))))
    has_number = any(
        char.isdigit() for segment in segments for row in segment.rows for char in _words(row.body)
    )
    highest = max((segment.highest_row(width) for segment in segments), default=0)
    return segments if has_number and highest <= highest_row else (Segment(body=body),)


def _remarks_first(segments: Sequence[Segment]) -> Iterator[Segment]:
    """The segments with the remarks at their end before the first row."""
    end = len(segments)
    while end and _is_remark(segments[end - 1]):
        end -= 1
    first = next((n for n, each in enumerate(segments[:end]) if each.rows), end)
    yield from (*segments[:first], *segments[end:], *segments[first:end])


def _groups_below_groups(segments: Iterable[Segment]) -> Iterator[Segment]:
    """The segments with the rows below a group that are in none as groups of one dose each.

    What has no number is no dose, "Children: not established", and stays text, which takes less.
    """
    below = False
    for segment in segments:
        below = below or bool(segment.head)
        if not below or segment.head:
            yield segment
            continue
        for row in segment.rows:
            if any(map(str.isdigit, _words(row.body))):
                yield Segment((DoseRow((), row.body),), head=row.label)
            else:
                yield Segment(body=(Entry(row.label, row.body),))
        if not segment.rows:
            yield segment


def _is_remark(segment: Segment) -> bool:
    """Whether a segment is a remark that does not begin with a word about what is above it."""
    match segment.body:
        case (Entry(boxed=True), *_):
            return False
        case (Entry(_, (Paragraph(_, _, stated), *_)) as entry, *_):
            continues = any(each.name == CONTINUES and not each.sentence for each in stated)
            return _is_labelled_remark(entry) and not continues
        case (Entry() as entry, *_):
            return _is_labelled_remark(entry)
    return False


def _is_labelled_remark(entry: Entry) -> bool:
    return any(topic.name == REMARK for topic in entry.topics)


def _joined(segments: Iterable[Segment]) -> Iterator[Segment]:
    """Neighbouring rows as one table, and neighbouring texts as one, except under a head."""
    for key, group in groupby(segments, key=lambda each: (each.head, bool(each.rows))):
        if key[0]:
            yield from group
            continue
        together = tuple(group)
        rows = tuple(row for each in together for row in each.rows)
        yield Segment(rows, tuple(block for each in together for block in each.body))


def rows_apart(segment: Segment) -> Iterator[Segment]:
    """Each row as a segment; those after the first join it, and keep the head of their group."""
    for number, row in enumerate(segment.rows):
        yield replace(segment, rows=(row,), joins=number > 0)


def segment_height(segment: Segment, width: float, share: int = 0) -> float:
    """The estimated height of some rows, or of the text between two, in em.

    ``share`` is the width of the label column; without it, the best one for these rows.
    """
    if not segment.rows:
        return estimate.blocks_height(segment.body, width)
    has_head = segment.head and not segment.joins
    head = estimate.CELL_PADDING + estimate.LINE_HEIGHT if has_head else 0
    share = share or label_share(segment.rows, width)
    return head + sum(_height(row, share, width) for row in segment.rows)


def _is_too_wide(word: str) -> bool:
    if len(word) < LONGEST_WORD:
        return False
    return is_address(word) or max(map(len, unbroken_parts(word))) >= LONGEST_WORD


def _height(row: DoseRow, share: int, width: float, gap: float = 0) -> float:
    label_width = share / 100 * width if row.label else 0
    label = estimate.text_height(plain(row.label), label_width - _LABEL_PADDING)
    text = estimate.blocks_height(row.body, width - label_width - gap)
    return estimate.CELL_PADDING + max(label, text)


def _segments(block: Block) -> Iterator[Segment]:
    """A block as a table with the label above it as its head, a row of a table, or text."""
    # A table of the author's would be unreadable in a cell of another one.
    if not isinstance(block, Entry) or any(isinstance(b, Table) for b in nested(block.body)):
        yield Segment(body=(block,))
        return
    if block.boxed or _is_labelled_remark(block):
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


def nested(body: Iterable[Block | ListItem]) -> Iterator[Block | ListItem]:
    """The blocks with all blocks inside them."""
    for block in body:
        yield block
        match block:
            case Bullets(inner) | ListItem(inner) | Entry(_, inner):
                yield from nested(inner)


def _words(body: Body) -> str:
    """The words of a body without its labels."""
    return "\n".join(plain(getattr(block, "text", ())) for block in nested(body))
