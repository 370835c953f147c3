"""Gives each labelled statement, question and section of the author's its topics.

Labels, questions and headings decide, never the text below them: "more than 12 hours" in an answer
says nothing about what it is about. The medicine's own name in them is ignored: cetyl alcohol is
not about drinking.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from leaflet.monograph.model import (
    Block,
    Bullets,
    Entry,
    Group,
    ListItem,
    Monograph,
    Question,
    Section,
    Subheading,
    Text,
    Topic,
    Topics,
)
from leaflet.monograph.text import plain
from leaflet.section_key import SectionKey
from leaflet.topics.table import TopicTable, Where


def assign_topics(monograph: Monograph, table: TopicTable) -> Monograph:
    """The monograph with the topics of a language's table; an empty table assigns none."""
    stage = _Stage(table, own_names(monograph))
    return replace(monograph, groups=tuple(map(stage.group, monograph.groups)))


def own_names(monograph: Monograph) -> re.Pattern[str]:
    """A pattern of the medicine's names within a label: whole names, and their components."""
    whole = (monograph.name, monograph.front.generic_name, *monograph.front.brand_names)
    names = {part.strip() for name in whole for part in (name, *re.split(r"[+/,]", name))}
    longest = sorted((re.escape(name) for name in names if len(name) > 2), key=len, reverse=True)
    return re.compile("|".join(longest) or r"(?!)", re.IGNORECASE)


_WHERE = {SectionKey.FAQS: Where.QUESTION, SectionKey.DOSAGE: Where.DOSE_LABEL}


@dataclass(frozen=True, slots=True)
class _Stage:
    """One table and the names of one medicine."""

    table: TopicTable
    names: re.Pattern[str]

    def group(self, group: Group) -> Group:
        return replace(group, sections=tuple(map(self.section, group.sections)))

    def section(self, section: Section) -> Section:
        where = _WHERE.get(section.key, Where.LABEL)
        body = self.body(section.body, where)
        topics = () if section.key else self.topics(section.heading, Where.HEADING)
        return replace(section, body=body, topics=topics)

    def block(self, block: Block, where: Where) -> Block:
        match block:
            case Subheading(text):
                return replace(block, topics=self.topics(text, where))
            case Question(text, answer):
                topics = self.topics(text, where)
                return replace(block, answer=self.body(answer, where), topics=topics)
            case Bullets(items):
                return replace(block, items=tuple(self.item(item, where) for item in items))
            case Entry():
                return self.entry(block, where)
        return block

    def item(self, item: ListItem | Entry, where: Where) -> ListItem | Entry:
        if isinstance(item, Entry):
            return self.entry(item, where)
        return replace(item, body=self.body(item.body, where))

    def entry(self, entry: Entry, where: Where) -> Entry:
        body, topics = self.body(entry.body, where), self.topics(entry.label, where)
        return replace(entry, body=body, topics=topics)

    def body(self, body: tuple[Block, ...], where: Where) -> tuple[Block, ...]:
        return tuple(self.block(block, where) for block in body)

    def topics(self, label: Text, where: Where) -> Topics:
        text = self.names.sub("" if where == Where.HEADING else "…", plain(label))
        return tuple(self._topics(text, where))

    def _topics(self, text: str, where: Where) -> Iterator[Topic]:
        for name, several in self.table.items():
            patterns = (phrases.pattern(where) for phrases in several)
            found = (pattern.search(text) for pattern in patterns if pattern)
            if words := next(filter(None, found), None):
                yield Topic(name, words[0].strip())
