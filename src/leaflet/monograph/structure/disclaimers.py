"""The author's disclaimer, taken off the end of the file and from nowhere else."""

import re
from collections.abc import Sequence
from dataclasses import replace

from leaflet.monograph.model import Block, Entry, Paragraph, Subheading, Text
from leaflet.monograph.structure.sections import RawSection
from leaflet.monograph.text import cut, leading, plain, unmark

_LABEL = re.compile(r"(?:(?:important|medical|legal|general)\s+)?disclaimers?\b", re.I)
_WORDING = re.compile(
    r"educational purposes|informational purposes|general (?:knowledge|information)"
    r"|not a substitute|medical advice"
    r"|(?:does|should) not (?:constitute|replace|substitute|be substituted|provide)",
    re.I,
)
_QUESTION = re.compile(r"(?:Q\d*|A)\s*[:.]|.*\?\s*A:", re.I | re.DOTALL)


def lift_disclaimers(sections: Sequence[RawSection]) -> tuple[list[RawSection], tuple[Block, ...]]:
    """The sections without the closing disclaimers, and these in their order.

    Paragraphs are taken from the end backwards while each is labelled a disclaimer or worded like
    one; a list, a heading, a question or any other text stops it. A last section with the heading
    Disclaimer is taken whole.
    """
    *others, last = sections
    lifted: tuple[Block, ...] = ()
    if others and not last.key and _is_label(last.heading):
        lifted = (Entry(_as_label(last.heading), last.body, last.line),)
        *others, last = others
    while closing := _closing(last):
        last = replace(last, body=last.body[: -len(closing)])
        lifted = (*_labelled(closing), *lifted)
    return [*others, last], lifted


def _closing(section: RawSection) -> tuple[Block, ...]:
    """The last blocks of a section that are one disclaimer; none if there is none.

    A paragraph without a label stays if it is all that a section has.
    """
    body = section.body
    if body[1:] and isinstance(box := body[-1], Entry) and _is_disclaimer_box(box):
        return (box,)
    for below, block in enumerate(reversed(body)):
        if isinstance(block, (Paragraph, Subheading)) and _is_label(block.text) and below:
            return body[-below - 1 :]
        if not isinstance(block, Paragraph):
            break
    last = body[-1] if body else None
    if not isinstance(last, Paragraph) or not _is_disclaimer(words := plain(last.text)):
        return ()
    alone = len(body) == 1 and section.key and not _LABEL.match(words)
    return () if alone else (last,)


def _is_disclaimer_box(box: Entry) -> bool:
    """Whether a box is labelled as a disclaimer, or all that it says is worded like one."""
    texts = [block.text for block in box.body if isinstance(block, Paragraph)]
    end = leading(texts[0], "strong")
    words = [each for each in (plain(cut(texts[0], end)), *map(plain, texts[1:])) if each]
    is_text = len(texts) == len(box.body) and bool(words)
    return _is_label(cut(texts[0], 0, end)) or (is_text and all(map(_is_disclaimer, words)))


def _labelled(closing: tuple[Block, ...]) -> tuple[Block, ...]:
    """A disclaimer whose first line only says Disclaimer as one entry with that label."""
    first, *others = closing
    if isinstance(first, (Paragraph, Subheading)) and others:
        return (Entry(_as_label(first.text), tuple(others), first.line),)
    return closing


def _is_label(text: Text) -> bool:
    """Whether a line says Disclaimer and nothing else."""
    return bool(_LABEL.fullmatch(plain(text).rstrip(" :")))


def _as_label(text: Text) -> Text:
    return unmark(cut(text, 0, len(plain(text).rstrip(" :"))), "strong")


def _is_disclaimer(words: str) -> bool:
    """Whether a paragraph says that the text replaces no medical advice."""
    return not _QUESTION.match(words) and bool(_LABEL.match(words) or _WORDING.search(words))
