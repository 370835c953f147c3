"""The margins have enough lines for header and footer, compared with the printed page."""

from collections.abc import Iterable
from typing import Any

import pypdfium2
import pytest

from compose.writing import THEME, write
from helpers import render
from leaflet.compose import Design, compose
from leaflet.compose.measure.margins import check_margins, margin_lines
from leaflet.config.settings import Settings
from leaflet.errors import MonographRefused, SettingsError
from leaflet.rendering import compile_stylesheet

NUMBER = "Page {page} of {pages}"

LONG = (
    "Diphtheria Toxoid + Tetanus Toxoid + Pertussis Toxoid + Filamentous Haemagglutinin + "
    "Pertactin + Hepatitis B Vaccine rDNA + Poliomyelitis Virus Type + Poliomyelitis Virus Type + "
    "Poliomyelitis virus type + Haemophilus Influenzae Type B Capsular Polysaccharide"
)

Box = tuple[float, float, float, float]
"""Left, bottom, right and top of a character, in points."""


def characters(page: Any) -> list[tuple[str, Box]]:
    """The printed characters of a page with their boxes, in the order of the page."""
    text = page.get_textpage()
    words = text.get_text_range()
    boxed = [(words[i], text.get_charbox(i)) for i in range(text.count_chars())]
    return [(char, box) for char, box in boxed if not char.isspace()]


def spans(page: list[tuple[str, Box]], words: str) -> range:
    """The positions of ``words`` among the characters of a page."""
    wanted = "".join(words.split())
    start = "".join(char for char, _ in page).index(wanted)
    return range(start, start + len(wanted))


def last(page: list[tuple[str, Box]], words: str) -> range:
    """The last positions of ``words``, which may also be the title of the page."""
    wanted = "".join(words.split())
    start = "".join(char for char, _ in page).rindex(wanted)
    return range(start, start + len(wanted))


def lowest(page: list[tuple[str, Box]], positions: Iterable[int]) -> float:
    return min(page[position][1][1] for position in positions)


def highest(page: list[tuple[str, Box]], positions: Iterable[int]) -> float:
    return max(page[position][1][3] for position in positions)


def test_a_short_name_takes_one_line() -> None:
    stylesheet = THEME.stylesheet(THEME.kind("patient"), (), "a4")
    assert margin_lines("Testamide · Leaflet", "Ask your doctor.", NUMBER, stylesheet.tokens) == {
        "--header-lines": "1",
        "--footer-lines": "1",
    }


@pytest.mark.parametrize(
    ("token", "value", "message"),
    [
        ("--measure", "calc(3mm + 2em)", "is not a length"),
        ("--letter-space", "1mm", "is not a space in em"),
    ],
)
def test_a_length_that_only_the_engine_can_work_out_is_an_error(
    token: str, value: str, message: str
) -> None:
    tokens = THEME.stylesheet(THEME.kind("patient"), (), "a4").tokens
    with pytest.raises(SettingsError, match=message):
        margin_lines("A", "B", NUMBER, {**tokens, token: value})


@pytest.mark.parametrize("paper", ["a4", "a5", "letter"])
@pytest.mark.parametrize("style", ["default", "large-print", "dyslexia-friendly"])
@pytest.mark.parametrize("name", ["patient", "clinician"])
def test_a_very_long_name_overlaps_nothing(name: str, style: str, paper: str) -> None:
    kind = THEME.kind(name)
    stylesheet = THEME.stylesheet(kind, (style,), paper)
    settings = Settings(disclaimer={"en": "Ask your doctor or your pharmacist first. " * 2})
    composition = compose(write(f"title: {LONG}"), Design(kind, THEME, stylesheet, settings))
    pdf = render(
        composition, compile_stylesheet(stylesheet.css, THEME.roots), composition.overrides
    )
    with pypdfium2.PdfDocument(pdf.data) as document:
        for index in range(len(document)):
            width, height = document[index].get_size()
            page = characters(document[index])
            footer = last(page, composition.footer)
            # The name is in larger type on the first page.
            header = spans(page, composition.header) if index else range(0)
            number = spans(page, f"Page {index + 1} of {len(document)}")
            body = {*range(len(page))} - {*header} - {*footer} - {*number}
            if header:
                assert highest(page, header) < height - 12
                assert highest(page, body) < lowest(page, header)
            assert lowest(page, footer) > 12
            assert highest(page, body) < height - 12
            assert lowest(page, body) > highest(page, footer)
            assert min(box[0] for _, box in page) > 12
            assert max(box[2] for _, box in page) < width - 12
            assert max(page[i][1][2] for i in footer) < min(page[i][1][0] for i in number)


@pytest.mark.parametrize("name", ["patient", "clinician"])
def test_a_name_that_fills_the_page_is_refused(name: str) -> None:
    monograph, kind = write(f"title: {LONG} + {LONG}"), THEME.kind(name)
    small, large = (
        Design(kind, THEME, THEME.stylesheet(kind, styles, paper), Settings())
        for styles, paper in ((("large-print",), "a5"), ((), "a4"))
    )
    with pytest.raises(MonographRefused, match="fewer than 5 are left for the text") as caught:
        compose(monograph, small)
    assert "larger paper" in caught.value.diagnostics[0].hint
    assert compose(monograph, large).html


@pytest.mark.parametrize(("style", "narrow"), [("large-print", True), ("default", False)])
def test_a_page_number_beside_a_long_footer_goes_on_two_lines(style: str, narrow: bool) -> None:
    kind = THEME.kind("patient")
    tokens = THEME.stylesheet(kind, () if style == "default" else (style,), "a6").tokens
    footer = "General information. It does not replace the advice of your doctor or pharmacist."
    found = margin_lines("Testamide", footer, NUMBER, tokens)
    assert ("--page-number" in found) is narrow
    assert int(found["--footer-lines"]) <= 6
    check_margins({**tokens, **found}, "testamide.md")
