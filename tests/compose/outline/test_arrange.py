"""Which text is in which part, under which heading."""

from dataclasses import replace

from compose.writing import CLINICIAN, PATIENT, outline, read, write
from leaflet.compose.outline.arrange import arrange


def test_a_leaflet_is_ordered_and_headed_for_its_reader() -> None:
    [chapter] = arrange(write(), PATIENT)
    assert outline(chapter) == {
        "What Testamide is and what it is used for": (
            "For tests. / [How Testamide works] It blocks errors."
        ),
        "What you need to know before you use Testamide": (
            "[Pregnancy and breast-feeding] Pregnancy: Ask first. / "
            "[Driving and using machines] May I drive? Not at night."
        ),
        "How to use Testamide": "Adults: 5 mg once daily.",
        "Possible side effects": "Drowsiness.",
    }


def test_each_slot_is_printed_once_under_its_heading_in_the_order_of_the_kind() -> None:
    monograph = write(
        "title: Testamide\nforms: [tablets]",
        precautions="* **Sun:** Avoid it.\n* **Alcohol:** A little.\n"
        "* **Contraindications:** Age.\n* **Children:** Not under 6.\n* **Storage:** Dry.",
        faqs="**Q: What if I miss a dose?** A: Wait.\n\n"
        "**Q: Can I drink alcohol with it?** A: No.\n\n"
        "**Q: Is it addictive?** A: No.\n\n**Q: How should I store it?** A: Cool.",
    )
    [chapter] = arrange(monograph, PATIENT)
    found = outline(chapter)
    assert list(found) == [
        "What Testamide is and what it is used for",
        "What you need to know before you take Testamide",
        "How to take Testamide",
        "Possible side effects",
        "How to store Testamide",
        "Questions people ask",
    ]
    assert found["What you need to know before you take Testamide"] == (
        "[Who must not take Testamide] Contraindications: Age. / "
        "[Warnings and precautions] * Sun: Avoid it. / "
        "[Children and adolescents] Children: Not under 6. / "
        "[Alcohol, food and drink] Alcohol: A little. | Can I drink alcohol with it? No."
    )
    assert found["How to take Testamide"] == (
        "Adults: 5 mg once daily. / [If you miss a dose] What if I miss a dose? Wait."
    )
    assert found["How to store Testamide"] == "Storage: Dry. / How should I store it? Cool."
    assert found["Questions people ask"] == "Is it addictive? No."


def test_headings_have_the_verb_for_the_medicine() -> None:
    cream = outline(arrange(write("title: Testamide\nforms: [cream]"), PATIENT)[0])
    assert "How to use Testamide" in cream
    assert "What you need to know before you use Testamide" in cream
    drip = outline(arrange(write("title: Testamide\nforms: [infusion]"), PATIENT)[0])
    assert "How Testamide is given" in drip
    assert "What you need to know before you are given Testamide" in drip


def test_a_section_of_the_author_s_own_goes_where_its_heading_sends_it() -> None:
    [chapter] = arrange(write(overdose="Call for help.", storage="Keep dry."), PATIENT)
    found = outline(chapter)
    assert found["How to use Testamide"] == (
        "Adults: 5 mg once daily. / [If you use too much Testamide] Overdose: Call for help."
    )
    assert found["How to store Testamide"] == "Storage: Keep dry."


def test_a_name_too_long_for_a_heading_is_this_medicine() -> None:
    [chapter] = arrange(write("title: " + "Testamide + " * 5 + "Proofine"), PATIENT)
    assert "How to use this medicine" in outline(chapter)


def test_a_bare_generic_name_goes_to_the_title_and_an_explanation_to_the_first_part() -> None:
    [bare] = arrange(write(generic_name="testamide sulfate"), PATIENT)
    assert "".join(span.text for span in bare.generic) == "testamide sulfate"
    note = "Testamide. Please note that this is not a standard product and is never sold alone."
    [explained] = arrange(write(generic_name=note), PATIENT)
    assert outline(explained)["What Testamide is and what it is used for"] == (
        f"{note} / [What Testamide is used for] For tests. / "
        "[How Testamide works] It blocks errors."
    )


def test_a_section_of_the_author_s_own_stays_after_the_one_before_it() -> None:
    text = """---
title: Testamide
---
### Usage
For tests.
### Dosage
5 mg.
### Travel
Take your proof along.
### Side Effects
Drowsiness.
"""
    [chapter] = arrange(read(text), PATIENT)
    assert outline(chapter)["How to use Testamide"] == "5 mg. / [Travel] Take your proof along."


def test_a_qualifier_is_printed_and_holds_for_all_of_its_section() -> None:
    text = """---
title: Testamide
---
### Usage
For tests.
### Dosage (Outdated and NOT RECOMMENDED)
**Adults:** 5 mg.

**Renal impairment:** 2 mg.
### Precautions
None.
"""
    [chapter] = arrange(read(text), CLINICIAN)
    assert outline(chapter)["Dose"] == (
        "[Outdated and NOT RECOMMENDED] Adults: 5 mg. | Renal impairment: 2 mg."
    )


def test_labels_send_statements_to_the_parts_of_a_summary() -> None:
    monograph = write(
        dosage="**Adults:** 5 mg.\n\n**Renal impairment:** 2 mg.",
        precautions="* **Contraindications:** Allergy.\n* **Sun:** Avoid it.\n"
        "* **Drug interactions:** Warfarin.\n* **Breastfeeding:** Avoid.",
    )
    [chapter] = arrange(monograph, CLINICIAN)
    found = outline(chapter)
    assert found["Contraindications"] == "Contraindications: Allergy."
    assert found["Dose"] == "Adults: 5 mg."
    assert found["Renal impairment"] == "Renal impairment: 2 mg."
    assert found["Warnings and precautions"] == "* Sun: Avoid it."
    assert found["Interactions"] == "Drug interactions: Warfarin."
    assert found["Pregnancy and breast-feeding"] == "Breastfeeding: Avoid."


def test_an_empty_slot_never_says_more_than_is_known() -> None:
    labelled = outline(arrange(write(precautions="Not with warfarin."), CLINICIAN)[0])
    assert labelled["Interactions"] == ("No separate entry; see Warnings and precautions.")
    unclear = outline(arrange(write(precautions="Not with zopidin."), CLINICIAN)[0])
    assert unclear["Interactions"] == ("No separate entry; other parts may speak of it.")
    text = "---\ntitle: T\n---\n### Usage\nA.\n### Dosage\nB.\n### Side Effects\nC.\n"
    silent = outline(arrange(read(text), CLINICIAN)[0])
    assert silent["Interactions"] == "Not stated in the monograph."
    assert "Notes" not in silent


def test_several_drugs_are_several_chapters() -> None:
    text = "---\ntitle: Alphine + Betamol\n---\n" + "\n".join(
        f"### {drug}\n**Usage:** For {drug}.\n\n**Dosage:** Some.\n\n**Side Effects:** Few.\n\n"
        "**Precautions:** None."
        for drug in ("Alphine", "Betamol")
    )
    chapters = arrange(read(text), PATIENT)
    assert [outline(chapter)["Possible side effects"] for chapter in chapters] == ["Few.", "Few."]
    assert "How to use Betamol" in outline(chapters[1])


def test_with_several_drugs_silence_is_gathered_and_what_is_all_left_out_has_no_chapter() -> None:
    text = """---
title: Alphine + Betamol
---
### Alphine
**Usage:** For A.

**Side Effects:** Few.

**Precautions:** None.
### Betamol
**Usage:** For B.

**Dosage:** Some.
"""
    alphine, betamol = arrange(read(text), CLINICIAN)
    assert "Mechanism" in alphine.silent
    assert "Mechanism" not in outline(alphine)
    assert outline(alphine)["Dose"] == "Not stated in the monograph."  # it has a place
    assert outline(betamol)["Dose"] == "Some."
    only_usage = replace(CLINICIAN, leaves_out=("dosage", "side-effects", "precautions", "usage"))
    assert arrange(read(text), only_usage) == ()


def test_a_kind_says_what_it_lacks_even_if_it_has_nothing_else() -> None:
    parts = (replace(p, always=p.key == "store") for p in PATIENT.parts)
    [chapter] = arrange(write(), replace(PATIENT, parts=tuple(parts)))
    [store] = [part for part in chapter.parts if part.key == "store"]
    assert not store.passages
    assert store.note
