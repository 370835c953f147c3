"""Estimated heights: more text is higher, and so is larger type."""

from compose.writing import PATIENT, THEME, composed, write
from leaflet.compose.composition import Composition
from leaflet.compose.sheet.makeup import Lines
from leaflet.compose.sides.heights import CellHeight, Heights, estimate

TOKENS = {**THEME.stylesheet(PATIENT, (), "a4").tokens, "--footer-lines": "1"}


def heights(composition: Composition, size: float = 11) -> Heights:
    assert composition.side is not None
    return estimate(
        composition.monograph, composition.side, size, {**TOKENS, **composition.overrides}
    )


def test_more_text_is_higher() -> None:
    short, long = composed(write()), composed(write(how_it_works="It blocks errors. " * 90))
    assert heights(long).rest > heights(short).rest + 150
    assert heights(long).boxes == heights(short).boxes


def test_larger_type_is_higher() -> None:
    composition = composed(write())
    assert heights(composition, 12).boxes > heights(composition, 10.5).boxes


def test_shorter_lines_are_higher_where_text_is_not_in_columns() -> None:
    composition = composed(write(dosage="Take 5 mg before each test, with water. " * 9))
    assert composition.side is not None
    given = (composition.monograph, composition.side, 10.5, {**TOKENS, **composition.overrides})
    wide, narrow = estimate(*given), estimate(*given, lines=Lines.SHORT)
    assert narrow.boxes > wide.boxes + 10
    assert (narrow.rest, narrow.side) == (wide.rest, wide.side)


def test_a_long_list_of_effects_that_need_help_has_three_columns() -> None:
    def urgent(number: int) -> float:
        items = "".join(f"* Effect {n}\n" for n in range(number))
        return heights(composed(write(side_effects=f"**Serious:**\n\n{items}"))).urgent

    assert 0 < urgent(18) < urgent(14)


def test_cells_stand_two_in_a_row_unless_they_are_wide() -> None:
    cells = (
        CellHeight("missed", cell=40, row=25, column=30, wide=False),
        CellHeight("stopping", cell=60, row=35, column=50, wide=False),
        CellHeight("alcohol", cell=90, row=50, column=70, wide=True),
    )
    found = Heights(boxes=400, urgent=100, cells=cells, rest=900, side=760, column=740)
    assert found.grid(["missed"]) == 25
    assert found.grid(["missed", "stopping"]) == 60
    assert found.grid(["missed", "stopping", "alcohol"]) == 110
    assert found.following(["missed"]) == 900 + 50 + 70
    assert found.following([]) == 900 + 30 + 50 + 70
