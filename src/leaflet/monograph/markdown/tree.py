"""Markdown → blocks: Python-Markdown's element tree, read as headings, paragraphs, lists, tables.

The tree is read before it would be serialised, so no HTML from a monograph ever exists. Of raw
HTML only the inline tags of ``inline`` are recognised; any other ``<`` is text.
``docs/decisions/0003-python-markdown.md`` says what is switched off and why.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile
from string import punctuation
from xml.etree.ElementTree import Element

from markdown import Markdown

from leaflet.monograph.entities import decode
from leaflet.monograph.markdown.inline import use_own_patterns
from leaflet.monograph.markdown.line_markers import MARKS, line_of
from leaflet.monograph.markdown.pictures import shown
from leaflet.monograph.model import CAPTION, Block, Bullets, ListItem, Paragraph, Span, Table, Text
from leaflet.monograph.text import plain, strip


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, or a bold line used as one; ``level`` counts from 1."""

    level: int
    text: Text
    line: int


Node = Heading | Block

_MARK_OF = {"b": "strong", "i": "em"} | {m: m for m in ("strong", "em", "code", "sub", "sup")}
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCK_TAGS = ("p", "ul", "ol", "table", "hr", *_HEADINGS)


def _reader(text: str) -> Markdown:
    reader = Markdown(extensions=["tables", "sane_lists"])
    reader.preprocessors.deregister("html_block")
    for block in ("quote", "code", "setextheader"):
        reader.parser.blockprocessors.deregister(block)
    reader.ESCAPED_CHARS = list(punctuation)
    use_own_patterns(reader, text)
    return reader


def read_tree(markdown: str) -> tuple[Node, ...]:
    """Read normalised Markdown (see ``normalise``) as blocks in the order of the source."""
    reader = _reader(markdown)
    lines = markdown.split("\n")
    for step in reader.preprocessors:
        lines = step.run(lines)
    root = reader.parser.parseDocument(lines).getroot()
    assert root is not None  # noqa: S101 (the parser always makes one)
    for turn in reader.treeprocessors:
        turned = turn.run(root)
        root = root if turned is None else turned
    return tuple(_nodes(root))


def _nodes(parent: Element) -> Iterator[Node]:
    for element in parent:
        if element.tag in _HEADINGS:
            text, line = _text(element)
            yield Heading(int(element.tag[1]), text, line)
        elif element.tag != "hr":
            yield from _blocks(element)


def _blocks(element: Element) -> Iterator[Block]:
    """The blocks of an element that is not a heading; one without text has none."""
    if element.tag in ("ul", "ol"):
        items = tuple(_item(child) for child in element)
        start = int(element.get("start", "1"))
        yield Bullets(items, element.tag == "ol", start, items[0].line if items else 0)
    elif element.tag == "table":
        yield _table(element)
    else:
        text, line = _text(element)
        if plain(text) or any(s.image for s in text):
            yield Paragraph(text, line)


def _item(element: Element) -> ListItem:
    """A list item, tight or loose: its own text first, then the blocks inside it."""
    inline = list(takewhile(lambda child: child.tag not in _BLOCK_TAGS, element))
    blocks = [*_blocks(_paragraph(element.text, *inline))]
    for child in list(element)[len(inline) :]:
        if child.tag != "hr":
            blocks += _blocks(child)
        if child.tail and child.tail.strip():
            blocks += _blocks(_paragraph(child.tail))
    return ListItem(tuple(blocks), getattr(blocks[0], "line", 0) if blocks else 0)


def _paragraph(text: str | None, *children: Element) -> Element:
    element = Element("p")
    element.text = text
    element.extend(children)
    return element


def _table(element: Element) -> Table:
    rows = [[_text(cell) for cell in row] for row in element.iter("tr")]
    rows = [[(_without_escaped_bars(text), line) for text, line in row] for row in rows]
    head, body = rows[0], rows[1:]
    texts = (tuple(text for text, _ in row) for row in body)
    filled = tuple(row for row in texts if any(row))
    return Table(tuple(text for text, _ in head), filled, head[0][1])


def _without_escaped_bars(text: Text) -> Text:
    """A cell whose code has no backslash before a bar (GitHub's tables, 4.10)."""
    return tuple(replace(s, text=s.text.replace("\\|", "|")) if s.marks else s for s in text)


def _text(element: Element) -> tuple[Text, int]:
    """The running text of an element and the line that it begins in."""
    spans = tuple(_spans(element, frozenset(), ""))
    line = line_of(plain(spans))
    clean = [replace(span, text=MARKS.sub("", span.text)) for span in spans]
    return strip(_join(s for s in clean if s.text or s.image)), line


def _spans(element: Element, marks: frozenset[str], href: str) -> Iterator[Span]:
    if element.tag == "br":
        yield Span("\n", marks, href)
        return
    if element.tag == "img":
        width, caption = shown(element)
        yield Span(decode(element.get("alt", "")), marks, href, element.get("src", ""), width)
        if caption:
            yield Span(f"\n{caption}", frozenset({CAPTION}))
        return
    inner = marks | {_MARK_OF[element.tag]} if element.tag in _MARK_OF else marks
    yield from _children(element, inner, element.get("href", "") or href)


def _children(element: Element, marks: frozenset[str], href: str) -> Iterator[Span]:
    yield from _words(element.text, marks, href)
    for child in element:
        yield from _spans(child, marks, href)
        yield from _words(child.tail, marks, href)


def _words(text: str | None, marks: frozenset[str], href: str) -> Iterator[Span]:
    """Text with its entities decoded; the end of a source line within a paragraph is a space."""
    if text:
        yield Span(re.sub(r"[ \t\n]+", " ", decode(text)), marks, href)


def _join(spans: Iterator[Span]) -> Text:
    """The spans with neighbours of the same emphasis joined, and without doubled spaces."""
    joined: list[Span] = []
    for span in spans:
        last = joined[-1] if joined else None
        if last is None or span.image or last.image:
            joined.append(span)
            continue
        if span.text == "\n":
            last = joined[-1] = replace(last, text=last.text.rstrip(" "))
        doubled = last.text.endswith((" ", "\n")) and span.text != "\n"
        text = span.text.lstrip(" ") if doubled else span.text
        if (last.marks, last.href) == (span.marks, span.href):
            joined[-1] = replace(last, text=last.text + text)
        elif text:
            joined.append(replace(span, text=text))
    return tuple(span for span in joined if span.text or span.image)
