"""The author's disclaimer, lifted from the tail of the file and nowhere else."""

import re
from collections.abc import Sequence

from leaflet.monograph.model import Block, Entry, Paragraph
from leaflet.monograph.sections import Part
from leaflet.monograph.text import plain

_LABEL = re.compile(r"(?:important\s+)?disclaimer\b", re.I)
_WORDING = re.compile(
    r"educational purposes|informational purposes|general (?:knowledge|information)"
    r"|not a substitute|medical advice"
    r"|(?:does|should) not (?:constitute|replace|substitute|be substituted|provide)",
    re.I,
)
_QUESTION = re.compile(r"(?:Q\d*|A)\s*[:.]|.*\?\s*A:", re.I | re.DOTALL)


def lift_disclaimers(parts: Sequence[Part]) -> tuple[Block, ...]:
    """Take the closing disclaimers off the last part and return them, in their order.

    Paragraphs are lifted from the end backwards while each is labelled a disclaimer or worded
    like one; a list, a heading, a question or any other text ends it. A section that is headed
    Disclaimer is lifted whole, with its heading.
    """
    last = parts[-1]
    if not last.key and _LABEL.match(plain(last.heading)):
        body = tuple(last.body)
        last.body.clear()
        return (Entry(last.heading, body, last.line),)
    lifted: list[Block] = []
    while last.body and is_disclaimer(last.body[-1]):
        lifted.insert(0, last.body.pop())
    return tuple(lifted)


def is_disclaimer(block: Block) -> bool:
    """Whether a paragraph says of the text itself that it replaces no advice."""
    if not isinstance(block, Paragraph):
        return False
    words = plain(block.text)
    if _QUESTION.match(words):
        return False
    return bool(_LABEL.match(words) or _WORDING.search(words))
