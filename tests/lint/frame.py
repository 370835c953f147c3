"""A monograph without findings, into which tests put other text."""

import re

MARK = "▶"
"""Marks where a finding is expected; it is removed before the text is read."""

FRAME = """\
---
title: Examplin
---

# Examplin

### Usage

Examplin eases pain.

### Dosage

Adults take 5 mg by mouth once a day for 3 days. It comes in tablets.
Children must not take it. Older people take 2 mg.

### Side Effects

You may feel sick. Report any side effects to your doctor.

### How it Works

It blocks pain.

### Precautions

It may interact with warfarin. Do not take it if you cannot take lactose.
Do not drive, drink alcohol, or take it if you are pregnant.

### FAQs

**Q: What if I miss a dose?** A: Skip it.

**Q: What if I take too much?** A: Call a doctor.

**Q: Can I stop taking it?** A: Yes.

**Q: How do I store it?** A: Keep it dry.
"""


def framed(text: str) -> tuple[str, list[tuple[int, int]]]:
    """A text as a whole file, and the positions (line, column) that it marks.

    A text that begins with front matter is the whole file. Any other repositions the section Dosage
    of the frame, or the section with the heading that it begins with.
    """
    whole = text if text.lstrip(MARK).startswith("---") else _in_frame(text)
    positions = []
    while MARK in whole:
        above, _, rest = whole.partition(MARK)
        positions.append((above.count("\n") + 1, len(above) - above.rfind("\n")))
        whole = above + rest
    return whole, positions


def _in_frame(text: str) -> str:
    heading = re.match(rf"{MARK}?### {MARK}?(.+)", text)
    name = heading[1] if heading else "Dosage"
    section = re.search(rf"### {name}\n.*?(?=\n### |\Z)", FRAME, re.S)
    assert section, name
    body = text if heading else f"### {name}\n\n{text}"
    return FRAME[: section.start()] + body + "\n" + FRAME[section.end() :]
