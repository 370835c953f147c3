"""The first band of a sheet: the width of the boxed warning, and the height of the higher cell."""

from collections.abc import Sequence

from leaflet.compose.measure.estimate import COLUMN_WIDTH, blocks_height, text_height
from leaflet.compose.sheet.cells import SheetPart, text_width
from leaflet.kinds.model import Band
from leaflet.monograph.model import Monograph

STOP_WIDTH = 1.4
"""The width of the text that the cells are cut for, as a share of a column of the rest."""

WARNING = "warning"
"""The key of the part that the boxed warning of the front matter stands in."""

USUAL = 0
"""The share of a warning whose width the style sheet alone decides."""

WARNING_SHARES = (29, 36, 43, 50, 57, 64)
"""Widths of a boxed warning in per cent of the sheet; the style sheet has a rule for each."""

WIDEST_BESIDE_LIST = 36
"""The widest warning beside contraindications whose long list stands in two columns."""

LONG_LIST = 6
"""Items from which on a list of contraindications stands in two columns."""

_SAVED = 0.4
"""The share of its height that it is lower by."""

_ALONE, _BOXED = (0.53, STOP_WIDTH), (0.97, 0.84)
"""The usual widths of a warning of the text and of what is beside it, as shares of a column of the
rest, and those of a warning of the front matter."""

_WORTH = 2.5
"""The warning has its usual width unless another makes the band so much lower, in em."""

# Estimated heights in em, each with the space around it.
_STOP = 0.6
_NOTE = 0.5
_CELL_HEADING = 1.3


def warning_share(monograph: Monograph, parts: Sequence[SheetPart]) -> int:
    """The width of the boxed warning in per cent with which the band is lowest, or ``USUAL``."""
    cells = [part for part in parts if part.band == Band.STOP]
    if len(cells) != 2 or not all(_has_text(monograph, cell) for cell in cells):
        return USUAL
    heights = {share: stop_height(monograph, cells, share) for share in WARNING_SHARES}
    best = min(heights, key=heights.__getitem__)
    return best if heights[best] + _WORTH <= stop_height(monograph, cells, USUAL) else USUAL


def stop_height(monograph: Monograph, parts: Sequence[SheetPart], share: int) -> float:
    """The estimated height of the band with a warning of that width, in em."""
    boxed = bool(monograph.front.boxed_warning or monograph.preamble)
    widths = _BOXED if boxed else _ALONE
    if share:
        widths = text_width(share / 100), text_width(1 - share / 100)
    heights = [0.0]
    for part in parts:
        if part.band == Band.STOP:
            is_warning = part.key == WARNING
            width = widths[not is_warning]
            notes = sum(_NOTE + text_height(note.text, COLUMN_WIDTH) for note in part.notes)
            above = _front_height(monograph, width) if boxed and is_warning else 0
            saved = 0 if boxed or share > WIDEST_BESIDE_LIST else _saved_by_columns(part)
            heights.append(above + part.height * STOP_WIDTH / width - saved + notes)
            heights.append(_CELL_HEADING + notes)
    return _STOP + max(heights)


def _has_text(monograph: Monograph, part: SheetPart) -> bool:
    is_boxed = bool(monograph.front.boxed_warning or monograph.preamble)
    return bool(part.fragments) or (is_boxed and part.key == WARNING)


def _front_height(monograph: Monograph, width: float) -> float:
    """The height of the boxed warning of the front matter, above that of the text."""
    em = width * COLUMN_WIDTH
    text = text_height(monograph.front.boxed_warning, em) + blocks_height(monograph.preamble, em)
    return _CELL_HEADING + text


def _saved_by_columns(part: SheetPart) -> float:
    """How much lower a cell is because the style sheet sets its long lists in two columns."""
    lists = (each for each in part.fragments if all(piece.item for piece in each.pieces))
    heights = [each.height for each in lists]
    return sum(heights) * _SAVED if len(heights) >= LONG_LIST else 0
