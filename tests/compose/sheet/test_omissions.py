"""What is left out has a name, a heading and all of its words."""

import pytest

from compose.writing import CLINICIAN, PATIENT, summary, write
from leaflet.compose.outline.arrange import arrange
from leaflet.compose.sheet.omissions import omission_names, omissions
from leaflet.i18n.messages import WORDS

MONOGRAPH = write(faqs="**Q: May I drive?** A: No.\n\n**Disclaimer:** For information only.")
CHAPTERS = arrange(MONOGRAPH, CLINICIAN)


def test_what_a_kind_never_prints_has_a_name_and_a_heading() -> None:
    found = omissions(MONOGRAPH, CLINICIAN, CHAPTERS)
    assert omission_names(found, WORDS) == (
        "Questions and answers (under “FAQs”): May I drive?",
        "Disclaimer",
    )
    assert [summary(omission.body) for omission in found] == [
        "FAQs | May I drive? No.",
        "Disclaimer: For information only.",
    ]


def test_questions_with_a_warning_or_a_dose_are_named() -> None:
    monograph = write(
        faqs="**Q: Is it old?** A: No.\n\n**Q: With wine?** A: It can be fatal.\n\n"
        "**Q: How much for a cat?** A: 5 mg."
    )
    found = omissions(monograph, CLINICIAN, arrange(monograph, CLINICIAN))
    assert omission_names(found, WORDS) == (
        "Questions and answers (under “FAQs”), among them: With wine? How much for a cat?",
    )


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Can I take other medicines?", "Not those with paracetamol."),
        ("Can I drink alcohol?", "No."),
        ("Can I stop taking it at once?", "No."),
        ("Is driving safe?", "Not at night."),
        ("What if I take too much?", "Go to a hospital."),
        ("What if I forget a dose?", "Take it when you remember."),
        ("How long may I take it?", "No longer than a week."),
        ("What if my throat swells?", "Call 112 immediately."),
    ],
)
def test_questions_about_what_can_harm_are_named(question: str, answer: str) -> None:
    monograph = write(faqs=f"**Q: {question}** A: {answer}")
    found = omissions(monograph, CLINICIAN, arrange(monograph, CLINICIAN))
    assert omission_names(found, WORDS)[0].endswith(question)


def test_moved_parts_come_first() -> None:
    found = omissions(MONOGRAPH, CLINICIAN, CHAPTERS, ("mechanism",))
    assert (found[0].key, found[0].name, found[0].heading) == (
        "mechanism",
        "Mechanism",
        "How it Works",
    )
    assert "It blocks errors." in summary(found[0].body)
    assert omission_names(found, WORDS)[0] == "Mechanism (under “How it Works”)"


def test_a_leaflet_leaves_nothing_out() -> None:
    assert omissions(MONOGRAPH, PATIENT, arrange(MONOGRAPH, PATIENT)) == ()
