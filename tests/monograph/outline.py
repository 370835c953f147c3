"""A monograph as a plain outline, in which a pharmacist can see whether it was read correctly."""

from collections.abc import Iterable, Iterator

from leaflet.diagnostics import Diagnostic
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
    Text,
)


def outline(monograph: Monograph) -> list[str]:
    """The lines of the outline: drugs, sections and their blocks, then the findings."""
    lines: list[str] = []
    if monograph.preamble:
        lines += ["before the sections", *_indented(_blocks(monograph.preamble))]
    for group in monograph.groups:
        sections = [line for section in group.sections for line in _section(section)]
        if group.name:
            within = [*_blocks(group.intro), *sections]
            lines += [f"drug: {words(group.name)}", *_indented(within)]
        else:
            lines += [*_blocks(group.intro), *sections]
    if monograph.disclaimers:
        lines += ["disclaimer", *_indented(_blocks(monograph.disclaimers))]
    return [*lines, *findings(monograph.diagnostics)]


def findings(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """One line per finding: its severity, code, line and message."""
    return [
        f"{d.severity} {d.code}, line {d.line}{f':{d.column}' if d.column else ''}: {d.message}"
        for d in diagnostics
    ]


def words(text: Text) -> str:
    """Running text with its emphasis as tags, links and pictures in brackets."""
    pieces = []
    for span in text:
        piece = span.text.replace("\n", "⏎")
        for mark in sorted(span.marks):
            piece = f"<{mark}>{piece}</{mark}>"
        if span.image:
            piece = f"[picture {' '.join(filter(None, (span.image, span.width)))}: {piece}]"
        if span.href:
            piece = f"[{piece} → {span.href}]"
        pieces.append(piece)
    return "".join(pieces)


def _section(section: Section) -> Iterator[str]:
    name = section.key or f"own heading: {words(section.heading)}"
    yield f"{name} ({section.qualifier})" if section.qualifier else name
    yield from _indented(_blocks(section.body))


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph():
                yield words(block.text)
            case Subheading():
                yield f"[{words(block.text)}]"
            case Entry():
                yield from _entry(block)
            case Question():
                yield f"Q {words(block.question)}"
                yield from _indented(_blocks(block.answer))
            case Table():
                for row in (block.head, *block.rows):
                    yield " | ".join(words(cell) for cell in row)
            case Bullets():
                for number, item in enumerate(block.items, block.start):
                    mark = f"{number}." if block.ordered else "-"
                    yield from _item(mark, item)


def _entry(entry: Entry) -> Iterator[str]:
    first, *others = entry.body or (None,)
    if isinstance(first, Paragraph):
        yield f"{words(entry.label)} → {words(first.text)}"
        yield from _indented(_blocks(others))
    else:
        yield f"{words(entry.label)} →"
        yield from _indented(_blocks(entry.body))


def _item(mark: str, item: ListItem | Entry) -> Iterator[str]:
    lines = list(_entry(item) if isinstance(item, Entry) else _blocks(item.body))
    yield f"{mark} {lines[0]}" if lines else mark
    yield from (lines[1:] if isinstance(item, Entry) else _indented(lines[1:]))


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"  {line}" for line in lines)
