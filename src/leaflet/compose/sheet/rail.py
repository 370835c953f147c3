"""The widths of the second band of a sheet: the indications beside the doses, by their text."""

from collections.abc import Iterator, Sequence

from leaflet.compose.sheet.cells import SheetPart
from leaflet.compose.sheet.dose_table import nested
from leaflet.kinds.model import Band
from leaflet.monograph.model import Table

USUAL = 28
"""The usual width of the indications, in per cent of the sheet."""

RAIL_SHARES = (USUAL, 34, 41, 48, 56, 63)
"""Widths of the indications; the style sheet has a rule for each but the usual one."""

_WIDEST_BESIDE_TABLE = 48
"""The most beside a table, which is unreadable in less than half of the sheet."""

# As shares of a column of the rest.
_USUAL_WIDTHS = {Band.RAIL: 0.575, Band.DOSE: 1.45}
_PER_CENT = 1 / 48.6


def rail_widths(share: int) -> dict[str, float]:
    """The width of the text in both columns, as a share of a column of the rest."""
    wider = (share - USUAL) * _PER_CENT
    return {
        Band.RAIL: _USUAL_WIDTHS[Band.RAIL] + wider,
        Band.DOSE: _USUAL_WIDTHS[Band.DOSE] - wider,
    }


def rail_share(parts: Sequence[SheetPart]) -> int:
    """The width of the indications with which the band is lowest, the least of several.

    ``parts`` have the heights of their text in columns of the usual widths.
    """
    rail, dose = ([one for one in parts if one.band == band] for band in _USUAL_WIDTHS)
    widest = _WIDEST_BESIDE_TABLE if any(_tables(dose)) else RAIL_SHARES[-1]
    shares = [share for share in RAIL_SHARES if share <= widest]
    return min(shares, key=lambda share: max(_height(rail, share), _height(dose, share)))


def _height(parts: Sequence[SheetPart], share: int) -> float:
    """The estimated height of a column, in em."""
    widths = rail_widths(share)
    return sum(part.height * _USUAL_WIDTHS[part.band] / widths[part.band] for part in parts)


def _tables(parts: Sequence[SheetPart]) -> Iterator[bool]:
    """For each piece of the parts, whether it is a table or holds one."""
    for part in parts:
        for piece in (piece for fragment in part.fragments for piece in fragment.pieces):
            body = nested(piece.segment.body)
            yield bool(piece.segment.rows) or any(isinstance(one, Table) for one in body)
