import re

import pytest

from leaflet.config.expression import Expression
from leaflet.topics.alternatives import alternatives, search

FLAGS = re.IGNORECASE | re.VERBOSE


@pytest.mark.parametrize(
    ("pattern", "parts"),
    [
        ("liver", ["liver"]),
        (r"liver|kidneys?|\|", ["liver", "kidneys?", r"\|"]),
        ("(liver|kidney)|[|(]x|[]|]y", ["(liver|kidney)", "[|(]x", "[]|]y"]),
        (r"(li)ver\1|kidney", [r"(li)ver\1|kidney"]),
        ("(?P<a>l)|(?P=a)k", ["(?P<a>l)|(?P=a)k"]),
        ("liver # or | kidney", ["liver # or | kidney"]),
    ],
)
def test_an_expression_is_divided_where_its_alternatives_are(
    pattern: str, parts: list[str]
) -> None:
    assert [each.source for each in alternatives(pattern, FLAGS)] == parts


@pytest.mark.parametrize(
    "pattern",
    [
        "liver|kidney",
        "kidney|liver",
        "live|liver",
        "liver|live",
        "ver|liver",
        "(?!x)|liver",
        "x|y",
        "liv+e|kid",
        "\\bliv|e?y",
    ],
)
@pytest.mark.parametrize(
    "text", ["liver and kidneys", "KIDNEY, LIVER", "lives", "", "a liver " * 200]
)
def test_what_is_found_is_what_the_whole_expression_finds(pattern: str, text: str) -> None:
    found = search(Expression(pattern, FLAGS), text)
    expected = re.compile(pattern, FLAGS).search(text)
    assert (found and found.span()) == (expected and expected.span())
