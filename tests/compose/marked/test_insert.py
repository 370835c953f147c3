"""What is marked on the pages of both kinds; each of them is proved."""

from pathlib import Path

import pytest

from compose.marked.pages import CLINICIAN, EXAMPLIN, PATIENT, marked, marked_lines, proved
from diff.planted import GRAVE, HARMLESS
from leaflet.kinds.model import Kind

BOTH = pytest.mark.parametrize("kind", [PATIENT, CLINICIAN], ids=["patient", "clinician"])

CONTENT = sorted((Path(__file__).parents[3] / "content").glob("*.md"))

TWO = """---
title: Onol + Twoin
---

# Onol

### Usage

For pain.

### Dosage

- **Adults:** 5 mg once daily.

### Side Effects

Nausea.

# Twoin

### Usage

For sleep.

### Dosage

- **Adults:** 7 mg at night.

### Side Effects

Drowsiness.
"""

DOSES = """---
title: Examplin
---

### Usage

Examplin treats pain.

### Dosage

| Age | Dose |
| --- | --- |
| 2 years | 5 mg |
| 6 years | 10 mg |

See [the guide](https://example.org/old), which is 10^6^ times better.

![A box](box.png)

### Precautions

- **Pregnancy:** Ask your doctor first.
- **Driving:** Do not drive.

### FAQs

**Q: May I drink?** A: No.
"""


@BOTH
def test_changed_words_are_marked_where_they_stand(kind: Kind) -> None:
    assert marked_lines(("2 mg once", "20 mg once"), kind=kind)[-1].endswith(
        "[-2 mg-] [+20 mg+] once daily."
    )


@BOTH
def test_deletions_stand_after_what_they_followed_on_that_page(kind: Kind) -> None:
    (line,) = marked_lines(("- Headache\n", ""), kind=kind)
    assert "Nausea [-Headache-]" in line


@BOTH
def test_what_came_first_stands_before_what_followed_it(kind: Kind) -> None:
    (line,) = marked_lines(("Examplin treats mild pain. ", ""), kind=kind)
    assert line == "[-Examplin treats mild pain.-] It does not cure its cause."


@BOTH
def test_a_boxed_warning_is_marked_word_by_word(kind: Kind) -> None:
    (line,) = marked_lines(("can stop the heart", "cannot stop the heart"), kind=kind)
    assert line.startswith("Examplin [-can-] [+cannot+] stop the heart. Check")


@BOTH
def test_a_boxed_warning_that_is_gone_is_struck_through(kind: Kind) -> None:
    boxed = "boxed_warning: Examplin can stop the heart. Check the pulse first.\n"
    lines = marked_lines((boxed, ""), kind=kind)
    assert "[-Examplin can stop the heart.-] [-Check the pulse first.-]" in lines[0]


@BOTH
def test_a_section_that_is_gone_says_what_it_was(kind: Kind) -> None:
    gone = EXAMPLIN[EXAMPLIN.index("### Side Effects") : EXAMPLIN.index("### Precautions")]
    lines = " ".join(marked_lines((gone, ""), kind=kind))
    assert "(Side Effects" in lines
    assert all(f"[-{word}-]" in lines for word in ("Nausea", "Headache", "Fits"))


@BOTH
def test_doses_that_were_exchanged_are_marked(kind: Kind) -> None:
    lines = marked_lines(("5 mg once", "7 mg once"), ("2 mg once", "5 mg once"), kind=kind)
    found = " ".join(lines)
    assert "[-5 mg-] [+7 mg+]" in found
    assert "[-2 mg-] [+5 mg+]" in found


@BOTH
def test_a_cell_of_a_table(kind: Kind) -> None:
    assert "[-5 mg-] [+50 mg+]" in marked_lines(("| 5 mg", "| 50 mg"), kind=kind, old=DOSES)


@BOTH
def test_a_label_that_was_renamed_is_marked_and_what_is_below_has_not_moved(kind: Kind) -> None:
    found = " ".join(marked_lines(("**Adults:**", "**Elderly:**"), kind=kind))
    assert "[-Adults:-] [+Elderly" in found
    assert "moved from" not in found


@BOTH
def test_what_moved_below_another_label_says_from_where(kind: Kind) -> None:
    moves = ("- Headache\n", ""), ("- Fits", "- Fits\n- Headache")
    assert "(moved from: Side Effects › Common effects include:)" in " ".join(
        marked_lines(*moves, kind=kind)
    )


def test_a_link_is_marked_around_it() -> None:
    page = marked(DOSES, DOSES.replace("[the guide]", "[the new guide]"))
    assert page is not None
    assert "<ins><a href=" in page.html
    assert "<a href" not in page.html.replace("<ins><a href", "")
    assert marked_lines(("[the guide]", "[the new guide]"), old=DOSES)


def test_another_address_behind_the_same_words_is_marked() -> None:
    (line,) = marked_lines(("org/old", "org/new"), old=DOSES)
    assert "[-<https://example.org/old>,-]" in line


def test_another_power_and_another_picture_are_marked() -> None:
    assert "[-10^6-]" in " ".join(marked_lines(("10^6^", "10^7^"), old=DOSES))
    assert "box.png" in " ".join(marked_lines(("box.png", "carton.png"), old=DOSES))


def test_names_and_facts_that_are_new_are_underlined() -> None:
    lines = marked_lines(('version: "3"', 'version: "4"'), ("- Nausea\n", ""))
    assert any("Version [+4+]" in line for line in lines)


@BOTH
def test_a_fact_that_changed_alone_has_an_edition(kind: Kind) -> None:
    old = DOSES.replace("title: Examplin", "title: Examplin\nforms: [5 mg tablets]", 1)
    page = marked(old, old.replace("[5 mg tablets]", "[50 mg tablets]"), kind)
    assert page
    assert "<ins" in page.html
    assert marked(old, old, kind) is None


def test_nothing_is_marked_that_the_kind_does_not_print() -> None:
    assert marked(DOSES, DOSES.replace("A: No.", "A: Yes."), CLINICIAN) is None
    assert marked(DOSES, DOSES.replace("A: No.", "A: Yes."), PATIENT) is not None


@BOTH
def test_what_only_moved_is_not_marked(kind: Kind) -> None:
    new = EXAMPLIN.replace("- Nausea\n- Headache", "* Headache\n* Nausea")
    assert marked(EXAMPLIN, new, kind) is None


@BOTH
def test_drugs_that_were_split_or_joined_are_marked(kind: Kind) -> None:
    joined = TWO.replace("# Twoin\n\n### Usage\n\nFor sleep.\n\n### Dosage\n\n", "", 1)
    joined = joined.replace("Nausea.\n\n- **Adults:** 7", "- **Old people:** 7")
    for old, new in ((TWO, joined), (joined, TWO), (EXAMPLIN, TWO), (TWO, EXAMPLIN)):
        assert proved(old, new, kind) == []


@pytest.mark.parametrize(
    ("file", "kind"),
    [*zip(CONTENT[::6], (PATIENT, CLINICIAN), strict=True)],
    ids=[file.stem for file in CONTENT[::6]],
)
def test_edits_planted_at_random_are_marked_and_proved(file: Path, kind: Kind) -> None:
    text, seed = file.read_text("utf-8"), CONTENT.index(file)
    for plant in GRAVE.values():
        planted = plant(text, seed)
        if planted and marked(text, planted.text, kind):
            assert proved(text, planted.text, kind) == []
    for name, plant_none in HARMLESS.items():
        assert marked(text, plant_none(text, seed), kind) is None, name
