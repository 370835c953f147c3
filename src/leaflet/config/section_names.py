"""The names of the sections of a monograph: one file a language, ``locale/LANGUAGE/sections.toml``.

A heading may be in any of the languages, whatever that of the monograph. A file that a project adds
extends the one that leaflet ships.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cache, lru_cache
from pathlib import Path

from leaflet import files
from leaflet.config.suggest import nearest
from leaflet.config.toml_file import RawSetting, lines_of, parse
from leaflet.config.validate import Problem, fault, read_table
from leaflet.config.value_types import Names, NamesByKey
from leaflet.errors import SettingsError
from leaflet.resources import shipped
from leaflet.section_key import SectionKey

FILE = "sections.toml"


@dataclass(frozen=True, slots=True)
class Beside:
    """Words that stand beside the name of a section in its heading, in all languages.

    ``medicine`` stands for the medicine ("this medicine"), ``forms`` may follow it, and ``of``
    comes between it and the name. ``people`` are those whom a dose is for, behind a word of
    ``whom``. ``joins`` are between two names. An editor or a wiki puts ``links`` behind a heading.
    ``pronouns`` stand for the medicine in names of the same language. ``also`` are names of further
    clinical sections, which a text of the author's own may be under.
    ``wholes`` are headings above several sections that name no medicine ("Patient information").
    """

    medicine: Names = ()
    forms: Names = ()
    of: Names = ()
    whom: Names = ()
    people: Names = ()
    joins: Names = ()
    links: Names = ()
    pronouns: Names = ()
    also: Names = ()
    wholes: Names = ()

    def plus(self, other: "Beside") -> "Beside":
        """The words of both."""
        both = ((getattr(self, each.name), getattr(other, each.name)) for each in fields(Beside))
        return Beside(*(tuple(dict.fromkeys((*one, *more))) for one, more in both))


@dataclass(frozen=True, slots=True, eq=False)
class SectionNames:
    """Each section with all its names in lower case, the best known first.

    If a monograph has two sections of one kind, such as Warnings and Precautions, the one whose
    name comes first here is the section. ``section_of`` is the same table by name. ``topic_of``
    are the names of other sections, each with the topic of its text.
    """

    of: Mapping[SectionKey, tuple[str, ...]]
    section_of: Mapping[str, SectionKey]
    beside: Beside = Beside()
    topic_of: Mapping[str, str] = field(default_factory=dict)


def section_files(roots: Iterable[Path]) -> list[Path]:
    """The files of all languages in the folders of a search path, nearest first, then English."""
    return [
        file
        for root in dict.fromkeys(roots)
        for file in sorted(
            root.glob(f"locale/*/{FILE}"),
            key=lambda file: (file.parent.name != "en", file.parent.name),
        )
    ]


def section_names(roots: Iterable[Path]) -> SectionNames:
    """The names that the files in the folders of a search path give, nearest first.

    Where two files give a name to two sections, that of the nearest folder counts. Raises
    ``SettingsError`` with every problem of a file: broken TOML, sections that do not exist, a name
    that stands for two of them.
    """
    return _merge(tuple((str(file), files.read(file)) for file in section_files(roots)))


@cache
def shipped_names() -> SectionNames:
    """The names that leaflet ships, read once."""
    return section_names([shipped()])


@lru_cache(maxsize=16)
def _merge(contents: tuple[tuple[str, bytes], ...]) -> SectionNames:
    names: dict[SectionKey, dict[str, None]] = {}
    section_of: dict[str, SectionKey] = {}
    topic_of: dict[str, str] = {}
    beside = Beside()
    for file, data in contents:
        table = _read(file, data)
        beside = beside.plus(table.words)
        for topic, name in _named(table.topics, table.words):
            topic_of.setdefault(name, topic)
        for section, name in _named(table.names, table.words):
            key = SectionKey(section)
            if section_of.setdefault(name, key) == key:
                names.setdefault(key, {})[name] = None
    of = {key: tuple(each) for key, each in names.items()}
    return SectionNames(of, section_of, beside, topic_of)


def _named(table: Mapping[str, Sequence[str]], words: Beside) -> Iterator[tuple[str, str]]:
    """Each key with each of its names, in all their forms."""
    for key, several in table.items():
        for name in several:
            yield from ((key, form) for form in _forms(_tidy(name), words.pronouns))


@dataclass(frozen=True, slots=True)
class _File:
    names: NamesByKey
    words: Beside = Beside()
    topics: NamesByKey = field(default_factory=dict)


def _read(file: str, data: bytes) -> _File:
    content = parse(data, file, "sections-unreadable")
    table = read_table(content, _File)
    problems = table if isinstance(table, list) else list(_faults(table))
    if isinstance(table, list) or problems:
        given = RawSetting("", content, file, 0, lines_of(data.decode()))
        raise SettingsError(
            fault("sections-faulty", each.message, given, each.hint, given.line_of(*each.path))
            for each in problems
        )
    return table


def _faults(file: _File) -> Iterator[Problem]:
    known = [key for key in SectionKey if key]
    for key in file.names:
        if key not in known:
            yield Problem(("names", key), f'there is no section "{key}"', nearest(key, known))
    for table, names in (("names", file.names), ("topics", file.topics)):
        seen: dict[str, str] = {}
        for key, several in names.items():
            for name in map(_tidy, several):
                if seen.setdefault(name, key) != key:
                    message = f'"{name}" cannot be both {seen[name]} and {key}'
                    yield Problem((table, key), message)


def _forms(name: str, pronouns: Iterable[str]) -> Iterator[str]:
    """A name, and the same with a pronoun for the medicine; each also in Swiss spelling."""
    for form in (name, *(re.sub(r"\bit\b", pronoun, name) for pronoun in pronouns)):
        yield form
        yield form.replace("ß", "ss")


def _tidy(name: str) -> str:
    return " ".join(name.lower().replace("’", "'").split())


CLINICAL = (
    *(SectionKey.USAGE, SectionKey.DOSAGE, SectionKey.SIDE_EFFECTS),
    *(SectionKey.HOW_IT_WORKS, SectionKey.PRECAUTIONS, SectionKey.FAQS),
)
"""The six sections that make a text a monograph."""
