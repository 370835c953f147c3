"""The checklists of ``benchmarks.checklists``: a page that meets them, and one that meets none."""

import sys
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pytest

from helpers import render
from leaflet.job import PictureFolder
from leaflet.rendering import compile_stylesheet
from leaflet.verification.pdf.model import MarkedContent

sys.path.append(str(Path(__file__).parents[1]))

from benchmarks.checklists.__main__ import answers, table
from benchmarks.checklists.document import Document
from benchmarks.checklists.items import GROUPS

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Example</title>
</head><body>{body}</body></html>"""

CSS = """
@page { size: a4; margin: 20mm; @bottom-left { content: "Example · General information." }
  @bottom-right { content: "Page " counter(page) " of " counter(pages) } }
html { font: 12pt/1.4 "Atkinson Hyperlegible" }
h1 { font-size: 20pt } h2 { font-size: 14pt } h3 { font-size: 12.5pt }
p, ul { max-width: 120mm } ul { list-style: none } li::before { content: "• " }
.box { border: 2pt solid } a { color: #0b4759; font-weight: bold; text-decoration: none }
"""

KINDS = ("patient", "clinician")

GOOD = """<h1>Example</h1><p>This does not replace the leaflet in the pack. Not reviewed.</p>
<div class="box"><h2>Who must not take Example</h2><p>Anyone with an <a>allergy</a>.</p></div>
<h2>What Example is used for</h2><p>Mild pain. Get help at once if it becomes worse.</p>
<h2>How to take Example</h2><ul><li>Take 5 mg in the morning.</li><li>Drink water.</li></ul>
<div class="box"><h2>Serious side effects</h2><p>Very common (more than 1 in 10): rash.</p></div>
<h2>Other side effects</h2><p>Common (up to 1 in 10 people): headache.</p>
<h2>How Example works</h2><p>It blocks pain.</p><h2>1 What Example is used for</h2>
<h2>2 Possible side effects</h2><table><thead><tr><th>Who</th><th>Dose</th></tr></thead>
<tbody><tr><td>Adults</td><td>5 drops</td></tr></tbody></table><h2>My questions</h2>"""

SHEET_CSS = (
    CSS
    + """@page { margin: 12mm; @bottom-left { content: "example · Uncontrolled when printed." } }
html { font-size: 8.1pt } .half { float: left; width: 45% } .half + .half { float: right }
.below { clear: both }"""
)

SHEET = """<h1>example</h1><p>Not reviewed.</p><div class="box"><h2>Boxed warning</h2>
<p>Stop.</p></div><div class="box"><h2>Contraindications</h2><p>Allergy.</p></div><h2>Dose</h2>
<table><thead><tr><th>Who</th><th>Dose</th></tr></thead><tbody><tr><td>Adults</td>
<td><b>5 mg</b></td></tr></tbody></table><div class="half"><h2>Renal and hepatic impairment</h2>
<p>Half of the dose if 5 × 10⁹ or fewer.</p></div><div class="half"><h2>Pregnancy</h2>
<p>Avoid it in the whole of the pregnancy.</p></div><h2 class="below">Mechanism</h2>
<p>It blocks pain.</p>"""

BAD_CSS = """
@page { size: a4; margin: 6mm; @bottom-left { content: "General"; font-size: 6pt } }
html { font: 7pt/1 "Atkinson Hyperlegible"; hyphens: none }
h1, h2, h4 { font: 8pt "Atkinson Hyperlegible"; margin: 0 } h3 { font-size: 20pt }
i { font-style: italic } u { text-decoration: underline } .faint { color: #999 }
.light { background: #000; color: #fff } .red { color: #a00 }
.just { text-align: justify; width: 60mm }
.columns { columns: 2; column-gap: 1mm } .next { break-before: page }
p { margin: 0 } ul { list-style: none } .wide { width: 190mm }
"""

FILL = "Some more words fill this line, so that it is as long as any line may ever be. " * 14

BAD = f"""<h1>Wrong</h1><p class="wide"><i>Slanted</i> and <u>underlined</u> THE MEDICATION GUIDE
HERE.</p><p class="faint">Faint.</p><p class="light">Light.</p><p class="red">Red, and not bold.</p>
<p class="just">{FILL}</p><p class="wide">{FILL}</p><p>Dose: 5<br>mg.</p><p>antihypertensive</p>
<p>antihyper-<br>tensive</p>
<div class="columns"><p>{FILL}</p><p>{FILL}</p></div><h4>Effects</h4>
<h4>Of effects</h4><h3>Big</h3><ul>{"<li>One</li>" * 7}</ul>
<p>Also:</p><ul><li>One</li><li class="next">Two</li></ul>
<table><tr>{"<td>x</td>" * 6}</tr><tr><td>5 mg</td></tr></table><h2>3 Store</h2>
<h2>1 Used for it</h2><h2>Mechanism</h2><h2>How it works</h2>
<h2>Common side effects</h2><p>Rare: rash.</p>
<p>Common: ache.</p><p class="next">Emergency.</p>
<h2>How to take it</h2><h2>Serious things</h2><h2>Contraindications</h2><h2>What it is used for</h2>
<h2>Boxed warning</h2><h2 class="next">End</h2><p class="next">Text.</p><p class="next">Last.</p>"""


@dataclass(frozen=True)
class Composed:
    html: str
    base: PictureFolder | None = None


@cache
def printed(body: str, css: str) -> bytes:
    html = PAGE.format(body=body)
    return render(Composed(html), compile_stylesheet(css)).data


def unmet(document: Document) -> set[str]:
    return {name for name, answer in answers(document) if not answer}


def test_a_page_that_was_set_with_care_meets_all_items() -> None:
    assert unmet(Document.read(printed(GOOD, CSS), "patient")) == set()
    assert unmet(Document.read(printed(SHEET, SHEET_CSS), "clinician")) == set()


@pytest.mark.parametrize("group", GROUPS)
def test_every_item_can_fail(group: str) -> None:
    patient = Document.read(printed(BAD, BAD_CSS), "patient")
    other = (*patient.parsed.marked_content[::-1], MarkedContent(0, -1, ("Figure",), elements=(0,)))
    documents = [replace(patient, kind=kind, large=n) for kind in KINDS for n in (False, True)]
    documents.append(
        replace(patient, parsed=replace(patient.parsed, title="", marked_content=other))
    )
    documents.append(Document.read(printed(GOOD, CSS), "clinician"))
    found = set().union(*map(unmet, documents))
    assert {item.name for item in GROUPS[group]} - found == set()


def test_a_table_has_the_share_of_each_folder(tmp_path: Path) -> None:
    for name, body in (("before", BAD), ("after", GOOD)):
        file = tmp_path / name / "patient" / "example.pdf"
        file.parent.mkdir(parents=True)
        file.write_bytes(printed(body, BAD_CSS if name == "before" else CSS))
    folders = [tmp_path / "before", tmp_path / "after"]
    rows = list(table("patient", [each / "patient" for each in folders], folders))
    assert "**patient**, 1 documents" in rows[0]
    assert "| no italics | EC R3, UKAAF | 0 % | 100 % |" in rows
