"""Readers of paper see where a link leads, unless its words say so or the style leaves it out."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from helpers import words
from leaflet.compose.html.blocks import HtmlContext
from leaflet.config.settings import Settings
from leaflet.diagnostics import Severity
from leaflet.job import Job
from leaflet.monograph.model import Span
from leaflet.pipeline import Pipeline
from verification.fault_injection import MONOGRAPH

HTML = HtmlContext()
PAGE = "https://example.org/a/page/5mg?x=1&y=2"
SMALL = '<small class="address" dir="ltr" data-own>({})</small>'


def link(text: str, href: str = PAGE, *marks: str) -> Span:
    return Span(text, frozenset(marks), href)


def test_an_address_is_printed_once_after_all_words_of_its_link() -> None:
    html = HTML.inline(
        (Span("See "), link("the page"), link(" of 2024", PAGE, "strong"), Span("."))
    )
    [address] = re.findall("<small.*?</small>", html)
    assert address == SMALL.format(PAGE.replace("&", "&amp;"))
    assert html.index("of 2024") < html.index("<small")
    assert html.endswith("</small>.")


@pytest.mark.parametrize(
    ("text", "href"),
    [
        (PAGE, PAGE),
        ("www.nhs.uk", "https://www.nhs.uk/"),
        ("nhs.uk", "http://www.nhs.uk"),
        ("https://NHS.uk/", "https://nhs.uk"),
        ("write", "mailto:a@example.org"),
        ("call", "tel:+4930123456"),
        ("below", "#dose"),
        ("no link", ""),
    ],
)
def test_none_is_printed_that_is_there_or_of_no_use(text: str, href: str) -> None:
    assert "<small" not in HTML.inline((link(text, href),))


def test_two_links_have_two_addresses() -> None:
    html = HTML.inline((link("one"), Span(" and "), link("two", "https://b.org")))
    assert html.count("<small") == 2
    assert html.count("<small") == HTML.inline((link("one"), link("two", "https://b.org"))).count(
        "<small"
    )


def test_there_are_none_if_not_asked_for() -> None:
    assert "<small" not in replace(HTML, addresses=False).inline((link("one"),))


@pytest.mark.parametrize("kind", ["patient", "clinician"])
@pytest.mark.parametrize("value", ["print", "none"])
def test_a_style_leaves_them_out(tmp_path: Path, kind: str, value: str) -> None:
    styles = tmp_path / "styles"
    styles.mkdir()
    (styles / "own.css").write_text(f":root {{ --link-addresses: {value} }}")
    file = tmp_path / "a.md"
    file.write_text(MONOGRAPH.replace("Drowsiness", f"Drowsiness, see [this]({PAGE})"), "utf-8")
    pipeline = Pipeline(Settings(project=tmp_path))
    outcome = pipeline.run(Job(file, "a.md", kind, ("own",), "a4", tmp_path / "a.pdf"))
    assert (f"({PAGE})" in words(outcome.data).replace(" ", "")) is (value == "print")
    assert [each for each in outcome.diagnostics if each.severity is Severity.ERROR] == []
