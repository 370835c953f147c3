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
    Question,
    Table,
    Text,
)
from leaflet.monograph.text import plain
from leaflet.verification.expected.source_text import count_words

_QUESTION_MARKERS = Counter(dict.fromkeys(("Q", "A", "Ans", "Answer", "Question"), 10**6))
"""These markers are not printed. As plain words they cannot be recognised: any may be missing."""


def replaced_words(monograph: Monograph) -> Counter[str]:
    """The words of the file that a document replaces by its own.

    They are the title, ``Q:`` and ``A:``, the names of known sections, and the name of a drug that
    its author repeats in each section and the document prints once, above them all.
    """
    words = count_words([monograph.front.title]) + _QUESTION_MARKERS
    for number, group in enumerate(monograph.groups, 1):
        words[str(number)] += 1
        for section in group.sections:
            if section.key:
                heading = plain(section.heading)
                aliases = count_words(monograph.section_names.of[section.key])
                found = count_words([heading])
                words += Counter({w: n for w, n in found.items() if w.lower() in aliases})
                words += count_words([plain(group.name)])
                if digits := re.match(r"\d+", heading):
                    words[digits.group()] += 1
    return words


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
