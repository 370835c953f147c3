"""What goes on in another column says again which label it is under; read back from the PDF."""

import pytest

from compose.writing import write
from fitting.sheet.sheets import fitted, printed
from helpers import sides
from leaflet.compose.outline.arrange import arrange
from leaflet.compose.sheet.content import sheet_content
from leaflet.diagnostics import has_errors
from leaflet.monograph.text import plain

from compose.writing import CLINICIAN, TABLE_SPACE  # isort: skip

FILLING = "It is known from the tests that this was written for, and from no others. "


def above(key: str, **sections: str) -> list[str]:
    """For each fragment of a part, the labels that a column beginning with it repeats."""
    monograph = write(**sections)
    sheet = sheet_content(monograph, arrange(monograph, CLINICIAN), CLINICIAN, TABLE_SPACE)
    fragments = next(part.fragments for part in sheet.parts if part.key == key)
    return [" › ".join(plain(label.text) for label in each.above) for each in fragments]


def test_the_items_of_a_list_have_its_lead_in_above_them_and_what_follows_has_not() -> None:
    found = above(
        "effects",
        side_effects="Severe:\n\n* **Heart:** Failure.\n* **Skin:** Blisters.\n\n"
        "Common in men:\n\n* **Head:** Ache.\n* **Gut:** Pain.",
    )
    assert found == ["", "Severe", "Common in men"]


def test_rows_of_doses_have_the_lead_in_of_their_own_list_only() -> None:
    found = above(
        "dose",
        dosage="In adults:\n\n* **Pain:** 5 mg\n* **Fever:** 2 mg\n\n**Highest dose:** 20 mg",
    )
    assert found == ["", "In adults", ""]


def test_a_label_over_much_is_above_all_of_it() -> None:
    much = "".join(f"**Group {n}:** {'5 mg, with water. ' * 26}\n\n" for n in range(5))
    found = above("dose", dosage=f"#### Syrup\n\n{much}Shake.\n\n#### Tablets\n\n**Adults:** 1 mg")
    assert set(found[1:-1]) == {"Syrup"}
    assert (found[0], found[-1]) == ("", "")


def test_each_sentence_of_the_rail_has_the_label_of_its_statement() -> None:
    found = above("use", usage="**Gout:** In attacks. In adults only. Not for long.\n\nFor tests.")
    assert found == ["", "Gout", "Gout", ""]


@pytest.mark.parametrize("many", [18, 26])
def test_a_list_that_goes_on_in_the_right_column_repeats_the_severity(many: int) -> None:
    effects = "\n".join(f"* **Effect {n}:** {FILLING}" for n in range(many))
    monograph = write(side_effects=f"Severe:\n\n{effects}\n\n**Rare:** Cough.")
    made = fitted(monograph)
    pdf, found = printed(made, monograph)
    assert not has_errors(found), [str(each) for each in found]
    [side] = sides(pdf)
    left, right = side.split(f"Adverse effects, continued · {monograph.name}")
    assert "Severe:" in left
    assert right.split("Effect")[0].strip(" •") == "Severe, continued"
    assert left.count("Effect ") + right.count("Effect ") == many
