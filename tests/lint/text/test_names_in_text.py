"""Names of medicines: which ones are the same, and which ones only look alike."""

import pytest

from leaflet.lint.data.names import ALIKE
from leaflet.lint.data.synonyms import SYNONYMS
from leaflet.lint.text.names_in_text import components, unnamed, within_edits


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("Paracetamol", [("paracetamol",)]),
        ("Amoxycillin Trihydrate + Clavulanate Potassium", [("amoxycillin",), ("clavulanate",)]),
        ("Potassium Chloride", []),
        ("Calcitonin (Salmon)", [("calcitonin",)]),
        ("Milk of Magnesia / Simethicone", [("magnesia",), ("simethicone",)]),
    ],
)
def test_a_title_is_cut_into_what_names_something(title: str, parts: list[tuple[str]]) -> None:
    assert list(components(title)) == parts


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Amoxycillin", "amoxicillin"),
        ("Tazobactum", "Tazobactam"),
        ("Frusemide", "furosemide tablets"),
        ("Docusates", "docusate"),
        ("Sulphadiazine", "sulfadiazine"),
        ("Cefalexin", "Cephalexin"),
        ("Ubidecarenone", "coenzyme Q10 is a ubiquinone"),
        ("Vitamin C (Ascorbic Acid)", "nothing"),
        ("Thyroliberin", "Thyrotropin-releasing hormone"),
        ("Beclomethasone", "beclometasone"),
    ],
)
def test_one_medicine_by_another_name(title: str, text: str) -> None:
    assert list(unnamed(title, [text])) == []


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Levonadifloxacin", "levofloxacin"),
        ("Iodamide", "iodipamide"),
        ("Arteether", "artemether"),
        ("Hydroxyquinolines", "hydroxychloroquine"),
        ("Chlorthalidone", "hydrochlorothiazide"),
        ("Hydroflumethiazide", "hydrochlorothiazide"),
        ("Clinidipine", "amlodipine"),
        ("Cinitapride", "domperidone"),
        ("Artenimol", "artemether"),
        ("Sulfamethopyrazine", "sulfamethoxazole"),
        ("Dydrogesterone", "norethisterone"),
        ("Piperine", "pyrazinamide"),
        ("Quinine", "quinidine"),
        ("Prednisone", "prednisolone"),
    ],
)
def test_another_medicine_by_a_similar_name(title: str, text: str) -> None:
    assert [name for name, _ in unnamed(title, [text])] == [title.lower()]


def test_the_other_medicine_is_named() -> None:
    assert list(unnamed("Levonadifloxacin", ["Take levofloxacin daily"])) == [
        ("levonadifloxacin", "levofloxacin")
    ]


def test_a_swap_of_neighbours_is_one_edit() -> None:
    assert within_edits("cilnidipine", "clinidipine", 1)
    assert not within_edits("cilnidipine", "cilnidapene", 1)


def test_no_two_names_are_both_the_same_and_only_alike() -> None:
    same = {frozenset((a, b)) for group in SYNONYMS for a in group for b in group if a != b}
    alike = {frozenset((a, b)) for group in ALIKE for a in group for b in group if a != b}
    assert same & alike == set()
