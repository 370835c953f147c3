"""The amounts that a line states, in numbers that can be compared."""

import pytest

from leaflet.lint.text.amounts import parse_amounts


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Take 5 mg once", [(5, 5, "mg", "", False)]),
        ("Take 5-10 mg daily", [(5, 10, "mg", "", True)]),
        ("0.5 to 1 g/kg/day", [(500, 1000, "mg", "kg", True)]),
        ("25 mcg or 100µg", [(0.025, 0.025, "mg", "", False), (0.1, 0.1, "mg", "", False)]),
        ("1,500 mg in 24 hours", [(1500, 1500, "mg", "", True)]),
        ("40 units per kg", [(40, 40, "unit", "kg", False)]),
        ("2 tablets a day", [(2, 2, "tablet", "", True)]),
        ("125 mg/5 mL", [(125, 125, "mg", "", False)]),
        ("20 mg/m² weekly", [(20, 20, "mg", "m²", False)]),
        ("HLA-B*5701, days 1-21, 5 milligrams", [(5, 5, "mg", "", False)]),
        ("over 30 minutes, 10%", []),
    ],
)
def test_amounts(words: str, expected: list[tuple[float, float, str, str, bool]]) -> None:
    found = [
        (round(a.least, 9), round(a.most, 9), a.unit, a.per, a.daily) for a in parse_amounts(words)
    ]
    assert found == expected


def test_an_amount_knows_where_and_how_it_is_written() -> None:
    words = "Take 100 mcg daily"
    (amount,) = parse_amounts(words)
    assert words[amount.start : amount.end] == amount.text == "100 mcg"
    assert (amount.number, amount.written_unit) == (100, "mcg")


def test_only_what_is_per_the_same_can_be_compared() -> None:
    plain, weight, volume = parse_amounts("5 mg, 5 mg/kg, 5 mL")
    assert plain.is_like(plain)
    assert not plain.is_like(weight)
    assert not plain.is_like(volume)
