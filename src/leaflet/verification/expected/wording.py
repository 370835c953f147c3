"""Words by which the proof judges what is above a statement: ``locale/LANGUAGE/proof.toml``.

They are its own, since the words by which a document is composed are what it checks. Where a
language has none, any words above a statement may limit it: more is required then, never less.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path

from leaflet import files
from leaflet.config.toml_file import RawSetting, lines_of, parse
from leaflet.config.validate import fault, read_table
from leaflet.config.value_types import Names
from leaflet.errors import SettingsError
from leaflet.verification.expected.chains import comparable


@dataclass(frozen=True, slots=True)
class _Words:
    """The lists of a file; ``*`` stands for any letters.

    ``people`` and ``limits`` are above statements that hold for some only, or otherwise say
    something else. A label that has one of the ``topics``, or begins as one of the ``questions``,
    only names what is below it. A ``summary`` is above what is said of all drugs, ``adjustments``
    are above statements that each say when a dose is adjusted.
    """

    people: Names = ()
    limits: Names = ()
    topics: Names = ()
    questions: Names = ()
    summary: Names = ()
    adjustments: Names = ()


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a language, as patterns of comparable texts that find none in an empty list."""

    people: re.Pattern[str]
    limits: re.Pattern[str]
    topics: re.Pattern[str]
    questions: re.Pattern[str]
    summary: re.Pattern[str]
    adjustments: re.Pattern[str]
    knows_limits: bool

    @classmethod
    def of(cls, words: Sequence[_Words]) -> "Wording":
        """The words of all files of a language together; of none, any words may limit."""
        known = any(each.people for each in words) and any(each.limits for each in words)
        patterns = {
            field.name: _pattern(word for each in words for word in getattr(each, field.name))
            for field in fields(_Words)
        }
        return cls(**patterns, knows_limits=known)

    def may_limit(self, label: str) -> bool:
        """Whether a statement may say something else without a label or lead-in above it."""
        if not self.knows_limits:
            return True
        limits = self.people.search(label) or self.limits.search(label)
        return bool(limits) and not self.names_topic(label)

    def names_people(self, heading: str) -> bool:
        """Whether a heading says for whom the text below it is."""
        return bool(self.people.search(heading))

    def names_topic(self, label: str) -> bool:
        """Whether a label, or a question, only names what its statement itself says."""
        names = self.topics.search(label) or self.questions.match(label)
        return bool(names) and not self.people.search(label)

    def says_for_whom(self, words: str, label: str) -> bool:
        """Whether a sentence itself says for whom it is, and needs no label that says so."""
        people = {*self.people.findall(label)}
        return bool(people) and people <= {*self.people.findall(words)}

    def only_adjusts(self, label: str) -> bool:
        """Whether a label says no more than that a dose is adjusted."""
        return bool(self.adjustments.fullmatch(label))

    def is_summary(self, label: str) -> bool:
        """Whether what follows a label is said of all drugs."""
        return bool(self.summary.fullmatch(label))


def load_wording(paths: Iterable[Path]) -> Wording:
    """The words of a language, from its files, each of which adds to the others.

    Raises ``SettingsError`` with every problem of a file.
    """
    return _load(tuple((str(path), files.read(path)) for path in paths))


@lru_cache(maxsize=64)
def _load(contents: tuple[tuple[str, bytes], ...]) -> Wording:
    return Wording.of([_read(file, data) for file, data in contents])


def _read(file: str, data: bytes) -> _Words:
    content = parse(data, file, "proof-unreadable")
    read = read_table(content, _Words)
    if isinstance(read, _Words):
        return read
    given = RawSetting("", content, file, 0, lines_of(data.decode()))
    raise SettingsError(
        fault("proof-faulty", each.message, given, each.hint, given.line_of(*each.path))
        for each in read
    )


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    forms = [" ".join(map(_form, phrase.split())) for phrase in words]
    return re.compile(rf"(?<!\S)(?:{'|'.join(forms)})(?!\S)" if forms else "(?!)")


def _form(word: str) -> str:
    return r"\S*".join(map(re.escape, map(comparable, word.split("*"))))


NO_WORDS = Wording.of(())
"""Those of a language that has none."""
