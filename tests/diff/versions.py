"""Two versions of a small monograph, and what changed between them in one line each."""

from helpers import read_monograph
from leaflet.diff.compare import compare
from leaflet.diff.model import Change, Edit
from leaflet.resources import shipped
from leaflet.theme.search_path import Theme

ENGLISH = Theme((shipped(),)).vocabulary("en")

EXAMPLIN = """---
title: Examplin
version: "3"
boxed_warning: Examplin can stop the heart. Check the pulse first.
---

### Usage

Examplin treats mild pain. It does not cure its cause.

### Dosage

- **Adults:** 5 mg once daily. Swallow it whole.
- **Children:** 2 mg once daily.

1. Wash your hands.
2. Open the bottle.
3. Count the drops.

### Side Effects

Common effects include:

- Nausea
- Headache

Rare effects include:

- Fits

### Precautions

Do not take Examplin if you have:

- asthma
- an ulcer

Examplin must not be taken during pregnancy.

### Storage

Keep it below 25 °C.
"""


def lines(old: str, new: str) -> list[str]:
    """The changes as lines: kinds, headings and labels above, words."""
    found = compare(
        read_monograph(old.encode(), "old.md"), read_monograph(new.encode(), "new.md"), ENGLISH
    )
    return [line(each) for each in found]


def line(change: Change) -> str:
    marks = {Edit.KEPT: "{}", Edit.DELETED: "[-{}-]", Edit.INSERTED: "[+{}+]"}
    words = " ".join(marks[run.edit].format(run.text) for run in change.runs)
    others = f" and {change.others} more" if change.others else ""
    return f"{' '.join(change.kinds)} | {change.statement.where} | {words}{others}"


def edited(*replacements: tuple[str, str]) -> list[str]:
    """What changed in the monograph above by replacing texts."""
    new = EXAMPLIN
    for before, after in replacements:
        assert new.count(before) == 1, before
        new = new.replace(before, after)
    return lines(EXAMPLIN, new)
