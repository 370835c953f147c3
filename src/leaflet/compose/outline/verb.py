"""Chooses the verb of a leaflet's headings: whether a medicine is taken, used, or given.

The first evidence that says anything decides: the forms in the front matter; the labels of the
dosage section, its routes and the medicine's name; the verb with which people ask. Without any
evidence a medicine is "used", which is never wrong.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from leaflet.compose.outline.groups import label_of
from leaflet.kinds.model import Part
from leaflet.monograph.model import Block, Bullets, Entry, Group, ListItem, Monograph
from leaflet.monograph.sentences import first_sentence, sentences
from leaflet.monograph.text import plain
from leaflet.section_key import SectionKey

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


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words that suggest a verb, unless others in the same text say otherwise; both patterns."""

    verb: Verb
    words: str
    unless: str = r"(?!)"

    def is_in(self, text: str) -> bool:
        """Whether a text has this evidence."""
        return _has(self.words, text) and not _has(self.unless, text)


def _has(pattern: str, text: str) -> bool:
    return bool(re.search(pattern, text, re.IGNORECASE))


FORMS = (
    Evidence(
        "take",
        r"\boral|by mouth|tablet|capsule|syrup",
        unless=r"\b(iv|inject|vaginal|rectal|nasal|topical|inhal|nebuli|puffs?|spray|rins|gargl"
        r"|mouth\s*wash|pastes?|gels?)",
    ),
    Evidence(
        "use",
        r"cream|ointment|\bgels?\b|lotion|shampoo|foam|paste|patch|transdermal|topical|inhal"
        r"|spray|nasal|\bnose\b|drops?\b|\beyes?\b|\bears?\b|ophthalmic|\botic\b|suppositor|enema"
        r"|pessar|vaginal|rectal|mouthwash|nebuli|puffs?\b|\bpens?\b|sub-?cutaneous|\bsub-?q\b"
        r"|auto-?injector|pre-?filled|implant|\brings?\b|sunscreen|\bskin\b|scalp|dressing"
        r"|toothpaste|\brinse|gargle|antiseptic|cleans",
    ),
    Evidence(
        "given",
        r"intravenous|(?<!type )\biv\b|\bi\.v\.|infusion|intramuscular|\bim\b|inject|vaccin"
        r"|intrathecal|epidural|intravitreal|intralesional|infiltration|\bvials?\b|ampoule|bolus"
        r"|immuni[sz]ation|an(a)?esthe|ringer.s lactate|radiopharm|contrast\b|nerve block|toxoid"
        r"|antivenom|immune globulin|immunoglobulin",
    ),
    Evidence(
        "take",
        r"tablet|capsule|caplet|\boral|by mouth|syrup|suspension|elixir|lozenge|granule|sachet"
        r"|chewable|\bpills?\b|sublingual|buccal|softgel|powder to drink|\bswallow|drops by mouth",
    ),
)
"""Words in forms, routes and dosage labels; the first row that matches decides."""

QUESTIONS = (
    Evidence(
        "given",
        r"\b(receiv|administered|given|inject|get (the|this|a|my) (\w+ )*vacc|infus"
        r"|(iv|intravenous) (line|drip))",
    ),
    # "Take" may also be about time, or about whether the medicine is right for the reader.
    Evidence(
        "take",
        r"\b(take|taking|swallow)\b",
        unless=r"\bhow (long|soon|quickly|fast) (do|does|did|will|would|can|might|until)\b"
        r"(?! (I|we|you|one|people|patients|(my|a|the) (child|patient|person))\b)"
        r"|\bto (treat|cure)\b",
    ),
    Evidence("use", r"\b(using|use|apply|applying)\b"),
)
"""Words in questions; the row that matches most questions decides, the first of several."""

_DENIAL = r"\b(not|never|no|n't)\b|n't\b|^\W*n/?a\b|^\W*none\b"
MOST_ASKED = 200
"""Questions of a whole monograph that are searched for the names of its drugs."""

_ROUTE_LABEL = r"^route( of administration)?\W*$"

OTHER_ROUTE = Evidence(
    "use",
    r"intraven|\biv\b|inject|infus|subcutan|intramusc|topical|\bappl(y|ied)\b|inhal|\bspray"
    r"|\bdrops?\b|suppositor|vaccin",
    unless=_DENIAL,
)
"""Words for a route other than the mouth; they only keep questions from making it "take"."""


def choose_verbs(monograph: Monograph) -> tuple[Verb, ...]:
    """The verb for each drug; "use" if several fit, since it suits all of them."""
    blocks = (block for group in monograph.groups for block in _blocks(group, SectionKey.FAQS))
    asked = [label_of(block).casefold() for block in islice(blocks, MOST_ASKED)]
    return tuple(_choose_verb(monograph, group, asked) for group in monograph.groups)


def _choose_verb(monograph: Monograph, group: Group, asked: Sequence[str]) -> Verb:
    forms = monograph.front.forms if len(monograph.groups) == 1 else ()
    name = plain(group.name) or monograph.name
    for texts in (forms, (*_dosage_labels(group), name)):
        verbs = {verb for text in texts if (verb := _first_verb(text))}
        if verbs:
            return verbs.pop() if len(verbs) == 1 else "use"
    verb = _most_asked(_questions(group, asked))
    return "use" if verb == "take" and _has_other_route(group) else verb


def _first_verb(text: str) -> Verb | None:
    return next((evidence.verb for evidence in FORMS if evidence.is_in(text)), None)


def _most_asked(questions: Sequence[str]) -> Verb:
    counts = [sum(map(evidence.is_in, questions)) for evidence in QUESTIONS]
    most = max(counts)
    return QUESTIONS[counts.index(most)].verb if most else "use"


def _has_other_route(group: Group) -> bool:
    found = sentences(_blocks(group, SectionKey.DOSAGE))
    return any(OTHER_ROUTE.is_in(plain(sentence.text)) for sentence in found)


def _blocks(group: Group, key: SectionKey) -> Iterator[Block]:
    return (block for section in group.sections if section.key == key for block in section.body)


def _dosage_labels(group: Group) -> Iterator[str]:
    yield from (each.qualifier for each in group.sections if each.key == SectionKey.DOSAGE)
    yield from _labels(_blocks(group, SectionKey.DOSAGE))


def _labels(blocks: Iterable[Block | ListItem]) -> Iterator[str]:
    """The labels of statements that affirm something; "IV: not available" is no injection."""
    for block in blocks:
        if isinstance(block, Bullets):
            yield from _labels(block.items)
        elif not isinstance(block, Entry):
            yield label_of(block)
        else:
            label, first = label_of(block), first_sentence(block.body)
            if not _has(_DENIAL, label) and not _has(_DENIAL, first):
                yield first if _has(_ROUTE_LABEL, label) else label
                yield from _labels(block.body)


def _questions(group: Group, asked: Sequence[str]) -> list[str]:
    """The questions of a drug: its own, else those of all that were ``asked`` that name it."""
    if own := [*map(label_of, _blocks(group, SectionKey.FAQS))]:
        return own
    name = plain(group.name).casefold()
    return [label for label in asked if name and name in label]
