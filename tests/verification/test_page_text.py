"""The proof of a page that is no document of a kind: its words, in order, and no others."""

import pytest

from leaflet.compose.changes import ChangePage
from leaflet.rendering import Pdf, compile_stylesheet, draw, lay_out
from leaflet.verification.page_text import prove_page

CSS = '@page { size: 100mm 100mm } body { font-family: "Atkinson Hyperlegible" }'
HTML = (
    '<!DOCTYPE html><html lang="en"><head><title>Changes</title></head><body><h1>Changes</h1>'
    "<p><del>5 mg</del> → <ins>50 mg</ins> daily</p></body></html>"
)


def printed(html: str = HTML) -> Pdf:
    page = ChangePage("Changes", "en", html, "", "", "")
    return draw(lay_out(page, compile_stylesheet(CSS)))


def codes(pdf: Pdf, html: str = HTML, title: str = "Changes", lang: str = "en") -> list[str]:
    return [each.code for each in prove_page(pdf, html, title, lang)]


def test_a_page_that_says_what_its_html_says() -> None:
    assert codes(printed()) == []


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("50 mg", "5 mg", "words-lost"),
        (" daily", "", "words-added"),
        ("<h1>Changes</h1>", "", "words-added"),
        ("<p>", "<p>Take it.</p><p>", "words-lost"),
        ("</body>", "<p>More.</p></body>", "words-lost"),
    ],
)
def test_other_words_are_found(before: str, after: str, code: str) -> None:
    assert codes(printed(), HTML.replace(before, after)) == [code]


def test_another_title_or_language_is_found() -> None:
    assert codes(printed(), title="No changes") == ["wrong-title"]
    assert codes(printed(), lang="de") == ["wrong-title"]
