"""A whole document, from the monograph to the printed page."""

import re
from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise

import page as validation
import pypdfium2
import pytest

from compose.writing import CLINICIAN, PATIENT, THEME, composed, write
from leaflet.config.settings import Settings
from leaflet.kinds.model import Kind
from leaflet.monograph import parse
from leaflet.rendering import compile_stylesheet, draw, lay_out

FRONT = """title: Testamide
generic_name: testamide sulfate
brand_names: [Proofex, Checkol]
drug_class: Error blocker
boxed_warning: Can cause false alarms of 5 mg.
version: "2"
reviewed: 2026-03-01
review_due: 2029-03-01
reviewer: A. Pharmacist
organisation: The Hospital
contact: 01234 567
url: https://example.org/t
sources: [Formulary, Label]"""


class PageWords(HTMLParser):
    """The words of a page by origin: body, front matter, leaflet's own, repeated."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.origins = [""]
        self.words: dict[str, list[str]] = {"": [], "own": [], "front": [], "repeat": []}
        self.headings: list[int] = []
        self.feed(html[html.index("<body") :])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        marks = [name.removeprefix("data-") for name, _ in attrs]
        mark = next((m for m in marks if m in self.words), self.origins[-1])
        if tag not in {"br", "img", "hr"}:
            self.origins.append("drawn" if tag == "svg" or self.origins[-1] == "drawn" else mark)

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - the base class names it
        self.origins.pop()

    def handle_data(self, data: str) -> None:
        if self.origins[-1] != "drawn":
            self.words[self.origins[-1]] += re.findall(r"\w+", data)


@pytest.mark.parametrize(
    ("title", "kind", "printed"),
    [
        ("Hydralazine", CLINICIAN, True),
        ("Hydralazine", PATIENT, False),
        ("Testamide", CLINICIAN, False),
        ("Hydralazine + Testamide", CLINICIAN, False),
    ],
)
def test_look_alike_names_are_printed_for_clinicians_only(
    title: str, kind: Kind, printed: bool
) -> None:
    words = PageWords(composed(write(f"title: {title}"), kind).html).words
    assert ("hydrOXYzine" in words["own"]) is printed
    assert "hydrALAZINE" not in words[""] + words["front"]


def test_a_leaflet_says_every_word_of_the_body_once_and_nothing_else() -> None:
    monograph = write(
        FRONT,
        preamble="Please note that this is invented.",
        side_effects="**Common:**\n\n* Rash\n* Cough\n\n**Serious:**\n\n* Stroke",
        faqs="**Q: May I drive?** A: No.\n\n**Disclaimer:** Not a substitute for advice.",
    )
    words = PageWords(composed(monograph).html).words
    body = re.sub(r"^###.*|\*\*|Q:|A:", "", monograph.source.body, flags=re.MULTILINE)
    assert Counter(words[""]) == Counter(re.findall(r"\w+", body))
    assert words["repeat"] == []
    for word in ("Proofex", "false", "Pharmacist", "Formulary", "Hospital"):
        assert word in words["front"]


def test_a_summary_sets_an_outer_label_over_its_rows() -> None:
    monograph = write(dosage="**Adults:**\n\n* **Pain:** 5 mg\n* **Fever:** 2 mg")
    words = PageWords(composed(monograph, CLINICIAN).html).words
    assert words["repeat"] == []
    nested = write(dosage="* **Adults:** Start low.\n    * **Pain:** 5 mg\n    * **Fever:** 2 mg")
    words = PageWords(composed(nested, CLINICIAN).html).words
    assert words["repeat"] == ["Adults"]
    assert words[""].count("Adults") == 1


@pytest.mark.parametrize("kind", [PATIENT, CLINICIAN])
def test_headings_begin_at_one_and_skip_no_level(kind: Kind) -> None:
    drugs = "\n".join(
        f"### {drug}\n**Usage:** For it.\n\n**Dosage:** Some.\n\n**Side Effects:**\n\n"
        "**Common:**\n\n* Rash\n* Cough\n\n**Precautions:** None.\n\n**How it Works:** Well."
        for drug in ("Alphine", "Betamol")
    )
    several = parse(f"---\ntitle: Alphine + Betamol\n---\n{drugs}".encode(), "t.md")
    second = parse(
        b"---\ntitle: T\n---\n### Usage\nA.\n### Dosage\nB.\n### Side Effects\nC.\n"
        b"### Betamol\n**Usage:** D.\n\n**Dosage:** E.\n\n**Side Effects:** F.",
        "t.md",
    )
    own = write(side_effects="#### By organ\n\n**Skin:**\n\n* Rash\n* Itch", travel="Take care.")
    for monograph in (several, second, own, write(FRONT, preamble="Please note.")):
        levels = PageWords(composed(monograph, kind).html).headings
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_document_line_says_what_is_known() -> None:
    page = " ".join(re.sub("<[^>]+>", " ", composed(write(FRONT)).html).split())
    for words in (
        "Version 2 .",
        "Reviewed 1 March 2026 by A. Pharmacist",
        "Next review due 1 March 2029.",
        "Contact: 01234 567",
        "https://example.org/t",
    ):
        assert words in page
    assert "Not reviewed by a clinician." in composed(write()).html


def test_no_page_claims_to_be_what_it_is_not() -> None:
    for kind in (PATIENT, CLINICIAN):
        html = composed(write(FRONT), kind).html
        assert "Medication Guide" not in html
        assert "approved" not in html.lower()
    assert "does not replace the leaflet in the pack" in composed(write()).html


def test_the_footer_speaks_the_language_of_the_document() -> None:
    settings = Settings(disclaimer={"en": "Ask.", "de": "Fragen Sie."})
    assert composed(write(), settings=settings).footer == "Ask."
    german = composed(write("title: T\nlang: de"), settings=settings)
    assert (german.footer, german.lang) == ("Fragen Sie.", "de")
    assert '<html lang="de"' in german.html


def test_templates_hold_no_style() -> None:
    for folder in THEME.template_folders():
        for file in folder.rglob("*.html"):
            assert not re.search(r"<\w[^>]*\sstyle=", file.read_text("utf-8"))


@pytest.mark.parametrize("kind", [PATIENT, CLINICIAN])
def test_the_printed_page_is_accessible_and_named_on_every_side(kind: Kind) -> None:
    monograph = write(
        FRONT,
        side_effects="\n".join(f"* Effect number {n} of many." for n in range(200)),
        dosage="**Adults:**\n\n* **Pain:** 5 mg\n* **Fever:** 2 mg",
    )
    composition = composed(monograph, kind)
    pdf = draw(
        lay_out(
            composition,
            compile_stylesheet(THEME.stylesheet(kind, (), "a4").css, THEME.roots),
            composition.overrides,
        )
    )
    assert pdf.pages > 1
    assert pdf.diagnostics == ()
    with pypdfium2.PdfDocument(pdf.data) as document:
        assert document.get_metadata_dict()["Title"] == composition.title
        for index in range(len(document)):
            words = " ".join(document[index].get_textpage().get_text_bounded().split())
            assert composition.header in words or (kind is PATIENT and index == 0)
            assert " ".join(composition.footer.split()) in words
            assert f"Page {index + 1} of {len(document)}" in words
    report = validation.validate_pdf_bytes(pdf.data, profile=validation.ValidationProfile.PDF_UA_1)
    assert list(report.failures) == []
