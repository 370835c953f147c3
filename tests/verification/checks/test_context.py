"""Statements that stand under something else than their author put them under are refused."""

import re
from collections.abc import Callable
from functools import reduce

import pytest

from leaflet.verification.expected.wording import NO_WORDS
from verification.fault_injection import MONOGRAPH, Fault, findings

TEXT = """---
title: Testamide
---

### Generic Name
Testamide

### Usage
Testamide treats what the tests complain of.

### Dosage
**Adults:** 500 mg twice daily.

**Children:** 10 mg/kg once daily.

**Infusion:**

1. Dilute in 100 mL of saline.
2. Infuse over two hours.
3. Flush the line.

**Kidney disease:**

| Clearance | Dose |
| --- | --- |
| Above 60 | 450 mg in the evening |
| Below 60 | 150 mg in the morning |

### Side Effects
Common side effects:

* Headache
* Drowsiness

Serious side effects:

* Liver failure
* Seizures

### How it Works
It binds to something.

### Precautions
* **Pregnancy:** Testamide is contraindicated in pregnancy.
* **Storage:** Store below 25 degrees.

Do not take it if you have:

* Porphyria
* Gout

Tell your doctor if you have:

* Asthma
* Diabetes

### FAQs
* **Q: What if I miss a dose?** A: Skip it.
* **Q: Can I drive?** A: Yes, if you are not sleepy.
"""

TWO = """---
title: Testamide + Provamide
---

# Testamide

### Usage
Treats what the tests complain of.

### Dosage
500 mg twice daily.

### Side Effects
Drowsiness.

### Precautions
Keep it dry.

# Provamide

### Usage
Treats what the proofs complain of.

### Dosage
20 mg at night.

### Side Effects
Itching.

### Precautions
Keep it cool.
"""


def swapped(one: str, other: str) -> Callable[[str], str]:
    """Exchange two texts wherever they are, whatever hyphens and spaces are in them."""

    def swap(html: str) -> str:
        first, second = (re.search(_loose(text), html) for text in (one, other))
        assert first, html
        assert second, html
        either = f"{_loose(one)}|{_loose(other)}"
        return re.sub(
            either, lambda m: second[0] if re.fullmatch(_loose(one), m[0]) else first[0], html
        )

    return swap


def _loose(text: str) -> str:
    return "".join(r"\s" if char == " " else re.escape(char) + "\u00ad?" for char in text)


def moved(pattern: str, before: str) -> Callable[[str], str]:
    """Move what the pattern finds first before the first ``before`` of the rest."""

    def move(html: str) -> str:
        found = re.search(pattern, html, re.DOTALL)
        assert found, html
        rest = html.replace(found[0], "", 1)
        assert re.search(before, rest), rest
        return re.sub(before, lambda match: found[0] + match[0], rest, count=1)

    return move


SABOTAGES = {
    "labels swapped": ("patient", swapped("<b>Adults:</b>", "<b>Children:</b>")),
    "labels of a dose table swapped": ("clinician", swapped(">Adults<", ">Children<")),
    "doses of a dose table swapped": (
        "clinician",
        swapped("500 mg</strong> twice daily", "10 mg/kg</strong> once daily"),
    ),
    "a row under another label": ("patient", swapped("Above 60", "Below 60")),
    "columns exchanged": ("patient", swapped(">Clearance<", ">Dose<")),
    "an item in another group": ("patient", moved("<li[^>]*>Gout</li>", "<li[^>]*>Asthma</li>")),
    "an effect in another list": (
        "patient",
        moved("<li[^>]*>Liver failure</li>", "<li[^>]*>Headache</li>"),
    ),
    "an effect in another line": ("clinician", swapped("Liver failure", "Headache")),
    "lead-ins exchanged": (
        "patient",
        swapped("Do not take it if you have:", "Tell your doctor if you have:"),
    ),
    "lead-ins exchanged on the sheet": (
        "clinician",
        swapped("Do not take it if you have:", "Tell your doctor if you have:"),
    ),
    "a lead-in taken away": (
        "patient",
        moved('<p class="lead">Do not take it if you have:</p>', '<p class="lead">Common'),
    ),
    "a dose among the effects": (
        "patient",
        moved("<p[^>]*><b>Adults:</b>.*?</p>", '<p class="lead">Common side effects'),
    ),
    "steps swapped": (
        "patient",
        swapped("Dilute in 100 mL of saline.", "Infuse over two hours."),
    ),
    "steps swapped on the sheet": (
        "clinician",
        swapped("Infuse over two hours.", "Flush the line."),
    ),
    "questions exchanged": ("patient", swapped("Skip it.", "Yes, if you are not sleepy.")),
    "a label lost": ("patient", moved("<b>Children:</b>", "Testamide treats what")),
}


@pytest.mark.parametrize(("kind", "sabotage"), SABOTAGES.values(), ids=list(SABOTAGES))
def test_a_statement_under_other_words_is_refused(
    kind: str, sabotage: Callable[[str], str]
) -> None:
    found = findings(Fault(composed=_with_bound_units(sabotage)), kind, TEXT)
    assert "wrong-context" in {finding.code for finding in found}


def _with_bound_units(change: Callable[[str], str]) -> Callable[[str], str]:
    """Change HTML without its word joiners, which no reader sees."""
    return lambda html: change(html.replace("\u2060", ""))


@pytest.mark.parametrize("kind", ["patient", "clinician"])
@pytest.mark.parametrize("text", [TEXT, TWO, MONOGRAPH])
def test_a_statement_under_its_own_words_is_not(kind: str, text: str) -> None:
    assert "wrong-context" not in {finding.code for finding in findings(Fault(), kind, text)}


@pytest.mark.parametrize("kind", ["patient", "clinician"])
def test_a_dose_of_another_drug_is_refused(kind: str) -> None:
    end = "</strong>" if kind == "clinician" else ""
    change = _with_bound_units(swapped(f"500 mg{end} twice daily", f"20 mg{end} at night"))
    found = findings(Fault(composed=change), kind, TWO)
    assert "wrong-context" in {finding.code for finding in found}


BOXES = """- **Adults:** 500 mg twice daily.

> [!NOTE]
> Halve it after one week.

- **Children:** 10 mg/kg once daily.
- **Missed dose:** Skip it.
- **Overdose:**

!!! danger "Act at once"
    Call the poison centre.

**Taking it:** with water.

::: tip
With food.
:::

- **Handling:** Keep it dry.
"""
BOXED = re.sub(r"(?s)(?<=### Dosage\n).*?(?=\n### Side)", lambda _: BOXES, TEXT)


@pytest.mark.parametrize("kind", ["patient", "clinician"])
def test_what_is_in_a_box_and_below_it_stays_there(kind: str) -> None:
    assert _boxed(lambda html: html, kind) == []


@pytest.mark.parametrize(
    "sabotage",
    [
        # the box as the heading of what follows it
        lambda html: re.sub(
            r"<p[^>]*><b>Note:</b> (Halve[^<]*)</p>",
            r'<p>\1</p>\n<p class="lead"><b>Note:</b></p>',
            html,
        ),
        # a label that is left without its box
        moved("<p[^>]*><b>Act at once:</b>.*?</p>", "<ul>"),
        swapped("Act at once:", "Note:"),
        swapped("Call the poison centre.", "Halve it after one week."),
    ],
)
def test_a_box_parted_from_its_label_is_refused(sabotage: Callable[[str], str]) -> None:
    assert _boxed(sabotage, "patient")


def _boxed(change: Callable[[str], str], kind: str) -> list[str]:
    found = findings(Fault(composed=_with_bound_units(change)), kind, BOXED)
    return [one.message for one in found if one.code == "wrong-context"]


GROUPS = """**Adults:**

* **Pain:** 5 mg.
* **Fever:** 2 mg.

**Children:**

* **Cough:** 1 mg.

**Older people:**

* **Kidney disease:** 3 mg.
* **Gout:** 4 mg.

**Dosage adjustments:**

* **Liver disease:** 6 mg.
    * Stop at 8 mg.
* **With inhibitors:** 7 mg.

"""


def start(label: str) -> str:
    return rf'<tbody[^>]*>\s*<tr><th scope="row">{label}</th>'


def row(label: str) -> str:
    return rf"{start(label)}(?:(?!<tbody).)*</tbody>"


@pytest.mark.parametrize(
    "sabotage",
    [
        swapped(">Adults<", ">Children<"),
        swapped(">Fever<", ">Cough<"),
        moved(row("Fever"), start("Cough")),
        moved(row("Kidney disease"), start("With inhibitors")),
        moved('<p class="lead[^>]*><b>Liver disease:</b>.*?</ul>', r"<p>\s*Testamide treats"),
    ],
    ids=["heads", "rows", "another group", "no longer of older people", "an adjustment"],
)
def test_a_dose_in_another_group_is_refused(sabotage: Callable[[str], str]) -> None:
    text = re.sub(r"(?<=### Dosage\n).*?(?=### Side)", GROUPS, TEXT, flags=re.DOTALL)
    assert [one.message for one in findings(Fault(), "clinician", text)] == []
    found = findings(Fault(composed=_with_bound_units(sabotage)), "clinician", text)
    assert "wrong-context" in {finding.code for finding in found}


@pytest.mark.parametrize("kind", ["patient", "clinician"])
def test_labels_that_differ_in_a_sign_are_two(kind: str) -> None:
    found = findings(Fault(composed=_with_bound_units(_other_signs)), kind, MONOGRAPH)
    assert "wrong-context" in {finding.code for finding in found}


def _other_signs(html: str) -> str:
    """Exchange the signs of two labels, "&gt;25 kg" and "≤25 kg"."""
    signs = {"&gt;": "≤", "≤": "&gt;"}
    changed, number = re.subn(r"(&gt;|≤)(?=25\skg:?<)", lambda sign: signs[sign[0]], html)
    assert number == 2, html
    return changed


def test_a_row_without_a_head_is_under_that_of_its_table() -> None:
    """A question, "Below 60?", that has the words of that head is not above the row."""
    rows = "| Below 60 | Dose |\n| --- | --- |\n|  | 150 mg in the morning |"
    text = re.sub(r"\| Clearance.*morning \|", rows, TEXT, flags=re.DOTALL)
    text += "* **Q: Below 60?** A: Ask.\n"
    for kind in ("patient", "clinician"):
        assert "wrong-context" not in {one.code for one in findings(Fault(), kind, text)}


ONE_LINE = """---
title: Testamide + Provamide
---

**1. Testamide:**

### Usage: Treats what the tests complain of.

### Dosage: Take it twice daily, with much water.

### Side Effects: Drowsiness and dry eyes.

### Precautions: Keep it dry.

**2. Provamide (unspecified):**

### Usage: Treats what the proofs complain of.

### Dosage: Take it at night.

### Side Effects: Itching of both hands.

### Precautions: Keep it cool.
"""


def test_what_holds_for_all_drugs_is_under_none() -> None:
    text = TWO + "\n**In summary:** Never both at once.\n\n# FAQs\n* **Q: Is it safe?** A: Ask.\n"
    for kind in ("patient", "clinician"):
        assert "wrong-context" not in {each.code for each in findings(Fault(), kind, text)}
    for dose in ("500 mg twice daily.", "20 mg at night."):
        change = swapped(dose, "Never both at once.")
        found = findings(Fault(composed=change), "patient", text)
        assert "wrong-context" in {each.code for each in found}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Take it twice daily, with much water.", "Itching of both hands."),
        ("Take it twice daily, with much water.", "Take it at night."),
    ],
)
def test_text_in_the_line_of_its_heading_has_its_section_and_drug(one: str, other: str) -> None:
    for kind in ("patient", "clinician"):
        assert "wrong-context" not in {each.code for each in findings(Fault(), kind, ONE_LINE)}
        found = findings(Fault(composed=swapped(one, other)), kind, ONE_LINE)
        assert "wrong-context" in {each.code for each in found}


def test_a_section_whose_heading_names_the_medicine_is_that_section() -> None:
    text = TEXT.replace(
        "### Generic Name\nTestamide\n", "### Generic Name: Testamide\n\nThe tablets contain it.\n"
    )
    for kind in ("patient", "clinician"):
        assert "wrong-context" not in {each.code for each in findings(Fault(), kind, text)}


def test_an_item_that_begins_with_a_sign_is_no_quotation() -> None:
    text = TEXT.replace("* Asthma\n", "* >25 kg of weight\n")
    change = moved("<li[^>]*>&gt;25\\skg of weight</li>", "<li[^>]*>Gout</li>")
    found = findings(Fault(composed=_with_bound_units(change)), "patient", text)
    assert "wrong-context" in {each.code for each in found}


def test_the_finding_says_where_it_is_and_where_it_belongs() -> None:
    fault = Fault(composed=swapped("<b>Adults:</b>", "<b>Children:</b>"))
    found = [one for one in findings(fault, "patient", TEXT) if one.code == "wrong-context"]
    assert [one.line for one in found] == [12, 14]
    assert '"500 mg twice daily." is not under "adults"' in found[0].message
    assert 'its author put it under "dosage" › "adults"' in found[0].message


def test_words_repeated_otherwise_than_written_are_refused() -> None:
    def change(html: str) -> str:
        before, repeated, after = re.split(
            "(<div data-repeat>.*?</div>)", html, maxsplit=1, flags=re.DOTALL
        )
        return before + repeated.replace("in pregnancy", "in infancy") + after

    found = findings(Fault(composed=change), "patient", TEXT)
    assert any("is not in the file in these words" in one.message for one in found)


def test_a_repeated_statement_keeps_its_label() -> None:
    def change(html: str) -> str:
        return html.replace("<p><b>Pregnancy:</b>", "<p><b>Storage:</b>", 1)

    found = findings(Fault(composed=change), "patient", TEXT)
    assert any("is under" in one.message for one in found)


IN_LANGUAGES = {
    "en": ("Do not take it if you have:", "For children:", "The warnings are:"),
    "de": ("Nehmen Sie es nicht, wenn Sie haben:", "Bei Kindern:", "Die Warnhinweise sind:"),
    "fr": ("Ne prenez jamais ce médicament :", "Pour les enfants :", "Les mises en garde sont :"),
    "es": ("No lo tome si tiene:", "Para los niños:", "Las advertencias son:"),
    "ar": ("لا تتناوله إذا كنت تعاني من:", "للأطفال:", "التحذيرات هي:"),
    "hi": ("इसे न लें अगर आपको हो:", "बच्चों के लिए:", "चेतावनियाँ ये हैं:"),
}


def _lost_lead(language: str, lead: str) -> set[str]:
    """What the proof finds where a lead-in above labelled items is not printed."""
    items = "\n".join(f"* **{number}00 mg:** {number}." for number in "123")
    text = TEXT.replace("Do not take it if you have:", f"{lead}\n\n{items}\n\nAlso:")
    text = text.replace("title: Testamide", f"title: Testamide\nlang: {language}")
    paragraph = f'<p class="lead"[^>]*>(<[^>]*>)*{_loose(lead)}(<[^>]*>)*</p>'

    def change(html: str) -> str:
        changed, number = re.subn(paragraph, "", html)
        assert number, html
        return changed

    return {each.code for each in findings(Fault(composed=change), "patient", text)}


@pytest.mark.parametrize("language", IN_LANGUAGES)
def test_labelled_items_without_their_lead_in_are_refused_if_it_limits_them(language: str) -> None:
    *limiting, other = IN_LANGUAGES[language]
    for lead in limiting:
        assert "wrong-context" in _lost_lead(language, lead), lead
    assert "wrong-context" not in _lost_lead(language, other)


def test_in_a_language_without_words_any_lead_in_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("leaflet.verification.load_wording", lambda _: NO_WORDS)
    assert "wrong-context" in _lost_lead("en", "The warnings are:")


@pytest.mark.parametrize("before", ["<br>\n", "<!-- seen -->\n", "<!-- seen\n\nby: all -->\n"])
def test_text_below_a_line_of_markup_is_under_its_own_words(before: str) -> None:
    way = f"Way 13:\n\n{before}Keep it in the box.\n\n**Way 14:** Leave it there.\n\n"
    text = TEXT.replace("Do not take it if", f"{way}Do not take it if")
    text = text.replace("It binds to something.", f"{before}It binds to something.")
    for kind in ("patient", "clinician"):
        assert "wrong-context" not in {each.code for each in findings(Fault(), kind, text)}
    change = swapped("Keep it in the box.", "It binds to something.")
    assert "wrong-context" in {
        one.code for one in findings(Fault(composed=change), "patient", text)
    }


LAYOUTS = {
    "a table of cells": (
        r'(?s)<div class="cell [^"]*">\s*<svg[^>]*><path[^>]*/></svg>\s*'
        r"(<h2[^<]*(?:<span[^<]*</span>)?</h2>\s*<p>[^<]*</p>)\s*</div>",
        r"<table><tr><td>\1</td></tr></table>",
    ),
    "boxes without frames": (r'<div class="cell [^"]*">(?s:(.*?))</div>', r"\1"),
    "questions below headings": (
        r"<h2>(What if[^<]+)</h2>",
        r'<h2 data-own>If you miss a dose</h2><h3 class="question">\1</h3>',
    ),
    "labels below headings": (
        r"<h2>Pregnancy</h2>\s*<p>",
        r"<h2 data-own>Pregnancy and breast-feeding</h2><p><b>Pregnancy:</b> ",
    ),
    "labels run into the headings": (
        r"<h2 [^>]*data-own>(?:<span[^>]*>)?(What[^<]+|How[^<]+)(?:</span>)?</h2>\s*"
        r"<p><b>([^<]+):</b> ",
        r"<h2><span data-own>\1: </span>\2</h2>\n<p>",
    ),
}


@pytest.mark.parametrize(("old", "new"), LAYOUTS.values(), ids=list(LAYOUTS))
def test_the_layout_of_a_page_does_not_matter(old: str, new: str) -> None:
    def lay_out(html: str) -> str:
        assert re.search(old, html), html
        return re.sub(old, new, html)

    assert _contexts(lay_out) == []
    for one, other in (
        ("Skip it.", "Yes, if you are not sleepy."),
        ("<b>Adults:</b>", "<b>Children:</b>"),
        ("It binds to something.", "Liver failure"),
    ):
        assert _contexts(swapped(one, other), lay_out), one


def _contexts(*changes: Callable[[str], str]) -> list[str]:
    def change(html: str) -> str:
        return reduce(lambda changed, each: each(changed), changes, html)

    found = findings(Fault(composed=_with_bound_units(change)), "patient", TEXT)
    return [one.message for one in found if one.code == "wrong-context"]


@pytest.mark.parametrize("above", ["For children", "Adults and elderly people"])
def test_a_section_without_the_words_for_whom_it_is_is_refused(above: str) -> None:
    """A heading above several sections is printed above the first of them at most."""
    text = (
        "---\ntitle: Testamide\n---\n## Uses\n\nTestamide is for pain.\n\n"
        f"## {above}\n\n### Dosage\n\n2 mg\n\n### Side effects\n\nRash.\n"
    )
    assert "wrong-context" in {finding.code for finding in findings(Fault(), "patient", text)}


def test_sections_of_two_forms_are_not_mixed() -> None:
    text = (
        "---\ntitle: Testamide\n---\n## Tablets\n\n### Uses\n\nPain.\n\n"
        "## Syrup\n\n### Dosage\n\n10 mL\n\n### Side effects\n\nRash.\n"
    )
    assert "wrong-context" in {finding.code for finding in findings(Fault(), "patient", text)}
