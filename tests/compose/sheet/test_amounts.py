"""Amounts are in bold, and no word changes."""

from collections.abc import Iterable

import pytest

from compose.writing import body, summary
from leaflet.compose.sheet.amounts import emphasise_amounts
from leaflet.monograph.model import Block, Bullets, ListItem, Paragraph


def bold(blocks: Iterable[Block | ListItem]) -> list[str]:
    found: list[str] = []
    for block in blocks:
        match block:
            case Paragraph(text):
                found += [span.text for span in text if "strong" in span.marks]
            case Bullets(inner) | ListItem(inner):
                found += bold(inner)
    return found


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Give 5 mg, then 2.5 mg twice daily.", ["5 mg", "2.5 mg"]),
        ("10 to 20 mg/kg for 3 days.", ["10 to 20 mg/kg"]),
        ("Patients of 50-70 kg, or 35kg: 5 mg.", ["5 mg"]),
        ("1,000 units/m² on day 1 of 21.", ["1,000 units/m²"]),
        ("2 tablets at 8 pm; HbA1c 7.", ["2 tablets"]),
        ("* 1 g\n* or 500 mg", ["1 g", "500 mg"]),
        ("Already **5 mg** so.", ["5 mg"]),
        ("250mg-750mg or 250 mg-1 g once daily.", ["250mg-750mg", "250 mg-1 g"]),
        ("Take it in the morning.", []),
    ],
)
def test_a_number_with_its_unit_is_in_bold(text: str, amounts: list[str]) -> None:
    before = body(text)
    after = emphasise_amounts(before)
    assert bold(after) == amounts
    assert summary(after) == summary(before)
