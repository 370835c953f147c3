"""Headings that would say the same twice: the author's question below a heading of leaflet's."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import takewhile

from leaflet.compose.outline.chapter import Chapter, FilledPart, Passage
from leaflet.compose.outline.groups import introduces
from leaflet.compose.outline.urgency import UrgencyGroup
from leaflet.monograph.instructions import steps_of
from leaflet.monograph.model import Bullets, Entry, Paragraph, Question
from leaflet.monograph.text import plain

LONGEST_HEADING = 60
"""Characters of an author's words that become a heading: more would be no heading."""


def merge_heading(passage: Passage) -> Passage:
    """The passage under the author's question or label, if that is all it has.

    A label counts if it says what the passage is about, and so has topics, or if it says no more
    than the heading: "Warnings" below "Warnings and precautions".
    """
    if passage.heading or passage.qualifier or passage.repeats:
        return passage
    match passage.body:
        case (Question(question, answer),) if answer:
            return replace(passage, heading=question, title="", body=answer)
        case (Entry() as only,) | (Bullets((Entry() as only,)),) if only.body and passage.slot:
            if only.topics or word_set(plain(only.label)) <= word_set(passage.title):
                return replace(passage, heading=only.label, title="", body=only.body)
    return passage


def merge_label(group: UrgencyGroup, headings: Collection[str]) -> UrgencyGroup:
    """The effects under the author's label or lead-in, if that is all they have.

    "Serious side effects include:" below a heading that says so, too, would say it twice. A lead-in
    keeps its colon. Steps to take keep the heading above them. ``headings`` are those of all ranks.
    """
    if steps_of(group.body[0], next(iter(group.body[1:]), None)):
        return group
    match group.body:
        case (Entry(label, body),) if body and _is_heading(plain(label), headings):
            return replace(group, label=label, body=body)
        case (Paragraph(text) as lead, Bullets() as effects) if introduces(lead):
            if _is_heading(plain(text), headings):
                return replace(group, label=text, body=(effects,))
    return group


def _is_heading(words: str, headings: Collection[str]) -> bool:
    """Whether words say enough on their own, and no more than a heading.

    "Serious" does not, nor does "Less common but serious": it ends with the only word that it has
    in common with a heading of leaflet's.
    """
    if len(words) > LONGEST_HEADING or ". " in words:
        return False
    own = re.findall(r"\w+", re.sub(r"\([^)]*\)", "", words).casefold())
    ends_early = any({*own} & word_set(heading) == {*own[-1:]} for heading in headings)
    return len(own) > 1 and not ends_early


def word_set(text: str) -> set[str]:
    """The words of a text, in small letters."""
    return {*re.findall(r"\w+", text.casefold())}


def merge_within(chapter: Chapter) -> Chapter:
    """The chapter with the headings of its passages merged, those of its parts as they are."""
    return replace(chapter, parts=tuple(map(_merged_passages, chapter.parts)))


def _merged_passages(part: FilledPart) -> FilledPart:
    if part.ranks:
        return part
    passages = (one for passage in part.passages for one in _questions_apart(passage))
    return replace(part, passages=tuple(passages))


def _questions_apart(passage: Passage) -> Iterator[Passage]:
    """The passage, merged, and the questions at its end beside it: no third level of heading."""
    ends = takewhile(lambda block: isinstance(block, Question) and block.answer, passage.body[::-1])
    start = len(passage.body) - len(tuple(ends))
    if not start or not passage.headed or passage.repeats:
        yield merge_heading(passage)
        return
    yield merge_heading(replace(passage, body=passage.body[:start]))
    for question in passage.body[start:]:
        yield replace(passage, heading=(), title="", qualifier="", body=(question,))


def merge_headings(part: FilledPart) -> FilledPart:
    """The part with the headings of its passages merged.

    Where one passage is left, its heading is that of the part.
    """
    part = _merged_passages(part)
    match part.passages:
        case (only,) if only.headed and not only.qualifier:
            inner = replace(only, heading=(), title="")
            return replace(part, heading=only.title, label=only.heading, passages=(inner,))
    return part
