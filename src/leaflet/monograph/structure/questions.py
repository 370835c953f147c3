"""The FAQ section → questions with their answers, in all the ways that authors write them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from leaflet.monograph.model import Block, Bullets, ListItem, Paragraph, Question, Subheading, Text
from leaflet.monograph.structure.entries import find_entries, split_label
from leaflet.monograph.text import cut, plain, strip, unmark

_ASKS = re.compile(r"(?:Q(?:uestion)?\s*\d*\s*[:.]|\d{1,2}[.)](?=\s))\s*", re.I)
_ANSWERS = re.compile(r"\*?\s*(?i:A|Ans|Answer)\s*\d*\s*(?::|[.)](?=\s+[A-Z]))\s*")
_FIRST_SENTENCE_ASKS = re.compile(r"[A-Z][^.?!:]*\?(?=\s|$)")
_TURN = re.compile(r"\?[\s*]*\bA(?:ns(?:wer)?)?\s*:\s*")


@dataclass(slots=True)
class _Unit:
    """A line of the section: a paragraph, or a list item with the blocks that hang under it.

    ``number`` is the item's, if the list ``listed`` that it stands in is numbered.
    """

    text: Text
    line: int
    block: Block | None = None
    under: tuple[Block, ...] = ()
    listed: Bullets | None = None
    number: int = 1


_Parts = tuple[Text, Text]
_Split = Callable[[_Unit], _Parts | None]


def find_questions(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Pair questions and answers; what is neither stays where it stands.

    A question is a line that begins ``Q:`` or whose bold beginning ends in a question mark; if
    there is none, a line whose first sentence does. Its answer is the rest of the line, or what
    hangs under it, or the next line, with what evidently goes on from there.
    """
    units = _units(blocks)
    split = _marked if any(_marked(unit) for unit in units) else _unmarked
    found: list[Block] = []
    kept: list[_Unit] = []
    while units:
        unit = units.pop(0)
        parts = split(unit)
        if parts is None:
            kept.append(unit)
            continue
        found += _other(kept)
        kept = []
        question, answer = parts
        body: list[Block] = [Paragraph(_reply(answer), unit.line)] if answer else []
        body += _replies(unit.under)
        if not body and units and split(units[0]) is None:
            body += _next_answer(units)
        count = _belonging(units, unit, body, split)
        rest = _together(units[:count])
        del units[:count]
        body += rest if body else _replies(rest)
        if body:
            found.append(Question(question, find_entries(body), unit.line))
        else:
            kept.append(unit)
    return (*found, *_other(kept))


def _units(blocks: Sequence[Block]) -> list[_Unit]:
    units: list[_Unit] = []
    for block in blocks:
        if isinstance(block, Bullets):
            for number, item in enumerate(block.items, block.start):
                first, *under = item.body or (None,)
                if isinstance(item, ListItem) and isinstance(first, Paragraph):
                    units.append(_Unit(first.text, item.line, None, tuple(under), block, number))
                elif item.body:
                    units.append(_Unit((), item.line, None, item.body, block, number))
        elif isinstance(block, (Paragraph, Subheading)):
            units.append(_Unit(block.text, block.line, block))
        else:
            units.append(_Unit((), 0, block))
    return units


def _marked(unit: _Unit) -> _Parts | None:
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
    if (asks or _is_heading(unit)) and words.rstrip().endswith("?"):
        return _plain(text), ()
    if asks and words[:1].isalpha() and "?" in words:
        mark = words.index("?") + 1
        return _plain(cut(text, 0, mark)), strip(cut(text, mark))
    return None


def _unmarked(unit: _Unit) -> _Parts | None:
    """A line that nothing marks as (question, rest), if its first sentence asks."""
    asks = _FIRST_SENTENCE_ASKS.match(plain(unit.text))
    if not asks:
        return None
    return cut(unit.text, 0, asks.end()), strip(cut(unit.text, asks.end()))


def _is_heading(unit: _Unit) -> bool:
    return isinstance(unit.block, Subheading)


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


def _belonging(units: Sequence[_Unit], asked: _Unit, body: Sequence[Block], split: _Split) -> int:
    """How many of the lines that follow an answer belong to it.

    Where a heading asks, all up to the next. Else a list that the answer announces, or is; and
    what has no label of its own, if another question follows: after the last, the rest of the
    section may be about anything.
    """
    end = next((n for n, unit in enumerate(units) if split(unit) or _is_heading(unit)), len(units))
    if _is_heading(asked) or asked.listed:
        return end if _is_heading(asked) else 0
    between = end < len(units)
    listing = between or not body or _announces(body[-1])
    for count, unit in enumerate(units[:end]):
        if unit.listed or not unit.text:
            belongs = listing
        else:
            belongs = between and split_label(unit.text, followed=True) is None
        if not belongs:
            return count
    return end


def _announces(block: Block) -> bool:
    return isinstance(block, Paragraph) and plain(block.text).endswith(":")


def _other(kept: list[_Unit]) -> list[Block]:
    """The lines between questions, with their labels."""
    return list(find_entries(_together(kept)))


def _together(kept: Sequence[_Unit]) -> list[Block]:
    """Lines put back together as the paragraphs and lists that they were."""
    blocks: list[Block] = []
    for unit in kept:
        if unit.listed is None:
            blocks.append(unit.block or Paragraph(unit.text, unit.line))
            continue
        item = ListItem(
            (*((Paragraph(unit.text, unit.line),) if unit.text else ()), *unit.under), unit.line
        )
        last = blocks[-1] if blocks else None
        if isinstance(last, Bullets) and last.line == unit.listed.line:
            blocks[-1] = Bullets((*last.items, item), last.ordered, last.start, last.line)
        else:
            start = unit.number if unit.listed.ordered else 1
            blocks.append(Bullets((item,), unit.listed.ordered, start, unit.listed.line))
    return blocks
