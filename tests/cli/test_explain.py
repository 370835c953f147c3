"""`leaflet explain`: where each statement goes, and why."""

from pathlib import Path

from cli.running import leaflet

TEXT = """---
title: Examplin
---
### Usage
For tests.
### Dosage
**Adults:** 5 mg.

**Renal impairment:** 2 mg.
### Side Effects
Few.
### How it Works
It works.
### Precautions
* **Gout:** It must not be used in gout.
### FAQs
**Q: May I drive?** A: No.
"""


def test_each_statement_has_its_line_its_part_and_the_reason() -> None:
    Path("one.md").write_text(TEXT, "utf-8")
    shown = leaflet("explain", "one.md").stdout
    assert shown.startswith("Clinician summary (clinician)\n    5  For tests.\n")
    for row in (
        "    9  Renal impairment: 2 mg.\n"
        '       → Renal impairment: "Renal" is about the topic renal\n',
        "    7  Adults: 5 mg.\n       → Dose: it is in the section Dosage\n",
        "   15  Gout: It must not be used in gout.\n"
        "       → Contraindications: repeated, because it states a contraindication\n",
        "   17  May I drive?\n       → left out: this kind leaves out FAQs\n",
        "   17  May I drive?\n"
        '       → Driving and using machines: "drive" is about the topic driving\n',
    ):
        assert row in shown


def test_one_kind_can_be_chosen_and_a_fault_has_its_line() -> None:
    Path("one.md").write_text(TEXT, "utf-8")
    assert "Clinician" not in leaflet("explain", "one.md", "-k", "patient").stdout
    Path("bad.md").write_text("---\ntitle: A\n---\n", "utf-8")
    assert "bad.md:3: error[not-a-monograph]" in leaflet("explain", "bad.md").output


def test_a_heading_with_a_colon_has_one() -> None:
    Path("one.md").write_text(TEXT + "### Do not use:\nIn gout.\n", "utf-8")
    assert "Do not use: In gout." in leaflet("explain", "one.md").stdout
