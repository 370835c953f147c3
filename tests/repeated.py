"""Monographs in which something is repeated, as often as a test asks for.

Each pattern once took work that grew with the square of a text, or is a relative of one that did.
"""

from collections.abc import Callable
from functools import partial

NUMBER = "№"
"""Stands for the number of each repetition."""

WORD = "antihypertensive" * 2
"""A word that leaves no room for a second column."""

SECTIONS = {
    "Generic Name": "Testamide",
    "Usage": "Testamide is for mild pain.",
    "Dosage": "- **Adults:** 5 mg by mouth once a day.",
    "Side Effects": "Drowsiness.",
    "How it Works": "It blocks pain.",
    "Precautions": "Ask first.",
    "FAQs": "**Q: What if I miss a dose?** A: Skip it.",
}

IN_DOSAGE = {
    "labels": "**L№:** x\n\n",
    "labelled doses": "**L№:** № mg\n\n",
    "the same label": "**Adults:** № mg\n\n",
    "labels without text": "**L№:**\n\n",
    "definitions": "Term №\n: meaning № mg\n\n",
    "labelled items": "- **L№:** № mg\n",
    "labels under labels": "- **Group №:**\n  - **Pain:** № mg\n  - **Fever:** 2 mg\n",
    "labels over lists": "**Group №:**\n\n* **Pain:** № mg\n* **Fever:** 2 mg\n\n",
    "items with doses": "- Take № mg daily\n",
    "doses": "5 mg ",
    "doses and volumes": "5 mg/5 mL ",
    "numbered doses": "№ mg ",
    "doses in paragraphs": "Take 5 mg.\n\n",
    "maximum doses": "Take 5 mg, at most 4 mg a day. ",
    "abbreviations": "Take 5 mg OD. ",
    "strengths": "1:1,000 solution ",
    "cycles": "**L№:** Take on days 1 to 21 of a 28-day cycle.\n\n",
    "other cycles": "Take on day № of a 42-day cycle. ",
    "words in a cell": "**Adults:** one word №\n",
    "lists that restart": "1. Step №.\n2) and\n",
    "linked labels": "**L№:** [link №](https://e.org/№)\n\n",
    "code in a cell": "**L№:** `b№` x\n\n",
    "long words in cells": "**L№:** antihypertensiveantihypertensiveantihypertensive\n\n",
    "tables": "| a | b |\n|---|---|\n| № | x |\n\ntext\n\n",
    "words of many parts": "a-b/c-d/e-f/g-h/i-j/k-l/m-n/o-p/q-r/s-t/u-v/w-x ",
}

IN_PRECAUTIONS = {
    "paragraphs": "Sentence number №.\n\n",
    "sentences": "Sentence number №. ",
    "warnings": "Never mix this with wort№ ginger№ garlic№ clover№.\n\n",
    "warnings in a paragraph": "Never mix it with wort№ ginger№ garlic№ clover№. ",
    "items": "- Item №\n",
    "nested items": "- Item №\n  - inner\n    - innermost\n",
    "numbered items": "1. Step №\n",
    "lists that start again": "1. Step №.\n\nText.\n\n",
    "labels": "**L№:** x\n\n",
    "headings": "#### Heading №\n\nText.\n\n",
    "headings without text": "#### Heading №\n\n",
    "sections": "### Heading №\n\nText.\n\n",
    "links": "[link №](https://e.org/№) ",
    "beginnings of links": "](< ",
    "addresses without an end": "](a ",
    "opening brackets": "[ ",
    "opening brackets, one a paragraph": "[ a\n\n",
    "pictures without an end, one a paragraph": "![a](\n\n",
    "brackets": "[a] b] ",
    "pictures without an end": "![a](",
    "unclosed comments": "<!-- ",
    "unclosed comments, one a line": "<!--\n\n",
    "comments that do not close": "<!-- - - - ",
    "comments of dashes": "<!-- - - -\n\n",
    "comments": "<!-- a --> b ",
    "code": "`b№` x ",
    "open code": "`a ",
    "runs of backticks": "` `` ``` ",
    "fences": "```\n\n",
    "bold tags": "<b>b№</b> x ",
    "open tags": "<b>",
    "open tags, one a paragraph": "<b>x\n\n",
    "closing tags": "</b> ",
    "emphasis": "**b№** *c* ",
    "open emphasis": "**a ",
    "stars": "*a ",
    "underscores": "_a ",
    "forced breaks": "line №<br>",
    "escapes": "\\* ",
    "entities": "&amp; ",
    "quotations": "> line №\n",
    "long words": "antihypertensiveantihypertensive ",
    "Arabic": "كلمة № mg ",
    "Arabic with emphasis": "كلمة **№** mg ",
    "disclaimers": "Disclaimer: this is not medical advice.\n\n",
    "rows": "| r№ | x |\n",
    "dashes": "- - - - x\n",
    "equal signs": "a\n===\n\n",
    "wide spaces": "5    ",
}

IN_SIDE_EFFECTS = {
    "frequencies": "- **Common (№%):** effect№\n",
    "labels of ranks": "**Serious №:** effect\n\n",
    "effects": "- Effect №\n",
    "likely in people": "Common: up to 1 in № people. ",
}

IN_FAQS = {
    "questions": "**Q: May I do №?** A: No.\n\n",
    "answers in lists": "**Q: May I?**\n\n* **A:** No №\n\n",
}

QUESTIONS = IN_FAQS["questions"]
DRUGS = "\n## Drug№amide\n\n### Usage\n\nFor pain.\n\n### Dosage\n\n**Adults:** 5 mg.\n\n"


def monograph(heading: str, text: str, front: str = "title: Testamide") -> str:
    """A monograph with ``text`` under one of its headings."""
    sections = {**SECTIONS, heading: f"{SECTIONS.get(heading, '')}\n\n{text}\n\nThe end"}
    body = "\n\n".join(f"### {name}\n\n{words}" for name, words in sections.items())
    return f"---\n{front}\n---\n\n{body}\n"


def repeated(unit: str, number: int) -> str:
    """So many of a unit, on lines that are shorter than any limit."""
    units = [unit.replace(NUMBER, str(each)) for each in range(1, number + 1)]
    if "\n" in unit:
        return "".join(units)
    on_a_line = 5000 // len(unit)
    lines = (units[start : start + on_a_line] for start in range(0, number, on_a_line))
    return "\n\n".join("".join(line) for line in lines)


def front_list(key: str, number: int) -> str:
    return f"title: Testamide\n{key}:\n" + "".join(f"  - Name {each}\n" for each in range(number))


def titled(number: int) -> str:
    """A title of many parts, and a text of many words."""
    title = " + ".join(f"nam{each}ine" for each in range(number))
    return monograph(
        "Dosage", " ".join(f"word{each}" for each in range(10 * number)), f"title: {title}"
    )


def questions_of_drugs(number: int) -> str:
    return monograph("FAQs", repeated(QUESTIONS, number) + repeated(DRUGS, number))


def brands_and_labels(number: int) -> str:
    text = repeated(IN_DOSAGE["labels"], number)
    return monograph("Dosage", text, front_list("brand_names", number))


def rows(number: int) -> str:
    return monograph("Usage", "| a | b |\n|---|---|\n" + "| x | y |\n" * number)


def columns(number: int) -> str:
    head, line, row = (cell * (number // 2) for cell in (f" {WORD} |", "---|", " x |"))
    return monograph("Usage", f"|{head}\n|{line}\n" + f"|{row}\n" * 5)


def under(heading: str, unit: str, number: int) -> str:
    """A unit repeated in a section."""
    return monograph(heading, repeated(unit, number))


def listed(key: str, number: int) -> str:
    """A list in the front matter."""
    return monograph("Usage", "", front_list(key, number))


def valued(start: str, unit: str, number: int) -> str:
    """A unit repeated in a value of the front matter."""
    return monograph("Usage", "", start + unit * number)


PATTERNS: dict[str, Callable[[int], str]] = {
    f"{heading}: {name}": partial(under, heading, unit)
    for heading, units in (
        ("Dosage", IN_DOSAGE),
        ("Precautions", IN_PRECAUTIONS),
        ("Side Effects", IN_SIDE_EFFECTS),
        ("FAQs", IN_FAQS),
    )
    for name, unit in units.items()
} | {
    "brand names": partial(listed, "brand_names"),
    "forms": partial(listed, "forms"),
    "sources": partial(listed, "sources"),
    "a title of one word": partial(valued, "title: T", "a"),
    "a title of many words": partial(valued, "title: T", " word"),
    "a boxed warning": partial(valued, "title: T\nboxed_warning: Stop", " word"),
    "parts of a title and words": titled,
    "brand names and labels": brands_and_labels,
    "drugs": lambda number: monograph("FAQs", repeated(DRUGS, number)),
    "drugs and questions": questions_of_drugs,
    "rows of a table": rows,
    "columns of a table": columns,
}
