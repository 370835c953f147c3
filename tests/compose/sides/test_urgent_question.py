"""A question whose answer is an emergency stands in the box of what needs help at once."""

import pytest

from compose.sides.test_first_side import side
from compose.writing import read, write

LANGUAGES = {
    "en": ("What if my throat swells?", "Call 999."),
    "de": ("Was, wenn mein Hals anschwillt?", "Rufen Sie sofort den Notruf 112."),
    "fr": ("Et si ma gorge gonfle ?", "Appelez immédiatement le 15."),
    "es": ("¿Y si se me hincha la garganta?", "Llame inmediatamente al 112."),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_such_a_question_is_urgent(language: str) -> None:
    question, answer = LANGUAGES[language]
    text = f"**Q: {question}** A: {answer}\n\n**Q: Xyz?** A: Abc."
    found = side(write(f"title: Testamide\nlang: {language}", faqs=text))
    assert question in str(found.urgent)
    assert answer in str(found.urgent)
    assert question not in str(found.rest)


@pytest.mark.parametrize(
    "question", ["What if I have an allergic reaction?", "What are the signs of a stroke?"]
)
def test_so_is_one_about_a_side_effect(question: str) -> None:
    found = side(read(write(faqs=f"**Q: {question}** A: Stop. Call 999.").source.text))
    assert question in str(found.urgent)


def test_so_is_one_that_is_answered_in_steps() -> None:
    text = "**Q: What if my lips swell?**\n\n1. Stop.\n2. Call 999.\n\n**Q: Xyz?** A: Abc."
    assert "What if my lips swell?" in str(side(write(faqs=text)).urgent)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("What if I take too much?", "Call 999."),
        ("What if I miss a dose?", "Take it. If you feel ill, call 999."),
        ("Is it dear?", "No."),
        ("What side effects are there?", "Rash. If you faint, call 999."),
        ("What if I have side effects?", "Call us at once about any other symptoms."),
    ],
)
def test_any_other_stays_in_its_part(question: str, answer: str) -> None:
    found = side(read(write(faqs=f"**Q: {question}** A: {answer}").source.text))
    assert question not in str(found.urgent)
