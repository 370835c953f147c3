"""The FAQ section → questions with their answers, in all the ways that authors write them."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from leaflet.monograph.model import Block, Bullets, ListItem, Paragraph, Question, Subheading, Text
from leaflet.monograph.structure.entries import find_entries, split_label
from leaflet.monograph.text import cut, leading, plain, strip, unmark

_MARKS = ("?", "؟")

_ASKS = re.compile(
    r"(?:Q(?:uestion)?\s*\d*\s*[:.]|(?:F|Frage|Pregunta)\s*\d*\s*:|\d{1,2}[.)](?=\s))\s*", re.I
)
_ANSWERS = re.compile(
    r"\*?\s*(?i:A|Ans|Answer|Antwort|R[ée]ponse|Respuesta)\s*\d*\s*(?::|[.)](?=\s+[A-Z]))\s*"
)
_FIRST_SENTENCE_ASKS = re.compile(r"[A-Z][^.?!:]*\?(?=\s|$)")
_ANSWER_AFTER_QUESTION = re.compile(
    r"\?[\s*]*\b(?:A(?:ns(?:wer)?|ntwort)?|R[ée]ponse|Respuesta)\s*:\s*"
)


@dataclass(frozen=True, slots=True)
class FaqLine:
    """A paragraph, subheading or list item of the section, with the blocks under an item.

    ``block`` is what it was, if not an item; ``bullets`` the list of an item, ``number`` the item's
    number in it. A line without text is a block that can be no question.
    """

    text: Text
    line: int
    block: Block | None = None
    under: tuple[Block, ...] = ()
    bullets: Bullets | None = None
    number: int = 1

    @property
    def is_heading(self) -> bool:
        """Whether the line is a subheading."""
        return isinstance(self.block, Subheading)


class Asked(NamedTuple):
    """A line that asks: the question, and the rest of the line."""

    question: Text
    rest: Text


_Split = Callable[[FaqLine], Asked | None]


def find_questions(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Pair questions with their answers; other blocks stay where they are.

    A question is a line that begins with ``Q:`` or with bold text that ends in a question mark; if
    the section has none, a line whose first sentence is a question. The answer is the rest of the
    line, or what is under it, or the next line, with the lines that continue it.
    """
    lines = list(_faq_lines(blocks))
    split = _marked if any(map(_marked, lines)) else _unmarked
    found: list[Block] = []
    others: list[FaqLine] = []
    position = 0
    while position < len(lines):
        line = lines[position]
        position += 1
        asked = split(line)
        if not asked:
            others.append(line)
            continue
        found += find_entries(_together(others))
        answer, count = _answer(line, asked.rest, lines[position:], split)
        position += count
        others = [] if answer else [line]
        if answer:
            found.append(Question(asked.question, find_entries(answer), line.line))
    return (*found, *find_entries(_together(others)))


def _faq_lines(blocks: Sequence[Block]) -> Iterator[FaqLine]:
    for block in blocks:
        if isinstance(block, Bullets):
            for number, item in enumerate(block.items, block.start):
                first = item.body[0] if item.body else None
                text = first.text if isinstance(first, Paragraph) else ()
                under = item.body[1:] if text else item.body
                if item.body:
                    yield FaqLine(text, item.line, None, under, block, number)
        elif isinstance(block, (Paragraph, Subheading)):
            yield FaqLine(block.text, block.line, block)
        else:
            yield FaqLine((), 0, block)


def _marked(line: FaqLine) -> Asked | None:
    """A line that is marked as a question, taken apart; None for any other."""
    marker = _ASKS.match(plain(line.text))
    text = cut(line.text, marker.end()) if marker else line.text
    words, bold = plain(text), leading(text, "strong")
    answer = _ANSWER_AFTER_QUESTION.search(words)
    if answer and (marker or bold > answer.start()):
        return _asked(text, answer.start() + 1, answer.end())
    if words[:bold].rstrip().endswith(_MARKS):
        return _asked(text, bold)
    if (marker or line.is_heading) and words.rstrip().endswith(_MARKS):
        return Asked(strip(unmark(text, "strong")), ())
    if marker and words[:1].isalpha() and "?" in words:
        return _asked(text, words.index("?") + 1)
    return None


def _asked(text: Text, end: int, rest: int | None = None) -> Asked:
    """A text whose question ends at ``end``, and whose rest begins there or at ``rest``."""
    question = strip(unmark(cut(text, 0, end), "strong"))
    return Asked(question, strip(cut(text, end if rest is None else rest)))


def _unmarked(line: FaqLine) -> Asked | None:
    """A line without a mark whose first sentence is a question, taken apart."""
    asks = _FIRST_SENTENCE_ASKS.match(plain(line.text))
    if not asks:
        return None
    return Asked(cut(line.text, 0, asks.end()), strip(cut(line.text, asks.end())))


def _answer(
    line: FaqLine, rest: Text, following: Sequence[FaqLine], split: _Split
) -> tuple[list[Block], int]:
    """The answer to the question in a line, and how many of the following lines it takes."""
    body: list[Block] = [Paragraph(_without_marker(rest), line.line)] if rest else []
    body += _without_first_marker(line.under)
    taken = 0
    if not body and following and split(following[0]) is None:
        body = _as_answer(following[0])
        taken = int(bool(body))
    count = _continuing(following[taken:], line, body, split)
    more = _together(following[taken : taken + count])
    body += more if body else _without_first_marker(more)
    return body, taken + count


def _as_answer(line: FaqLine) -> list[Block]:
    """The line below a question that stands alone as its answer, if it can be one."""
    if not _is_answer(line.text) and (not line.text or split_label(line.text) or line.bullets):
        return []
    return [Paragraph(_without_marker(line.text), line.line), *line.under]


def _is_answer(text: Text) -> bool:
    return bool(_ANSWERS.match(plain(text)))


def _without_marker(text: Text) -> Text:
    """An answer without the ``A:`` before it, in any of its spellings."""
    found = _ANSWERS.match(plain(text))
    return strip(cut(text, found.end())) if found else text


def _without_first_marker(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of an answer without ``A:``; an answer that is a list item becomes a paragraph."""
    first, rest = (blocks[0] if blocks else None), blocks[1:]
    if isinstance(first, Paragraph):
        return [replace(first, text=_without_marker(first.text)), *rest]
    if isinstance(first, Bullets) and first.items:
        inner = [block for item in first.items for block in item.body]
        lead = first.items[0].body[0] if first.items[0].body else None
        if isinstance(lead, Paragraph) and _is_answer(lead.text):
            return [replace(lead, text=_without_marker(lead.text)), *inner[1:], *rest]
    return list(blocks)


def _continuing(
    lines: Sequence[FaqLine], asked: FaqLine, answer: Sequence[Block], split: _Split
) -> int:
    """How many of the lines that follow an answer belong to it.

    If a heading asks, all up to the next question or heading. Else a list that the answer announces
    or is, and lines without a label of their own, but only up to another question: what follows the
    last answer may be about anything.
    """
    end = next((n for n, line in enumerate(lines) if split(line) or line.is_heading), len(lines))
    if asked.is_heading or asked.bullets:
        return end if asked.is_heading else 0
    between = end < len(lines)
    listing = between or not answer or _announces(answer[-1])
    for count, line in enumerate(lines[:end]):
        if line.bullets or not line.text:
            belongs = listing
        else:
            belongs = between and split_label(line.text, followed=True) is None
        if not belongs:
            return count
    return end


def _announces(block: Block) -> bool:
    return isinstance(block, Paragraph) and plain(block.text).endswith(":")


def _together(lines: Sequence[FaqLine]) -> list[Block]:
    """Lines put back together as the paragraphs and lists that they were."""
    blocks: list[Block] = []
    for line in lines:
        bullets = line.bullets
        if bullets is None:
            blocks.append(line.block or Paragraph(line.text, line.line))
            continue
        own = (Paragraph(line.text, line.line),) if line.text else ()
        item = ListItem((*own, *line.under), line.line)
        last = blocks[-1] if blocks else None
        if isinstance(last, Bullets) and last.line == bullets.line:
            blocks[-1] = replace(last, items=(*last.items, item))
        else:
            start = line.number if bullets.ordered else 1
            blocks.append(replace(bullets, items=(item,), start=start))
    return blocks
