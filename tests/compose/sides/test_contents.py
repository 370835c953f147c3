"""A document has a table of contents only if it is long, and in one column."""

from compose.writing import PATIENT, THEME, composed, write
from leaflet.compose.sides.contents import is_long

TOKENS = {**THEME.stylesheet(PATIENT, (), "a4").tokens, "--footer-lines": "1"}


def test_only_a_text_in_one_column_is_long() -> None:
    large = THEME.stylesheet(PATIENT, ("large-print",), "a4").tokens
    chapters = composed(write(how_it_works="It blocks errors.\n\n" * 400)).chapters
    given = {"--header-lines": "1", "--footer-lines": "1"}
    assert is_long(chapters, {**large, **given})
    assert not is_long(chapters, TOKENS | given)
