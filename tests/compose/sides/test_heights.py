"""Estimated heights: more text is higher, and a document is long only in one column."""

from compose.writing import PATIENT, THEME, composed, write
from leaflet.compose.composition import Composition
from leaflet.compose.sides.heights import Heights, estimate, is_long

TOKENS = {**THEME.stylesheet(PATIENT, (), "a4").tokens, "--footer-lines": "1"}


def heights(composition: Composition, size: float = 11) -> Heights:
    assert composition.side is not None
    return estimate(
        composition.monograph, composition.side, size, {**TOKENS, **composition.overrides}
    )


def test_more_text_is_higher() -> None:
    short, long = composed(write()), composed(write(how_it_works="It blocks errors. " * 90))
    assert heights(long).rest > heights(short).rest + 150
    assert heights(long).first == heights(short).first


def test_larger_type_is_higher() -> None:
    composition = composed(write())
    assert heights(composition, 12).first > heights(composition, 10.5).first


def test_only_a_text_in_one_column_is_long() -> None:
    large = THEME.stylesheet(PATIENT, ("large-print",), "a4").tokens
    chapters = composed(write(how_it_works="It blocks errors.\n\n" * 400)).chapters
    given = {"--header-lines": "1", "--footer-lines": "1"}
    assert is_long(chapters, {**large, **given})
    assert not is_long(chapters, TOKENS | given)
