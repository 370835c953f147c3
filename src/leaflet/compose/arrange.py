"""A monograph laid out in the parts of a kind: ordered, grouped, headed, never reworded."""

from collections.abc import Iterator
from dataclasses import replace

from leaflet.compose.chapter import Chapter, FilledPart, Passage
from leaflet.compose.labels import claim, put_first
from leaflet.kind import Kind, Part
from leaflet.monograph.model import Block, Group, Monograph, Paragraph, Section, Text
from leaflet.monograph.text import plain
from leaflet.words import WORDS

LONGEST_IN_HEADING = 40
"""Characters of a name that still reads well within a heading; a longer one is "this medicine"."""

LONGEST_BARE_NAME = 80
"""Characters up to which the text of a generic-name section is a name and not an explanation."""


def arrange(monograph: Monograph, kind: Kind) -> tuple[Chapter, ...]:
    """The chapters of a document, one for each drug of the monograph.

    Each block of the sections that the kind prints stands in exactly one passage. A chapter of
    which the kind prints nothing is left out.
    """
    chapters = (_chapter(group, kind, monograph.name) for group in monograph.groups)
    if len(monograph.groups) == 1:
        return tuple(chapters)
    return tuple(
        _gather_silence(chapter)
        for group, chapter in zip(monograph.groups, chapters, strict=True)
        if chapter.parts or chapter.intro or chapter.generic or not group.sections
    )


def left_out(monograph: Monograph, kind: Kind) -> tuple[str, ...]:
    """What the monograph holds and this kind does not print, by name, each once."""
    held = {section.key for group in monograph.groups for section in group.sections}
    held |= {"disclaimers"} if monograph.disclaimers else set()
    return tuple(kind.headings.get(key, key) for key in kind.leaves_out if key in held)


def _chapter(group: Group, kind: Kind, title: str) -> Chapter:
    name = plain(group.name) or title
    spoken = name if len(name) <= LONGEST_IN_HEADING else WORDS["this_medicine"]
    generic, sections = _bare_name(group.sections)
    passages: dict[str, list[Passage]] = {part.key: [] for part in kind.parts}
    for part, section, body in _placed(sections, kind):
        passage = _passage(part, section, body, passages[part.key], kind)
        passages[part.key].append(replace(passage, title=passage.title.replace("{name}", spoken)))
    # A chapter that only introduces the next ones has no slots that could be empty.
    told = any(passages[part.key] for part in kind.parts if part.always)
    parts = (
        _fill(part, passages, kind, spoken) for part in kind.parts if told or passages[part.key]
    )
    return Chapter(group.name, generic, group.intro, tuple(part for part in parts if part))


def _bare_name(sections: tuple[Section, ...]) -> tuple[Text, tuple[Section, ...]]:
    """The text of a generic-name section that only names the medicine, and the other sections."""
    for section in sections:
        if section.key == "generic-name" and not section.qualifier:
            match section.body:
                case (Paragraph(text),) if len(plain(text)) <= LONGEST_BARE_NAME:
                    return text, tuple(other for other in sections if other is not section)
    return (), sections


def _placed(
    sections: tuple[Section, ...], kind: Kind
) -> Iterator[tuple[Part, Section, tuple[Block, ...]]]:
    """Where the text of each section goes: the part, the section, the blocks.

    A section of the author's own follows the one before it. One with a qualifier ("Outdated")
    stays whole, since the qualifier holds for all of it.
    """
    homes = {key: part for part in kind.parts for key in part.sections}
    rest = next(part for part in kind.parts if part.key == kind.rest)
    home = rest
    for section in sections:
        if section.key in kind.leaves_out:
            continue
        home = homes.get(section.key, rest) if section.key else home
        body = section.body
        for part in kind.parts if not section.qualifier else ():
            if topic := part.topics.get(section.key):
                claimed, body = claim(body, topic)
                if claimed:
                    yield part, section, claimed
        if body or section.qualifier or not section.key:
            yield home, section, body


def _passage(
    part: Part, section: Section, body: tuple[Block, ...], before: list[Passage], kind: Kind
) -> Passage:
    """A passage, with a heading where the reader would else take it for part of another one."""
    key, title = section.key, kind.headings.get(section.key, "")
    passage = Passage(key, body, qualifier=section.qualifier)
    called_in = key not in part.sections
    if not key or (before and not title) or (not called_in and any(p.key == key for p in before)):
        return replace(passage, heading=section.heading)
    if before and (not called_in or any(p.headed for p in before)):
        return replace(passage, title=title)
    return passage


def _fill(
    part: Part, passages: dict[str, list[Passage]], kind: Kind, name: str
) -> FilledPart | None:
    """The part with its passages; None where it has nothing and need not say so."""
    filled = tuple(
        replace(passage, body=put_first(passage.body, part.first)) if part.first else passage
        for passage in passages[part.key]
    )
    if not filled and not part.always:
        return None
    heading = part.heading.replace("{name}", name)
    if not filled:
        return FilledPart(part.key, heading, "", (), _absence(part, passages, kind))
    return FilledPart(part.key, heading, part.look, filled)


def _gather_silence(chapter: Chapter) -> Chapter:
    """The chapter with its empty slots in one list: another chapter may well speak of them."""
    empty = tuple(part for part in chapter.parts if part.note == WORDS["not_stated"])
    return replace(
        chapter,
        parts=tuple(part for part in chapter.parts if part not in empty),
        silent=tuple(part.heading for part in empty),
    )


def _absence(part: Part, passages: dict[str, list[Passage]], kind: Kind) -> str:
    """What an empty part says: the monograph is silent, or speaks of it under other labels."""
    elsewhere = [
        other.heading
        for other in kind.parts
        if any(passage.key in part.topics for passage in passages[other.key])
    ]
    if elsewhere:
        return WORDS["not_labelled"].replace("{parts}", ", ".join(elsewhere))
    return WORDS["not_stated"]
