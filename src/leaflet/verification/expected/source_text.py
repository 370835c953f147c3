"""The monograph's file read once more, by a reader that shares nothing with the parser.

The parser understands a text; this only takes its markup off. What the two disagree about is
text that was lost, or invented, on the way to the page.
"""

import re
from collections import Counter
from collections.abc import Iterable
from html import unescape

from leaflet.monograph.model import Block, Bullets, Entry, ListItem, Monograph, Question, Table
from leaflet.monograph.structure.section_names import SECTION_NAMES
from leaflet.monograph.text import plain

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_BREAK = re.compile(r"<br */?>", re.I)
_ITEM = r"\n\s*(?:\n|[*+•-]\s|\d{1,3}[.)]\s)"
_TAGGED = re.compile(
    rf"<(sub|sup|em|i|strong|b|code)>((?:(?!{_ITEM})[^|]){{0,2000}}?)</\1>", re.I | re.DOTALL
)
"""A tag that has its end in the same block; one that has not is text."""

_LINK = re.compile(r"<((?:https?://|mailto:)[^\s<>]+|[^\s<>@]+@[^\s<>@]+)>")
_PICTURE = re.compile(r"!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])")
"""Its alternative text is spoken, not printed."""

_TITLE = r"""(?:\s+(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\)))?"""
_ADDRESS = re.compile(
    rf"(?<=\])\((?:[^()\s]|\([^()\s]*\))*{_TITLE}\)|(?<=\])\[[^\]]*\]"
    rf"|^ {{0,3}}\[[^\]]+\]:\s*<?(?:https?|mailto):\S+{_TITLE}$",
    re.M,
)
"""What of a link is not printed: its address, the name of its address, and its title."""

_DELIMITERS = re.compile(r"^[\s|:-]+$", re.M)
_FENCE = re.compile(r"^ {0,3}(?:```|~~~).*$", re.M)
_STARS = re.compile(r"(?<=\S)\*(?!\d)|\*(?![\d\s])|(?<![\w/])\*(?=\d)(?!\d+\s*/\s*\*)|`")
"""Asterisks and backticks that are markup; not those of alleles, nor ones that stand alone."""

_MARKS = (
    "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
    "\u0900-\u0903\u093a-\u093c\u093e-\u094f\u0951-\u0957\u0962\u0963\u200c\u200d"
)
"""Signs that belong to the letter before them: accents, vowels of Arabic and Devanagari."""

_WORD = re.compile(rf"(?:[^\W_]|[{_MARKS}])+")

_ASKING = Counter(dict.fromkeys(("Q", "A", "Ans", "Answer", "Question"), 10**6))
"""The marks of questions and answers are not printed; as words they may be missing anywhere."""


def bare(markdown: str) -> str:
    """A text without its Markdown: no marks, tags, comments, addresses, rules."""
    text = _COMMENT.sub("", markdown)
    for pattern in (_PICTURE, _ADDRESS, _DELIMITERS, _FENCE):
        text = pattern.sub("", text)
    tagged = 1
    while tagged:
        text, tagged = _TAGGED.subn(r"\2", text)
    text = re.sub(r"^\s*(?:[*+•-]|\d{1,3}[.)])\s+", "", text, flags=re.M)
    text = _BREAK.sub("\n", _LINK.sub(r"\1", text))
    text = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)
    return unescape(_STARS.sub("", text))


def count(texts: Iterable[str]) -> Counter[str]:
    """How often each word stands in the texts; letters and digits only, no soft hyphens."""
    return Counter(word for text in texts for word in _WORD.findall(text.replace("\u00ad", "")))


def replaced_words(monograph: Monograph) -> Counter[str]:
    """Words of the file that a document replaces by its own.

    They are the title, ``Q:`` and ``A:``, the names of known sections, and the name of a drug that
    its author repeats beside each section, where the document says it once, above them all.
    """
    words = count([monograph.front.title]) + _ASKING
    for place, group in enumerate(monograph.groups, 1):
        words[str(place)] += 1
        for section in group.sections:
            if section.key:
                aliases = count(SECTION_NAMES[section.key])
                said = count([plain(section.heading)])
                words += Counter({w: n for w, n in said.items() if w.lower() in aliases})
                words += count([plain(group.name)])
                if number := re.match(r"\d+", plain(section.heading)):
                    words[number.group()] += 1
    return words


def block_texts(blocks: Iterable[Block | ListItem]) -> Iterable[str]:
    """The texts of blocks, each on its own."""
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
