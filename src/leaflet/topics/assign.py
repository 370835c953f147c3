"""Gives each labelled statement, question and section of the author's its topics.

Labels, questions and headings decide what a statement is about, never the text below them: "more
than 12 hours" in an answer says nothing about that. The medicine's own name in them is ignored:
cetyl alcohol is not about drinking. What sentences state besides, such as a contraindication, is
kept with their paragraph.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from leaflet.monograph.model import (
    Block,
    Bullets,
    Entry,
    Group,
    ListItem,
    Monograph,
    Paragraph,
    Question,
    Section,
    Span,
    Subheading,
    Table,
    Text,
    Topic,
    Topics,
)
from leaflet.monograph.sentences import sentences, split_sentences
from leaflet.monograph.text import plain
from leaflet.section_key import SectionKey
from leaflet.topics.adjustments import ADJUSTMENT, ORGANS, stated, with_adjustments, with_dose
from leaflet.topics.instructions import answers_emergency, of_cell, with_instructions
from leaflet.topics.table import INDICATION, LIMITS, TopicTable, Where


def assign_topics(monograph: Monograph, table: TopicTable) -> Monograph:
    """The monograph with the topics of a language's table; an empty table assigns none."""
    common = frozenset(word for each in table.get(INDICATION, ()) for word in each.common)
    unknown = () if any(each.words for each in table.get(LIMITS, ())) else (Topic(LIMITS),)
    stage = _Stage(table, own_names(monograph), _treated(monograph), common, unknown)
    boxed = stage.stated((Span(monograph.front.boxed_warning),))
    return replace(
        monograph,
        preamble=stage.body(monograph.preamble, Where.LABEL),
        groups=tuple(map(stage.group, monograph.groups)),
        boxed_topics=tuple(boxed),
        searched=frozenset(
            topic for topic, several in table.items() if any(each.sentence for each in several)
        ),
    )


def own_names(monograph: Monograph) -> re.Pattern[str]:
    """A pattern of the medicine's names within a text: whole names, and their components.

    "Testamide (injection)" is called Testamide, too.
    """
    given = (monograph.name, monograph.front.generic_name, *monograph.front.brand_names)
    whole = (*given, *(re.sub(r"\s*\([^()]*\)", "", name) for name in given))
    names = {part.strip() for name in whole for part in (name, *re.split(r"[+/,]", name))}
    longest = sorted((re.escape(name) for name in names if len(name) > 2), key=len, reverse=True)
    return re.compile("|".join(longest) or r"(?!)", re.IGNORECASE)


_WORD = re.compile(r"(?:[^\W\d_]|[\u064b-\u0652\u0900-\u0903\u093a-\u094f]){3,}")
"""Three letters or more; the vowel signs of Arabic and Devanagari count."""

_WHERE = {SectionKey.FAQS: Where.QUESTION, SectionKey.DOSAGE: Where.DOSE_LABEL}


def _treated(monograph: Monograph) -> frozenset[str]:
    usage = (
        section.body
        for group in monograph.groups
        for section in group.sections
        if section.key == SectionKey.USAGE
    )
    texts = (plain(sentence.text) for body in usage for sentence in sentences(body))
    return frozenset(word for text in texts for word in _words(text))


def _words(text: str) -> frozenset[str]:
    """The beginnings of the longer words of a text, so that their endings do not matter."""
    return frozenset(word[:5] for word in _WORD.findall(text.lower()))


def _has_number(body: tuple[Block, ...]) -> bool:
    return any(re.search(r"\d", plain(sentence.text)) for sentence in sentences(body))


SIDE_EFFECTS = "side-effects"


@dataclass(frozen=True, slots=True)
class _Stage:
    """One table and the names of one medicine."""

    table: TopicTable
    names: re.Pattern[str]
    treated: frozenset[str]
    """The words that say what the medicine is for."""
    common: frozenset[str]
    """Words that any label of a dose may have."""
    unknown_limits: Topics
    """That of any lead-in, where a language does not say which of them limit what is below."""

    def group(self, group: Group) -> Group:
        intro = self.body(group.intro, Where.LABEL)
        return replace(group, intro=intro, sections=tuple(map(self.section, group.sections)))

    def section(self, section: Section) -> Section:
        body = self.body(section.body, _WHERE.get(section.key, Where.LABEL))
        heading = () if section.key else section.heading
        asks = plain(heading).rstrip().endswith(("?", "؟"))
        topics = (
            section.topics
            or self.topics(heading, Where.HEADING)
            or self.topics(heading, Where.LABEL)
            or (self.topics(heading, Where.QUESTION) if asks else ())
        )
        return replace(section, body=body, topics=topics)

    def body(self, body: tuple[Block, ...], where: Where) -> tuple[Block, ...]:
        blocks = tuple(self.block(block, where) for block in body)
        return with_adjustments(blocks) if where == Where.DOSE_LABEL else blocks

    def block(self, block: Block, where: Where) -> Block:
        match block:
            case Paragraph(text):
                return replace(block, topics=(*self.stated(text), *self.led(text)))
            case Table(head, rows):
                stated = (
                    topic._replace(sentence=number)
                    for number, row in enumerate((head, *rows))
                    for above, cell in zip_longest(head, row, fillvalue=())
                    for topic in (*self.stated(cell), *of_cell(above, cell, self.table))
                )
                return replace(block, topics=tuple(stated))
            case Subheading(text):
                return replace(block, topics=self.topics(text, where))
            case Question(text, answer):
                body = self.body(answer, where)
                topics = self.topics(text, Where.QUESTION)
                if all(topic.name == SIDE_EFFECTS for topic in topics):
                    topics = tuple(answers_emergency(body)) or topics
                return replace(block, answer=body, topics=topics)
            case Bullets(items):
                return replace(block, items=tuple(self.item(item, where) for item in items))
            case Entry():
                return self.entry(block, where)

    def item(self, item: ListItem | Entry, where: Where) -> ListItem | Entry:
        if isinstance(item, Entry):
            return self.entry(item, where)
        return replace(item, body=self.body(item.body, where))

    def entry(self, entry: Entry, where: Where) -> Entry:
        topics = self.topics(entry.label, where)
        body = self.body(entry.body, where)
        if where == Where.DOSE_LABEL and self.is_treated(entry.label) and _has_number(entry.body):
            topics = ()
        elif any(topic.name in ORGANS for topic in topics):
            topics += tuple(stated(body, ADJUSTMENT))[:1]
        if where == Where.DOSE_LABEL:
            topics = with_dose(topics, body)
        return replace(entry, body=body, topics=topics)

    def topics(self, label: Text, where: Where) -> Topics:
        """The topics of a label, a question or a heading."""
        text = self.names.sub("" if where == Where.HEADING else "…", plain(label))
        return tuple(self._topics(text, where))

    def is_treated(self, label: Text) -> bool:
        """Whether the label of a dose names what the medicine is for, as its Usage section does.

        An antidote's dose for an overdose is no advice on having taken too much of it.
        """
        words = _words(self.names.sub("", plain(label))) - self.common
        return 2 * len(words & self.treated) > len(words)

    def stated(self, text: Text) -> Iterator[Topic]:
        """The topics that the sentences of a text state."""
        sentences = [self.names.sub("_", plain(each)) for each in split_sentences(text)]
        yield from with_instructions(sentences, lambda words: self._topics(words, Where.SENTENCE))

    def led(self, text: Text) -> Iterator[Topic]:
        """The topics of a sentence that ends in a colon, above a list.

        Where a language has no words for what limits a list, any such sentence may limit it.
        """
        if plain(text).rstrip().endswith(":"):
            *before, last = split_sentences(text)
            topics = (*self._topics(plain(last), Where.WORDS), *self.unknown_limits)
            yield from (topic._replace(sentence=len(before)) for topic in topics)

    def _topics(self, text: str, where: Where) -> Iterator[Topic]:
        for name, found in self.table.found(text, where):
            yield Topic(name, found[0].strip())
