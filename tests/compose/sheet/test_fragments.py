"""Parts are cut where a column may end, and nowhere else."""

from compose.writing import CLINICIAN, TABLE_SPACE, summary, write
from leaflet.compose.outline.arrange import arrange
from leaflet.compose.sheet.fragments import SheetContent, cut_into_fragments
from leaflet.kinds.model import Sheet

SHEET = Sheet((9, 8), ("mechanism", "notes"))


def content(**sections: str) -> SheetContent:
    monograph = write(**sections)
    return cut_into_fragments(monograph, arrange(monograph, CLINICIAN), SHEET, TABLE_SPACE)


def parts(sheet: SheetContent, key: str) -> list[str]:
    """The content of each fragment of a part; a star marks the first one."""
    return [
        "*" * fragment.opens
        + " / ".join(
            summary(piece.segment.body) or str(len(piece.segment.rows)) for piece in fragment.pieces
        )
        for chapter in sheet.chapters
        for fragment in chapter
        if fragment.part.key == key
    ]


def test_a_column_may_end_between_two_tables_of_doses_but_in_none() -> None:
    dosage = (
        "**Adults:**\n\n* **Pain:** 5 mg\n* **Fever:** 2 mg\n\n**Children:**\n\n* **Pain:** 1 mg"
    )
    sheet = content(dosage="It varies.\n\n" + dosage)
    assert parts(sheet, "dose") == ["*It varies.", "2", "1"]


def test_a_column_may_end_before_a_label_but_not_within_what_it_labels() -> None:
    sheet = content(
        side_effects="**Common:**\n\n* Rash\n* Cough\n\nMost pass.\n\n**Serious:** Stroke."
    )
    assert parts(sheet, "effects") == ["*Serious: Stroke.", "Common: Rash · Cough | Most pass."]


def test_text_under_a_subheading_stays_with_it() -> None:
    sheet = content(
        usage="#### Pain\n\n**Mild:** Yes.\n\n**Severe:** No.\n\n#### Fever\n\n**Any:** Yes."
    )
    assert parts(sheet, "use") == ["*Pain | Mild: Yes. | Severe: No.", "Fever | Any: Yes."]


def test_a_head_stays_with_the_doses_below_it() -> None:
    """In the next column, nobody could tell which syrup it is."""
    sheet = content(
        dosage="#### Tablets\n\n**Adults:** 5 mg\n\n#### Syrup\n\n**Adults:** 2 mL\n\nShake.\n\n"
        "**Children:** 1 mL"
    )
    assert parts(sheet, "dose") == ["*Tablets / 1", "Syrup / 1 / Shake. / 1"]
    sheet = content(
        dosage="**By mouth**\n\n**Adults:** 5 mg\n\n**By vein**\n\n**Adults:** 2 mg\n\nSlowly.\n\n"
        "**Children:** none"
    )
    assert parts(sheet, "dose") == ["*4 / Slowly. / 1"]


def test_a_head_over_much_stays_with_the_first_of_it() -> None:
    much = "".join(f"**Group {n}:** {'5 mg, with water. ' * 20}\n\n" for n in range(5))
    sheet = content(dosage=f"#### Syrup\n\n{much}Shake.\n\n**Children:** 1 mg")
    assert parts(sheet, "dose") == ["*Syrup / 5", "Shake.", "1"]


def test_a_box_is_never_divided() -> None:
    sheet = content(precautions="**Contraindications:** Gout.\n\n**Contraindicated with:** Testol.")
    assert parts(sheet, "contraindications") == [
        "*Contraindications: Gout. / Contraindicated with: Testol."
    ]


def test_only_lists_of_effects_are_inlined() -> None:
    names = "\n".join(f"* {name}" for name in ("Gout", "Rash", "Cough"))
    sheet = content(
        usage=names, side_effects=names, dosage=f"**By size, in mL, 5 at most:**\n\n{names}"
    )
    assert parts(sheet, "use") == ["** Gout * Rash * Cough"]
    assert parts(sheet, "effects") == ["*Gout · Rash · Cough"]
    assert "·" not in "".join(parts(sheet, "dose"))


def test_parts_move_only_if_they_are_there_and_hold_no_section_of_the_author_s() -> None:
    assert content().movable == ("mechanism",)
    assert content(how_it_works="It works.\n\n### Danger\nBeware.").movable == ()


def test_more_text_is_higher() -> None:
    low, high = (
        sum(fragment.height for fragment in content(usage=text).chapters[0])
        for text in ("For tests.", "For tests of many kinds. " * 40)
    )
    assert low < high
