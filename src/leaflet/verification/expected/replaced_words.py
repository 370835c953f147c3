"""The words of a monograph that a document replaces by its own, and those of its blocks."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from leaflet.monograph.model import (
    Block,
    Bullets,
    Entry,
    ListItem,
    Monograph,
    Paragraph,
    Question,
    Section,
    Table,
)
from leaflet.monograph.text import plain
from leaflet.section_key import SectionKey
from leaflet.verification.expected.source_text import count_words

_QUESTION_MARKERS = Counter(dict.fromkeys(("Q", "A", "Ans", "Answer", "Question"), 10**6))
"""These markers are not printed. As plain words they cannot be recognised: any may be missing."""


def replaced_words(monograph: Monograph) -> Counter[str]:
    """The words of the file that a document replaces by its own.

    They are the title, a generic name that is the title again, ``Q:`` and ``A:``, the names of
    known sections, and the name of a drug that its author repeats in each section and the document
    prints once, above them all.
    """
    words = count_words([monograph.front.title]) + _QUESTION_MARKERS
    for number, group in enumerate(monograph.groups, 1):
        words[str(number)] += 1
        for section in group.sections:
            if section.key == SectionKey.GENERIC_NAME:
                words += count_words(_title_again(section, monograph.name))
            if section.key:
                heading = plain(section.heading)
                aliases = count_words(monograph.section_names.of[section.key])
                found = count_words([heading])
                words += Counter({w: n for w, n in found.items() if w.lower() in aliases})
                words += count_words([plain(group.name)])
                if digits := re.match(r"\d+", heading):
                    words[digits.group()] += 1
    return words


def _title_again(section: Section, title: str) -> Iterator[str]:
    """The text of a section that says the title and nothing else."""
    match section.body:
        case (Paragraph(text),) if plain(text).strip(" .").casefold() == title.casefold():
            yield plain(text)


def block_texts(blocks: Iterable[Block | ListItem]) -> Iterable[str]:
    """The texts of blocks, one by one."""
    for block in blocks:
        match block:
            case Entry(label, body):
                yield plain(label)
                yield from block_texts(body)
            case Question(question, answer):
                yield plain(question)
                yield from block_texts(answer)
            case ListItem(body):
                yield from block_texts(body)
            case Bullets(items):
                yield from block_texts(items)
            case Table(head, rows):
                yield from (plain(cell) for row in (head, *rows) for cell in row)
            case _:
                yield plain(block.text)
