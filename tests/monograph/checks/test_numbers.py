"""What may stand in and beside a number, and what is refused there."""

import pytest

from leaflet.monograph.checks.numbers import misleading_numbers

ZERO = "\u0660"  # of Arabic: it looks like a point
REFUSED = {
    "a mark on a digit": "1\u03230 1\u0307 5\u20e3 1\u03350",
    "a mark on a sign, a space or nothing": "\u2212\u03385 5\u0323 5\u00a0\u0323mg \u03235",
    "a strike-through": "5m\u0336g m\u20d2g",
    "digits of another script": f"1{ZERO}5 {ZERO}5 1\u09665 1\u06f05 1\u0e505 \u0665",
    "digits for mathematics or East Asia": "\uff11\uff10 \U0001d7cf0",
    "raised or lowered digits": "5\u2070 5\u00b2 10\u20750 10\u2080 1\u2070 \u00b25 2.5\u00b2",
    "digits in circles": "\u24600 \u2464\u00a0mg 1\u2460",
    "Roman numbers, and those of East Asia": "\u21600 1\u2160 1\u3007 \u4e005",
    "fractions": "1\u00bd0 \u00bd0 1.5\u00bd \u00bd\u00bd \u215f4 \u00bd.5 1/2\u00bd",
    "letters like 0": "1O O.5 10O 1,O00 .O5 1o0 1\u00d8 O5",
    "letters like 1": "l0 I0 1I 1l.5 I.5 1|0",
    "letters before a unit": "1S\u00a0mg 1B0\u00a0mg 1Z\u00a0mg 1l\u00a0mg",
    "letters alone before a unit": "l\u00a0mg O\u00a0mg lO\u00a0mg IO\u00a0mg",
    "signs like a raised zero": "5\u00b0\u00a0mg 5\u00ba\u00a0mg 5\u02da",
    "Greek and Cyrillic letters": "\u03990 1\u0399 1\u0406 1\u04c0 1\u03b8 1\u04e9",
    "letters of phonetics": "1\u1d0f0 1\u01c00 1\u01bc",
    "raised dots": "1\u00b75 1\u22195 1\u22c55 1\u20275 1\u20245 1\u02d95 \u00b75",
    "commas": "1\u201a5 1\u060c5 1\u00b85 1\u02cc5 1\uff0c5",
    "slashes": "1\u20442 1\u22152 1\uff0f2",
    "minus and plus": "5\u02d710 \u02d75 \u27965 5\ufe6310 \uff0b5 \u207b5",
    "circles": "1\u25cb 1\u25ef0 1\u2218 \u25cb5",
    "spaces": "1\u200a0 1\u20090 10\u2009000 1\u16800 1\u30000 1\u202f00 1\u00a00",
    "spaces beside a point": "1.\u200a5 1\u2009.5 1\u00a0,\u00a05",
    "marks of direction": "1\u200f0 1.\u200f5 1\u200e.5",
}

ACCEPTED = [
    "5 mg, 5\u202fmg, 5\u2009mg, 5\u00a0mg, 5\u00b5g, 5%, 5\u2030, 0.5 to 2,5 and 1,000",
    "10\u202f000 1\u00a0000\u00a0000 10\u2019000 1\u202f000,5",
    "1\u00bd, 1 \u00bd, \u00bd\u20131 tablet; T\u00bd",
    "10\u2079/L",
    "10\u207b\u2079 3 \u00d7 10\u2076 1.73 m\u00b2 CO\u2082 CD4\u207a Ca\u00b2\u207a 5 mg\u00b9 ",
    "B12\u00b2",
    "5\u201310, 5-10, 5\u201110, \u221220 \u00b0C, 37\u00b0C, \u00b15, \u22655\u226410",
    "\u20ac5, \u201c5\u201d, (5), \u2026 5\u2026",
    "O2 SpO2 H2O 131I I-131 O157 B12 B6 CYP2C9 IL-6 10l 10 l",
    "Q8H 14h30 5\u1d49me 1st 1\u00ba 5\u03b1 x2",
    "troponin I ng/mL, en g o mg, type II tablets, 5 l of water, I mg, long",
    "Type \u2161; \u2460 Take it; \u26a0\ufe0f caf\u00e9",
]

NATIVE = [
    ("ar", "\u0661\u0660 \u0661\u066b\u0665 \u0661\u066c\u0660\u0660\u0660"),
    (
        "ar",
        "\u0661\u0660\u2013\u0662\u0660 \u06485 5\u0645\u0644\u063a 5\u060c 10",
    ),
    ("fa-IR", "\u06f1\u06f0"),
    ("hi", "\u096b.\u096b"),
    ("hi", "5\u0964 \u096b \u092e\u093f"),
]

MIXED = [
    ("ar", f"1{ZERO}5"),
    ("ar", f"{ZERO}.5"),
    ("ar", f"5 {ZERO}"),
    ("ar", "1\u060c5"),
    ("ar", "5\u0627"),
    ("hi", "1\u09665"),
    ("hi", ZERO),
    ("fa", "\u0665"),
    ("en", "\u0665"),
]


def faults(text: str, language: str = "en") -> list[str]:
    return [finding.message for finding in misleading_numbers(text, "examplin.md", language)]


@pytest.mark.parametrize("kind", REFUSED)
def test_it_is_refused_in_and_beside_numbers(kind: str) -> None:
    assert [each for each in REFUSED[kind].split(" ") if not faults(each)] == []


@pytest.mark.parametrize("text", ACCEPTED)
def test_what_is_usual_is_accepted(text: str) -> None:
    assert faults(text) == []


@pytest.mark.parametrize(("language", "text"), NATIVE)
def test_a_language_may_use_its_own_digits(language: str, text: str) -> None:
    assert faults(text, language) == []


@pytest.mark.parametrize(("language", "text"), MIXED)
def test_two_kinds_of_digits_never_make_a_number(language: str, text: str) -> None:
    assert faults(text, language)


def test_the_character_is_named_at_its_position() -> None:
    found = next(misleading_numbers("Once.\nNever 1\u00b75 mg", "examplin.md", "en"))
    assert (found.code, found.line, found.column) == ("misleading-number", 2, 8)
    assert found.message == '"1\u00b75": U+00B7 (middle dot) is in a number'
