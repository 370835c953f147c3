"""Tokens: what a style sheet sets, and what is wrong with it."""

import pytest

from leaflet.fonts.families import PINNED
from leaflet.theme.tokens import Token, misfits, read_tokens, slashed_for_good

BASE = """:root {
  --font: "Source Sans 3";  /* typeface */
  --size: 10pt;             /* of the
                               text */
  --gap: 0.5em;
  --step: 1.4;
  --ink: #000;
  --columns: auto;
}
"""


def test_tokens_come_with_their_comments_and_lines() -> None:
    font, size, gap, *_ = read_tokens(BASE, "base.css")
    assert (font.name, font.value, font.line) == ("--font", '"Source Sans 3"', 2)
    assert font.note == "typeface"
    assert size.note == "of the text"
    assert (gap.note, gap.file) == ("", "base.css")


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("--ink", "blurple", "takes a colour, such as #0b4759"),
        ("--size", "12", "takes a length, such as 12pt"),
        ("--size", "calc(1pt + 2mm)", "takes a length"),
        ("--gap", "3pt", "takes a length in em"),
        ("--step", "wide", "takes a number"),
        ("--columns", "", "takes a value"),
    ],
)
def test_a_value_of_another_type_is_refused(name: str, value: str, message: str) -> None:
    base = {token.name: token for token in read_tokens(BASE)}
    [fault] = misfits([Token(name, value, "ours.css", 4)], base, PINNED)
    assert (fault.code, fault.file, fault.line) == ("bad-token", "ours.css", 4)
    assert f"{name} {message}" in fault.message
    assert fault.hint == f"the default is {base[name].value}"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("--ink", "rebeccapurple"),
        ("--ink", "rgb(0 0 80)"),
        ("--ink", "var( --other )"),
        ("--size", "8.5in"),
        ("--gap", "0"),
        ("--columns", "2"),
        ("--font", '"Source Sans 3", Atkinson Hyperlegible'),
        ("--own", "whatever"),
    ],
)
def test_a_value_of_the_same_form_is_fine(name: str, value: str) -> None:
    base = {token.name: token for token in read_tokens(BASE)}
    assert not list(misfits([Token(name, value, "ours.css", 4)], base, PINNED))


def test_a_font_that_there_is_not_is_reported_with_the_way_to_have_it() -> None:
    base = {token.name: token for token in read_tokens(BASE)}
    asked = Token("--font", "'Source Sans', \"Brand Sans\", sans-serif", "ours.css", 4)
    near, brand, generic = misfits([asked], base, PINNED)
    assert {each.code for each in (near, brand, generic)} == {"unknown-font"}
    assert near.hint == 'did you mean "Source Sans 3"?'
    assert '[fonts] "Brand Sans"' in brand.hint
    assert "sans-serif" in generic.message
    assert len(list(misfits([asked], base, (*PINNED, "Brand Sans")))) == 2


def test_a_plain_zero_is_refused_of_a_font_without_one() -> None:
    zero = Token("--zero", "normal", "ours.css", 7)
    usual = Token("--font", '"Atkinson Hyperlegible", "Source Sans 3"', "base.css", 1)
    [fault] = slashed_for_good({"--zero": zero, "--font": usual})
    assert (fault.file, fault.line) == ("ours.css", 7)
    other = Token("--font", '"Source Sans 3"', "ours.css", 8)
    assert list(slashed_for_good({"--zero": zero, "--font": other})) == []
    assert list(slashed_for_good({"--font": usual})) == []
