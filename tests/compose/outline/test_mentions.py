"""An empty part says by label where the monograph speaks of its topic, and denies nothing."""

from compose.writing import CLINICIAN, outline, read, write
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
        "No separate entry; see Questions and answers: Can I have it with other pills?"
    )


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


def test_only_a_language_with_a_table_can_deny_anything() -> None:
    labelled = "title: T\nlang: sw", "**Jua:** Hapana."
    text = f"---\n{labelled[0]}\n---\n### Usage\nA.\n### Dosage\nB.\n### Precautions\n{labelled[1]}"
    assert note("Monitoring", read(text)) == ("No separate entry; other parts may speak of it.")
