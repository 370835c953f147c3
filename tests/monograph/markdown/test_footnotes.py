import pytest

from leaflet.monograph.markdown.footnotes import inline_notes


@pytest.mark.parametrize(
    ("lines", "placed"),
    [
        (["40 mg[^1]", "", "[^1]: 20 mg if old."], ["40 mg (20 mg if old.)", "", ""]),
        (["40 mg[^a]", "", "[^a]: 20 mg", "if old."], ["40 mg (20 mg if old.)", "", "", ""]),
        (["5 mg^[at night]"], ["5 mg (at night)"]),
        (["a[^1] b[^1]", "[^1]: c"], ["a (c) b (c)", ""]),
        (["## Dosage[^1]", "", "[^1]: for adults"], ["## Dosage", "(for adults)", ""]),
        (["| 5 mg[^1] |", "", "[^1]: at night"], ["| 5 mg (at night) |", "", ""]),
    ],
)
def test_a_note_stands_where_its_mark_is(lines: list[str], placed: list[str]) -> None:
    assert inline_notes(lines) == placed


@pytest.mark.parametrize(
    "lines",
    [
        ["40 mg[^1]"],
        ["[^1]: never named"],
        ["## Dosage[^1]", "5 mg", "[^1]: for adults"],
        ["## Dosage[^2]", "", "[^1]: for adults"],
        ["5 mg[^1]", "", "[^1]: one", "", "    two"],
    ],
)
def test_what_cannot_be_placed_is_left_for_the_error(lines: list[str]) -> None:
    assert inline_notes(lines) == lines
