"""Lines break between words, but not within what must be read together."""

import pytest

from leaflet.compose.measure.line_breaking import (
    NO_BREAK_SPACE,
    SOFT_HYPHEN,
    WORD_JOINER,
    bind,
    bind_words,
    hyphenate,
)
from leaflet.monograph.model import Span


def shown(words: str) -> str:
    """The words with ``~`` for a space, and ``|`` after a sign, after which no line may break."""
    return words.replace(NO_BREAK_SPACE, "~").replace(WORD_JOINER, "|")


@pytest.mark.parametrize(
    "words",
    [
        "4~mg once daily",
        "2.5 to 5~mg/|kg",
        "10~mg/|m² on day~1",
        "50~mL/|min/|1.73~m²",
        "5~tablets for 3~days",
        "1~million units",
        "a dose of 100~micrograms",
        ">~25~kg",
        "up to 50~%",
        "½~tablet",
        "Store below 25~°C.",
        "days~1-|21 of a 28-|day cycle",
        "5–|10~mg, or 5~-~10~mg",
        "below 0.5~×~10⁹/|L",
        "reviewed on 3~March~2026",
        "HLA-|B*57:01",
        "Child-|Pugh class A and/|or B",
        "co-|amoxiclav, interferon beta-|1a",
        "(methyl-triazene-|1-|yl)-imidazole-|4-carboxamide",
        "25-|hydroxycholecalciferol-|1-hydroxylase",
    ],
)
def test_what_belongs_together_stays_on_one_line(words: str) -> None:
    plain = words.replace("~", " ").replace("|", "")
    assert shown(bind_words(plain)) == words


@pytest.mark.parametrize(
    "words",
    [
        "take 2 or more",
        "5 more",
        "in 10 people",
        "4 mgs? no: 4 mine",
        "amoxicillin/clavulanate",
        "piperazine-ephedrine-guaifenesin",
        "https://example.org/a-b/c",
        "you may 5 times",
    ],
)
def test_a_line_may_break_anywhere_else(words: str) -> None:
    assert NO_BREAK_SPACE not in bind_words(words).replace("5\u00a0times", "")
    assert WORD_JOINER not in bind_words(words)


def test_a_sign_for_about_stays_with_its_number() -> None:
    assert bind_words("about ~ 5 mL") == f"about ~{NO_BREAK_SPACE}5{NO_BREAK_SPACE}mL"


def test_a_number_is_bound_across_emphasis() -> None:
    bound = bind((Span("Take "), Span("5", frozenset({"strong"})), Span(" mg/kg.")))
    assert [shown(span.text) for span in bound] == ["Take ", "5", "~mg/|kg."]


def test_only_spaces_and_invisible_characters_change() -> None:
    words = "days 1-21: 10 mg/kg of amoxicillin/clavulanate (HLA-B*57:01) on 3 March"
    assert bind_words(words).replace(WORD_JOINER, "").replace(NO_BREAK_SPACE, " ") == words


def test_a_long_word_gets_soft_hyphens() -> None:
    words = "Take hydrochlorothiazide, or hydroxychlorothiazidoamidosulfate."
    parts = [(words.replace(SOFT_HYPHEN, "|"), size) for words, size in hyphenate(words)]
    assert parts == [
        ("Take ", ""),
        ("hydro|chlorothiazide,", "long"),
        (" or ", ""),
        ("hydroxy|chlorothiazido|am|ido|sulfate.", "longest"),
        ("", ""),
    ]


def test_word_joiners_of_the_author_are_removed() -> None:
    assert bind_words("tetrahydroisoquinoline \u2060mg") == "tetrahydroisoquinoline mg"


def test_a_compound_longer_than_any_line_may_be_divided() -> None:
    [_, (_, size), _] = hyphenate(
        bind_words("2-(4-isobutylphenyl)propanoyl-1,2,3,4-tetrahydroisoquinoline")
    )
    assert size == "longest"


def test_an_address_is_never_divided() -> None:
    address = "https://example.org/hydrochlorothiazide"
    assert list(hyphenate(address)) == [(address, "")]


def test_text_joined_to_a_long_word_is_divided_with_it() -> None:
    joined = f"5{NO_BREAK_SPACE}{'1234567890' * 4}"
    assert list(hyphenate(f"code {joined} x")) == [("code ", ""), (joined, "longest"), (" x", "")]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("at most 200 mg/24 h in all", "at most 200~mg/|24~h in all"),
        ("call 020 7946 0000 at once", "call 020~7946~0000 at once"),
        ("call +44 20 7946 0000 at once", "call +44~20~7946~0000 at once"),
        ("call (555) 123-4567 at once", "call (555)~123-|4567 at once"),
        ("call 0800 123 456 at once", "call 0800~123~456 at once"),
        ("10 20 40 80", "10 20 40 80"),
        ("0.5 1 2 4 units each", "0.5 1 2 4~units each"),
        ("05 06 to 12", "05 06 to 12"),
        ("10 mgを1日1回、12 時間", "10~mgを1日1回、12 時間"),
    ],
)
def test_amounts_in_a_time_and_telephone_numbers_stay_whole(text: str, bound: str) -> None:
    assert shown(bind_words(text)) == bound
