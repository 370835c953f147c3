"""The monographs that a new project begins with: a sample, and one to fill in."""

import json

SAMPLE = """\
---
title: Examplin
boxed_warning: This is a sample of how a leaflet looks. There is no medicine of this name.
lang: en
version: "1"
---

### Generic Name
Examplin

### Usage
Examplin is a sample. It is used to show where each part of a monograph is printed.

### Dosage
- **Adults:** One tablet of 10 mg by mouth once daily, for 5 days.
- **Older people (65 years and over):** One tablet of 5 mg once daily.
- **Children:** Not used.
- **Missed dose:** Take the next one at its usual time. Do not take two doses together.
- **Overdose:** You may feel very sleepy. Go to a hospital at once, and take this leaflet with you.

### Side Effects
- **Get help at once:** Swelling of the face or throat.
- **Common (up to 1 in 10 people):** Tired eyes.
- **Reporting side effects:** Tell your pharmacist about any of them.

### How it Works
It shows how each part of a monograph looks in print.

### Precautions
**Who must not take it:** People who are allergic to it.

**Other medicines:** Tell your pharmacist about all that you take.

**Alcohol and food:** Take it with food. Do not drink alcohol with it.

**Pregnancy and breast-feeding:** Not used.

**Driving and using machines:** Do not drive if your eyes are tired.

**Inactive ingredients:** Lactose.

**Storage:** Keep below 25 °C.

### FAQs
**Q: What if I stop taking it?**
A: Nothing happens. There is no medicine of this name.

### Brand Names
- Examplor
"""

MARK = "{fill_in}"
"""Marks what is to be written; a text that contains it is never printed."""

_ADVICE = {
    "Generic Name": "The name of the active substance.",
    "Usage": "What {name} is used for: one sentence or line for each use, and for whom.",
    "Dosage": "- **Adults:** {fill_in} How much, how often, how long; with the unit in full.\n"
    "- **Children:** {fill_in} By age or weight, or that they must not have it.\n"
    "- **Missed dose:** {fill_in} What to do.\n"
    "- **Overdose:** {fill_in} What to do, and where to get help.",
    "Side Effects": "- **Get help at once:** {fill_in} What is an emergency, and its signs.\n"
    "- **Common (up to 1 in 10 people):** {fill_in} One effect a line, the frequent ones first.",
    "How it Works": "One or two sentences that a patient understands.",
    "Precautions": "- **Who must not take it:** {fill_in} Contraindications.\n"
    "- **Other medicines:** {fill_in} Interactions, and what to do about each.\n"
    "- **Alcohol and food:** {fill_in} What to avoid.\n"
    "- **Pregnancy and breast-feeding:** {fill_in} What is known, and what to do.\n"
    "- **Driving and using machines:** {fill_in} Whether it impairs.\n"
    "- **Storage:** {fill_in} Temperature, light, and after opening.",
    "FAQs": "**Q: {fill_in} What do patients ask about it?**\nA: {fill_in} A short answer.",
}
"""The seven sections, and what to write in each."""

_HEAD = """\
---
title: {name}
# generic_name: the active substance; brand_names: [A, B]; drug_class: ...; forms: [5 mg tablets]
# boxed_warning: what nobody must miss
lang: en
version: "1"
# reviewed: 2026-01-31    by whom: reviewer; review_due, organisation, contact, url, sources
---

"""


def blank(name: str) -> str:
    """A monograph to fill in: all sections, each with advice on what to write there.

    As long as one of its marks is left, leaflet refuses to print it: it only looks like a leaflet.
    """
    sections = (
        f"### {heading}\n{advice if MARK in advice else f'{MARK} {advice}'}\n"
        for heading, advice in _ADVICE.items()
    )
    head = _HEAD.replace("{name}", json.dumps(name, ensure_ascii=False))
    return head + "\n".join(sections).replace("{name}", name)
