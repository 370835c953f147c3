import json
import unicodedata

import pytest

from leaflet.escapes import escape, fit, in_one_line

ACTIVE = ("\x1b", "\r", "\x07", "\x00", "\x7f", "\x9b", "\u202e", "\u2066", "\u200b", "\ufeff")


@pytest.mark.parametrize("character", [*ACTIVE, "\udcff", "\U000e0041", "\u2028"])
def test_what_a_terminal_acts_on_is_written_out(character: str) -> None:
    shown = escape(f"a{character}b")
    assert shown.isascii()
    assert shown.isprintable()
    assert json.loads(f'"{shown}"') == f"a{character}b"


def test_nothing_but_text_is_left() -> None:
    kept = {c for c in map(chr, range(0x110000)) if escape(c) == c}
    assert {c for c in kept if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")} == {"\n", "\t"}
    assert {"µ", "≥", "é", "\u00a0", "\u200c", "\u200d", "👍", "ا"} <= kept


@pytest.mark.parametrize(
    "line",
    [
        *("::error::x", "  ::set-output name=a::b", "\t::debug::", "\u00a0::error::", "-::error::"),
        *("\ufe0f::error::", "\u0301::error::", "a\n::error::", "::::", "\u200d::stop-commands::x"),
        *("##[error]x", "a ##[group]b", "##vso[task.setvariable]x", "##teamcity[x]", "###[error]"),
    ],
)
def test_no_line_is_a_command(line: str) -> None:
    shown = escape(line)
    for each in shown.split("\n"):
        assert not each.lstrip("".join(map(chr, range(0x20, 0x41)))).startswith("::")
        assert not any(mark in each for mark in ("##[", "##vso[", "##teamcity["))
    assert "\\u" in shown
    assert json.loads(f'"{shown}"', strict=False) == line


def test_text_is_left_alone() -> None:
    for text in ("a.md:3: error[x] 5 mg: no", "std::string", "## [1]", "µ ≥ é\n  hint: a"):
        assert escape(text) == text


def test_a_part_of_a_line_begins_no_other() -> None:
    assert in_one_line("a\n::error::\tb\r") == "a\\n\\u003a:error::\\tb\\r"


def test_an_encoding_gets_what_it_can_express() -> None:
    assert fit("5 µg ≥ 👍", "utf-8") == "5 µg ≥ 👍"
    assert fit("5 µg ≥", "cp1252") == "5 µg \\u2265"
    assert json.loads(fit('"µ 👍"', "ascii")) == "µ 👍"


def test_it_takes_time_in_proportion() -> None:
    text = "- \u0301" * 300_000
    assert escape(text) == text
    assert escape("\n" * 300_000 + "::").endswith("\\u003a:")
