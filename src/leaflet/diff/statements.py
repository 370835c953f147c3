"""A monograph → its statements, each with what its author put above it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import count

from leaflet.diff.model import Role, Statement
from leaflet.monograph.model import (
    Block,
    Bullets,
    Entry,
    ListItem,
    Monograph,
    Paragraph,
    Question,
    Section,
    Span,
    Subheading,
    Table,
    Text,
    Topics,
)
from leaflet.monograph.rows import row_heads
from leaflet.monograph.sentences import split_sentences
from leaflet.monograph.text import plain

PREAMBLE = "preamble"
DISCLAIMERS = "disclaimers"

_ENDS = (".", "!", "?", "؟", "।")
_FACTS = (
    *("title", "generic_name", "brand_names", "drug_class", "forms"),
    *("lang", "version", "reviewed", "review_due", "reviewer", "organisation", "contact"),
    *("url", "sources", "changes"),
)
_MEDICINE = ("title", "generic_name", "brand_names", "drug_class", "forms")
"""Facts about the medicine; the others are about the document."""

_LOWERED = {"sup": "^", "sub": "_"}
"""Signs for raised and lowered characters: 10⁶ is not 106."""


def find_statements(monograph: Monograph) -> tuple[Statement, ...]:
    """The statements of a monograph: front matter, warnings, then its sections in their order."""
    walk = _Walk()
    found = [*_facts(monograph), *_boxed(monograph)]
    found += walk.body(monograph.preamble, _Above(section=PREAMBLE, key=PREAMBLE))
    for group in monograph.groups:
        drug = words_of(group.name)
        found += walk.body(group.intro, _Above(drug))
        for section in group.sections:
            found += walk.section(section, drug)
    found += walk.body(monograph.disclaimers, _Above(section=DISCLAIMERS, key=DISCLAIMERS))
    return tuple(each for each in found if each.tokens)


def numbers_of(statements: Iterable[Statement]) -> frozenset[int]:
    """The numbers of all texts and labels."""
    return frozenset(
        number for each in statements for number in (each.number, each.label_number) if number
    )


def facts_of(statements: Iterable[Statement]) -> Iterator[str]:
    """What the front matter and the headings say, in the words of their author."""
    for each in statements:
        yield from (each.drug, each.section)
        if each.role in (Role.FACT, Role.DOCUMENT):
            yield each.text


def words_of(text: Text) -> str:
    """The words of a running text in one line, with addresses, pictures and raised characters."""
    return " ".join("".join(map(_words, text)).split())


def number_of(text: Text) -> int:
    """The number of a sentence or label, 0 without one."""
    return next((span.statement for span in text if span.statement), 0)


def _words(span: Span) -> str:
    marks = "".join(sign for mark, sign in _LOWERED.items() if mark in span.marks)
    if span.image:
        return f" {span.text} [{span.image}] "
    address = span.href.removeprefix("mailto:").removeprefix("tel:")
    return f"{marks}{span.text}" + (f" <{address}>" if address not in span.text else "")


@dataclass(frozen=True, slots=True)
class _Above:
    """What is above a body, and its topics."""

    drug: str = ""
    section: str = ""
    key: str = ""
    under: tuple[str, ...] = ()
    topics: frozenset[str] = frozenset()

    def below(self, label: str, topics: Topics = ()) -> "_Above":
        """The same with one more label above."""
        names = {topic.name for topic in topics}
        return replace(self, under=(*self.under, label), topics=self.topics | names)

    def state(self, text: Text, topics: Topics = (), **given: object) -> Statement:
        """A statement under all this."""
        below = self.topics | {topic.name for topic in topics}
        above = (self.drug, self.section, self.key, self.under)
        statement = Statement(words_of(text), *above, topics=below, number=number_of(text))
        return replace(statement, **given) if given else statement  # type: ignore[arg-type]


class _Walk:
    """Goes through the blocks of one monograph, and numbers what has an order."""

    def __init__(self) -> None:
        self._series = count(1)

    def section(self, section: Section, drug: str) -> Iterator[Statement]:
        heading = words_of(section.heading)
        above = _Above(drug, heading, section.key)
        if section.key:
            if section.qualifier:
                yield above.state((Span(section.qualifier),), line=section.line, role=Role.LABEL)
        else:
            above = replace(above, section="")
            yield above.state(section.heading, section.topics, line=section.line, role=Role.SECTION)
            above = above.below(heading, section.topics)
        yield from self.body(section.body, above)

    def body(self, body: Iterable[Block], above: _Above) -> Iterator[Statement]:
        """The statements of blocks; a label without text is above those after it."""
        outer, lead_in = above, above
        headings: list[tuple[int, _Above]] = [(0, above)]
        for block in body:
            match block:
                case Subheading(text, line, level, topics):
                    headings = [each for each in headings if each[0] < level] or headings[:1]
                    outer = headings[-1][1]
                    yield outer.state(text, topics, line=line, role=Role.LABEL)
                    outer = outer.below(words_of(text), topics)
                    headings.append((level, outer))
                case Entry(label, (), line, topics):
                    outer = headings[-1][1]
                    yield outer.state(label, topics, line=line, role=Role.LABEL)
                    outer = outer.below(words_of(label), topics)
                case _:
                    takes_lead_in = isinstance(block, Bullets | Table | Entry)
                    yield from self.block(block, lead_in if takes_lead_in else outer)
            lead_in = _led_by(block, outer)

    def block(self, block: Block | ListItem, above: _Above) -> Iterator[Statement]:
        """The statements of one block."""
        match block:
            case Paragraph():
                yield from self.paragraph(block, above)
            case Entry():
                yield from self.entry(block, above)
            case Question(text, answer, line, topics):
                yield above.state(text, topics, line=line, role=Role.LABEL)
                yield from self.body(answer, above.below(words_of(text), topics))
            case Bullets(items, ordered):
                yield from self.items(items, above, ordered=ordered)
            case Table():
                yield from _table(block, above)
            case ListItem(inner):
                yield from self.body(inner, above)

    def items(
        self, items: Iterable[ListItem | Entry], above: _Above, *, ordered: bool
    ) -> Iterator[Statement]:
        series = next(self._series)
        for item in items:
            inner = self.entry(item, above) if isinstance(item, Entry) else self.block(item, above)
            for number, each in enumerate(inner):
                yield replace(each, series=series) if ordered and number == 0 else each

    def entry(self, entry: Entry, above: _Above) -> Iterator[Statement]:
        label, below = words_of(entry.label), above.below(words_of(entry.label), entry.topics)
        match entry.body:
            case (Paragraph() as first, *rest):
                opening, *others = self.paragraph(first, below) or (below.state(()),)
                number = number_of(entry.label)
                yield replace(opening, under=above.under, label=label, label_number=number)
                yield from others
                yield from self.body(rest, _led_by(first, below))
            case inner:
                yield above.state(entry.label, entry.topics, line=entry.line, role=Role.LABEL)
                yield from self.body(inner, below)

    def paragraph(self, paragraph: Paragraph, above: _Above) -> list[Statement]:
        """The sentences of a paragraph, in its order."""
        series = next(self._series)
        return [
            above.state(
                text,
                tuple(topic for topic in paragraph.topics if topic.sentence == number),
                line=paragraph.line,
                series=series,
            )
            for number, text in enumerate(split_sentences(paragraph.text))
        ]


def _led_by(block: Block, above: _Above) -> _Above:
    """What is above the list after a paragraph that ends in no full stop but leads to it."""
    if not isinstance(block, Paragraph) or plain(block.text).rstrip().endswith(_ENDS):
        return above
    *_, last = split_sentences(block.text) or [()]
    number = len(split_sentences(block.text)) - 1
    topics = tuple(topic for topic in block.topics if topic.sentence == number)
    return above.below(words_of(last), topics)


def _table(table: Table, above: _Above) -> Iterator[Statement]:
    """Heads, then the cells, each under the head of its row and of its column."""
    for head in table.head:
        yield above.state(head, line=table.line, role=Role.COLUMN)
    for (first, *cells), row_head in zip(table.rows, row_heads(table.rows), strict=True):
        yield above.state(first, table.topics, line=table.line, role=Role.LABEL)
        below = above.below(words_of(row_head)) if words_of(row_head) else above
        for head, cell in zip(table.head[1:], cells, strict=False):
            under = below.below(words_of(head))
            yield under.state(cell, table.topics, line=table.line, role=Role.CELL)


def _facts(monograph: Monograph) -> Iterator[Statement]:
    """The front matter, key by key, without the boxed warning."""
    for key in _FACTS:
        value, line = getattr(monograph.front, key), monograph.source.key_line(key)
        values = value if isinstance(value, tuple) else (value,)
        for each in values:
            role = Role.FACT if key in _MEDICINE else Role.DOCUMENT
            text = "" if each is None else str(each)
            yield Statement(text, section=key.replace("_", " "), key=key, role=role, line=line)


def _boxed(monograph: Monograph) -> Iterator[Statement]:
    text = (Span(monograph.front.boxed_warning),)
    line = monograph.source.key_line("boxed_warning")
    for number, sentence in enumerate(split_sentences(text)):
        names = frozenset(t.name for t in monograph.boxed_topics if t.sentence == number)
        section, key = "boxed warning", "boxed_warning"
        yield Statement(
            words_of(sentence), "", section, key, line=line, role=Role.BOXED, topics=names
        )
