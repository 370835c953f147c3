"""Where a passage may be cut, by the look and the band of its part."""

from compose.writing import TABLE_SPACE, body, summary
from leaflet.compose.outline.chapter import FilledPart
from leaflet.compose.sheet.cuts import cut_passage
from leaflet.kinds.model import Band, Look


def cuts(markdown: str, look: Look = Look.PLAIN, band: Band = Band.REST) -> list[str]:
    found = cut_passage(body(markdown), FilledPart("p", "P", look, (), band=band), TABLE_SPACE)
    return [
        summary(each.body) or " ".join(summary(row.body) for row in each.rows) for each in found
    ]


def test_rows_of_doses_are_apart() -> None:
    assert cuts("**Adults:** 5 mg\n\n**Children:** 2 mg", Look.TABLE) == ["5 mg", "2 mg"]


def test_labelled_items_are_apart_and_others_are_not() -> None:
    assert cuts("* **Sun:** Avoid.\n* **Sea:** No.") == ["* Sun: Avoid.", "* Sea: No."]
    assert cuts("Tell them of:\n\n* Asthma\n* Gout") == ["Tell them of: | * Asthma * Gout"]
    assert cuts("1. **One:** A.\n2. **Two:** B.") == ["* One: A. * Two: B."]


def test_the_rail_is_cut_at_items_and_sentences_but_not_below_a_lead_in() -> None:
    assert cuts("For pain. For fever.\n\n* Rash\n* Gout", band=Band.RAIL) == [
        "For pain.",
        "For fever.",
        "* Rash",
        "* Gout",
    ]
    assert cuts("It treats. These are:", band=Band.RAIL) == ["It treats. These are:"]


def test_short_lists_become_lines_in_a_brief_part() -> None:
    assert cuts("**Common:**\n\n* Rash\n* Cough", Look.BRIEF) == ["Common: Rash\u00a0· Cough"]
