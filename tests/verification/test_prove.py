"""Every known way to lose, hide or change a word of a leaflet, and the finding that reports it."""

from dataclasses import replace

import pikepdf
import pytest

from leaflet.kinds.model import Kind
from leaflet.verification import CHECK_NAMES
from verification.fault_injection import LONG, MONOGRAPH, Fault, codes, findings


def _without_bookmarks(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Outlines"]


def _in_latin(pdf: pikepdf.Pdf) -> None:
    pdf.Root["/Lang"] = "la"


def _renamed(pdf: pikepdf.Pdf) -> None:
    title = str(pdf.docinfo["/Title"])
    pdf.docinfo["/Title"] = "Something else"
    packet = pdf.Root.Metadata.read_bytes().replace(title.encode(), b"Something else")
    pdf.Root.Metadata.write(packet)


def _script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Names = pikepdf.Dictionary(JavaScript=pikepdf.Dictionary())


def _form(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array())


def _attachment(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["notes.txt"] = b"for your eyes only"


def _invisible(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    content = page.Contents.read_bytes()
    page.Contents = pdf.make_stream(content.replace(b"BT", b"BT 3 Tr"))


def _without_fonts(pdf: pikepdf.Pdf) -> None:
    for font in pdf.pages[0].Resources.Font.values():
        del font.DescendantFonts[0].FontDescriptor["/FontFile2"]


def _other_font(pdf: pikepdf.Pdf) -> None:
    for font in pdf.pages[0].Resources.Font.values():
        font.BaseFont = pikepdf.Name("/ABCDEF+Comic-Sans")


def _untagged(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/StructTreeRoot"]


def _shifted_digits(pdf: pikepdf.Pdf) -> None:
    """Change the glyphs of one line, as a damaged stream or a careless editor would."""
    page = pdf.pages[0]
    content = pikepdf.parse_content_stream(page)
    shown = [n for n, step in enumerate(content) if str(step.operator) == "TJ"]
    content[shown[8]], content[shown[9]] = content[shown[9]], content[shown[8]]
    page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(content))


IN_THE_STYLE = {
    "white text": ("p { color: #fff }", "faint"),
    "pale text": ("li { color: #bbb }", "faint"),
    "text in the colour of its box": ("p { color: #123; background: #124 }", "faint"),
    "see-through text": ("li { opacity: 0.4 }", "words-lost"),
    "an item taken away": ("li:first-child { display: none }", "words-lost"),
    "an invisible cell": ("td { visibility: hidden }", "words-lost"),
    "a window too low": ("ul { height: 1em; overflow: hidden }", "clipped"),
    "a line that does not break": ("p { white-space: nowrap; word-spacing: 2em }", "off-page"),
    "text pushed off the paper": ("li { position: relative; left: -60mm }", "off-page"),
    "text set aside": ("h2 { position: absolute; top: 400mm }", "overprinted"),
    "lines drawn over lines": ("p { line-height: 0.3 }", "overprinted"),
    "one letter over another": ("b { margin-right: -0.9em }", "overprinted"),
    "a cell over its neighbour": (
        "table { table-layout: fixed; width: 40mm } td { white-space: nowrap }",
        "off-cell",
    ),
    "a patch over the text": (
        "body::after { content: ''; position: absolute; top: 30mm; left: 0; width: 150mm; "
        "height: 90mm; background: #fff }",
        "covered",
    ),
    "tiny type": ("li { font-size: 4pt }", "too-small"),
    "type below the promise": (":root { --smallest-type: 11pt }", "type-size"),
    "another order": (
        "header { display: flex; flex-direction: column } .pack { order: -1 }",
        "words-lost",
    ),
    "words of the style": ("li::after { content: ' (optional)' }", "words-added"),
    "capitals": ("p { text-transform: uppercase }", "words-lost"),
    "no header": ("@page { @top-left { content: none } }", "header-lost"),
    "half a header": ("@page { @top-left { content: 'Testamide' } }", "header-lost"),
    "page numbers the wrong way round": (
        '@page { @bottom-right { content: "Page " counter(pages) " of " counter(page) } }',
        "page-number",
    ),
    "a stray line in the margin": ("@page { @top-right { content: 'Draft' } }", "stray-words"),
    "a footer in the text": ("@page { @bottom-left { margin-top: -60mm } }", "off-page"),
}

ON_PAGE_TWO = {
    "a footer lost on page 2": ("@page :nth(2) { @bottom-left { content: none } }", "footer-lost"),
    "a number lost on page 2": (
        "@page :nth(2) { @bottom-right { content: none } }",
        "page-number",
    ),
    "text lost at a page's end": (
        "aside { float: left; width: 100%; height: 500mm; position: absolute }",
        "words-lost",
    ),
}

IN_THE_COMPOSITION = {
    "an item left out": (lambda html: html.replace("Drowsiness", ""), "text-lost"),
    "an item twice": (lambda html: html.replace("Drowsiness", "Drowsiness Itching"), "text-added"),
    "a word of ours": (lambda html: html.replace("Headache", "Bad Headache"), "text-added"),
    "a dose ten times as high": (lambda html: html.replace("1.5", "15"), "number-lost"),
    "a sign gone": (lambda html: html.replace("&gt;25", "25"), "number-lost"),
    "a unit changed": (lambda html: html.replace("mg/", "g/"), "number-lost"),
    "a number added": (lambda html: html.replace("Headache", "Headache 77 in 99"), "number-added"),
    "an allele without its star": (lambda html: html.replace("B*5701", "B5701"), "number-lost"),
    "a link out": (
        lambda html: html.replace("https://example.org/tests", "https://example.org/other"),
        "foreign-link",
    ),
}

ON_THE_WAY_TO_PAPER = {
    "a digit changed": (lambda html: html.replace("100", "700"), "words-lost"),
    "a character that no font has": (lambda html: html.replace("Itching", "痒"), "missing-glyph"),
    "an untagged picture": (
        lambda html: html.replace(
            "<ul>",
            "<img src='data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQ"
            "VR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII='><ul>",
            1,
        ),
        "missing-alt",
    ),
}

IN_THE_FILE = {
    "no bookmarks": (_without_bookmarks, "no-bookmark"),
    "no language": (_in_latin, "wrong-language"),
    "another title": (_renamed, "wrong-title"),
    "a script": (_script, "foreign-content"),
    "a form": (_form, "foreign-content"),
    "an attachment": (_attachment, "foreign-content"),
    "invisible text": (_invisible, "hidden"),
    "fonts taken out": (_without_fonts, "foreign-content"),
    "a foreign font": (_other_font, "foreign-content"),
    "no tags": (_untagged, "foreign-content"),
    "glyphs exchanged": (_shifted_digits, "words-lost"),
}


@pytest.mark.parametrize("kind", ["patient", "clinician"])
@pytest.mark.parametrize("monograph", [None, LONG], ids=["short", "long"])
def test_a_correct_print_passes(kind: str, monograph: str | None) -> None:
    found = findings(Fault(), kind, *([monograph] if monograph else []))
    assert not [str(finding) for finding in found]


@pytest.mark.parametrize("front", ["\nboxed_warning: It can stop the breath.", ""])
@pytest.mark.parametrize("preamble", ["Read this before all else.\n", ""])
@pytest.mark.parametrize("kind", ["patient", "clinician"])
def test_boxed_warnings_of_front_matter_and_text_are_both_printed(
    front: str, preamble: str, kind: str
) -> None:
    entry = "* **Boxed Warning:** It harms the unborn.\n* **Heart:** See its boxed warning.\n"
    text = MONOGRAPH.replace("title: Testamide", f"title: Testamide{front}")
    text = text.replace("### Generic", f"{preamble}\n### Generic", 1)
    text = text.replace("### Precautions\n", f"### Precautions\n{entry}")
    assert not [str(finding) for finding in findings(Fault(), kind, text)]


@pytest.mark.parametrize("name", IN_THE_STYLE)
def test_a_faulty_style_is_stopped(name: str) -> None:
    css, code = IN_THE_STYLE[name]
    assert code in codes(Fault(css=css))


def test_type_that_nobody_can_read_is_named_once() -> None:
    found = codes(Fault(css="li { font-size: 4pt }"))
    assert "too-small" in found
    assert "type-size" not in found


@pytest.mark.parametrize("name", ON_PAGE_TWO)
def test_the_second_page_is_checked(name: str) -> None:
    css, code = ON_PAGE_TWO[name]
    assert code in codes(Fault(css=css), monograph=LONG)


@pytest.mark.parametrize("name", IN_THE_COMPOSITION)
def test_a_faulty_template_is_stopped(name: str) -> None:
    change, code = IN_THE_COMPOSITION[name]
    assert code in codes(Fault(composed=change))


@pytest.mark.parametrize("name", ON_THE_WAY_TO_PAPER)
def test_what_the_engine_does_is_noticed(name: str) -> None:
    change, code = ON_THE_WAY_TO_PAPER[name]
    assert code in codes(Fault(printed=change))


@pytest.mark.parametrize("name", IN_THE_FILE)
def test_a_faulty_file_is_stopped(name: str) -> None:
    change, code = IN_THE_FILE[name]
    assert code in codes(Fault(pdf=change))


def test_receipts_keep_the_names_of_the_checks() -> None:
    assert " ".join(CHECK_NAMES) == (
        "words contents place overprint cells breaks ink numbers whole named context running fonts "
        "closed access archive described figures allowed pixels budget type_size"
    )


def test_a_sheet_says_what_it_leaves_out() -> None:
    def silent(html: str) -> str:
        return html.replace("Questions and answers", "Nothing")

    assert "not-accounted" in codes(Fault(composed=silent), kind="clinician")


def test_a_sheet_leaves_out_nothing_that_it_must_not() -> None:
    def strict(kind: Kind) -> Kind:
        return replace(kind, leaves_out=("disclaimers",))

    assert "not-allowed" in codes(Fault(kind=strict), kind="clinician")


def test_a_page_budget_is_kept() -> None:
    def tight(kind: Kind) -> Kind:
        return replace(kind, most_pages=1)

    assert "page-budget" in codes(Fault(kind=tight), monograph=LONG)


def test_a_finding_names_the_line_of_the_monograph() -> None:
    lost = [
        finding
        for finding in findings(Fault(css="td { visibility: hidden }"))
        if finding.code == "words-lost"
    ]
    assert lost[0].line == 21
    assert "≥60 mL/min" in lost[0].message


def test_steps_have_the_numbers_of_their_author() -> None:
    steps = "3. Shake it.\n- gently\n4. Drink it.\n\n### Side Effects"
    text = MONOGRAPH.replace("### Side Effects", steps)
    assert not findings(Fault(), "patient", text)
    recounted = Fault(css="li[data-number]::before { content: counter(list-item) '.' }")
    assert "wrong-number" in codes(recounted, monograph=text)
    only_a_picture = text.replace("Shake it.", "![Shake it](missing.png)")
    assert "number-added" not in codes(Fault(), monograph=only_a_picture)


def test_characters_that_no_font_has_are_one_error_for_each_script() -> None:
    text = MONOGRAPH.replace("Drowsiness", "Drowsiness\n- 痒み (ໄຂ້ 💊 ✅)\n- 痒")
    found = findings(Fault(), "patient", text)
    assert {(each.code, each.line) for each in found} == {("missing-glyph", found[0].line)}
    assert "痒み" in text.split("\n")[found[0].line - 1]
    messages = sorted(each.message for each in found)
    assert [message.partition(":")[0] for message in messages] == [
        "no font has these Chinese, Japanese or Korean letters",
        "no font has these Lao letters",
        "no font has these signs",
    ]
    assert "痒 (U+75D2)" in messages[0]
