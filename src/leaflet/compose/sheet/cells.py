"""The widths of the cells beside each other in the third band of a sheet, by the text in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from leaflet.compose.measure.estimate import COLUMN_WIDTH, text_height
from leaflet.compose.sheet.dose_table import nested
from leaflet.compose.sheet.fragments import Fragment
from leaflet.fonts import metrics
from leaflet.kinds.model import Band
from leaflet.monograph.model import Table, Text
from leaflet.monograph.text import plain

EMPTY = 22
"""The narrowest cell without text, in per cent of the sheet."""

_STEP = 4
"""Widths are multiples of this, for which the style sheet has rules."""

_NARROWEST, _NARROWEST_TABLE = 24, 32
"""The narrowest cell with text, and with a table of the author's, in per cent of the sheet."""

_SHARES = range(_NARROWEST, 100 // 2, _STEP)

_HEADING = 1.12
"""The size of a heading, in em of the text."""

_WORTH = 2.5
"""Cells keep the same widths unless others make the band so much lower, in em."""

# As shares of a column of the rest.
_SHEET = 2.06
_PADDING = 0.067


@dataclass(frozen=True, slots=True)
class Note:
    """What the sheet says instead of the text of a part; ``name`` is that of one of several."""

    name: Text
    text: str


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A part of all medicines of a sheet, ``notes`` for those of which it has no text.

    ``share`` is the width of its cell in per cent of the sheet, if it has one.
    """

    key: str
    heading: str
    look: str
    band: Band
    fragments: tuple[Fragment, ...]
    notes: tuple[Note, ...] = ()
    share: int = 0

    @property
    def height(self) -> float:
        """The estimated height of its text, in em."""
        return sum(each.height for each in self.fragments)


def text_width(share: float) -> float:
    """The width of the text in a cell, as a share of a column of the rest."""
    return _SHEET * share - _PADDING


def share_out(parts: Sequence[SheetPart]) -> tuple[SheetPart, ...]:
    """The parts with the widths of their cells, and the heights of their text at these."""
    cells = [part for part in parts if part.band == Band.ADJUST]
    if not cells:
        return tuple(parts)
    equal = 100 // len(cells)
    heights = {part.key: _height(part, equal) for part in cells}
    shares = _by_text(cells, heights)
    lower = max(_scaled(heights[key], equal, share) for key, share in shares.items())
    one_kind = len({bool(part.fragments) for part in cells}) == 1
    if one_kind and lower + _WORTH > max(heights.values()):
        shares = dict.fromkeys(shares, equal)
    return tuple(
        _with_share(part, equal, shares[part.key]) if part.key in shares else part for part in parts
    )


def _height(part: SheetPart, share: int) -> float:
    """The estimated height of the text and the notes of a cell of a width, in em."""
    width = _em(share)
    notes = (text_height(f"{plain(note.name)} {note.text}", width) for note in part.notes)
    return part.height + sum(notes)


def _by_text(cells: Sequence[SheetPart], heights: Mapping[str, float]) -> dict[str, int]:
    """The widths with which cells are about equally high; the highest one has the rest."""
    least = {part.key: _narrowest(part) for part in cells}
    each = 100 / max(1, sum(heights.values()))
    # What is left of the width is shared by the others.
    narrow = {
        part.key for part in cells if not part.fragments and each * heights[part.key] <= EMPTY
    }
    rest = 100 - sum(least[key] for key in narrow)
    each = rest / max(1, sum(heights[key] for key in heights.keys() - narrow))
    shares = {
        key: low if key in narrow else max(low, round(each * heights[key] / _STEP) * _STEP)
        for key, low in least.items()
    }
    widest = max(heights, key=heights.__getitem__)
    rest = 100 - sum(share for key, share in shares.items() if key != widest)
    return (
        shares | {widest: rest}
        if rest >= least[widest]
        else dict.fromkeys(shares, 100 // len(cells))
    )


def _narrowest(part: SheetPart) -> int:
    """The narrowest cell of a part, in which no word of its heading is torn."""
    least = (_NARROWEST_TABLE if _has_table(part) else _NARROWEST) if part.fragments else EMPTY
    words = (metrics.width(word, _HEADING, bold=True) for word in part.heading.split())
    longest = max(words, default=0)
    wide = (share for share in (least, *_SHARES) if _em(share) >= longest and share >= least)
    return next(wide, least)


def _em(share: int) -> float:
    return text_width(share / 100) * COLUMN_WIDTH


def _scaled(height: float, cut_for: int, share: int) -> float:
    """The height of text in a cell of a width, which has another height in a cell of another."""
    return height * text_width(cut_for / 100) / text_width(share / 100)


def _with_share(part: SheetPart, cut_for: int, share: int) -> SheetPart:
    """The part in a cell of a width, with its fragments, which were cut for another one."""
    width = text_width(share / 100)
    fragments = (
        replace(each, height=_scaled(each.height, cut_for, share), width_share=width)
        for each in part.fragments
    )
    return replace(part, fragments=tuple(fragments), share=share)


def _has_table(part: SheetPart) -> bool:
    pieces = (piece for fragment in part.fragments for piece in fragment.pieces)
    return any(isinstance(each, Table) for one in pieces for each in nested(one.segment.body))
