"""Printed pages, read back with tools other than the one that printed them."""

import hashlib
import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from helpers import render
from leaflet.errors import LayoutFailed, SettingsError
from leaflet.fonts import metrics
from leaflet.rendering import CompiledStylesheet, Pdf, compile_stylesheet, draw, lay_out

Printer = Callable[..., Pdf]
Composed = Callable[..., Any]

LONG = "<p>" + "Words of a leaflet that go on for a while. " * 300 + "</p>"


def embedded(pdf: Pdf) -> set[str]:
    """The names of the fonts in a PDF, without the letters that mark a subset."""
    with pikepdf.open(io.BytesIO(pdf.data)) as opened:
        return {
            str(found.FontName).partition("+")[2].rstrip(",")
            for found in opened.objects
            if isinstance(found, pikepdf.Dictionary) and found.get("/Type") == "/FontDescriptor"
        }


def words(pdf: Pdf) -> list[str]:
    document = pypdfium2.PdfDocument(pdf.data)
    return [sheet.get_textpage().get_text_range() for sheet in document]


def test_the_document_says_what_it_is(printed: Printer) -> None:
    pdf = printed(LONG + "<h2>Storage</h2><p>Keep it dry.</p>")
    with pikepdf.open(io.BytesIO(pdf.data)) as opened:
        assert opened.Root.Lang == "en"
        assert opened.Root.MarkInfo.Marked
        assert opened.docinfo.Title == "Pomalidomide"
        assert opened.docinfo.Author == "Ward 7"
        assert opened.docinfo.Subject == "Patient leaflet"
        assert not {"/CreationDate", "/ModDate"} & set(opened.docinfo.keys())
        with opened.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
        with opened.open_outline() as outline:
            (top,) = outline.root
            assert [top.title, *(below.title for below in top.children)] == [
                "Pomalidomide",
                "Storage",
            ]
        assert len(opened.pages) == pdf.pages == 3


def test_bookmarks_have_no_line_break_hints(printed: Printer) -> None:
    pdf = printed("<h2>Hydro\u00adchloro\u00adthiazide 5\u00a0mg, HLA-\u2060B*15</h2>")
    with pikepdf.open(io.BytesIO(pdf.data)) as opened, opened.open_outline() as outline:
        (below,) = outline.root[0].children
        assert below.title == "Hydrochlorothiazide 5 mg, HLA-B*15"


def test_every_page_has_its_header_and_footer(printed: Printer) -> None:
    pdf = printed(LONG)
    for number, text in enumerate(words(pdf), start=1):
        assert "Pomalidomide, patient leaflet" in text
        assert f"No substitute for advice. Page {number} of {pdf.pages}" in text


ATKINSON = {"Atkinson-Hyperlegible", "Atkinson-Hyperlegible-Bold"}


@pytest.mark.parametrize(
    ("body", "more"),
    [
        ("<p>≥ ≤ µg, ½, “quoted” – soft\u00adhyphen, zero\u200bwidth, thin\u2009space</p>", set()),
        ("<p>α</p>", {"Source-Sans-3"}),
        ("<p><b>10⁻⁶ ⅓</b></p>", {"Source-Sans-3-Bold"}),
        (
            "<p>H₂ <i>α</i></p>",
            {"Source-Sans-3", "Source-Sans-3-Italic"},
        ),
    ],
)
def test_the_fallback_is_embedded_only_where_it_is_needed(
    printed: Printer, body: str, more: set[str]
) -> None:
    pdf = printed(body)
    assert pdf.diagnostics == ()
    assert embedded(pdf) - more <= ATKINSON
    assert more <= embedded(pdf)


@pytest.mark.parametrize("family", ["DejaVu Sans", "serif", "no such font"])
def test_no_font_of_the_machine_is_used(printed: Printer, family: str) -> None:
    pdf = printed("<p>α and a</p>", css=f'body, h1 {{ font-family: "{family}" }}')
    assert embedded(pdf) <= ATKINSON | {"Source-Sans-3"}


def test_fallback_characters_are_read_back(printed: Printer) -> None:
    assert "α₁ 10⁻⁶ ⅓ x\u0304" in words(printed("<p>α₁ 10⁻⁶ ⅓ x\u0304</p>"))[0]


def test_characters_without_a_glyph_are_reported(printed: Printer) -> None:
    assert printed("<p>☃ and 漢 and ☃</p>").missing == "☃漢"


def test_the_shaper_agrees_on_which_characters_are_missing(printed: Printer) -> None:
    doubtful = [chr(code) for code in (*range(1, 0x500), *range(0x1E00, 0x2300), 0xFB01, 0xFEFF)]
    tried = [char for char in doubtful if char.isprintable() or char in "\u00ad\u200b\u202f\x85"]
    tried = [char for char in tried if char not in "<&"]
    missing = printed("<p>" + " ".join(f"x{char}x" for char in tried) + "</p>").missing
    assert set(missing) == set(metrics.uncovered("".join(tried)))


def test_measured_lines_are_never_wider_than_estimated(composed: Composed) -> None:
    names = ["Axitinib", "Rilpivirine", "AVATAR To We", "α-β 10⁻⁶", "Glycopyrrolate + Formoterol"]
    css = "@page { size: 900pt } h2 { font: bold 9pt 'Atkinson Hyperlegible'; float: left }"
    body = "".join(f'<h2 id="n{n}">{name}</h2>' for n, name in enumerate(names))
    layout = lay_out(composed(body), compile_stylesheet(css))
    for n, name in enumerate(names):
        left, _, right, _ = layout.document.pages[0].anchors[f"n{n}"]
        assert (right - left) * 0.75 <= metrics.width(name, 9, bold=True)


def test_overrides_set_custom_properties_of_one_document(
    compiled: CompiledStylesheet, composed: Composed
) -> None:
    page = composed('<p id="end">x</p>')
    plain, tall = (lay_out(page, compiled, more) for more in ({}, {"--header-lines": "5"}))
    lower = tall.anchors["end"].bottom - plain.anchors["end"].bottom
    assert lower == pytest.approx(4 * 12 / 842, abs=1e-3)
    assert lay_out(page, compiled).anchors == plain.anchors


def test_a_layout_knows_the_position_of_elements_with_an_id(
    compiled: CompiledStylesheet, composed: Composed
) -> None:
    layout = lay_out(composed(LONG + '<p id="end">x</p>'), compiled)
    assert layout.pages == layout.anchors["end"].page == 3
    assert 0 < layout.anchors["end"].bottom < 1


def test_only_the_chosen_layout_is_drawn(compiled: CompiledStylesheet, composed: Composed) -> None:
    page = composed(LONG)
    tried = [lay_out(page, compiled, {"--header-lines": lines}) for lines in "123"]
    assert draw(tried[0]).data == render(page, compiled, {"--header-lines": "1"}).data


@pytest.mark.parametrize(
    "body",
    ["<div>" * 300, "<p>\udcff</p>"],
    ids=["nesting", "surrogate"],
)
def test_any_exception_of_the_engine_becomes_one_error(printed: Printer, body: str) -> None:
    with pytest.raises(LayoutFailed) as caught:
        printed(body)
    (finding,) = caught.value.diagnostics
    assert finding.code == "layout-failed"


@pytest.mark.parametrize("target", ["javascript:alert(1)", "other.html", "data:text/html,x"])
def test_links_lead_to_addresses_that_readers_can_open(printed: Printer, target: str) -> None:
    found = printed(f'<p><a href="{target}">x</a></p>').diagnostics
    assert [(d.severity, d.code) for d in found] == [("error", "link-refused")]


def test_a_page_without_a_title_is_an_error(
    compiled: CompiledStylesheet, composed: Composed
) -> None:
    page = type(composed(""))("<!doctype html><html lang=en><p>x</p></html>")
    assert [d.code for d in render(page, compiled).diagnostics] == ["missing-title"]


def test_style_sheets_may_bring_counter_styles(printed: Printer) -> None:
    css = (
        "@counter-style doses { system: cyclic; symbols: 'Q' }"
        "ol > li::before { content: counter(list-item, doses) }"
    )
    assert "Q" in words(printed("<ol><li>x</li></ol>", css=css))[0]


PRINT = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from rendering.conftest import STYLE, compose
from helpers import render
from leaflet.rendering import compile_stylesheet
bodies = {"plain": "<p>x</p>", "long": "<p>word </p>" * 200, "greek": "<p>α <b>β</b> <i>γ</i></p>"}
compiled = compile_stylesheet(STYLE)
for name in sys.argv[2:]:
    data = render(compose(bodies[name]), compiled).data
    print(name, hashlib.sha256(data).hexdigest())
"""


def test_bytes_depend_on_neither_order_process_nor_machine_state(tmp_path: Path) -> None:
    outputs = []
    for seed, epoch, order in (
        ("1", "0", ["plain", "long", "greek"]),
        ("77", "1700000000", ["greek", "plain", "greek", "long"]),
    ):
        cache = tmp_path / seed
        environment = {
            **os.environ,
            "PYTHONHASHSEED": seed,
            "SOURCE_DATE_EPOCH": epoch,
            "XDG_CACHE_HOME": str(cache),
            "TZ": f"XXX-{seed[0]}",
        }
        command = [sys.executable, "-c", PRINT, str(Path(__file__).parents[1]), *order]
        printed = subprocess.run(
            command, env=environment, cwd=tmp_path, check=True, capture_output=True, text=True
        )
        assert printed.stderr == ""
        outputs.append(set(printed.stdout.splitlines()))
    assert outputs[0] == outputs[1]


def test_the_date_is_not_in_the_file(printed: Printer, monkeypatch: pytest.MonkeyPatch) -> None:
    # fontTools reads the clock where SOURCE_DATE_EPOCH is not set.
    data = []
    for now in (1_000_000_000, 1_700_000_000):
        monkeypatch.setattr("fontTools.misc.timeTools.time.time", lambda now=now: now)
        data.append(hashlib.sha256(printed("<p>α</p>").data).hexdigest())
    assert data[0] == data[1]


def test_the_engine_is_loaded_only_when_it_is_used() -> None:
    script = "import leaflet.rendering, sys; sys.exit('weasyprint' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_a_machine_without_the_engine_gets_a_clear_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "weasyprint.py").write_text("raise OSError('cannot load library pango')")
    monkeypatch.syspath_prepend(tmp_path)
    for name in [name for name in sys.modules if name.split(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delitem(sys.modules, "leaflet.rendering.engine", raising=False)
    monkeypatch.delattr("leaflet.rendering.engine", raising=False)
    with pytest.raises(SettingsError, match="cannot load library pango"):
        compile_stylesheet("")
