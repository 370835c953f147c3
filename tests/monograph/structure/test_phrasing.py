import pytest

from leaflet.config.section_names import shipped_names
from leaflet.monograph.structure.phrasing import phrasing

CALLED = ("Examplin 10 mg tablets", "examplin sodium", "Examplor")


@pytest.mark.parametrize(
    ("heading", "phrase", "name"),
    [
        ("How should I take Examplin?", "how to take it", "how to take it"),
        ("What Examplin 10 mg tablets is used for", "what it is used for", "what it is used for"),
        ("How does Examplor work?", "how does it work", "how does it work"),
        ("Uses of this medicine", "uses of it", "uses"),
        ("Nebenwirkungen von Examplin", "nebenwirkungen von it", "nebenwirkungen"),
        ("Examplin के दुष्प्रभाव", "it के दुष्प्रभाव", "दुष्प्रभाव"),
        ("Adverse effects or side effects", "adverse effects or side effects", "adverse effects"),
        ("Storage", "storage", ""),
        ("How to take Examplin 20 mg", "how to take it 20 mg", ""),
        ("What it's for", "what it is for", "what it is for"),
        ("Who can't take Examplin", "who cannot take it", ""),
        ("Don't take it if you're ill", "do not take it if you are ill", ""),
    ],
)
def test_a_heading_is_put_plainly(heading: str, phrase: str, name: str) -> None:
    ways = phrasing(CALLED, shipped_names())
    assert ways.plainer(heading) == phrase
    assert ways.name_in(phrase) == name


@pytest.mark.parametrize(
    ("heading", "is_product"),
    [
        ("Examplin 2.5 mg and 5 mg film-coated tablets", True),
        ("Examplin 250 mg/5 ml oral solution", True),
        ("Examplin 0.5 % cream", True),
        ("Examplin 5 mg twice daily", False),
        ("Examplin tablets", False),
        ("Examplin 10 tablets overdose", False),
    ],
)
def test_the_full_name_of_a_product_is_no_more_than_that(heading: str, is_product: bool) -> None:
    ways = phrasing(("Examplin",), shipped_names())
    assert ways.is_product(ways.plainer(heading)) == is_product


def test_the_form_of_the_medicine_is_recognised() -> None:
    ways = phrasing(CALLED, shipped_names())
    assert ways.without_form("how to use it cream") == ("how to use it", "cream")
    assert ways.without_form("how to use it") == ("how to use it", "")


@pytest.mark.parametrize(
    "phrase",
    [
        "adult dose",
        "paediatric dosage",
        "dosage in adults and children",
        "dose (elderly)",
        "loading dose",
        "maintenance dose",
        "maximum dosage",
        "dosierung bei kindern",
        "posologie chez l'adulte",
        "dosis en niños",
        "جرعة الأطفال",
        "बच्चों के लिए खुराक",
    ],
)
def test_a_dose_may_be_for_some_people(phrase: str) -> None:
    assert phrasing(CALLED, shipped_names()).dose_of_people(phrase)


@pytest.mark.parametrize("phrase", ["dose adjustment in adults", "adult usage", "adults", "dose"])
def test_other_headings_are_none(phrase: str) -> None:
    assert not phrasing(CALLED, shipped_names()).dose_of_people(phrase)
