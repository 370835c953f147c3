"""Which of the questions that a leaflet must answer by law a monograph leaves open."""

from collections.abc import Iterator
from functools import partial

from leaflet.diagnostics import Severity
from leaflet.lint.data.legal_questions import QUESTIONS, LegalQuestion
from leaflet.lint.text.manuscript import Manuscript
from leaflet.lint.text.rule import Hit, Rule

_SOURCE = "UK Human Medicines Regulations 2012, schedule 27"


def _open(question: LegalQuestion, manuscript: Manuscript) -> Iterator[Hit]:
    if manuscript.monograph is None:
        return
    boxed = str(manuscript.front.get("boxed_warning") or "")
    if not any(question.answered.search(words.lower()) for words in (manuscript.prose, boxed)):
        yield Hit(
            *_place(question, manuscript),
            f"it does not say {question.asks}",
            "answer it, as a question under FAQs if nowhere else",
        )


def _place(question: LegalQuestion, manuscript: Manuscript) -> tuple[int, int]:
    """The heading of the section in which the answer belongs, else where the text begins."""
    headings = [line for line in manuscript.body if line.heading]
    fitting = [line for line in headings if line.section == question.section]
    for line in (*fitting, *headings):
        return line.number, line.column(0)
    return manuscript.body_line, 1


RULES: tuple[Rule, ...] = tuple(
    Rule(
        f"open-{question.code}",
        Severity.NOTE,
        f"the monograph does not say {question.asks}",
        "Readers ask it, and the law wants every leaflet to answer it.",
        _SOURCE,
        partial(_open, question),
    )
    for question in QUESTIONS
)
