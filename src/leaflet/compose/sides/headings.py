"""Headings that would say the same twice: the author's question below a heading of leaflet's."""

from dataclasses import replace

from leaflet.compose.outline.chapter import Chapter, FilledPart, Passage
from leaflet.compose.outline.groups import introduces
from leaflet.compose.outline.urgency import UrgencyGroup
from leaflet.monograph.model import Bullets, Entry, Paragraph, Question
from leaflet.monograph.text import cut, plain

LONGEST_HEADING = 60
"""Characters of an author's words that become a heading: more would be no heading."""


def merge_heading(passage: Passage) -> Passage:
    """The passage under the author's question or label, if that is all it has.

    A label counts if it says what the passage is about, and so has topics.
    """
    if passage.heading or passage.qualifier or passage.repeats:
        return passage
    match passage.body:
        case (Question(question, answer),) if answer:
            return replace(passage, heading=question, title="", body=answer)
        case (Entry(label, body, _, topics),) if body and topics and passage.slot:
            return replace(passage, heading=label, title="", body=body)
    return passage


def merge_label(group: UrgencyGroup) -> UrgencyGroup:
    """The effects under the author's label or lead-in, if that is all they have.

    "Serious side effects include:" below a heading that says so, too, would say it twice.
    """
    match group.body:
        case (Entry(label, body),) if body and _is_heading(plain(label)):
            return replace(group, label=label, body=body)
        case (Paragraph(text) as lead, Bullets() as effects) if introduces(lead):
            label = cut(text, 0, plain(text).rindex(":"))
            if _is_heading(plain(label)):
                return replace(group, label=label, body=(effects,))
    return group


def _is_heading(words: str) -> bool:
    """Whether words say enough on their own ("Serious" does not), and no more than a heading."""
    return " " in words.strip() and len(words) <= LONGEST_HEADING and ". " not in words


def merge_within(chapter: Chapter) -> Chapter:
    """The chapter with the headings of its passages merged, those of its parts as they are."""
    return replace(chapter, parts=tuple(map(_merged_passages, chapter.parts)))


def _merged_passages(part: FilledPart) -> FilledPart:
    if part.ranks:
        return part
    return replace(part, passages=tuple(map(merge_heading, part.passages)))


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
