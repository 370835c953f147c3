import pytest

from leaflet.fonts import metrics
from leaflet.fonts.in_use import in_use


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Take 4 mg ≥ 12 h, µg, ½, naïve — “yes”…", ""),
        ("α-tocopherol 10⁻⁶ H₂ ⅓ Ω", ""),
        (
            "soft\u00adhyphen, zero\u200bwidth, no\u00a0break, thin\u2009space\tand\r\nlines\ufeff",
            "",
        ),
        ("K and Å, signs that are letters; ḗ, put together from parts", ""),
        ("لا تتناول أكثر من ٤ حبات؟", ""),
        ("दवा को ठंडी, सूखी जगह पर रखें।", ""),
        ("☃ snow ☃ 漢 😀", "☃漢😀"),
        ("bell \x07 and nul \x00", "\x00\x07"),
    ],
)
def test_characters_that_no_pinned_font_has(text: str, missing: str) -> None:
    assert metrics.uncovered(text) == tuple(missing)


def test_a_font_is_read_only_for_what_those_before_it_do_not_have() -> None:
    metrics._cmap.cache_clear()
    metrics._is_covered.cache_clear()
    assert metrics.uncovered("Take 4 mg with food, naïve.") == ()
    assert metrics._cmap.cache_info().currsize == 1
    assert metrics.uncovered("لا") == ()
    assert 1 < metrics._cmap.cache_info().currsize < len(in_use().families)


def test_width_grows_with_size_and_weight() -> None:
    assert metrics.width("", 10) == 0
    assert metrics.width("Warfarin", 20) == pytest.approx(2 * metrics.width("Warfarin", 10))
    assert metrics.width("Warfarin", 10, bold=True) > metrics.width("Warfarin", 10)
    assert metrics.width("α", 10) > 0


@pytest.mark.parametrize(
    ("text", "measure", "count"),
    [
        ("", 100, 1),
        ("Warfarin", 100, 1),
        ("Warfarin and aspirin", 65, 2),
        ("a" * 100, 60, 10),
        ("x " + "a" * 100, 60, 11),
        ("aaaaaaa/bbbbbbb/ccccccc", 60, 3),
        ("aaaaaaa-bbbbbbb-1ccccc", 80, 2),
    ],
)
def test_lines_break_between_words_and_in_long_ones(text: str, measure: float, count: int) -> None:
    assert metrics.count_lines(text, 10, measure) == count


def test_letter_and_word_spaces_of_a_style_count_in_words_of_any_width() -> None:
    whole = metrics.width("two words", 10)
    assert metrics.count_lines("two words", 10, whole) == 1
    assert metrics.count_lines("two words", 10, whole, word_space=1) == 2
    assert metrics.count_lines("two words", 10, whole + 8.5, letter_space=1) == 2
    assert metrics.count_lines("two words", 10, whole + 9.5, letter_space=1) == 1
    part = metrics.width("aaaa-", 10)
    assert metrics.count_lines("aaaa-aaaa", 10, part) == 2
    assert metrics.count_lines("aaaa-aaaa", 10, part, letter_space=1) > 2
    assert metrics.count_lines("x aaaa-aaaa", 10, part) == 3


def test_a_space_that_does_not_break_ends_no_line() -> None:
    measure = metrics.width("call 020 7946", 10)
    assert metrics.count_lines("call 020 7946 0000", 10, measure) == 2
    whole = "020\u00a07946\u00a00000"
    assert metrics.count_lines(f"{whole} call", 10, metrics.width(whole, 10)) == 2
    narrow = metrics.width("call 020", 10)
    assert metrics.count_lines("call 020 7946 0000", 10, narrow) < metrics.count_lines(
        f"call {whole}", 10, narrow
    )
