"""The widths of the cells of kidney, liver and pregnancy."""

from dataclasses import replace

import pytest

from compose.writing import CLINICIAN, TABLE_SPACE, write
from leaflet.compose.outline.arrange import arrange
from leaflet.compose.sheet.cells import EMPTY, SheetPart, share_out
from leaflet.compose.sheet.content import sheet_content
from leaflet.kinds.model import Band

LONG = "Women who could become pregnant need two tests before the first dose. " * 8
SHORT = "Halve the dose."


def cells(**texts: str) -> dict[str, SheetPart]:
    labels = {"renal": "Kidney disease", "hepatic": "Liver disease", "pregnancy": "Pregnancy"}
    text = "".join(f"* **{labels[key]}:** {text}\n" for key, text in texts.items())
    monograph = write(precautions=text + "* **Sun:** Avoid it.\n")
    content = sheet_content(monograph, arrange(monograph, CLINICIAN), CLINICIAN, TABLE_SPACE)
    return {part.key: part for part in content.of(Band.ADJUST)}


def shares(**texts: str) -> list[int]:
    return [part.share for part in cells(**texts).values()]


def test_cells_with_about_as_much_text_are_as_wide() -> None:
    assert shares(renal=SHORT, hepatic=SHORT, pregnancy=SHORT) == [33, 33, 33]
    assert shares() == [33, 33, 33]


def test_an_empty_cell_is_narrow() -> None:
    first, empty, last = shares(renal=SHORT, pregnancy=SHORT)
    assert empty == EMPTY < first
    assert first + empty + last == 100


def test_no_word_of_a_heading_is_wider_than_its_cell() -> None:
    (part, *_) = cells(pregnancy=LONG).values()
    torn = replace(part, heading="Nierenfunktionsstörung", share=0)
    other = replace(part, key="other", fragments=cells(renal=LONG)["renal"].fragments)
    assert share_out([torn, other, replace(other, key="last")])[0].share > EMPTY


def test_what_an_empty_cell_leaves_is_shared_by_the_text_in_the_others() -> None:
    first, empty, last = shares(renal=LONG, pregnancy=LONG)
    assert empty == EMPTY
    assert abs(first - last) < 8


def test_the_cell_with_most_text_is_the_widest_and_the_band_lower() -> None:
    renal, hepatic, pregnancy = shares(renal=SHORT, hepatic=SHORT, pregnancy=LONG)
    assert renal == hepatic < 33 < pregnancy
    assert renal + hepatic + pregnancy == 100
    narrow = cells(renal=LONG, hepatic=LONG, pregnancy=LONG)["pregnancy"].height
    assert cells(renal=SHORT, hepatic=SHORT, pregnancy=LONG)["pregnancy"].height < narrow


def test_a_cell_with_a_table_of_the_author_s_is_not_made_narrow() -> None:
    table = "| Clearance | Dose |\n| --- | --- |\n| Above 60 | 5 mg |"
    monograph = write(
        dosage=f"**Adults:** 5 mg.\n\n**Kidney disease:**\n\n{table}",
        precautions=f"* **Liver disease:** {SHORT}\n* **Pregnancy:** {LONG}",
    )
    content = sheet_content(monograph, arrange(monograph, CLINICIAN), CLINICIAN, TABLE_SPACE)
    assert next(part.share for part in content.of(Band.ADJUST)) >= 32


@pytest.mark.parametrize("texts", [{"pregnancy": LONG}, {"renal": LONG, "hepatic": LONG}])
def test_the_widths_of_a_band_are_those_of_the_sheet(texts: dict[str, str]) -> None:
    assert sum(shares(**texts)) == 100
