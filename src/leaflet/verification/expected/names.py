"""What the words of headings and labels mean: sections, drugs, parts of a kind."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from leaflet.kinds.model import OWN, Kind, Part
from leaflet.monograph.model import Monograph, Section
from leaflet.monograph.structure.heading_marks import unmarked, without_wikilinks
from leaflet.monograph.text import plain
from leaflet.section_key import SectionKey
from leaflet.verification.expected.chains import Link, comparable
from leaflet.verification.expected.printed_statements import PrintedStatement
from leaflet.verification.expected.statements import Statement

_NUMBER = re.compile(r"^\d+ ")


@dataclass(frozen=True, slots=True)
class Names:
    """What the words of headings and labels mean.

    ``sections`` are the keys of the sections by their headings, ``titles`` the names of the whole
    document, ``drugs`` those of its chapters if it has several. ``labels`` are all words above a
    statement of the author's, ``headings`` those of them that are headings, ``lifted`` the labels
    of which the parser made sections, ``forms`` the headings that name different forms of the
    medicine. ``parts`` says which sections may be under a heading of leaflet's, ``continued`` is
    the heading above what of a part is in another column.
    """

    sections: Mapping[str, str]
    titles: frozenset[str]
    drugs: frozenset[str]
    labels: frozenset[str]
    headings: frozenset[str]
    lifted: frozenset[str]
    forms: frozenset[str]
    parts: tuple[tuple[re.Pattern[str], frozenset[str]], ...]
    continued: Mapping[str, str]

    @classmethod
    def of(cls, monograph: Monograph, kind: Kind, statements: Iterable[Statement]) -> "Names":
        """The names of a monograph, its statements, and the kind in its language."""
        above = {link.words for each in statements for link in each.links if link.kind == "heading"}
        sections = {
            comparable(heading): str(section.key)
            for group in monograph.groups
            for section in group.sections
            for heading in _forms(section, monograph.section_names.beside.links, above)
            if section.key
        }
        sections |= {
            each.label: sections[each.opening] for each in statements if each.opening in sections
        }
        titles = frozenset(map(comparable, (monograph.front.title, monograph.name)))
        drugs = {comparable(plain(group.name)) for group in monograph.groups} - {""}
        drugs = drugs if len(drugs) > 1 else set()
        headings = {each.label for each in statements if each.heading}
        # The heads of a table's columns are printed before each cell where it is too wide.
        labels = {link.words for each in statements for link in each.links if link.kind != "column"}
        labels |= {each.label for each in statements}
        own = {
            comparable(plain(section.heading))
            for group in monograph.groups
            for section in group.sections
            if not section.key
        }
        no_labels = {"", *titles, *sections, *drugs}
        return cls(
            sections,
            titles,
            frozenset(drugs),
            frozenset(labels - no_labels),
            frozenset(headings - no_labels),
            frozenset((own & labels) - headings - no_labels),
            _of_forms(headings - no_labels, monograph.section_names.beside.forms),
            tuple(_sections_of_parts(kind)),
            _continuing(kind),
        )

    def section_of(self, statement: Statement) -> tuple[str, int]:
        """The key of the section of a statement, and how many links are outside of it.

        What is below a drug's name only, after the last section of another drug, is in none.
        """
        links = (*statement.links, Link(statement.label, "label"))
        if any(link.words in self.lifted for link in links):
            return "", len(links)
        drug = max((at for at, link in enumerate(links) if self.drug_of(link.words)), default=-1)
        for kinds in (("heading",), ("heading", "label", "past"), ("lead",)):
            for at in range(len(links) - 1, drug, -1):
                if links[at].kind in kinds and links[at].words in self.sections:
                    return self.sections[links[at].words], at + 1
        return "", drug + 1

    def drug_of(self, label: str) -> str:
        """The drug whose name a label is, perhaps after a number; empty if there is none."""
        name = _NUMBER.sub("", label)
        return name if name in self.drugs else ""

    def has(self, texts: Collection[str], words: str) -> bool:
        """Whether the texts have these words above a statement, perhaps as part of more.

        Two labels of the author's are never taken for each other.
        """
        if words in texts:
            return True
        others = (text for text in texts if text and not {text, words} <= self.labels)
        return any(has_words(text, words) or has_words(words, text) for text in others)

    def is_part(self, printed: PrintedStatement, words: str) -> bool:
        """Whether the heading of the part of a statement is these words, or that of its rest.

        An own section "Interactions" has no other heading below one of leaflet's in these words.
        """
        heading = comparable(printed.parts[-1].partition(" · ")[0]) if printed.parts else ""
        return words in self.headings and heading in (words, self.continued.get(words, ""))

    def allowed(self, printed: PrintedStatement) -> frozenset[str] | None:
        """The sections that may be in the part of a statement; None if that is not known."""
        for heading in reversed(printed.parts):
            for pattern, sections in self.parts:
                if pattern.fullmatch(heading.strip()):
                    return sections
        return None


def _of_forms(headings: Iterable[str], forms: Iterable[str]) -> frozenset[str]:
    """The headings that name a form of the medicine, if there are several."""
    known = [*map(comparable, forms)]
    found = {each for each in headings if any(has_words(each, form) for form in known)}
    return frozenset(found if len(found) > 1 else ())


def _forms(section: Section, links: Collection[str], above: Iterable[str]) -> Iterator[str]:
    """What a heading may be read as: whole, as what is before its colon, without all its marks.

    Of the headings ``above`` statements, those are the same that have some of its marks.
    """
    heading = plain(section.heading)
    start, end = unmarked(section.heading, links)
    bare = comparable(without_wikilinks(heading[start:end]))
    yield from (heading, f"{heading} {section.qualifier}", heading.partition(":")[0], bare)
    whole = {*comparable(heading).split()}
    yield from (each for each in above if each.startswith(f"{bare} ") and {*each.split()} <= whole)


def _sections_of_parts(kind: Kind) -> Iterator[tuple[re.Pattern[str], frozenset[str]]]:
    """The headings of a kind's parts and slots, and the sections that may be below each."""
    everything = frozenset(map(str, SectionKey))
    for part in kind.parts:
        unheaded = [slot for slot in part.slots if not slot.heading]
        for each in part.slots:
            if each.heading:
                yield _heading(each), frozenset(_sections(each, *unheaded))
        whole = everything if part.key == kind.rest else frozenset(_sections(part, *part.slots))
        yield _heading(part), whole
        yield _continued(part, kind.language.words["part_continued"]), whole
        for rank in part.ranks:
            yield _pattern(rank.heading), whole
        if SectionKey.DOSAGE in part.sections:
            yield _pattern(kind.language.words["more_about_dose"]), whole
    for key, heading in kind.headings.items():
        yield _pattern(heading), frozenset({key, OWN})


def _sections(*parts: Part) -> Iterator[str]:
    for part in parts:
        yield from part.sections
        yield from part.topics
    yield OWN


def _heading(part: Part) -> re.Pattern[str]:
    return _pattern(part.heading, part.heading_use, part.heading_given)


def _continuing(kind: Kind) -> dict[str, str]:
    """The heading of each part, and the one above what of it is in another column."""
    words = kind.language.words["part_continued"]
    headings = (part.heading for part in kind.parts)
    return {comparable(each): comparable(words.replace("{part}", each)) for each in headings}


def _continued(part: Part, words: str) -> re.Pattern[str]:
    """The heading above what of a part is in another column, which names the medicine as well."""
    return re.compile(f"(?:{_pattern(words.replace('{part}', part.heading)).pattern})(?: · .+)?")


@lru_cache(maxsize=1024)
def _pattern(*headings: str) -> re.Pattern[str]:
    forms = map(re.escape, filter(None, headings))
    return re.compile("|".join(form.replace(r"\{name\}", ".+") for form in forms))


def has_words(text: str, words: str) -> bool:
    """Whether a text has these words, one after the other; any text has no words."""
    return f" {words} " in f" {text} "
