"""The widths of the cells beside each other in the third band of a sheet, by the text in them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from leaflet.compose.sheet.dose_table import nested
from leaflet.compose.sheet.fragments import Fragment
from leaflet.kinds.model import Band
from leaflet.monograph.model import Table, Text

EMPTY = 22
"""The width of a cell without text beside others, in per cent of the sheet."""

_STEP = 4
"""Widths are multiples of this, for which the style sheet has rules."""

_NARROWEST, _NARROWEST_TABLE = 24, 32
"""The narrowest cell with text, and with a table of the author's, in per cent of the sheet."""

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
    full = [part for part in cells if part.fragments]
    if not cells:
        return tuple(parts)
    equal = {part.key: 100 // len(cells) for part in cells}
    shares = equal
    if full and (len(full) < len(cells) or _saves(full, _by_text(full, 100), equal)):
        shares = {part.key: EMPTY for part in cells if not part.fragments}
        shares |= _by_text(full, 100 - EMPTY * len(shares))
    return tuple(
        _with_share(part, equal[part.key], shares[part.key]) if part.key in shares else part
        for part in parts
    )


def _by_text(cells: Sequence[SheetPart], available: int) -> dict[str, int]:
    """The widths with which cells are about equally high; the one with most text has the rest."""
    least = {part.key: _NARROWEST_TABLE if _has_table(part) else _NARROWEST for part in cells}
    each = available / max(1, sum(part.height for part in cells))
    shares = {
        part.key: max(least[part.key], round(each * part.height / _STEP) * _STEP) for part in cells
    }
    widest = max(cells, key=lambda part: part.height).key
    rest = available - sum(share for key, share in shares.items() if key != widest)
    if rest < least[widest]:
        return {part.key: available // len(cells) for part in cells}
    return shares | {widest: rest}


def _saves(cells: Sequence[SheetPart], one: dict[str, int], other: dict[str, int]) -> bool:
    """Whether cells are so much lower with some widths than with others that it is worth it."""
    low = max(_with_share(part, other[part.key], one[part.key]).height for part in cells)
    return low + _WORTH <= max(part.height for part in cells)


def _with_share(part: SheetPart, cut_for: int, share: int) -> SheetPart:
    """The part in a cell of a width, with its fragments, which were cut for another one."""
    width = text_width(share / 100)
    ratio = text_width(cut_for / 100) / width
    fragments = (
        replace(each, height=each.height * ratio, width_share=width) for each in part.fragments
    )
    return replace(part, fragments=tuple(fragments), share=share)


def _has_table(part: SheetPart) -> bool:
    pieces = (piece for fragment in part.fragments for piece in fragment.pieces)
    return any(isinstance(each, Table) for one in pieces for each in nested(one.segment.body))
