"""The words of a monograph that a document replaces by its own, and those of its blocks."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from leaflet.monograph.model import (
    Block,
    Bullets,
    Entry,
    ListItem,
    Monograph,
    Paragraph,
    Question,
    Section,
    Subheading,
    Table,
    Text,
)
from leaflet.monograph.text import plain
from leaflet.section_key import SectionKey
from leaflet.verification.expected.source_text import count_words

_QUESTION_MARKERS = Counter(
    dict.fromkeys(
        (
            *("Q", "A", "Ans", "Answer", "Question"),
            *("Frage", "Antwort", "Pregunta", "Respuesta", "Réponse", "Reponse"),
        ),
        10**6,
    )
)
"""These markers are not printed. As plain words they cannot be recognised: any may be missing."""

_GERMAN_QUESTION = re.compile(r"^[\W_]*F\s*\d*\s*:", re.MULTILINE)
"""``F:`` for *Frage*. Elsewhere, an F is a unit of temperature and must be printed."""

_NUMBERED = re.compile(r"(?:^|\?)[\W_]*((?:[QAF]|Ans|[A-Z][a-zé]{4,8})\s?\d{1,3})\s*[:.)]")
_LONGEST_ANSWER = 8
"""Lines in which the answer to the last question begins."""

_NUMBER_OF_QUESTION = re.compile(r"\s*(?:#+\s+|[*_]+|\d+[.)]\s+[*_]+)[*_]*(\d{1,2})[.)]")


def replaced_words(monograph: Monograph) -> Counter[str]:
    """The words of the file that a document replaces by its own.

    They are the title, a generic name that is the title again, ``Q:`` and ``A:``, the headings of
    known sections but for what they say beside the name, and the name of a drug that its author
    repeats in each section and the document prints once, above them all.
    """
    replaced = count_words([monograph.front.title]) + _QUESTION_MARKERS
    replaced.update(count_words(_question_numbers(monograph)))
    replaced["F"] += len(_GERMAN_QUESTION.findall(monograph.source.body))
    for number, group in enumerate(monograph.groups, 1):
        replaced[str(number)] += 1
        for section in group.sections:
            if section.key == SectionKey.GENERIC_NAME:
                replaced.update(count_words(_title_again(section, monograph.name)))
            if section.key:
                replaced.update(count_words([plain(group.name)]))
            if heading := _replaced(section):
                replaced.update(count_words([heading]) - count_words([section.qualifier]))
    return replaced


def replaced_headings(monograph: Monograph) -> Iterator[str]:
    """The headings, numbers included, that a document replaces by its own.

    So are the numbers of questions, and those before the names of several drugs.
    """
    sections = (section for group in monograph.groups for section in group.sections)
    yield from filter(None, map(_replaced, sections))
    yield from _question_numbers(monograph)
    if len(monograph.groups) > 1:
        yield from (str(number) for number, _ in enumerate(monograph.groups, 1))


def _question_numbers(monograph: Monograph) -> Iterator[str]:
    """``Q1`` and ``A1`` before a question and its answer, and the number of a question."""
    source = monograph.source
    lines = source.body.split("\n")
    for group in monograph.groups:
        for section in group.sections:
            asked = [each.line for each in section.body if isinstance(each, Question)]
            for start, end in pairwise([*asked, (asked or [0])[-1] + _LONGEST_ANSWER]):
                for line in lines[start - source.body_line : end - source.body_line]:
                    yield from _NUMBERED.findall(line)
                yield from _NUMBER_OF_QUESTION.findall(lines[start - source.body_line])


def _replaced(section: Section) -> str:
    """The heading of a known section, unless it is printed because it says whom a dose is for."""
    match section.body[:1]:
        case (Subheading(text),) if text == section.heading:
            return ""
    return plain(section.heading) if section.key else ""


def _title_again(section: Section, title: str) -> Iterator[str]:
    """The paragraph at the beginning of a section that says the title and nothing else."""
    match section.body:
        case (Paragraph(text), *_) if plain(text).strip(" .").casefold() == title.casefold():
            yield plain(text)


def block_texts(blocks: Iterable[Block | ListItem]) -> Iterable[str]:
    """The words of blocks, one by one."""
    return map(plain, running_texts(blocks))


def running_texts(blocks: Iterable[Block | ListItem]) -> Iterator[Text]:
    """The texts of blocks, one by one."""
    for block in blocks:
        match block:
            case Entry(label, body):
                yield label
                yield from running_texts(body)
            case Question(question, answer):
                yield question
                yield from running_texts(answer)
            case ListItem(body):
                yield from running_texts(body)
            case Bullets(items):
                yield from running_texts(items)
            case Table(head, rows):
                yield from (cell for row in (head, *rows) for cell in row)
            case _:
                yield block.text
