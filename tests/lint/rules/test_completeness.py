"""Each question of schedule 27 is answered in the frame, and open without the answer."""

import re

import pytest

from leaflet.config.settings import Settings
from leaflet.lint.data.legal_questions import QUESTIONS, LegalQuestion
from leaflet.lint.rules.completeness import RULES
from leaflet.lint.text.manuscript import prepare
from lint.frame import FRAME

ANSWERS = {
    "strength": r"tablets",
    "contraindications": r"(?:must not|[Dd]o not|cannot)",
    "interactions": r"interact",
    "food": r"drink alcohol",
    "pregnancy": r"pregnant",
    "children": r"Children",
    "elderly": r"Older people",
    "driving": r"drive",
    "excipients": r"lactose",
    "route": r"by mouth|tablets",
    "frequency": r"once a day",
    "duration": r"for 3 days",
    "overdose": r"take too much",
    "missed-dose": r"miss a dose",
    "stopping": r"stop taking it",
    "reporting": r"Report any side effects",
    "storage": r"(?:store|Keep)",
    "advice": r"doctor",
}


def left_open(text: str) -> set[str]:
    manuscript = prepare(text.encode(), "one.md", Settings())
    return {rule.code for rule in RULES for _ in rule.find(manuscript)}


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.code)
def test_a_question_is_open_without_its_answer(question: LegalQuestion) -> None:
    bare = re.sub(ANSWERS[question.code], "…", FRAME)
    assert left_open(bare) >= {f"open-{question.code}"}


def test_the_frame_answers_them_all() -> None:
    assert left_open(FRAME) == set()


def test_a_note_stands_at_the_section_where_its_answer_belongs() -> None:
    manuscript = prepare(FRAME.replace("drive", "…").encode(), "one.md", Settings())
    hits = [(hit.line, hit.column) for rule in RULES for hit in rule.find(manuscript)]
    assert hits == [(FRAME.split("\n").index("### Precautions") + 1, 5)]


@pytest.mark.parametrize("heading", ["Late dose", "Catching up", "When not to use it"])
def test_a_section_answers_the_question_that_its_heading_names(heading: str) -> None:
    code = "contraindications" if "not" in heading else "missed-dose"
    bare = re.sub(ANSWERS[code], "…", FRAME)
    assert left_open(f"{bare}\n\n### {heading}\nAsk.\n").isdisjoint({f"open-{code}"})
    assert f"open-{code}" in left_open(f"{bare}\n\n### {heading.replace(' ', ' x ')}\nAsk.\n")
