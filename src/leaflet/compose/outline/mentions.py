"""Where a document speaks of a topic: the labels of the statements about it, by part."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from leaflet.compose.outline.chapter import FilledPart
from leaflet.compose.outline.groups import label_of
from leaflet.kinds.model import Kind, Part
from leaflet.monograph.model import (
    Block,
    Bullets,
    Entry,
    Group,
    ListItem,
    Monograph,
    Paragraph,
    Question,
    Subheading,
    Table,
    Topics,
)
from leaflet.monograph.text import plain
from leaflet.topics.assign import own_names
from leaflet.topics.table import Where

_JOINED = re.compile(r"\s*[+&/,]\s*|\s+(?:and|und|et|y|e|और|तथा|و)\s+")
"""What joins the names of two drugs."""

MOST_LABELS = 3
"""Labels of a part that a reference names; where there are more, it names the part alone."""


@dataclass(frozen=True, slots=True)
class Mentions:
    """What a monograph says about one of its drugs, and the parts of the document that say it.

    Where the drug ``is_named_jointly``, "X and Y", what is said there holds for it, too.
    """

    monograph: Monograph
    group: Group
    parts: Sequence[FilledPart]
    is_named_jointly: bool = False

    def references(self, part: Part, kind: Kind) -> tuple[str, ...]:
        """References to all that is said on the subjects of a part: "Warnings: Liver disease"."""
        topics, words = part.subjects, kind.language.words
        names = own_names(self.monograph)
        phrases = tuple(each for name in topics for each in kind.phrases.get(name, ()))

        def says(label: str) -> bool:
            words = names.sub("_", label)
            return any(
                each.search(words, Where.LABEL) or each.search(words, Where.SENTENCE)
                for each in phrases
            )

        listed = {s.heading for s in self.group.sections if not s.covers.isdisjoint(part.sections)}
        boxed = [words["boxed_warning"]] if _about(self.monograph.boxed_topics, topics) else []
        bodies = [
            (words["read_first"], "", self.monograph.preamble),
            (plain(self.group.name), "", self.group.intro),
            *(
                (filled.heading, plain(passage.heading), passage.body)
                for filled in self.parts
                for passage in filled.passages
                if not passage.repeats
            ),
            *(
                (kind.headings.get(section.key, plain(section.heading)), "", section.body)
                for section in self.group.sections
                if kind.omits(section.key, plain(section.heading))
            ),
        ]
        labels: dict[str, list[str]] = {}
        for heading, above, body in bodies:
            labels.setdefault(heading, []).extend(labels_about(body, topics, above, says))
        for filled in self.parts:
            named = (p.heading for p in filled.passages if p.heading in listed)
            labels.setdefault(filled.heading, []).extend(map(plain, named))
        comma = words["comma"]
        found = (_reference(heading, each, comma) for heading, each in labels.items() if each)
        return (*boxed, *found)

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


def labels_about(
    body: Iterable[Block | ListItem],
    topics: Collection[str],
    above: str,
    says: Callable[[str], bool] = lambda _: False,
) -> Iterator[str]:
    """The labels of the statements on one of the topics; ``above`` is that of the whole body.

    A label that ``says`` so itself is about them, too, whatever it is in its section.
    """
    label = above
    for block in body:
        match block:
            case Paragraph(_, _, stated) | Table(_, _, _, stated):
                if _about(stated, topics):
                    yield label
            case Bullets(items):
                yield from labels_about(items, topics, label, says)
            case ListItem(inner):
                yield from labels_about(inner, topics, label, says)
            case Subheading(text):
                label = plain(text)
                if _about(block.topics, topics) or says(label):
                    yield label
            case Entry(_, inner) | Question(_, inner):
                own = label_of(block)
                if _about(block.topics, topics) or says(own):
                    yield own
                else:
                    yield from labels_about(inner, topics, own, says)


def _about(stated: Topics, topics: Collection[str]) -> bool:
    return any(topic.name in topics for topic in stated)


def _reference(heading: str, labels: Sequence[str], comma: str) -> str:
    named = {label: label.casefold() for label in labels}
    if "" in named or heading.casefold() in named.values() or len(named) > MOST_LABELS:
        return heading
    return f"{heading}: {comma.join(named)}"
