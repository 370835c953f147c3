"""Header and footer have the parts that the tokens of the style sheet name."""

import pytest

from helpers import MONOGRAPH
from leaflet.compose.running_lines import (
    RunningLines,
    goes_on_with,
    running_lines,
    words_for_later_sides,
)
from leaflet.config.brand import Brand
from leaflet.config.settings import Settings
from leaflet.errors import SettingsError
from leaflet.monograph import parse
from leaflet.theme.cascade import Layer, cascade
from leaflet.theme.search_path import Theme, shipped

KIND = Theme((shipped(),)).kind("patient")
TEXT = MONOGRAPH.format(title="Testamide").replace(
    "---\n\n", 'version: "2"\nreviewed: 2026-01-02\n---\n\n'
)
SETTINGS = Settings(
    brand=Brand(name="Corner Pharmacy", phone="020 1", url="https://example.org"),
    disclaimer={"en": "Ask us.", "de": "Fragen Sie uns."},
)


def lines(tokens: str, settings: Settings = SETTINGS, lang: str = "en") -> RunningLines:
    text = TEXT.replace("title:", f"lang: {lang}\ntitle:")
    base = "\n:root { --header: name kind; --footer: disclaimer }"
    sheet = cascade([Layer("base", base, "base.css"), Layer("ours", tokens, "ours.css")])
    return running_lines(parse(text.encode(), "a.md", settings.limits), KIND, sheet, settings)


def test_the_parts_are_in_the_order_of_the_tokens() -> None:
    made = lines(":root { --header: house name; --footer: version reviewed disclaimer phone url }")
    assert made.header == "Corner Pharmacy · Testamide"
    assert made.footer == (
        "Version\u00a02. Reviewed 2\u00a0January\u00a02026. Ask us. · 020\u00a01 · https://example.org"
    )


def test_empty_parts_leave_no_separator() -> None:
    tokens = ":root { --header: name house; --footer: disclaimer house phone }"
    made = lines(tokens, Settings())
    assert made.header == "Testamide"
    assert made.footer == KIND.language.words["footer"]


def test_the_disclaimer_is_in_the_language_of_the_document() -> None:
    assert lines("", lang="de-AT").footer == "Fragen Sie uns."


@pytest.mark.parametrize(
    ("token", "message"),
    [
        (
            "--header: kind",
            "--header must hold the name\n  hint: write it like --header: name kind;",
        ),
        ("--footer: version", "--footer must hold the disclaimer"),
        ("--header: name hose", '--header knows no "hose"\n  hint: did you mean "house"?'),
    ],
)
def test_a_token_must_name_known_parts_and_the_required_one(token: str, message: str) -> None:
    with pytest.raises(SettingsError) as caught:
        lines(f"\n:root {{ {token} }}")
    assert str(caught.value).startswith("ours.css:2: error[bad-token]")
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("part", "header", "text"),
    [
        ("Dose", "Testamide", " · Dose, continued"),
        ("", "Testamide", " · continued"),
        ("Dose", "", "Dose, continued"),
        ("", "", ""),
    ],
)
def test_a_page_that_goes_on_names_the_part(part: str, header: str, text: str) -> None:
    assert goes_on_with(part, header, KIND.language.words) == text


def test_a_header_has_as_much_of_a_heading_as_fits_on_its_lines() -> None:
    tokens = {**Theme((shipped(),)).stylesheet(KIND, (), "a4").tokens, "--header-lines": "1"}
    words = KIND.language.words
    long = "What to do about it " * 3
    short, cut = words_for_later_sides(["Dose", long], "Testamide" * 9, words, tokens).values()
    assert short == " · Dose, continued"
    assert cut.startswith(" · What to do")
    assert cut.endswith("…, continued")
    none = words_for_later_sides([long], "Testamide " * 14, words, tokens)
    assert none == {long: ""}
