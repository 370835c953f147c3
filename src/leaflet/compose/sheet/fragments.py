"""Cuts the parts of a sheet into fragments between which a column may end.

"Fragment" is the word of CSS for the part of a box that is in one column.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from leaflet.compose.measure.estimate import COLUMN_WIDTH, LINE_HEIGHT
from leaflet.compose.measure.stack_tables import StackedTable
from leaflet.compose.measure.table_space import TableSpace
from leaflet.compose.outline.chapter import FilledPart, Passage
from leaflet.compose.outline.groups import Body, introduces, topics_of
from leaflet.compose.outline.table_notes import is_noted
from leaflet.compose.sheet.cuts import cut_passage, labelled_item
from leaflet.compose.sheet.dose_table import DoseRow, Segment, segment_height
from leaflet.compose.sheet.labels_above import LabelAbove, labels_above
from leaflet.kinds.model import Band
from leaflet.monograph.instructions import EMERGENCY
from leaflet.monograph.model import Bullets, Entry, Paragraph, Subheading, Text

HIGHEST_KEPT = 40.0
"""A heading and all it stands over stay together up to this height in em, half a column."""

# Estimated heights in em, each with the space around it.
_PART_HEADING = 2.1
_CELL_HEADING = 1.3
_NAME = 1.6

_CELLS = (Band.STOP, Band.ADJUST)

_CALIBRATION = {Band.RAIL: 1.02, Band.DOSE: 0.98, Band.ADJUST: 0.97, Band.REST: 0.97}
"""Measured heights as a share of the estimated ones: in narrow columns, lines are ragged."""


@dataclass(frozen=True, slots=True)
class PassagePiece:
    """A dose table or some text of a passage; ``opens`` if the passage begins with it.

    ``height`` is estimated, in em.
    """

    passage: Passage
    opens: bool
    segment: Segment
    height: float

    @property
    def line(self) -> tuple[Text, Text] | None:
        """The label and the text of a piece that is one paragraph; the label may be empty."""
        match self.segment.body:
            case (Paragraph(text),):
                return (), text
            case (Entry(label, (Paragraph(text),)),):
                return label, text
        return None

    @property
    def item(self) -> Bullets | None:
        """The list that the piece is, if it is one of a single item."""
        match self.segment.body:
            case (Bullets((_,), ordered=False) as bullets,):
                return bullets
        return None

    @property
    def is_urgent(self) -> bool:
        """Whether its label says that something has to be done at once."""
        if not self.segment.body:
            return False
        labelled = labelled_item(self.segment.body[0]) or self.segment.body[0]
        return any(topic.name == EMERGENCY for topic in topics_of(labelled))

    @property
    def is_headed(self) -> bool:
        """Whether a heading or a qualifier stands above it."""
        return self.opens and bool(self.passage.headed or self.passage.qualifier)


@dataclass(frozen=True, slots=True)
class MedicineName:
    """One of the medicines of a sheet: its number, and its name if there are several."""

    number: int
    text: Text = ()


@dataclass(frozen=True, slots=True)
class Fragment:
    """A part, or as much of it as must be in one column.

    ``id`` is the HTML id of its first line, ``opens`` is true for the first fragment of a part,
    ``names`` for the first about its ``medicine``, if there are several. ``above`` are the
    labels over it in its passage, which a column that begins with it repeats. ``height`` is
    estimated for a column of its band, in em; ``width_share`` is the width of such a column as a
    share of one of the rest.
    """

    id: str
    part: FilledPart
    opens: bool
    pieces: tuple[PassagePiece, ...]
    height: float
    width_share: float = 1
    medicine: Text = ()
    names: bool = False
    above: tuple[LabelAbove, ...] = ()

    @property
    def rows(self) -> tuple[DoseRow, ...]:
        """The rows of doses in it."""
        return tuple(row for piece in self.pieces for row in piece.segment.rows)

    @property
    def is_tight(self) -> bool:
        """Whether a word in its doses is wider than any column, and must break anywhere."""
        return any(piece.segment.is_tight for piece in self.pieces)


def cut_into_fragments(
    part: FilledPart, medicine: MedicineName, opens: bool, width: float, space: TableSpace
) -> Iterator[Fragment]:
    """A part of a medicine in fragments, for columns that are ``width`` em wide.

    ``opens`` if it is the first medicine with that part; ``space`` is what is available to a table.
    """
    pieces = tuple(one for passage in part.passages for one in _pieces(passage, part, width, space))
    above = dict(zip(map(id, pieces), labels_above(pieces), strict=True))
    kept = [pieces] if part.band == Band.STOP else _keep_together(pieces)
    for number, group in enumerate(kept):
        first, names = opens and not number, bool(medicine.text) and not number
        height = _NAME * names + sum(piece.height for piece in group)
        height *= _CALIBRATION.get(part.band, 1)
        height += first * (_CELL_HEADING if part.band in _CELLS else _PART_HEADING)
        id_ = f"{medicine.number}-{part.key}-{number}"
        share = width / COLUMN_WIDTH
        over = above[id(group[0])] if group else ()
        yield Fragment(id_, part, first, group, height, share, medicine.text, names, over)


def with_label_share(fragment: Fragment, share: int) -> Fragment:
    """A fragment with its height for a label column of a width that all rows have."""
    width = fragment.width_share * COLUMN_WIDTH
    segments = [piece.segment for piece in fragment.pieces if piece.segment.rows]
    more = sum(segment_height(one, width, share) - segment_height(one, width) for one in segments)
    return replace(fragment, height=fragment.height + more)


def _pieces(
    passage: Passage, part: FilledPart, width: float, space: TableSpace
) -> Iterator[PassagePiece]:
    """A passage cut at its rows, labels or sentences, in the way its part looks."""
    body = _unstacked(passage.body, width, space) if part.band == Band.DOSE else passage.body
    for number, cut in enumerate(cut_passage(body, part, space) or [Segment()]):
        opens = number == 0
        lines_above = passage.headed + bool(passage.qualifier) if opens else 0
        height = LINE_HEIGHT * lines_above + segment_height(cut, width)
        yield PassagePiece(passage, opens, cut, height)


def _unstacked(body: Body, width: float, space: TableSpace) -> Body:
    """The body with its tables as their author drew them, if they fit into ``width`` em."""
    across = replace(space, width=width)
    return tuple(
        block.unstacked() if isinstance(block, StackedTable) and across.fits(block) else block
        for block in body
    )


def _keep_together(pieces: Sequence[PassagePiece]) -> list[tuple[PassagePiece, ...]]:
    """The pieces in groups that must be in one column.

    A heading stays with the first piece below it, and with all of them unless they are high:
    nothing in the next column would say any more for whom a dose is. For the same reason the last
    label of a table stays with the text below the table.
    """
    kept: list[list[PassagePiece]] = []
    height = 0.0
    for piece in pieces:
        above = kept[-1] if kept else []
        fits = height + piece.height <= HIGHEST_KEPT
        if above and (_introduces_next(above[-1]) or (fits and _belongs_to(piece, above))):
            above.append(piece)
            height += piece.height
        else:
            kept.append([piece])
            height = piece.height
    return list(map(tuple, kept))


def _belongs_to(piece: PassagePiece, above: Sequence[PassagePiece]) -> bool:
    """Whether a piece is under a heading of the pieces above, or may be about their last label."""
    if piece.opens or _has_heading(piece):
        return False
    ends, begins = above[-1].segment.body, piece.segment.body
    if ends and begins and is_noted(ends[-1], begins[0]):
        return True
    about_last_label = above[-1].segment.rows and not piece.segment.rows
    return bool(about_last_label) or any(map(_has_heading, above))


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
