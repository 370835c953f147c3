"""Header and footer are made of what the tokens of the style sheet name."""

import pytest

from helpers import MONOGRAPH
from leaflet.compose.running_lines import running_lines
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
HOUSE = Settings(
    brand=Brand(name="Corner Pharmacy", phone="020 1", url="https://example.org"),
    disclaimer={"en": "Ask us.", "de": "Fragen Sie uns."},
)


def lines(tokens: str, settings: Settings = HOUSE, lang: str = "en") -> dict[str, str]:
    text = TEXT.replace("title:", f"lang: {lang}\ntitle:")
    base = "\n:root { --header: name kind; --footer: disclaimer }"
    sheet = cascade([Layer("base", base, "base.css"), Layer("ours", tokens, "ours.css")])
    return running_lines(parse(text.encode(), "a.md", settings.limits), KIND, sheet, settings)


def test_what_the_tokens_name_is_said_in_their_order() -> None:
    said = lines(":root { --header: house name; --footer: version reviewed disclaimer phone url }")
    assert said["header"] == "Corner Pharmacy · Testamide"
    assert said["footer"] == (
        "Version 2. Reviewed 2\u00a0January\u00a02026. Ask us. 020 1 https://example.org"
    )


def test_what_there_is_not_leaves_no_trace() -> None:
    tokens = ":root { --header: name house; --footer: disclaimer house phone }"
    said = lines(tokens, Settings())
    assert said["header"] == "Testamide"
    assert said["footer"] == KIND.language.words["footer"]


def test_the_disclaimer_is_that_of_the_language() -> None:
    assert lines("", lang="de-AT")["footer"] == "Fragen Sie uns."


@pytest.mark.parametrize(
    ("token", "told"),
    [
        (
            "--header: kind",
            "--header must hold the name\n  hint: write it like --header: name kind;",
        ),
        ("--footer: version", "--footer must hold the disclaimer"),
        ("--header: name hose", '--header knows no "hose"\n  hint: did you mean "house"?'),
    ],
)
def test_no_page_is_without_name_and_disclaimer(token: str, told: str) -> None:
    with pytest.raises(SettingsError) as caught:
        lines(f"\n:root {{ {token} }}")
    assert str(caught.value).startswith("ours.css:2: error[bad-token]")
    assert told in str(caught.value)
