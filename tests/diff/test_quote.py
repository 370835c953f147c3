"""Changes as one line of text."""

import pytest

from diff.versions import ENGLISH
from leaflet.diff.quote import quote
from leaflet.diff.word_diff import compare_words


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Adults: 5 mg once daily", "Adults: 50 mg once daily", "Adults: 5 mg → 50 mg once daily"),
        ("Do not crush", "Do crush", "Do [- not] crush"),
        ("Do crush", "Do not crush", "Do [+ not] crush"),
        (
            "one two three four five six seven eight nine 5 mg",
            "one two three four five",
            "one two three four five [- six seven eight nine 5 mg]",
        ),
        (
            "a b c d e f g h i j 5 mg k l m n o p q r s t",
            "a b c d e f g h i j 6 mg k l m n o p q r s t",
            "… c d e f g h i j 5 mg → 6 mg k l m n o p q r …",
        ),
    ],
)
def test_from_and_to(old: str, new: str, expected: str) -> None:
    assert quote(compare_words(old, new, ENGLISH)) == expected
