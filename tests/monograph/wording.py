"""The words of a monograph in order, and the words of its source as markdown-it reads it."""

import re
from collections.abc import Iterable, Iterator

from markdown_it import MarkdownIt

from leaflet.monograph.model import (
    Block,
    Bullets,
    Entry,
    ListItem,
    Monograph,
    Paragraph,
    Question,
    Section,
    Subheading,
    Table,
)
from leaflet.monograph.text import plain

_WORD = re.compile(r"[<>≤≥±]|\w+(?:[.,/%'’+-]\w+)*%?")
_COMMONMARK = MarkdownIt("commonmark")


def words(texts: Iterable[str]) -> list[str]:
    """Words, numbers and the signs that change a dose."""
    return [word for text in texts for word in _WORD.findall(text)]


def monograph_words(monograph: Monograph) -> list[str]:
    """The words of a monograph in the order of its parts."""
    texts = list(_of_blocks(monograph.preamble))
    for group in monograph.groups:
        texts += [plain(group.name), *_of_blocks(group.intro)]
        for section in group.sections:
            texts += section_texts(section)
    return words([*texts, *_of_blocks(monograph.disclaimers)])


def section_texts(section: Section) -> list[str]:
    """The texts of a section: its heading if it is the author's own, and its body."""
    heading = [] if section.key else [plain(section.heading)]
    return [*heading, section.qualifier, *_of_blocks(section.body)]


def source_words(body: str) -> list[str]:
    """The words of a Markdown body as CommonMark reads it.

    Two signs are escaped first: ``* >25 kg`` would be a quotation and ``*1/*3`` italics.
    """
    texts = []
    body = re.sub(r"^(\s*[*+-] +)>", r"\1\\>", body, flags=re.MULTILINE)
    body = re.sub(r"\*(?=\d\b)", r"\\*", body)
    for token in _COMMONMARK.parse(body):
        if token.type == "inline":
            parts = (
                child.content if child.type in {"text", "code_inline"} else " " * bool(child.tag)
                for child in token.children or ()
                if child.type not in {"strong_open", "strong_close", "em_open", "em_close"}
            )
            texts.append("".join(parts))
        elif token.content:
            texts.append(token.content)
    return words(texts)


def _of_blocks(blocks: Iterable[Block | ListItem]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph() | Subheading():
                yield plain(block.text)
            case Entry():
                yield plain(block.label)
                yield from _of_blocks(block.body)
            case ListItem():
                yield from _of_blocks(block.body)
            case Bullets():
                yield from _of_blocks(block.items)
            case Question():
                yield plain(block.question)
                yield from _of_blocks(block.answer)
            case Table():
                yield from (plain(cell) for row in (block.head, *block.rows) for cell in row)
