"""Chooses the verb of a leaflet's headings: whether a medicine is taken, used, or given.

The first evidence that says anything decides: the forms in the front matter; the labels of the
dosage section, its routes and the medicine's name; its sentences, if all that speak of a form or
route agree; the verb with which people ask. Without any evidence, or words for it in its language,
a medicine is "used", which is never wrong.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from leaflet.compose.outline.groups import label_of
from leaflet.kinds.model import Part
from leaflet.monograph.model import Block, Bullets, Entry, Group, ListItem, Monograph
from leaflet.monograph.sentences import first_sentence, sentences
from leaflet.monograph.text import plain
from leaflet.section_key import SectionKey
from leaflet.topics.table import TopicTable
from leaflet.topics.wording import may_say, says

Verb = Literal["take", "use", "given"]


@dataclass(frozen=True, slots=True)
class HeadingStyle:
    """The medicine's name and verb, as the headings of a chapter use them."""

    name: str
    verb: Verb

    def with_name(self, heading: str) -> str:
        """A heading with the medicine's name filled in."""
        return heading.replace("{name}", self.name)

    def heading(self, part: Part) -> str:
        """The heading of a part, in the form for the verb."""
        return self.with_name(part.heading_for(self.verb))


FORMS: Mapping[str, Verb] = {
    "by-mouth": "take",
    "used": "use",
    "given": "given",
    "taken": "take",
}
"""The topics of forms, routes and dosage labels, with their verbs; the first that fits decides."""

QUESTIONS: Mapping[str, Verb] = {
    "asked-given": "given",
    "asked-taken": "take",
    "asked-used": "use",
}
"""The topics of questions, with their verbs; the first of those of most questions decides."""

MOST_ASKED = 200
"""Questions of a whole monograph that are searched for the names of its drugs."""


def choose_verbs(monograph: Monograph, table: TopicTable) -> tuple[Verb, ...]:
    """The verb for each drug; "use" if several fit, since it suits all of them."""
    blocks = (block for group in monograph.groups for block in _blocks(group, SectionKey.FAQS))
    asked = [label_of(block).casefold() for block in islice(blocks, MOST_ASKED)]
    verbs = [_choose_verb(monograph, group, asked, table) for group in monograph.groups]
    return tuple(_of_one_medicine(monograph.groups, verbs))


def _of_one_medicine(groups: Sequence[Group], verbs: Sequence[Verb]) -> Iterator[Verb]:
    """The verbs, the same for groups of one name: "Examplin & Testamide" is "… + Testamide"."""
    names = [frozenset(re.findall(r"\w{3,}", plain(group.name).casefold())) for group in groups]
    for name in names:
        same = {verb for other, verb in zip(names, verbs, strict=True) if other == name}
        sure = same - {"use"}
        yield sure.pop() if len(sure) == 1 else "use"


def _choose_verb(
    monograph: Monograph, group: Group, asked: Sequence[str], table: TopicTable
) -> Verb:
    forms = monograph.front.forms if len(monograph.groups) == 1 else ()
    name = plain(group.name) or monograph.name
    for texts in (forms, (*_dosage_labels(group, table), name)):
        verbs = {verb for text in texts if (verb := _first_verb(text, table))}
        if verbs:
            return verbs.pop() if len(verbs) == 1 else "use"
    if stated := _stated_verb(group, table):
        return stated
    verb = _most_asked(_questions(group, asked), table)
    return "use" if verb == "take" and _has_other_route(group, table) else verb


def _first_verb(text: str, table: TopicTable) -> Verb | None:
    return next((verb for topic, verb in FORMS.items() if says(table, topic, text)), None)


def _stated_verb(group: Group, table: TopicTable) -> Verb | None:
    """The verb that fits all sentences on doses that affirm a form or a route; None if they differ.

    That it is "used" decides nothing: they may speak of the skin for other reasons.
    """
    texts = [plain(sentence.text) for sentence in sentences(_blocks(group, SectionKey.DOSAGE))]
    affirmed = [text for text in texts if not may_say(table, "negation", text)]
    found = {verb for text in affirmed for topic, verb in FORMS.items() if says(table, topic, text)}
    if found == {"take"} and not _has_other_route(group, table):
        return "take"
    if found == {"given"} and any(says(table, "other-route", text) for text in affirmed):
        return "given"
    return None


def _most_asked(questions: Sequence[str], table: TopicTable) -> Verb:
    counts = {
        verb: sum(says(table, topic, text) for text in questions)
        for topic, verb in QUESTIONS.items()
    }
    most = max(counts, key=counts.__getitem__)
    return most if counts[most] else "use"


def _has_other_route(group: Group, table: TopicTable) -> bool:
    """Whether a dose has a route other than the mouth, which only questions do not outweigh."""
    found = sentences(_blocks(group, SectionKey.DOSAGE))
    return any(may_say(table, "other-route", plain(sentence.text)) for sentence in found)


def _blocks(group: Group, key: SectionKey) -> Iterator[Block]:
    return (block for section in group.sections if section.key == key for block in section.body)


def _dosage_labels(group: Group, table: TopicTable) -> Iterator[str]:
    yield from (each.qualifier for each in group.sections if each.key == SectionKey.DOSAGE)
    yield from _labels(_blocks(group, SectionKey.DOSAGE), table)


def _labels(blocks: Iterable[Block | ListItem], table: TopicTable) -> Iterator[str]:
    """The labels of statements that affirm something; "IV: not available" is no injection."""
    for block in blocks:
        if isinstance(block, Bullets):
            yield from _labels(block.items, table)
        elif not isinstance(block, Entry):
            yield label_of(block)
        else:
            label, first = label_of(block), first_sentence(block.body)
            if not any(may_say(table, "negation", text) for text in (label, first)):
                yield first if says(table, "route", label) else label
                yield from _labels(block.body, table)


def _questions(group: Group, asked: Sequence[str]) -> list[str]:
    """The questions of a drug: its own, else those of all that were ``asked`` that name it."""
    if own := [*map(label_of, _blocks(group, SectionKey.FAQS))]:
        return own
    name = plain(group.name).casefold()
    return [label for label in asked if name and name in label]
