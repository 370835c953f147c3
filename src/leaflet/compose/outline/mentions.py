"""Where a document speaks of a topic: the labels of the statements about it, by part."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from leaflet.compose.outline.chapter import FilledPart
from leaflet.compose.outline.groups import Body, label_of
from leaflet.compose.outline.labels_about import instructions, labels_about, states
from leaflet.kinds.model import Kind, Part
from leaflet.monograph.model import Bullets, Group, Monograph, Paragraph, Table
from leaflet.monograph.sentences import Sentence, sentences
from leaflet.monograph.text import plain
from leaflet.section_key import SectionKey
from leaflet.topics.assign import own_names
from leaflet.topics.table import Where
from leaflet.topics.wording import says

_JOINED = re.compile(r"\s*[+&/,]\s*|\s+(?:and|und|et|y|e|और|तथा|و)\s+")
"""What joins the names of two drugs."""

MOST_LABELS = 3
"""Labels of a part that a reference names; where there are more, it names the part alone.

Of as many sections that may speak of anything it names each.
"""

_DESCRIPTIVE = (SectionKey.USAGE, SectionKey.SIDE_EFFECTS, SectionKey.HOW_IT_WORKS)
"""Sections that name an organ or another medicine without saying what to do about it."""

_Named = tuple[str, str, Body]
"""A body, after what the document calls it and the heading above it."""


@dataclass(frozen=True, slots=True)
class Mentions:
    """What a monograph says about one of its drugs, and the parts of the document that say it.

    Where the drug ``is_named_jointly``, "X and Y", what is said there holds for it, too.
    ``own_headings`` are those of the author's that are printed instead of the parts' own.
    ``unplaced`` are the headings of sections that may speak of anything.
    """

    monograph: Monograph
    group: Group
    parts: Sequence[FilledPart]
    is_named_jointly: bool = False
    own_headings: Mapping[str, str] = field(default_factory=dict)
    unplaced: tuple[str, ...] = ()

    def references(self, part: Part, kind: Kind) -> tuple[str, ...]:
        """References to all that is said on the subjects of a part: "Warnings: Liver disease".

        What the sections say that the part skips is none, unless it says what to do as well.
        """
        listed = {s.heading for s in self.group.sections if not s.covers.isdisjoint(part.sections)}
        names = own_names(self.monograph)
        phrases = tuple(each for name in part.subjects for each in kind.phrases.get(name, ()))

        def says_so(label: str) -> bool:
            bare = names.sub("_", label)
            return any(
                each.search(bare, Where.LABEL) or each.search(bare, Where.SENTENCE)
                for each in phrases
            )

        bodies = (*self._elsewhere(part, kind, part.skips), *self._left_out(kind, part.skips))
        labels = self._labels(bodies, part.subjects, says_so)
        for heading, above, body in self._printed_of(part.skips):
            labels.setdefault(heading, []).extend(instructions(body, part.subjects, above))
        for filled in self.parts:
            named = (p.heading for p in filled.passages if p.heading in listed)
            labels.setdefault(filled.heading, []).extend(map(plain, named))
        return self._as_references(labels, part.subjects, kind)

    def other_targets(self, part: Part, kind: Kind) -> tuple[str, ...]:
        """References to what the other parts of the document say on the topics in ``refers``.

        What only describes is none: kidney failure as an effect changes no dose.
        """
        labels = self._labels(self._elsewhere(part, kind, _DESCRIPTIVE), part.refers)
        return self._as_references(labels, part.refers, kind)

    def _labels(
        self,
        bodies: Iterable[_Named],
        topics: Collection[str],
        says_so: Callable[[str], bool] = lambda _: False,
    ) -> dict[str, list[str]]:
        labels: dict[str, list[str]] = {}
        for heading, above, body in bodies:
            labels.setdefault(heading, []).extend(labels_about(body, topics, above, says_so))
        return labels

    def _as_references(
        self, labels: Mapping[str, Sequence[str]], topics: Collection[str], kind: Kind
    ) -> tuple[str, ...]:
        words = kind.language.words
        boxed = [words["boxed_warning"]] if states(self.monograph.boxed_topics, topics) else []
        found = (
            _reference(name, each, self.own_headings.get(name, ""), words["comma"])
            for name, each in labels.items()
            if each
        )
        return (*boxed, *found)

    def _elsewhere(self, part: Part, kind: Kind, without: Collection[str] = ()) -> Iterator[_Named]:
        """All that the document prints but in a part and ``without`` some sections."""
        yield kind.language.words["read_first"], "", self.monograph.preamble
        yield plain(self.group.name), "", self.group.intro
        for filled in self.parts:
            for passage in filled.passages:
                is_other = filled.key != part.key and passage.key not in without
                if is_other and not passage.repeats:
                    yield filled.heading, plain(passage.heading), passage.body

    def _printed_of(self, keys: Collection[str]) -> Iterator[_Named]:
        """What the document prints of some sections."""
        for filled in self.parts:
            for passage in filled.passages:
                if passage.key in keys and not passage.repeats:
                    yield filled.heading, plain(passage.heading), passage.body

    def _left_out(self, kind: Kind, without: Collection[str] = ()) -> Iterator[_Named]:
        """What the document does not print, but for some sections; the name says so."""
        for section in self.group.sections:
            if section.key not in without and kind.omits(section.key, plain(section.heading)):
                name = kind.headings.get(section.key, plain(section.heading))
                yield kind.language.words["not_printed"].format(name=name), "", section.body

    def is_silent(self, part: Part, kind: Kind) -> bool:
        """Whether the monograph says nothing on the subjects of a part.

        That is so if the file has none of the words that every statement on them has. For subjects
        of which the language of the kind has no such words, all sentences must have been searched,
        and none of them be without a label: it may speak of anything. So may what is unplaced.
        """
        if self.unplaced or not part.subjects <= self.monograph.searched:
            return False
        if all(_mention(topic) in kind.phrases for topic in part.subjects):
            return not _mentions(self.monograph.source.text, part, kind)
        return not (self.has_unlabelled(part.topics) or self.is_named_jointly)

    def targets(self, part: Part, kind: Kind) -> tuple[str, ...]:
        """What the document calls the bodies with such a word: where to look for a statement.

        What only describes has none: "metabolised in the liver" changes no dose.
        """
        elsewhere = self._elsewhere(part, kind, _DESCRIPTIVE)
        found = (
            heading
            for heading, above, body in (*elsewhere, *self._left_out(kind, part.skips))
            if _mentions(" ".join([above, *map(_words, sentences(body))]), part, kind)
        )
        return tuple(dict.fromkeys(filter(None, found)))

    def has_unlabelled(self, sections: Collection[str]) -> bool:
        """Whether one of the sections has text without a label: it may speak of anything."""
        return any(
            isinstance(block, Paragraph | Table)
            or (isinstance(block, Bullets) and not all(map(label_of, block.items)))
            for section in self.group.sections
            if section.key in sections
            for block in section.body
        )


def joint_names(monograph: Monograph) -> frozenset[str]:
    """The names, in small letters, of the drugs that a monograph also names together."""
    names = (_JOINED.split(plain(group.name).casefold()) for group in monograph.groups)
    return frozenset(name.strip() for each in names if len(each) > 1 for name in each)


def _mention(topic: str) -> str:
    """The name under which the table has the words that every statement on a topic has."""
    return f"mention-{topic}"


def _mentions(text: str, part: Part, kind: Kind) -> bool:
    return any(says(kind.phrases, _mention(topic), text) for topic in part.subjects)


def _words(sentence: Sentence) -> str:
    return " ".join(map(plain, (*sentence.under, sentence.label, sentence.text)))


def _reference(heading: str, labels: Sequence[str], own: str, comma: str) -> str:
    """The name of a part, with the labels in it; its ``own`` heading stands for the first one."""
    named = {"" if label == own else label: label.casefold() for label in labels}
    heading = own or heading
    if "" in named or heading.casefold() in named.values() or len(named) > MOST_LABELS:
        return heading
    return f"{heading}: {comma.join(named)}"
