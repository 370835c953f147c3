"""Parts in galleys: where a column may end, and where it must not."""

from compose.writing import CLINICIAN, PLACE, told, write
from leaflet.compose.outline.arrange import arrange
from leaflet.compose.sheet.galleys import Copy, set_galleys
from leaflet.kinds.model import Sheet

SHEET = Sheet((9, 8), ("mechanism", "notes"))


def set_up(**sections: str) -> Copy:
    monograph = write(**sections)
    return set_galleys(monograph, arrange(monograph, CLINICIAN), SHEET, PLACE)


def parts(copy: Copy, key: str) -> list[str]:
    """What stands in each galley of a part; a star marks the one that the part begins with."""
    return [
        "*" * galley.first
        + " / ".join(told(piece.run.body) or str(len(piece.run.rows)) for piece in galley.pieces)
        for chapter in copy.chapters
        for galley in chapter
        if galley.part.key == key
    ]


def test_a_column_may_end_between_two_tables_of_doses_but_in_none() -> None:
    dosage = (
        "**Adults:**\n\n* **Pain:** 5 mg\n* **Fever:** 2 mg\n\n**Children:**\n\n* **Pain:** 1 mg"
    )
    copy = set_up(dosage="It varies.\n\n" + dosage)
    assert parts(copy, "dose") == ["*It varies.", "2", "1"]


def test_a_column_may_end_before_a_label_but_not_within_what_it_labels() -> None:
    copy = set_up(
        side_effects="**Common:**\n\n* Rash\n* Cough\n\nMost pass.\n\n**Serious:** Stroke."
    )
    assert parts(copy, "effects") == ["*Serious: Stroke.", "Common: Rash · Cough | Most pass."]


def test_what_stands_under_a_subheading_stays_with_it() -> None:
    copy = set_up(
        usage="#### Pain\n\n**Mild:** Yes.\n\n**Severe:** No.\n\n#### Fever\n\n**Any:** Yes."
    )
    assert parts(copy, "use") == ["*Pain | Mild: Yes. | Severe: No.", "Fever | Any: Yes."]


def test_a_head_stays_with_the_doses_below_it() -> None:
    """In the next column, nobody could tell any more which syrup that is."""
    copy = set_up(
        dosage="#### Tablets\n\n**Adults:** 5 mg\n\n#### Syrup\n\n**Adults:** 2 mL\n\nShake.\n\n"
        "**Children:** 1 mL"
    )
    assert parts(copy, "dose") == ["*Tablets / 1", "Syrup / 1 / Shake. / 1"]
    copy = set_up(
        dosage="**By mouth**\n\n**Adults:** 5 mg\n\n**By vein**\n\n**Adults:** 2 mg\n\nSlowly.\n\n"
        "**Children:** none"
    )
    assert parts(copy, "dose") == ["*4 / Slowly. / 1"]


def test_a_head_over_much_stays_with_the_first_of_it() -> None:
    much = "".join(f"**Group {n}:** {'5 mg, with water. ' * 20}\n\n" for n in range(5))
    copy = set_up(dosage=f"#### Syrup\n\n{much}Shake.\n\n**Children:** 1 mg")
    assert parts(copy, "dose") == ["*Syrup / 5", "Shake.", "1"]


def test_a_box_is_never_parted() -> None:
    copy = set_up(precautions="**Contraindications:** Gout.\n\n**Contraindicated with:** Testol.")
    assert parts(copy, "contraindications") == [
        "*Contraindications: Gout. / Contraindicated with: Testol."
    ]


def test_only_lists_of_effects_run_on() -> None:
    names = "\n".join(f"* {name}" for name in ("Gout", "Rash", "Cough"))
    copy = set_up(
        usage=names, side_effects=names, dosage=f"**By size, in mL, 5 at most:**\n\n{names}"
    )
    assert parts(copy, "use") == ["** Gout * Rash * Cough"]
    assert parts(copy, "effects") == ["*Gout · Rash · Cough"]
    assert "·" not in "".join(parts(copy, "dose"))


def test_parts_move_only_if_they_are_there_and_hold_no_section_of_the_author_s() -> None:
    assert set_up().movable == ("mechanism",)
    assert set_up(how_it_works="It works.\n\n### Danger\nBeware.").movable == ()


def test_more_text_is_deeper() -> None:
    shallow, deep = (
        sum(galley.depth for galley in set_up(usage=said).chapters[0])
        for said in ("For tests.", "For tests of many kinds. " * 40)
    )
    assert shallow < deep
