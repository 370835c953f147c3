"""Headings that would say the same twice: the author's question below a heading of leaflet's."""

from dataclasses import replace

from leaflet.compose.outline.chapter import Chapter, FilledPart, Passage
from leaflet.monograph.model import Entry, Question


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
