"""Cuts the parts of a sheet into fragments between which a column may end.

"Fragment" is the word of CSS for the part of a box that is in one column.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from leaflet.compose.measure.estimate import COLUMN_WIDTH, LINE_HEIGHT, blocks_height, text_height
from leaflet.compose.measure.table_space import TableSpace
from leaflet.compose.outline.chapter import Chapter, FilledPart, Passage, removable_parts
from leaflet.compose.outline.groups import Body, introduces
from leaflet.compose.sheet.dose_table import Segment, segment_height, split_doses
from leaflet.compose.sheet.inline_lists import inline_lists
from leaflet.kinds.model import Sheet
from leaflet.monograph.model import Block, Entry, Monograph, Subheading

HIGHEST_KEPT = 40.0
"""A heading and all it stands over stay together up to this height in em, half a column."""

_SHEET_WIDTH = 2 * COLUMN_WIDTH

# Estimated heights in em, each with the space around it.
_TITLE = 4.2
_WARNING_BOX = 3.0
_CHAPTER_NAME = 2.5
_PART_HEADING = 2.4
_NOTE = 0.7
_CLOSING = 4.0


@dataclass(frozen=True, slots=True)
class PassagePiece:
    """A dose table or some text of a passage; ``opens`` if the passage begins with it.

    ``height`` is estimated, in em.
    """

    passage: Passage
    opens: bool
    segment: Segment
    height: float


@dataclass(frozen=True, slots=True)
class Fragment:
    """A part, or as much of it as must be in one column.

    ``id`` is the HTML id of its first line, ``opens`` is true for the first fragment of a part,
    ``height`` is estimated, in em.
    """

    id: str
    part: FilledPart
    opens: bool
    pieces: tuple[PassagePiece, ...]
    height: float


@dataclass(frozen=True, slots=True)
class SheetContent:
    """What has to fit onto a sheet; empty for a kind that is not a sheet.

    ``chapters`` are the fragments of each chapter in reading order. ``around`` is the height of
    what is above and below the columns, in em. ``movable`` are the keys of the parts that this
    sheet may do without, the first to go first.
    """

    chapters: tuple[tuple[Fragment, ...], ...] = ()
    around: float = 0
    movable: tuple[str, ...] = ()


def cut_into_fragments(
    monograph: Monograph, chapters: Sequence[Chapter], sheet: Sheet, space: TableSpace
) -> SheetContent:
    """The chapters of a monograph in fragments; ``space`` is what is available to a table."""
    return SheetContent(
        tuple(
            tuple(
                fragment for part in chapter.parts for fragment in _fragments(part, number, space)
            )
            for number, chapter in enumerate(chapters, start=1)
        ),
        _height_around(monograph, chapters),
        removable_parts(chapters, sheet.moves),
    )


def _height_around(monograph: Monograph, chapters: Sequence[Chapter]) -> float:
    height, front = _TITLE + _CLOSING, monograph.front
    if front.boxed_warning:
        height += _WARNING_BOX + text_height(front.boxed_warning, _SHEET_WIDTH)
    if monograph.preamble:
        height += _WARNING_BOX + blocks_height(monograph.preamble, _SHEET_WIDTH)
    height += sum(text_height(source, _SHEET_WIDTH) / 3 for source in front.sources)
    for chapter in chapters:
        name = _CHAPTER_NAME if chapter.name else 0
        height += name + blocks_height(chapter.intro, _SHEET_WIDTH) + _height_of_notes(chapter)
    return height


def _height_of_notes(chapter: Chapter) -> float:
    """The height of what the sheet says of parts without text, each note once."""
    headings: dict[str, list[str]] = {}
    for part in chapter.parts:
        if part.note and not part.passages:
            headings.setdefault(part.note, []).append(part.heading)
    lines = [f"{', '.join(named)}: {note}" for note, named in headings.items()]
    lines += [", ".join(chapter.silent)] if chapter.silent else []
    return sum(_NOTE + text_height(line, _SHEET_WIDTH) for line in lines)


def _fragments(part: FilledPart, chapter: int, space: TableSpace) -> Iterator[Fragment]:
    pieces = tuple(one for passage in part.passages for one in _pieces(passage, part.look, space))
    kept = [pieces] if part.look == "band" and pieces else _keep_together(pieces)
    for number, group in enumerate(kept):
        opens = number == 0
        height = (_PART_HEADING if opens else 0) + sum(piece.height for piece in group)
        yield Fragment(f"{chapter}-{part.key}-{number}", part, opens, group, height)


def _pieces(passage: Passage, look: str, space: TableSpace) -> Iterator[PassagePiece]:
    """A passage cut at its tables and labels, in the way its part looks."""
    if look == "table":
        segments = split_doses(passage.body, space.column_width, space.row_height)
    else:
        segments = (Segment(body=inline_lists(passage.body) if look == "brief" else passage.body),)
    cuts = [
        cut
        for segment in segments
        for cut in ([segment] if segment.rows else _cut_at_labels(segment.body))
    ]
    for number, cut in enumerate(cuts or [Segment()]):
        opens = number == 0
        lines_above = passage.headed + bool(passage.qualifier) if opens else 0
        height = LINE_HEIGHT * lines_above + segment_height(cut, COLUMN_WIDTH)
        yield PassagePiece(passage, opens, cut, height)


def _cut_at_labels(body: Body) -> list[Segment]:
    """The body cut before each of its labels; what is under a subheading stays whole."""
    cuts: list[list[Block]] = []
    headed = False
    for block in body:
        headed = headed or isinstance(block, Subheading)
        if not cuts or isinstance(block, Subheading) or (isinstance(block, Entry) and not headed):
            cuts.append([])
        cuts[-1].append(block)
    return [Segment(body=tuple(cut)) for cut in cuts]


def _keep_together(pieces: Sequence[PassagePiece]) -> list[tuple[PassagePiece, ...]]:
    """The pieces in groups that must be in one column.

    A heading stays with the first piece below it, and with all of them unless they are high:
    nothing in the next column would say any more for whom a dose is. For the same reason the last
    label of a table stays with the text below the table.
    """
    kept: list[list[PassagePiece]] = []
    for piece in pieces:
        if kept and (_introduces_next(kept[-1][-1]) or _belongs_to(piece, kept[-1])):
            kept[-1].append(piece)
        else:
            kept.append([piece])
    return list(map(tuple, kept))


def _belongs_to(piece: PassagePiece, above: Sequence[PassagePiece]) -> bool:
    """Whether a piece is under a heading of the pieces above, or may be about their last label."""
    if piece.opens or _has_heading(piece):
        return False
    about_last_label = above[-1].segment.rows and not piece.segment.rows
    is_headed = any(map(_has_heading, above))
    fits = sum(each.height for each in (*above, piece)) <= HIGHEST_KEPT
    return bool(about_last_label or is_headed) and fits


def _has_heading(piece: PassagePiece) -> bool:
    """Whether a piece has a heading, or a label without text, that may be about the next piece."""
    return any(not row.body for row in piece.segment.rows) or any(
        isinstance(block, Subheading) or (isinstance(block, Entry) and not block.body)
        for block in piece.segment.body
    )


def _introduces_next(piece: PassagePiece) -> bool:
    """Whether a piece ends with words about the next one."""
    rows, body = piece.segment.rows, piece.segment.body
    return not rows[-1].body if rows else bool(body) and introduces(body[-1])
