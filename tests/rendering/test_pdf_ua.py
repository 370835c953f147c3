"""The tags of a printed page, read with pikepdf and checked by a validator of PDF/UA-1."""

import io
import re
from collections.abc import Callable, Iterator

import page
import pikepdf
import pydyf  # type: ignore[import-untyped]
import pytest

from leaflet.rendering import Pdf, pdf_ua
from leaflet.verification.pdf.pages import read_pages

Printer = Callable[..., Pdf]

LONG = "<p>" + "Words of a leaflet that go on for a while. " * 300 + "</p>"
TABLE = """
<table><caption>Doses</caption><thead><tr><th>Who</th><th>How much</th></tr></thead>
<tbody><tr><th>Adults</th><td>4 mg</td></tr><tr><th>Children</th><td>none</td></tr></tbody></table>
"""
DOT = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAE"
    "hQGAhKmMIQAAAABJRU5ErkJggg=="
)
CASES = {
    "lists": "<ul><li>one</li><li>two</li></ul><ol><li>first</li><li>second</li></ol>",
    "loose lists": "<ul><li><p>one</p></li><li><p>two</p><p>and more</p></li></ul>",
    "nested lists": "<ul><li>a<ul><li>b<ol><li>c</li></ol></li></ul></li></ul>",
    "loose nested lists": "<ol><li><p>a</p><ul><li><p>b</p></li></ul></li></ol>",
    "table": TABLE,
    "table over pages": TABLE.replace(
        "<tbody>", "<tbody>" + "<tr><th>Adults</th><td>4 mg</td></tr>" * 90
    ),
    "links": '<p id="a">See <a href="https://example.org/">there</a>, <a href="#a">here</a>.</p>',
    "picture": f'<p><img alt="a red dot" src="{DOT}"></p>',
    "pages": LONG,
    "list over pages": "<ul>" + "<li><p>An effect.</p></li>" * 120 + "</ul>",
    "emphasis": "<p><strong>bold</strong> <em>slanted</em> CO<sub>2</sub> α <b>β</b></p>",
}


@pytest.mark.parametrize("body", CASES.values(), ids=CASES)
def test_everything_passes_pdf_ua_1(printed: Printer, body: str) -> None:
    pdf = printed(body)
    assert pdf.diagnostics == ()
    report = page.validate_pdf_bytes(pdf.data, profile=page.ValidationProfile.PDF_UA_1)
    assert [(f.rule_id, f.message) for f in report.failures] == []


def elements(pdf: pikepdf.Pdf, tag: str) -> Iterator[pikepdf.Object]:
    """The structure elements with a tag, in reading order."""

    def below(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
        kids = element.get("/K", pikepdf.Array())
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                if str(kid.S) == tag:
                    yield kid
                yield from below(kid)

    yield from below(pdf.Root.StructTreeRoot)


def opened(pdf: Pdf) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf.data))


def test_margin_boxes_are_artifacts_outside_the_tree(printed: Printer) -> None:
    with opened(printed(LONG)) as pdf:
        assert len(pdf.pages) > 1
        parents = dict(zip(*[iter(pdf.Root.StructTreeRoot.ParentTree.Nums)] * 2, strict=True))
        for number, sheet in enumerate(pdf.pages):
            content = sheet.Contents.read_bytes()
            marked = {int(n) for n in re.findall(rb"/MCID (\d+)", content)}
            belonging = {n for n, parent in enumerate(parents[number]) if parent is not None}
            assert marked == belonging
            # The header and the footer, which is one line of text here, each in one piece.
            assert content.count(b"/Artifact\n<</Type /Pagination>>\nBDC") == 2
        assert not any(
            isinstance(found, pikepdf.Dictionary)
            and found.get("/Type") == "/StructElem"
            and "/P" not in found
            for found in pdf.objects
        )


def test_a_picture_without_words_is_an_artifact(printed: Printer) -> None:
    line = '<svg viewBox="0 0 9 9" width="9" height="9"><path d="M1 1H8" stroke="#000"/></svg>'
    pdf = printed(f"{line}<h2>Alcohol</h2><p>None.</p>")
    assert pdf.diagnostics == ()
    report = page.validate_pdf_bytes(pdf.data, profile=page.ValidationProfile.PDF_UA_1)
    assert report.failures == []
    with opened(pdf) as document:
        assert [*elements(document, "/Figure")] == []
        content = document.pages[0].Contents.read_bytes()
    assert content.count(b"/Artifact\n<</Type /Layout>>\nBDC") == 1
    assert b"/Figure" not in content


def test_header_cells_have_a_scope(printed: Printer) -> None:
    with opened(printed(TABLE)) as pdf:
        scopes = [str(cell.A.Scope) for cell in elements(pdf, "/TH")]
    assert scopes == ["/Column", "/Column", "/Row", "/Row"]


def test_links_are_printed(printed: Printer) -> None:
    with opened(printed(CASES["links"])) as pdf:
        flags = [int(link.F) for link in pdf.pages[0].Annots]
    assert flags == [4, 4]


@pytest.mark.parametrize(
    "body", [LONG, TABLE, CASES["emphasis"], "<p>AVAVA <b>To 1.5/2 W.</b></p>"]
)
def test_glyphs_that_are_not_moved_are_one_string_and_drawn_where_they_were(
    printed: Printer, body: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    joined = printed(body).data
    monkeypatch.setattr(pdf_ua, "_join_strings", lambda _: None)
    apart = printed(body).data
    with pikepdf.open(io.BytesIO(joined)) as one, pikepdf.open(io.BytesIO(apart)) as other:
        assert b">0<" not in one.pages[0].Contents.read_bytes()
        assert b">0<" in other.pages[0].Contents.read_bytes()
    for page_of_one, page_of_other in zip(read_pages(joined), read_pages(apart), strict=True):
        assert page_of_one == page_of_other


@pytest.mark.parametrize(
    ("shown", "joined"),
    [
        (b"[<0001>0<0002>0] TJ", b"[<00010002>] TJ"),
        (b"[<0001>10<0002>-0<0003>0<0004>] TJ", b"[<0001>10<0002>-0<00030004>] TJ"),
        (b"[<0001>0<>0<0002>] TJ", b"[<00010002>] TJ"),
        (b"[<0001>20<>30<0002>] TJ", b"[<0001>20 30<0002>] TJ"),
        (b"[<>0<0001>100<>] TJ", b"[<0001>100 ] TJ"),
    ],
)
def test_only_a_move_by_nothing_is_left_out(shown: bytes, joined: bytes) -> None:
    pdf = pydyf.PDF()
    content = pydyf.Stream([shown, b">0<"])
    pdf.add_object(content)
    pdf.add_page(pydyf.Dictionary({"Type": "/Page", "Contents": content.reference}))
    pdf_ua._join_strings(pdf)
    assert content.stream == [joined, b">0<"]
