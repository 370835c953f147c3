"""An empty part says by label where the monograph speaks of its topic, and denies nothing."""

import pytest

from compose.writing import CLINICIAN, THEME, outline, read, write
from leaflet.compose.outline.arrange import arrange
from leaflet.monograph.model import Monograph


def note(part: str, monograph: Monograph) -> str:
    return outline(arrange(monograph, CLINICIAN)[0])[part]


def test_the_labels_of_the_statements_are_named_part_by_part() -> None:
    monograph = write(
        precautions="* **Older people:** Their blood tests matter.\n* **Sun:** None.",
        dosage="**Adults:** 5 mg. Monitor the pulse.\n\n**Children:** 1 mg.",
    )
    assert note("Monitoring", monograph) == (
        "No separate entry; see Dose: Adults; Warnings and precautions: Older people."
    )


def test_a_question_that_the_sheet_leaves_out_is_named() -> None:
    monograph = write(
        faqs="**Q: Can I have it with other pills?** A: It interacts with warfarin.",
        precautions="**Sun:** None.",
    )
    assert note("Interactions", monograph) == (
        "No separate entry; see Questions and answers (in the monograph only): "
        "Can I have it with other pills?"
    )


def test_an_authors_heading_that_stands_for_a_part_is_its_name() -> None:
    monograph = write(
        dosage="**Adults:** 5 mg.\n\n**Dosage adjustments:** Halve it in renal impairment."
    )
    assert note("Renal impairment", monograph) == "No separate entry; see Dosage adjustments."
    more = write(
        dosage="**Adults:** 5 mg in renal impairment, too.\n\n"
        "**Dosage adjustments:** Halve it in renal impairment."
    )
    assert note("Renal impairment", more) == (
        "No separate entry; see Dose: Adults; Dosage adjustments."
    )


def test_a_boxed_warning_is_not_looked_for_in_indications_and_questions() -> None:
    monograph = write(
        usage="**Shock:** A life-threatening condition.",
        precautions="**Sun:** None.",
        faqs="**Q: Can I stop?** A: Do not stop suddenly.",
    )
    assert note("Boxed warning", monograph) == "Not stated in the monograph."
    fatal = write(precautions="**Heart:** It can be fatal.")
    assert note("Boxed warning", fatal) == "No separate entry; see Warnings and precautions: Heart."


@pytest.mark.parametrize(
    "text",
    [
        "Check with your pharmacist before other medicines.",
        "Check the label for soya before use.",
        "Do a patch test before use.",
        "It prolongs the QT interval on the ECG.",
        "It may raise their blood levels.",
        "Changes in blood counts.",
        "Take a measured amount daily.",
    ],
)
def test_not_all_that_is_checked_is_monitoring(text: str) -> None:
    sentence = write(precautions=f"**Sun:** {text}")
    assert "Sun" not in note("Monitoring", sentence)


@pytest.mark.parametrize(
    "text",
    ["An ECG before the first dose.", "Check INR weekly.", "LFTs are required at baseline."],
)
def test_a_test_with_its_time_is_monitoring(text: str) -> None:
    assert note("Monitoring", write(precautions=f"**Sun:** {text}")) == (
        "No separate entry; see Warnings and precautions: Sun."
    )


@pytest.mark.parametrize("label", ["Blood", "Blood pressure", "Potassium", "Weight"])
def test_what_is_measured_may_also_be_what_is_harmed(label: str) -> None:
    harmed = write(precautions=f"**{label}:** It may fall to a fatal low.")
    assert "fatal" in note("Warnings and precautions", harmed)
    checked = write(precautions=f"**{label}:** Check it weekly.")
    assert (
        note("Monitoring", checked) == f"No separate entry; see Warnings and precautions: {label}."
    )


@pytest.mark.parametrize("label", ["Liver function tests", "Kidney function test", "LFTs"])
def test_tests_of_an_organ_are_monitoring(label: str) -> None:
    monograph = write(precautions=f"**{label}:** Once a month.")
    assert "Once a month" in note("Monitoring", monograph)


def test_the_adrenal_gland_is_no_kidney() -> None:
    monograph = write(precautions="* **Long use:** The adrenal glands may rest.")
    assert note("Renal impairment", monograph) == "Not stated in the monograph."


def test_warnings_above_all_sections_are_named_too() -> None:
    front = "title: Testamide\nboxed_warning: Monitor the liver."
    monograph = write(front, "Read this. Blood tests are needed.", precautions="**Sun:** None.")
    assert note("Monitoring", monograph) == (
        "No separate entry; see Boxed warning; Read this first."
    )


def test_the_part_alone_is_named_where_labels_are_missing_or_many() -> None:
    many = "".join(f"* **Group {letter}:** Monitor.\n" for letter in "ABCD")
    for text in ("* Monitor.", many):
        assert note("Monitoring", write(precautions=text)) == (
            "No separate entry; see Warnings and precautions."
        )


def test_what_the_file_has_no_word_for_is_not_stated() -> None:
    silent = write(usage="For pain.", dosage="5 mg.\n\nAt night.", precautions="Keep it dry.")
    for part in ("Renal impairment", "Hepatic impairment", "Monitoring"):
        assert note(part, silent) == "Not stated in the monograph."


@pytest.mark.parametrize("text", ["It is hard on the kidneys.", "Mind your creatinine."])
def test_a_word_without_a_statement_says_where_to_look(text: str) -> None:
    assert note("Renal impairment", write(precautions=text)) == (
        "No separate entry; see Warnings and precautions."
    )
    found = note("Renal impairment", write(faqs=f"**Q: Is it safe?** A: {text}"))
    assert found == "No separate entry; see Questions and answers (in the monograph only)."


def test_only_a_language_with_a_table_can_deny_anything() -> None:
    labelled = "title: T\nlang: sw", "**Jua:** Hapana."
    text = f"---\n{labelled[0]}\n---\n### Usage\nA.\n### Dosage\nB.\n### Precautions\n{labelled[1]}"
    assert note("Monitoring", read(text)) == ("No separate entry; other parts may speak of it.")


@pytest.mark.parametrize(
    "text",
    [
        "Take care in hepatic (liver) or renal (kidney) impairment.",
        "Ask a doctor if there are liver or kidney problems.",
        "Do not use it in renal and hepatic failure.",
        "The label says nothing on kidney/liver disease.",
        "It is for people without renal or severe hepatic dysfunction.",
    ],
)
def test_both_organs_of_one_sentence_are_found(text: str) -> None:
    monograph = write(precautions=f"* **Caution:** {text}")
    for part in ("Renal impairment", "Hepatic impairment"):
        assert note(part, monograph) == (
            "No separate entry; see Warnings and precautions: Caution."
        )


@pytest.mark.parametrize(
    "text",
    ["* **Boxed Warning:** It can kill.", "* **Heart:** It has a black box warning on the heart."],
)
def test_a_boxed_warning_of_the_text_stands_in_its_band(text: str) -> None:
    monograph = write(precautions=f"{text}\n* **Sun:** None.")
    assert text[4:9] in note("Boxed warning", monograph)
    assert "see" not in note("Boxed warning", monograph)


def test_a_life_threatening_disease_is_no_warning() -> None:
    text = "* **Children:** Only in life-threatening infections."
    assert note("Boxed warning", write(precautions=text)) == "Not stated in the monograph."


def test_nothing_is_denied_of_a_medicine_that_a_joint_name_holds() -> None:
    sections = "### Usage\nPain.\n\n### Side Effects\nCough.\n\n### Precautions\nKeep it dry.\n"
    text = "".join(f"# {name}\n\n{sections}\n" for name in ("Testamide", "Provamide"))
    both = "# Testamide & Provamide\n\n### Dosage\n5 mg of each.\n"
    front = "---\ntitle: Testamide + Provamide\n---\n\n"
    alone, joint = (arrange(read(front + each), CLINICIAN)[0] for each in (text, text + both))
    notes = [
        {part.note for part in chapter.parts if part.key == "dose"} for chapter in (alone, joint)
    ]
    assert "Not stated in the monograph." in notes[0]
    assert "Not stated in the monograph." not in notes[1]


@pytest.mark.parametrize(
    ("part", "label"),
    [
        *(("Renal impairment", each) for each in ("Weak kidneys", "CrCl below 30", "Dialysis")),
        *(("Renal impairment", each) for each in ("Creatinine > 2", "Kidney trouble")),
        *(("Hepatic impairment", each) for each in ("Liver", "Child-Pugh C", "Jaundice")),
        *(("Contraindications", each) for each in ("Avoid in", "Who should avoid it", "Avoid if")),
        *(("Interactions", each) for each in ("Not with", "DDI", "Other drugs", "Warfarin")),
        *(("Monitoring", each) for each in ("Bloods", "INR", "FBC", "Levels")),
    ],
)
def test_nothing_is_denied_that_a_label_is_about(part: str, label: str) -> None:
    line = f"* **{label}:** 250 mg now.\n"
    other = "* **Sun:** None."
    for monograph in (write(precautions=line), write(dosage=line, precautions=other)):
        (chapter,) = arrange(monograph, CLINICIAN)
        filled = next(each for each in chapter.parts if each.heading == part)
        assert filled.passages or label in filled.note


@pytest.mark.parametrize(
    "text",
    [
        "### Be careful\n\nAvoid in severe asthma.",
        "### Stop and think\n\nNot for children under 12.",
        "### FAQs\n\n**Q: Who should stay away from it?** A: People with asthma.",
        "### Dosage\n\n* **Adults:** 500 mg twice daily. Avoid in severe asthma.",
    ],
)
def test_nothing_is_denied_that_an_own_section_a_question_or_a_dose_says(text: str) -> None:
    front = "---\ntitle: Testamide\n---\n### Usage\n\nPain.\n\n### Side effects\n\n* Rash\n\n"
    (chapter,) = arrange(read(f"{front}### Precautions\n\n* **Sun:** No.\n\n{text}\n"), CLINICIAN)
    part = next(each for each in chapter.parts if each.heading == "Contraindications")
    assert part.passages or part.note.startswith("No separate entry; see")


@pytest.mark.parametrize(
    "sections",
    [
        {"how_it_works": "It is broken down in the liver."},
        {"usage": "For fatty liver disease."},
        {"side_effects": "* **Hepatic:** Liver failure."},
    ],
)
def test_nobody_is_sent_to_what_only_describes_an_organ(sections: dict[str, str]) -> None:
    found = note("Hepatic impairment", write(**sections))
    assert found == "No separate entry; other parts may speak of it."


@pytest.mark.parametrize(
    ("section", "heading"),
    [("usage", "Indications"), ("side_effects", "Adverse effects"), ("how_it_works", "Mechanism")],
)
def test_a_description_that_says_what_to_do_is_named(section: str, heading: str) -> None:
    text = "It is broken down in the liver. Reduce the dose in liver disease."
    found = note("Hepatic impairment", write(**{section: text}))
    assert found == f"No separate entry; see {heading}."


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "It must not be used."),
        ("de", "Nicht anwenden."),
        ("fr", "Ne pas utiliser."),
        ("es", "No usar."),
    ],
)
def test_contraindications_are_not_denied_where_a_part_forbids_the_use(
    lang: str, text: str
) -> None:
    monograph = write(f"title: Testamide\nlang: {lang}", precautions=f"**Lungs:** {text}")
    kind = CLINICIAN.with_phrases(THEME.topics(lang))
    [chapter] = arrange(monograph, kind)
    part = next(each for each in chapter.parts if each.key == "contraindications")
    assert "Lungs" in part.note
