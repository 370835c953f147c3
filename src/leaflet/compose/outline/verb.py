"""Whether a medicine is taken, used, or given: the verb of a leaflet's headings.

The forms of the front matter decide; where there are none, the labels of the dosage section, what
stands under the label "Route", and the medicine's name; then the verb with which people ask. What
tells nothing is "used", which is never wrong.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from leaflet.compose.outline.groups import label_of
from leaflet.compose.outline.sentences import first_sentence, sentences
from leaflet.kinds.model import Part
from leaflet.monograph.model import Block, Bullets, Entry, Group, ListItem, Monograph, Section
from leaflet.monograph.text import plain

Verb = Literal["take", "use", "given"]


@dataclass(frozen=True, slots=True)
class HeadingStyle:
    """How the headings of a chapter speak of its medicine."""

    name: str
    verb: Verb

    def of(self, heading: str) -> str:
        """A heading with the medicine's name in it."""
        return heading.replace("{name}", self.name)

    def heading(self, part: Part) -> str:
        """The heading of a part, in the form that suits the verb."""
        return self.of(part.heading_for(self.verb))


FORMS: tuple[tuple[Verb, str], ...] = (
    (
        "use",
        r"cream|ointment|\bgels?\b|lotion|shampoo|foam|paste|patch|transdermal|topical|inhal"
        r"|spray|nasal|\bnose\b|drops?\b|\beyes?\b|\bears?\b|ophthalmic|\botic\b|suppositor|enema"
        r"|pessar|vaginal|rectal|mouthwash|nebuli|puffs?\b|\bpens?\b|sub-?cutaneous|\bsub-?q\b"
        r"|auto-?injector|pre-?filled|implant|\brings?\b|sunscreen|\bskin\b|scalp|dressing"
        r"|toothpaste|mouth\s*rinse|gargle|antiseptic|cleans",
    ),
    (
        "given",
        r"intravenous|(?<!type )\biv\b|\bi\.v\.|infusion|intramuscular|\bim\b|inject|vaccin"
        r"|intrathecal|epidural|intravitreal|intralesional|infiltration|\bvials?\b|ampoule|bolus"
        r"|immuni[sz]ation|an(a)?esthe|ringer.s lactate|radiopharm|contrast\b|nerve block|toxoid"
        r"|antivenom|immune globulin|immunoglobulin",
    ),
    (
        "take",
        r"tablet|capsule|caplet|\boral|by mouth|syrup|suspension|elixir|lozenge|granule|sachet"
        r"|chewable|\bpills?\b|sublingual|buccal|softgel|powder to drink|\bswallow|drops by mouth",
    ),
)
"""Verb → what a form or label says; a form is of the first verb whose words it holds."""

_ORAL = re.compile(r"\boral|by mouth|tablet|capsule|syrup", re.IGNORECASE)
_NOT_ORAL = re.compile(r"\b(iv|inject|vaginal)", re.IGNORECASE)
_DENIED = re.compile(r"\b(not|never|no|n't)\b|n't\b|^\W*n/?a\b|^\W*none\b", re.IGNORECASE)
_OTHER_ROUTE = re.compile(
    r"intraven|\biv\b|inject|infus|subcutan|intramusc|topical|\bappl(y|ied)\b|inhal|\bspray"
    r"|\bdrops?\b|suppositor|vaccin",
    re.IGNORECASE,
)
_KINDS = tuple((verb, re.compile(said, re.IGNORECASE)) for verb, said in FORMS)
_ASKED: tuple[tuple[Verb, re.Pattern[str]], ...] = (
    (
        "given",
        re.compile(
            r"\b(receiv|administered|given|inject|get (the|this|a|my) (\w+ )*vacc|infus"
            r"|(iv|intravenous) (line|drip))",
            re.I,
        ),
    ),
    ("take", re.compile(r"\b(take|taking|swallow)\b", re.I)),
    ("use", re.compile(r"\b(using|use|apply|applying)\b", re.I)),
)
_SAYS_NOTHING = re.compile(
    r"\bhow (long|soon|quickly|fast) (do|does|did|will|would|can|might|until)\b"
    r"(?! (I|we|you|one|people|patients|(my|a|the) (child|patient|person))\b)"
    r"|\bto (treat|cure)\b",
    re.IGNORECASE,
)
"""Questions in which "take" is about time, or about whether the medicine is one for the asker."""

_ROUTE = re.compile(r"^route( of administration)?\W*$", re.IGNORECASE)


def choose_verb(monograph: Monograph, group: Group) -> Verb:
    """The verb for one drug: "use" where several fit, since what is taken is used as well."""
    for evidence in (
        _of_forms(monograph.front.forms if len(monograph.groups) == 1 else ()),
        _of_forms((*_dosage_labels(group), plain(group.name) or monograph.name)),
    ):
        if evidence:
            return evidence.pop() if len(evidence) == 1 else "use"
    asked = _as_asked(monograph, group)
    return "use" if asked == "take" and _has_other_route(group) else asked


def _of_forms(said: Iterable[str]) -> set[Verb]:
    return {verb for form in said if (verb := _of_form(form))}


def _of_form(form: str) -> Verb | None:
    if _ORAL.search(form) and not _NOT_ORAL.search(form):
        return "take"
    return next((verb for verb, pattern in _KINDS if pattern.search(form)), None)


def _dosage_labels(group: Group) -> Iterator[str]:
    for section in _dosage(group):
        yield section.qualifier
        yield from _labels(section.body)


def _dosage(group: Group) -> Iterator[Section]:
    return (section for section in group.sections if section.key == "dosage")


def _labels(blocks: Iterable[Block | ListItem]) -> Iterator[str]:
    """The labels of statements that stand; "IV: not available" is no injection."""
    for block in blocks:
        if isinstance(block, Bullets):
            yield from _labels(block.items)
        elif not isinstance(block, Entry):
            yield label_of(block)
        elif not _DENIED.search(first := first_sentence(block.body)):
            yield first if _ROUTE.search(label_of(block)) else label_of(block)
            yield from _labels(block.body)


def _as_asked(monograph: Monograph, group: Group) -> Verb:
    """The verb that most questions use; "use" where none does."""
    asked = _questions(monograph, group)
    counts = {verb: sum(_asks(question, verb, said) for question in asked) for verb, said in _ASKED}
    best = max(counts.values(), default=0)
    return next((verb for verb, count in counts.items() if count == best and best), "use")


def _asks(question: str, verb: Verb, said: re.Pattern[str]) -> bool:
    idle = verb == "take" and _SAYS_NOTHING.search(question)
    return bool(said.search(question)) and not idle


def _questions(monograph: Monograph, group: Group) -> list[str]:
    """The questions of a drug: its own, else those in all of the monograph that name it."""
    if own := _asked_in(group):
        return own
    name = plain(group.name).casefold()
    every = (question for other in monograph.groups for question in _asked_in(other))
    return [question for question in every if name and name in question.casefold()]


def _asked_in(group: Group) -> list[str]:
    sections = (section for section in group.sections if section.key == "faqs")
    return [label_of(block) for section in sections for block in section.body]


def _has_other_route(group: Group) -> bool:
    """Whether the text on the dose speaks of a way in that is not the mouth.

    It only keeps "take" from a medicine that people merely ask of so; it chooses no verb.
    """
    said = (sentence for section in _dosage(group) for sentence in sentences(section.body))
    return any(
        _OTHER_ROUTE.search(words) and not _DENIED.search(words)
        for words in (plain(sentence.text) for sentence in said)
    )
