import pytest

from leaflet.output.catalogue.collation import DIGITS, OTHERS, fold, letter, rank


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("PARACETAMOL", "paracetamol"),
        ("Ácido fólico", "acido folico"),
        ("Straße", "strasse"),
        ("Łódź Øl", "lodz ol"),
        ("ﬁlgrastim", "filgrastim"),
        ("أملوديبين", "املوديبين"),
    ],
)
def test_case_and_accents_do_not_count(name: str, folded: str) -> None:
    assert fold(name) == folded


@pytest.mark.parametrize(
    ("name", "under"),
    [
        ("amlodipine", "A"),
        ("Ácido", "A"),
        ("(R)-salbutamol", "R"),
        ("5-fluorouracil", DIGITS),
        ("½ dose", DIGITS),
        ("β-carotene", "Β"),
        ("पैरासिटामोल", "प"),
        ("", OTHERS),
        ("…", OTHERS),
    ],
)
def test_each_name_stands_under_a_letter(name: str, under: str) -> None:
    assert letter(name) == under


def test_numbers_come_first_then_latin_then_other_scripts() -> None:
    names = ["…", "βeta", "zinc", "Ácido b", "acido a", "Zinc B", "5-FU", "أملوديبين", "Abacavir"]
    assert sorted(names, key=rank) == [
        *("5-FU", "Abacavir", "acido a", "Ácido b", "zinc", "Zinc B"),
        *("βeta", "أملوديبين", "…"),
    ]
