"""The tables of topics: one file a language, ``locale/LANGUAGE/topics.toml``.

A file that a project adds extends the one that leaflet ships, topic by topic.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cached_property, lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any

from leaflet import files
from leaflet.config.expression import Expression
from leaflet.config.toml_file import RawSetting, lines_of, parse
from leaflet.config.validate import Problem, fault, read_table
from leaflet.config.value_types import Names, Wording
from leaflet.errors import SettingsError
from leaflet.resources import shipped
from leaflet.topics.alternatives import LONGEST, Alternative, alternatives, first_match, search
from leaflet.topics.literal_index import LiteralIndex
from leaflet.topics.required_literals import fold


class Where(StrEnum):
    """Where words stand that tell a topic."""

    LABEL = "label"
    DOSE_LABEL = "dose_label"
    QUESTION = "question"
    HEADING = "heading"
    SENTENCE = "sentence"
    ORDER = "order"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Phrases:
    """The words that tell a topic, by where they stand.

    ``label`` is that of a statement or a subheading; ``dose_label``, if there is one, stands for it
    in the dosage section. ``question`` is one that people ask, ``heading`` that of a section of the
    author's own. A ``sentence`` states the topic; the words of ``denial`` in it do not count.
    By ``order``, too, labels are sorted within a part, and nothing else follows from it. ``words``
    are looked for in a sentence that ends in a colon, and where a decision needs them: in forms,
    in labels. They move no statement.
    ``common`` are the beginnings of words, five letters long, that say nothing about an indication.
    """

    label: Wording | None = None
    dose_label: Wording | None = None
    question: Wording | None = None
    heading: Wording | None = None
    sentence: Wording | None = None
    denial: Wording | None = None
    order: Wording | None = None
    words: Wording | None = None
    common: Names = ()

    def search(self, text: str, where: Where) -> re.Match[str] | None:
        """The words of a text that tell the topic; None if there are none."""
        pattern = self.pattern(where)
        return search(pattern, self.undenied(text, where)) if pattern else None

    def undenied(self, text: str, where: Where) -> str:
        """A text without the words that do not count where it is a sentence."""
        if where == Where.SENTENCE and self.denial and search(self.denial, text):
            return self.denial.sub("…", text)
        return text

    def pattern(self, where: Where) -> Expression | None:
        """The expression for words that stand there; None if the topic has none."""
        if where == Where.DOSE_LABEL and self.dose_label is None:
            where = Where.LABEL
        pattern: Expression | None = getattr(self, where)
        return pattern

    def sources(self) -> Iterator[str]:
        """All its expressions as they are written."""
        for each in fields(self):
            value = getattr(self, each.name)
            if isinstance(value, Expression):
                yield value.pattern


Ranked = Sequence[Sequence[Phrases]]
"""Phrases in order: those of the first rank come first."""

INDICATION = "indication"
LIMITS = "limits"
PEOPLE = "people"
"""The topics of words above a statement without which it would mean something else."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """One alternative of the words of a topic."""

    topic: str
    phrases: Phrases
    alternative: Alternative


class TopicTable(dict[str, Sequence[Phrases]]):
    """The phrases of each topic, by its name; several where a project adds some to those shipped.

    It is not changed once a text has been looked through.
    """

    @cached_property
    def _indexes(self) -> Mapping[Where, LiteralIndex[_Entry]]:
        return {where: LiteralIndex(self._entries(where)) for where in Where}

    def _entries(self, where: Where) -> Iterator[tuple[_Entry, tuple[str, ...]]]:
        for topic, several in self.items():
            for phrases in several:
                pattern = phrases.pattern(where)
                for each in alternatives(pattern.pattern, pattern.flags) if pattern else ():
                    yield _Entry(topic, phrases, each), each.literals

    def found(self, text: str, where: Where) -> Iterator[tuple[str, re.Match[str]]]:
        """The topics of a text, in the order of the table, each with the words that do."""
        last = ""
        for _, group in groupby(self._indexes[where].found(fold(text)), lambda e: id(e.phrases)):
            entries = [*group]
            topic, phrases = entries[0].topic, entries[0].phrases
            if topic == last:
                continue
            if len(text) > LONGEST:
                words = phrases.search(text, where)
            else:
                several = (each.alternative for each in entries)
                words = first_match(several, phrases.undenied(text, where))
            if words:
                last = topic
                yield topic, words


def load_topics(paths: Iterable[Path]) -> TopicTable:
    """The topics of a language, from its files.

    Raises ``SettingsError`` with every problem of a file: broken TOML, keys that do not exist,
    expressions that are none.
    """
    return _load(tuple((str(path), files.read(path)) for path in paths))


def topic_names(paths: Iterable[Path]) -> frozenset[str]:
    """The names of all topics of several files; their expressions are not looked at.

    To compile those of all languages takes half a second, which a run with nothing to do has not.
    Raises ``SettingsError`` for a file that is not TOML.
    """
    return frozenset(
        name for path in paths for name in parse(files.read(path), str(path), "topics-unreadable")
    )


@lru_cache(maxsize=64)
def _load(contents: tuple[tuple[str, bytes], ...]) -> TopicTable:
    table: dict[str, list[Phrases]] = {}
    for file, data in contents:
        read = _read_shipped if Path(file).is_relative_to(shipped()) else _read
        for topic, phrases in read(file, data).items():
            table.setdefault(topic, []).append(phrases)
    return TopicTable(table)


def _read_shipped(file: str, data: bytes) -> dict[str, Phrases]:
    """The phrases of a file of leaflet's own. To try all its expressions would take too long.

    That is for the tests.
    """
    return {
        topic: Phrases(**{key: _as_is(value) for key, value in phrases.items()})
        for topic, phrases in parse(data, file, "topics-unreadable").items()
    }


def _as_is(value: str | list[str]) -> Any:
    return Expression(value) if isinstance(value, str) else tuple(value)


def _read(file: str, data: bytes) -> dict[str, Phrases]:
    content = parse(data, file, "topics-unreadable")
    read = {topic: read_table(value, Phrases, (topic,)) for topic, value in content.items()}
    problems = [problem for each in read.values() if isinstance(each, list) for problem in each]
    problems += [
        Problem((topic,), f'"{topic}" is no name of a topic', "use lower case letters and hyphens")
        for topic in content
        if not re.fullmatch(r"[a-z]+(-[a-z]+)*", topic)
    ]
    if problems:
        given = RawSetting("", content, file, 0, lines_of(data.decode()))
        raise SettingsError(
            fault("topics-faulty", each.message, given, each.hint, given.line_of(*each.path))
            for each in problems
        )
    return {topic: each for topic, each in read.items() if isinstance(each, Phrases)}
