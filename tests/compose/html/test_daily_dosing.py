"""When a leaflet has a table for the times of day."""

import pytest

from compose.writing import PATIENT, composed, write
from leaflet.compose.html.daily_dosing import is_taken_daily
from leaflet.compose.outline.arrange import arrange

TABLETS = "title: Testamide\nforms: [tablets]"


@pytest.mark.parametrize(
    ("dosage", "daily"),
    [
        ("**Adults:** 5 mg once daily.", True),
        ("**Adults:** 5 mg three times a day.", True),
        ("250 mg every 8 hours.", True),
        ("5 mg BID, adjusted as needed.", True),
        ("5 mg each evening.", True),
        ("5 mg.", False),
        ("The maximum daily dose is 5 mg.", False),
        ("5 mg once a week.", False),
        ("5 mg once daily on days 1 to 21 of a 28-day cycle.", False),
        ("A single dose of 5 mg, or 1 mg twice daily.", False),
        ("5 mg up to four times daily as needed.", False),
        ("5 mg twice daily, or an injection.", False),
    ],
)
def test_the_text_on_the_dose_decides(dosage: str, daily: bool) -> None:
    [chapter] = arrange(write(TABLETS, dosage=dosage), PATIENT)
    assert is_taken_daily(chapter) is daily
    assert ("Bedtime" in composed(write(TABLETS, dosage=dosage)).html) is daily


def test_the_table_is_printed_once_with_the_doses() -> None:
    dosage = "**Adults:** 5 mg twice daily.\n\n**Missed dose:** Take it.\n\n**Interactions:** Ask."
    html = composed(write(TABLETS, dosage=dosage)).html
    assert html.count("Bedtime") == 1
    before, after = html.split("Bedtime")
    assert "twice daily" in before
    assert "Missed dose" in after


def test_a_medicine_that_is_not_taken_has_no_times() -> None:
    cream = write("title: Testamide\nforms: [cream]", dosage="Thinly twice daily.")
    assert not is_taken_daily(arrange(cream, PATIENT)[0])


def test_the_cells_are_left_to_the_pharmacist() -> None:
    html = composed(write(TABLETS, dosage="5 mg twice daily.")).html
    assert html.count("<td></td>") == 4
