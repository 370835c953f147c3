"""The sentences of an emergency instruction stay together: urgent, or an important point."""

import pytest

from compose.outline.test_key_points import points_of
from compose.sides.test_first_side import side
from compose.writing import summary, write
from leaflet.monograph.text import plain

INSTRUCTIONS = [
    ("en", "If your throat swells: Stop. Inject epinephrine. Call 999."),
    ("en", "If your throat swells, stop taking it. Call 999."),
    ("en", "Rare: severe reaction. Go to hospital at once."),
    ("en", "Swelling of the face can occur. Stop taking it and call your doctor at once."),
    ("de", "Wenn Ihr Hals anschwillt: Stopp. Spritzen Sie Adrenalin. Rufen Sie 112."),
    ("de", "Wenn Ihr Hals anschwillt: Absetzen. Adrenalin spritzen. 112 anrufen."),
    ("fr", "Si votre gorge gonfle : Arrêtez. Injectez l'adrénaline. Appelez le 15."),
    ("fr", "Rare : réaction grave. Allez immédiatement à l'hôpital."),
    ("es", "Si se le hincha la garganta: Pare. Inyéctese adrenalina. Llame al 112."),
    ("es", "Rara: reacción grave. Acuda de inmediato al hospital."),
    ("hi", "यदि आपका गला सूज जाए: दवा रोक दें। तुरंत 112 पर कॉल करें।"),
    ("ar", "إذا تورم حلقك: أوقف الدواء. اتصل بالإسعاف 123."),
]


def points(lang: str = "en", **sections: str) -> list[str]:
    found = points_of(write(f"title: Testamide\nlang: {lang}", faqs="", **sections))
    return [f"{plain(each.sentence.label)} {each.sentence.words}".strip() for each in found]


@pytest.mark.parametrize(("lang", "text"), INSTRUCTIONS)
def test_sentences_of_the_side_effects_are_urgent_together(lang: str, text: str) -> None:
    monograph = write(f"title: Testamide\nlang: {lang}", side_effects=f"* Xyz\n\n{text}")
    assert [summary(group.body) for group in side(monograph).urgent] == [text]


@pytest.mark.parametrize(("lang", "text"), INSTRUCTIONS)
def test_sentences_below_a_label_are_a_point_together(lang: str, text: str) -> None:
    assert points(lang, precautions=f"* **Xyz:** {text}") == [f"Xyz {text}"]


@pytest.mark.parametrize(
    "text", ["Rash is rare. Take with food.", "Rash is rare. Call us about any effect at once."]
)
def test_other_orders_go_on_with_nothing(text: str) -> None:
    assert side(write(side_effects=f"* Xyz\n\n{text}")).urgent == ()


def test_an_order_about_something_else_is_a_point_of_its_own() -> None:
    text = "Call us at once about any symptoms. Do not stop taking it without asking us."
    assert points("en", precautions=f"* **Xyz:** {text}")[0].endswith("without asking us.")
