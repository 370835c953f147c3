"""The author's disclaimer, lifted from the tail of the file and nowhere else."""

import re

from leaflet.monograph.model import Block, Entry, Paragraph, Subheading, Text
from leaflet.monograph.structure.sections import Part
from leaflet.monograph.text import cut, plain, unmark

_LABEL = re.compile(r"(?:(?:important|medical|legal|general)\s+)?disclaimers?\b", re.I)
_WORDING = re.compile(
    r"educational purposes|informational purposes|general (?:knowledge|information)"
    r"|not a substitute|medical advice"
    r"|(?:does|should) not (?:constitute|replace|substitute|be substituted|provide)",
    re.I,
)
_QUESTION = re.compile(r"(?:Q\d*|A)\s*[:.]|.*\?\s*A:", re.I | re.DOTALL)


def lift_disclaimers(parts: list[Part]) -> tuple[Block, ...]:
    """Take the closing disclaimers off the last part and return them, in their order.

    Paragraphs are lifted from the end backwards while each is labelled a disclaimer or worded
    like one; a list, a heading, a question or any other text ends it. What stands under a heading
    Disclaimer, at the end, is lifted whole, and that heading with it.
    """
    lifted: list[Block] = []
    last = parts[-1]
    if not last.key and _is_label(last.heading):
        lifted = [Entry(_as_label(last.heading), tuple(last.body), last.line)]
        parts.pop()
        last = parts[-1]
    while tail := _tail(last):
        del last.body[-len(tail) :]
        lifted = [*_labelled(tail), *lifted]
    return tuple(lifted)


def _tail(part: Part) -> list[Block]:
    """The last blocks of a part that are one disclaimer; none if there is none.

    Words that no label marks are not lifted if they are all that a section says.
    """
    for below, block in enumerate(reversed(part.body)):
        if isinstance(block, (Paragraph, Subheading)) and _is_label(block.text) and below:
            return part.body[-below - 1 :]
        if not isinstance(block, Paragraph):
            break
    if not part.body or not is_disclaimer(part.body[-1]):
        return []
    alone = len(part.body) == 1 and part.key and not _begins_with_label(part.body[-1])
    return [] if alone else part.body[-1:]


def _labelled(tail: list[Block]) -> list[Block]:
    """A disclaimer below a line that only says so as one statement with that label."""
    first, *others = tail
    if isinstance(first, (Paragraph, Subheading)) and others:
        return [Entry(_as_label(first.text), tuple(others), first.line)]
    return tail


def _is_label(text: Text) -> bool:
    """Whether a line says Disclaimer and nothing else."""
    return bool(_LABEL.fullmatch(plain(text).rstrip(" :")))


def _as_label(text: Text) -> Text:
    return unmark(cut(text, 0, len(plain(text).rstrip(" :"))), "strong")


def _begins_with_label(block: Block) -> bool:
    return isinstance(block, Paragraph) and bool(_LABEL.match(plain(block.text)))


def is_disclaimer(block: Block) -> bool:
    """Whether a paragraph says of the text itself that it replaces no advice."""
    if not isinstance(block, Paragraph):
        return False
    words = plain(block.text)
    if _QUESTION.match(words):
        return False
    return bool(_LABEL.match(words) or _WORDING.search(words))
