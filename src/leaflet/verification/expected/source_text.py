"""The words of a monograph's file, read by code that shares nothing with the parser.

The parser understands a text; this only strips its markup. Where the two disagree, text was lost,
or invented, on the way to the page.
"""

import re
from collections import Counter
from collections.abc import Iterable
from html import unescape

from leaflet.monograph.model import Block, Bullets, Entry, ListItem, Monograph, Question, Table
from leaflet.monograph.text import plain

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_BREAK = re.compile(r"<br */?>", re.I)
_ITEM = r"\n\s*(?:\n|[*+•-]\s|\d{1,3}[.)]\s)"
_TAGGED = re.compile(
    rf"<(sub|sup|em|i|strong|b|code)>((?:(?!{_ITEM})[^|]){{0,2000}}?)</\1>", re.I | re.DOTALL
)
"""A tag that is closed in the same block; one that is not is text."""

_LINK = re.compile(r"<((?:https?://|mailto:)[^\s<>]+|[^\s<>@]+@[^\s<>@]+)>")
_PICTURE = re.compile(r"!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])")
"""Its alternative text is read aloud, not printed."""

_TITLE = r"""(?:\s+(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\)))?"""
_ADDRESS = re.compile(
    rf"(?<=\])\((?:[^()\s]|\([^()\s]*\))*{_TITLE}\)|(?<=\])\[[^\]]*\]"
    rf"|^ {{0,3}}\[[^\]]+\]:\s*<?(?:https?|mailto):\S+{_TITLE}$",
    re.M,
)
"""The parts of a link that are not printed: its address, reference and title."""

_DELIMITERS = re.compile(r"^[\s|:-]+$", re.M)
_FENCE = re.compile(r"^ {0,3}(?:```|~~~).*$", re.M)
_STARS = re.compile(r"(?<=\S)\*(?!\d)|\*(?![\d\s])|(?<![\w/])\*(?=\d)(?!\d+\s*/\s*\*)|`")
"""Asterisks and backticks that are markup, not those of alleles or between spaces."""

_COMBINING = (
    "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
    "\u0900-\u0903\u093a-\u093c\u093e-\u094f\u0951-\u0957\u0962\u0963\u200c\u200d"
)
"""Characters that combine with the one before: accents, vowels of Arabic and Devanagari."""

_WORD = re.compile(rf"(?:[^\W_]|[{_COMBINING}])+")

_QUESTION_MARKERS = Counter(dict.fromkeys(("Q", "A", "Ans", "Answer", "Question"), 10**6))
"""These markers are not printed. As plain words they cannot be recognised: any may be missing."""


def strip_markdown(markdown: str) -> str:
    """Text without Markdown syntax, tags, comments, link addresses and rules."""
    text = _COMMENT.sub("", markdown)
    for pattern in (_PICTURE, _ADDRESS, _DELIMITERS, _FENCE):
        text = pattern.sub("", text)
    removed = 1
    while removed:
        text, removed = _TAGGED.subn(r"\2", text)
    text = re.sub(r"^\s*(?:[*+•-]|\d{1,3}[.)])\s+", "", text, flags=re.M)
    text = _BREAK.sub("\n", _LINK.sub(r"\1", text))
    text = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)
    return unescape(_STARS.sub("", text))


def count_words(texts: Iterable[str]) -> Counter[str]:
    """How often each word occurs in the texts: letters and digits only, without soft hyphens."""
    return Counter(word for text in texts for word in _WORD.findall(text.replace("\u00ad", "")))


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
