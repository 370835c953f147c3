"""Two texts say the same if they share most longer words, their numbers and their people."""

import pytest

from compose.writing import THEME
from leaflet.compose.outline.gist import gist, says_the_same

TABLE = THEME.topics("en")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Never take it in pregnancy.", "Pregnancy: never take tablets.", True),
        ("Take at most 4 tablets.", "Take at most 8 tablets.", False),
        ("Children must never take it.", "Women must never take it.", False),
        ("Keep it cool.", "Stop smoking before surgery.", False),
    ],
)
def test_texts_are_compared(one: str, other: str, same: bool) -> None:
    assert says_the_same(gist(one, TABLE), gist(other, TABLE)) is same
