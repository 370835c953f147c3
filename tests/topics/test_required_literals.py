import re
from pathlib import Path

import pytest

from leaflet.topics.required_literals import fold, required_literals
from leaflet.topics.table import Where, load_topics

CHECKOUT = Path(__file__).parents[2]
LANGUAGES = sorted(path.parent.name for path in CHECKOUT.glob("locale/*/topics.toml"))
TEXTS = {
    line
    for path in sorted((CHECKOUT / "content").rglob("*.md"))
    for line in path.read_text("utf-8").split("\n")
}


@pytest.mark.parametrize(
    ("pattern", "literals"),
    [
        ("warfarin", ["warfarin"]),
        (r"\b(do|must)\ not\ (take|use)\b", [" not "]),
        ("(child|infants?)s*", ["child", "infant"]),
        ("(ab){2,}c*", ["ab"]),
        ("Größe", ["grösse"]),
        ("(warfarin)?", [""]),
        ("warfarin|", [""]),
        ("[abc]+", [""]),
        ("(?!warfarin)(?<!x)z", ["z"]),
        ("^$", [""]),
    ],
)
def test_literals_are_the_rarest_that_a_match_must_have(pattern: str, literals: list[str]) -> None:
    assert [*required_literals(pattern, re.IGNORECASE | re.VERBOSE)] == literals


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_match_is_lost(language: str) -> None:
    table = load_topics([CHECKOUT / "locale" / language / "topics.toml"])
    for phrases in (each for several in table.values() for each in several):
        for where in Where:
            pattern = getattr(phrases, where)
            if pattern and not (where == Where.SENTENCE and phrases.denial):
                for text in TEXTS:
                    found, expected = phrases.search(text, where), pattern.search(text)
                    assert (found and found[0]) == (expected and expected[0])


def test_what_is_the_same_letter_for_an_expression_is_folded_alike() -> None:
    """Letters that an expression takes for one without regard to case, with odd ones of them."""
    letters = [chr(code) for code in range(0x250)] + [*"ſKÅẞﬅﬆΐΰςσϐβϑθ"]
    for letter in letters:
        alike = re.compile(re.escape(letter), re.IGNORECASE)
        assert {fold(each) for each in letters if alike.fullmatch(each)} == {fold(letter)}
