"""A monograph laid out in the parts of a kind: ordered, grouped, headed, never reworded."""

from collections.abc import Mapping
from dataclasses import replace

from leaflet.compose.outline.chapter import Chapter, FilledPart, Passage
from leaflet.compose.outline.groups import Body
from leaflet.compose.outline.labels import put_first
from leaflet.compose.outline.order import put_in_order
from leaflet.compose.outline.routing import own_names, route
from leaflet.compose.outline.verb import HeadingStyle, choose_verb
from leaflet.kinds.model import Kind, Part
from leaflet.monograph.model import Group, Monograph, Paragraph, Section, Text
from leaflet.monograph.text import plain

LONGEST_IN_HEADING = 40
"""Characters of a name that still reads well within a heading; a longer one is "this medicine"."""

LONGEST_BARE_NAME = 80
"""Characters up to which the text of a generic-name section is a name and not an explanation."""


def arrange(monograph: Monograph, kind: Kind) -> tuple[Chapter, ...]:
    """The chapters of a document, one for each drug of the monograph.

    Each block of the sections that the kind prints stands in exactly one passage. A chapter of
    which the kind prints nothing is left out.
    """
    chapters = (_chapter(group, kind, monograph) for group in monograph.groups)
    if len(monograph.groups) == 1:
        return tuple(chapters)
    return tuple(
        _gather_silence(chapter, kind.language.words["not_stated"])
        for group, chapter in zip(monograph.groups, chapters, strict=True)
        if chapter.parts or chapter.intro or chapter.generic or not group.sections
    )


def _chapter(group: Group, kind: Kind, monograph: Monograph) -> Chapter:
    name = plain(group.name) or monograph.name
    spoken = name if len(name) <= LONGEST_IN_HEADING else kind.language.words["this_medicine"]
    heading_style = HeadingStyle(spoken, choose_verb(monograph, group))
    generic, sections = _bare_name(group.sections)
    passages: dict[str, list[Passage]] = {place.key: [] for place in kind.all_parts}
    for place, section, body in route(sections, kind, own_names(monograph)):
        passage = _passage(place, section, body, passages[place.key], kind)
        passages[place.key].append(replace(passage, title=heading_style.of(passage.title)))
    # A chapter that only introduces the next ones has no slots that could be empty.
    told = any(passages[part.key] for part in kind.parts if part.always)
    parts = (_fill(part, passages, kind, heading_style, silent=told) for part in kind.parts)
    filled = tuple(part for part in parts if part)
    return Chapter(group.name, generic, group.intro, filled, verb=heading_style.verb)


def _bare_name(sections: tuple[Section, ...]) -> tuple[Text, tuple[Section, ...]]:
    """The text of a generic-name section that only names the medicine, and the other sections."""
    for section in sections:
        if section.key == "generic-name" and not section.qualifier:
            match section.body:
                case (Paragraph(text),) if len(plain(text)) <= LONGEST_BARE_NAME:
                    return text, tuple(other for other in sections if other is not section)
    return (), sections


def _passage(
    place: Part, section: Section, body: Body, before: list[Passage], kind: Kind
) -> Passage:
    """A passage, with a heading where the reader would else take it for part of another one."""
    key, title = section.key, kind.headings.get(section.key, "")
    passage = Passage(key, body, qualifier=section.qualifier)
    if _is_called(place, section, body):
        apart = any(p.headed and p.key != key for p in before)
        return replace(passage, title=title) if apart else passage
    if not key or (before and not title):
        return replace(passage, heading=section.heading)
    return replace(passage, title=title) if before else passage


def _is_called(place: Part, section: Section, body: Body) -> bool:
    """Whether the labels of a section, or its heading, called its text in from elsewhere."""
    if not section.key:
        # Called in by its heading, it brings the heading along, as a label.
        return body != section.body
    return section.key in place.topics and section.key not in place.sections


def _fill(
    part: Part,
    passages: Mapping[str, list[Passage]],
    kind: Kind,
    heading_style: HeadingStyle,
    *,
    silent: bool,
) -> FilledPart | None:
    """The part with its passages and slots; None where it has nothing and need not say so."""
    first = part.first
    filled = [
        replace(passage, body=put_first(passage.body, first)) if first else passage
        for passage in passages[part.key]
    ]
    filled = put_in_order(filled, part.order) if part.order else filled
    for slot in part.slots:
        filled += _slot(heading_style.heading(slot), passages[slot.key])
    heading = heading_style.heading(part)
    if filled:
        return FilledPart(part.key, heading, part.look, tuple(filled), ranks=part.ranks)
    if not part.always or not silent:
        return None
    return FilledPart(part.key, heading, "", (), _absence(part, passages, kind))


def _slot(heading: str, passages: list[Passage]) -> list[Passage]:
    """The passages of a slot, the first under its heading, with all that has none of its own."""
    if not passages:
        return []
    plain_ones = [p for p in passages if not p.headed and not p.qualifier]
    others = [p for p in passages if p.headed or p.qualifier]
    body = tuple(block for passage in plain_ones for block in passage.body)
    first = [replace(plain_ones[0], body=body, title=heading)] if plain_ones else []
    if not first and not others[0].headed:
        others[0] = replace(others[0], title=heading)
    return [*first, *others]


def _gather_silence(chapter: Chapter, note: str) -> Chapter:
    """The chapter with its empty slots in one list: another chapter may well speak of them."""
    empty = tuple(part for part in chapter.parts if part.note == note)
    return replace(
        chapter,
        parts=tuple(part for part in chapter.parts if part not in empty),
        silent=tuple(part.heading for part in empty),
    )


def _absence(part: Part, passages: Mapping[str, list[Passage]], kind: Kind) -> str:
    """What an empty part says: the monograph is silent, or speaks of it under other labels."""
    elsewhere = [
        other.heading
        for other in kind.parts
        if any(passage.key in part.topics for passage in passages[other.key])
    ]
    if elsewhere:
        parts = kind.language.words["comma"].join(elsewhere)
        return kind.language.words["not_labelled"].replace("{parts}", parts)
    return kind.language.words["not_stated"]
