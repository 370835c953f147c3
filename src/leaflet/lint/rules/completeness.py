"""The questions that a leaflet must answer by law and that a monograph leaves open."""

import re
from collections.abc import Iterator
from functools import partial

from leaflet.diagnostics import Severity
from leaflet.lint.data.legal_questions import QUESTIONS, LegalQuestion
from leaflet.lint.data.sources import UK_LAW
from leaflet.lint.text.manuscript import Manuscript
from leaflet.lint.text.phrases import Wording
from leaflet.lint.text.rule import Hit, Rule
from leaflet.monograph.model import Monograph


def _unanswered(question: LegalQuestion, answer: Wording, manuscript: Manuscript) -> Iterator[Hit]:
    if manuscript.monograph is None:
        return
    if question.topic in _section_topics(manuscript.monograph):
        return
    boxed = str(manuscript.front.get("boxed_warning") or "")
    if not any(answer.search(text.lower()) for text in (manuscript.prose, boxed)):
        message = f"the text does not say {question.asks}"
        hint = "add it, as a question under FAQs if nowhere else"
        yield Hit(*_position(question, manuscript), message, hint)


def _section_topics(monograph: Monograph) -> Iterator[str]:
    """What the author's own sections are about, by the names that they are known under."""
    sections = (section for group in monograph.groups for section in group.sections)
    return (topic.name for each in sections if each.body for topic in each.topics)


def _position(question: LegalQuestion, manuscript: Manuscript) -> tuple[int, int]:
    """The heading of the section in which the answer belongs, else the first heading, if any."""
    headings = [line for line in manuscript.body if line.heading]
    fitting = [line for line in headings if line.section == question.section]
    for line in (*fitting, *headings):
        return line.number, line.column(0)
    return manuscript.body_line, 1


RULES: tuple[Rule, ...] = tuple(
    Rule(
        f"open-{question.code}",
        Severity.NOTE,
        f"the text does not say {question.asks}",
        "Readers ask this, and the law requires every leaflet to answer it.",
        UK_LAW,
        # Without IGNORECASE the search is faster: the text is in lower case.
        partial(_unanswered, question, Wording(question.answered, re.NOFLAG)),
    )
    for question in QUESTIONS
)
