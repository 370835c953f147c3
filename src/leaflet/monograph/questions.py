"""The FAQ section → questions with their answers, in all the ways that authors write them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from leaflet.monograph.entries import find_entries, split_label
from leaflet.monograph.model import (
    Block,
    Bullets,
    Item,
    Paragraph,
    Question,
    Subheading,
    Text,
)
from leaflet.monograph.text import cut, plain, strip, unmark

_ASKS = re.compile(r"(?:Q(?:uestion)?\s*\d*\s*[:.]|\d{1,2}[.)](?=\s))\s*", re.I)
_ANSWERS = re.compile(r"\*?\s*(?:A|Ans|Answer)\s*\d*\s*:\s*", re.I)
_TURN = re.compile(r"\?[\s*]*\bA(?:ns(?:wer)?)?\s*:\s*")


@dataclass(slots=True)
class _Unit:
    """A line of the section: a paragraph, or a list item with the blocks that hang under it."""

    text: Text
    line: int
    block: Block | None = None
    under: tuple[Block, ...] = ()
    listed: Bullets | None = None


def find_questions(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Pair questions and answers; what is neither stays where it stands.

    A question is a line that begins ``Q:`` or whose bold beginning ends in a question mark. Its
    answer is the rest of the line, or what hangs under it, or the next line.
    """
    units = _units(blocks)
    found: list[Block] = []
    kept: list[_Unit] = []
    while units:
        unit = units.pop(0)
        parts = _split(unit)
        if parts is None:
            kept.append(unit)
            continue
        found += _other(kept)
        kept = []
        question, answer = parts
        body: list[Block] = [Paragraph(_reply(answer), unit.line)] if answer else []
        body += _replies(unit.under)
        if not body and units and _split(units[0]) is None:
            body += _next_answer(units)
        if body:
            found.append(Question(question, find_entries(body), unit.line))
        else:
            kept.append(unit)
    return (*found, *_other(kept))


def _units(blocks: Sequence[Block]) -> list[_Unit]:
    units: list[_Unit] = []
    for block in blocks:
        if isinstance(block, Bullets):
            for item in block.items:
                first, *under = item.body or (None,)
                if isinstance(item, Item) and isinstance(first, Paragraph):
                    units.append(_Unit(first.text, item.line, None, tuple(under), block))
                elif item.body:
                    units.append(_Unit((), item.line, None, item.body, block))
        elif isinstance(block, (Paragraph, Subheading)):
            units.append(_Unit(block.text, block.line, block))
        else:
            units.append(_Unit((), 0, block))
    return units


def _split(unit: _Unit) -> tuple[Text, Text] | None:
    """A line as (question, answer on the same line), or None if it asks nothing."""
    text = unit.text
    asks = _ASKS.match(plain(text))
    if asks:
        text = cut(text, asks.end())
    words = plain(text)
    if turn := _TURN.search(words):
        mark = turn.start() + 1
        bold = _bold_length(text) >= mark
        if asks or bold:
            return _plain(cut(text, 0, mark)), strip(cut(text, turn.end()))
    end = _bold_length(text)
    if end and words[:end].rstrip().endswith("?"):
        return _plain(cut(text, 0, end)), strip(cut(text, end))
    if (asks or isinstance(unit.block, Subheading)) and words.rstrip().endswith("?"):
        return _plain(text), ()
    if asks and words[:1].isalpha() and "?" in words:
        mark = words.index("?") + 1
        return _plain(cut(text, 0, mark)), strip(cut(text, mark))
    return None


def _bold_length(text: Text) -> int:
    end = 0
    for span in text:
        if "strong" not in span.marks:
            break
        end += len(span.text)
    return end


def _plain(question: Text) -> Text:
    return strip(unmark(question, "strong"))


def _reply(text: Text) -> Text:
    """An answer without the ``A:`` before it, in any of its spellings."""
    if found := _ANSWERS.match(plain(text)):
        return strip(cut(text, found.end()))
    return text


def _replies(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of an answer, its ``A:`` taken off; one answer as a bullet becomes a paragraph."""
    if not blocks:
        return []
    first, *rest = blocks
    if isinstance(first, Paragraph):
        return [Paragraph(_reply(first.text), first.line), *rest]
    if isinstance(first, Bullets) and first.items:
        head = first.items[0].body
        if head and isinstance(head[0], Paragraph) and _is_answer(head[0].text):
            others = [b for item in first.items[1:] for b in item.body]
            lead = Paragraph(_reply(head[0].text), head[0].line)
            return [lead, *head[1:], *others, *rest]
    return list(blocks)


def _is_answer(text: Text) -> bool:
    return bool(_ANSWERS.match(plain(text)))


def _next_answer(units: list[_Unit]) -> list[Block]:
    """The next line as the answer to a question that stands alone."""
    unit = units[0]
    label = split_label(unit.text)
    if not unit.text or (label and not _is_answer(unit.text)):
        return []
    if unit.listed and not _is_answer(unit.text):
        return []
    units.pop(0)
    return [Paragraph(_reply(unit.text), unit.line), *unit.under]


def _other(kept: list[_Unit]) -> list[Block]:
    """The lines between questions, put back together as they were."""
    blocks: list[Block] = []
    for unit in kept:
        if unit.listed is None:
            blocks.append(unit.block or Paragraph(unit.text, unit.line))
            continue
        item = Item(
            (*((Paragraph(unit.text, unit.line),) if unit.text else ()), *unit.under), unit.line
        )
        last = blocks[-1] if blocks else None
        if isinstance(last, Bullets) and last.line == unit.listed.line:
            blocks[-1] = Bullets((*last.items, item), last.ordered, last.start, last.line)
        else:
            listed = unit.listed
            blocks.append(Bullets((item,), listed.ordered, listed.start, listed.line))
    return list(find_entries(blocks))
