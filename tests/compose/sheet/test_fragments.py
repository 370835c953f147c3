"""Parts are cut where a column may end, and nowhere else."""

from compose.writing import CLINICIAN, TABLE_SPACE, read, summary, write
from leaflet.compose.measure.stack_tables import StackedTable, stack_tables
from leaflet.compose.outline.arrange import arrange
from leaflet.compose.sheet.content import SheetContent, sheet_content
from leaflet.compose.sheet.fragments import Fragment
from leaflet.monograph.model import Block
from leaflet.monograph.text import plain


def content(**sections: str) -> SheetContent:
    monograph = write(**sections)
    return sheet_content(monograph, arrange(monograph, CLINICIAN), CLINICIAN, TABLE_SPACE)


def fragments(sheet: SheetContent, key: str) -> tuple[Fragment, ...]:
    return next(part.fragments for part in sheet.parts if part.key == key)


def parts(sheet: SheetContent, key: str) -> list[str]:
    """The content of each fragment of a part; a star marks the first one."""
    return [
        "*" * fragment.opens
        + " / ".join(
            summary(piece.segment.body) or str(len(piece.segment.rows)) for piece in fragment.pieces
        )
        for fragment in fragments(sheet, key)
    ]


def test_a_column_may_end_between_rows_of_doses() -> None:
    dosage = (
        "**Adults:**\n\n* **Pain:** 5 mg\n* **Fever:** 2 mg\n\n**Children:**\n\n* **Pain:** 1 mg"
    )
    sheet = content(dosage="It varies.\n\n" + dosage)
    assert parts(sheet, "dose") == ["*It varies.", "1", "1", "1"]


def test_a_column_may_end_before_a_label_but_not_within_what_it_labels() -> None:
    sheet = content(
        side_effects="**Common:**\n\n* Rash\n* Cough\n\nMost pass.\n\n**Serious:** Stroke."
    )
    assert parts(sheet, "effects") == [
        "*Serious: Stroke.",
        "Common: Rash\u00a0· Cough | Most pass.",
    ]


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
    assert parts(sheet, "dose") == ["*1 / 1", "1 / 1 / Slowly. / 1"]


def test_a_head_over_much_stays_with_the_first_of_it() -> None:
    much = "".join(f"**Group {n}:** {'5 mg, with water. ' * 26}\n\n" for n in range(5))
    sheet = content(dosage=f"#### Syrup\n\n{much}Shake.\n\n**Children:** 1 mg")
    assert parts(sheet, "dose") == ["*Syrup / 1 / 1 / 1 / 1", "1 / Shake.", "1"]


def test_a_box_is_never_divided() -> None:
    sheet = content(precautions="**Contraindications:** Gout.\n\n**Contraindicated with:** Testol.")
    assert parts(sheet, "contraindications") == ["*Gout. / Contraindicated with: Testol."]


def test_only_lists_of_effects_are_inlined() -> None:
    names = "\n".join(f"* {name}" for name in ("Gout", "Rash", "Cough"))
    sheet = content(
        usage=names, side_effects=names, dosage=f"**By size, in mL, 5 at most:**\n\n{names}"
    )
    assert parts(sheet, "use") == ["** Gout", "* Rash", "* Cough"]
    assert parts(sheet, "effects") == ["*Gout\u00a0· Rash\u00a0· Cough"]
    assert "·" not in "".join(parts(sheet, "dose"))


def test_parts_move_only_if_they_are_there_and_hold_no_section_of_the_author_s() -> None:
    assert content().movable == ("mechanism",)
    assert content(how_it_works="It works.\n\n### Danger\nBeware.").movable == ()


def test_more_text_is_higher() -> None:
    low, high = (
        sum(fragment.height for fragment in fragments(content(usage=text), "use"))
        for text in ("For tests.", "For tests of many kinds. " * 40)
    )
    assert low < high


def test_the_rail_is_cut_at_sentences_and_cells_are_not() -> None:
    twice = "It is used for pain. It is used for fever."
    sheet = content(usage=twice, precautions=f"**Pregnancy:** {twice}")
    assert parts(sheet, "use") == ["*It is used for pain.", "It is used for fever."]
    assert parts(sheet, "pregnancy") == [f"*Pregnancy: {twice}"]


def test_a_label_that_says_the_heading_again_stands_for_it() -> None:
    sheet = content(precautions="* **Drug interactions:** Warfarin.\n* **Sun:** Avoid it.")
    first = fragments(sheet, "interactions")[0]
    assert plain(first.part.label) == "Drug interactions"
    assert parts(sheet, "interactions") == ["*Warfarin."]
    assert not fragments(sheet, "cautions")[0].part.label


def test_several_medicines_share_each_part_and_are_named_in_it() -> None:
    text = "".join(
        f"## {name}\n\n### Usage\nFor {name}.\n\n### Dosage\n**Adults:** 5 mg.\n\n"
        f"### Side Effects\nRash.\n\n### How it Works\nSo.\n\n"
        for name in ("Alphine", "Betine")
    )
    monograph = read(f"---\ntitle: Alphine + Betine\n---\n\n{text}")
    sheet = sheet_content(monograph, arrange(monograph, CLINICIAN), CLINICIAN, TABLE_SPACE)
    found = fragments(sheet, "dose")
    assert [(plain(each.medicine), each.opens, each.names) for each in found] == [
        ("Alphine", True, True),
        ("Betine", False, True),
    ]


def test_a_line_on_how_common_effects_are_is_apart_from_what_is_urgent() -> None:
    sheet = content(side_effects="**Stop and call 112:** swelling.\n\nCommon (1-10%): rash.")
    assert parts(sheet, "effects") == ["*Stop and call 112: swelling.", "Common (1-10%): rash."]


def test_a_table_of_doses_is_as_its_author_drew_it_where_the_band_is_wide_enough() -> None:
    head = "| Infection | Adults | Children | Treatment time |\n| --- | --- | --- | --- |\n"
    table = head + "| Meningoencephalitis | 500\u00a0mg | 50\u00a0mg/kg/day | 7 days |\n"
    monograph = stack_tables(write(dosage=table, precautions=table), TABLE_SPACE)
    sheet = sheet_content(monograph, arrange(monograph, CLINICIAN), CLINICIAN, TABLE_SPACE)

    def kinds(key: str) -> set[type[Block]]:
        pieces = (piece for each in fragments(sheet, key) for piece in each.pieces)
        return {type(block) for piece in pieces for block in piece.segment.body}

    assert StackedTable not in kinds("dose")
    assert StackedTable in kinds("cautions")


def test_a_table_of_the_indications_keeps_its_note() -> None:
    table = "| Use | For |\n|---|---|\n| Fever | adults* |\n\n\\* Never in pregnancy.\n\nMore text."
    sheet = content(usage=f"For tests.\n\n{table}")
    assert "0 / * Never in pregnancy." in parts(sheet, "use")
