"""Arranges a monograph into the parts of a kind: ordered, grouped and headed, never reworded."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain

from leaflet.compose.outline.chapter import Chapter, FilledPart, Passage
from leaflet.compose.outline.groups import Body
from leaflet.compose.outline.labels import put_first
from leaflet.compose.outline.lift import only_denies
from leaflet.compose.outline.mentions import Mentions, joint_names
from leaflet.compose.outline.notes import empty_part, with_reference
from leaflet.compose.outline.order import put_in_order
from leaflet.compose.outline.own_label import run_in_first, with_own_label
from leaflet.compose.outline.repeated import repeated
from leaflet.compose.outline.routing import route
from leaflet.compose.outline.unplaced import unplaced_names
from leaflet.compose.outline.urgent_rows import rows_first
from leaflet.compose.outline.verb import HeadingStyle, choose_verbs
from leaflet.kinds.model import Kind, Part
from leaflet.monograph.instructions import EMERGENCY
from leaflet.monograph.model import Entry, Group, Monograph, Paragraph, Section, Subheading, Text
from leaflet.monograph.structure.headings import is_mixed
from leaflet.monograph.text import plain
from leaflet.section_key import SectionKey

LONGEST_IN_HEADING = 40
"""Characters of the longest name used in headings; they call others "this medicine"."""

LONGEST_BARE_NAME = 80
"""Characters up to which the text of a generic-name section is a name and not an explanation."""

_WARNS = frozenset({SectionKey.OTHER, SectionKey.PRECAUTIONS})
"""Sections with tables of what to do; rows about effects stand in the order of their ranks."""

Passages = Mapping[str, list[Passage]]
"""The passages of each part and slot, by its key."""


def arrange(monograph: Monograph, kind: Kind) -> tuple[Chapter, ...]:
    """The chapters of a document, one for each drug of the monograph.

    Each block of the sections that the kind prints is in exactly one passage. A chapter of which
    the kind prints nothing is left out.
    """
    joint = joint_names(monograph)
    chapters = tuple(
        _chapter(
            group, kind, HeadingStyle(_short_name(monograph, group, kind), verb), monograph, joint
        )
        for group, verb in zip(monograph.groups, choose_verbs(monograph, kind.phrases), strict=True)
    )
    if len(chapters) == 1:
        return chapters
    return tuple(
        _collect_silent(chapter, kind.language.words["not_stated"])
        for group, chapter in zip(monograph.groups, chapters, strict=True)
        if chapter.parts or chapter.intro or chapter.generic or not group.sections
    )


def _chapter(
    group: Group, kind: Kind, style: HeadingStyle, monograph: Monograph, joint: frozenset[str]
) -> Chapter:
    generic, sections = _take_bare_name(group.sections)
    passages: dict[str, list[Passage]] = {part.key: [] for part in kind.all_parts}
    routed = tuple(route(sections, kind))
    for part, section, body in routed:
        passage = _passage(part, section, body, passages[part.key], kind)
        if section.key in _WARNS and not kind.sheet:  # a reader in need looks there first
            passage = replace(passage, body=rows_first(passage.body, (EMERGENCY,)))
        passages[part.key].append(replace(passage, title=style.with_name(passage.title)))
    for part in kind.all_parts:
        if part.lifts and all(_denial(passage) for passage in passages[part.key]):
            passages[part.key][:0] = repeated(((each.body, each) for each in sections), part)
        elif part.lifts and not part.refers:
            elsewhere = [each for each in routed if each[0] is not part and each[1].key]
            found = ((body, section) for _, section, body in elsewhere)
            above = tuple(chain.from_iterable(map(_with_heading, passages[part.key])))
            passages[part.key] += repeated(found, part, follows=True, above=above)
    # A chapter that only introduces the next ones does not say what it lacks.
    is_only = len(monograph.groups) == 1
    shows_empty = is_only or any(passages[part.key] for part in kind.parts if part.always)
    filled = {part.key: _fill(part, passages, style) for part in kind.parts}
    if shows_empty:
        jointly = plain(group.name).casefold() in joint
        printed = [part for part in filled.values() if part]
        own = _own_headings(printed) if kind.sheet and is_only else {}
        unknown = tuple(unplaced_names(monograph, group, kind))
        mentions = Mentions(monograph, group, printed, jointly, own, unknown)
        filled |= {
            part.key: empty_part(part, mentions, kind, style)
            for part in kind.parts
            if part.always and not filled[part.key]
        }
        for part in kind.parts:
            if part.refers and (one := filled[part.key]) and one.passages:
                filled[part.key] = with_reference(one, part, mentions, kind)
    parts = tuple(part for part in filled.values() if part)
    return Chapter(group.name, generic, group.intro, parts, verb=style.verb)


def _own_headings(parts: Sequence[FilledPart]) -> dict[str, str]:
    """The author's headings that a sheet of one medicine prints instead of those of the parts."""
    labelled = ((part.heading, plain(with_own_label(part).label)) for part in parts)
    return {heading: label for heading, label in labelled if label}


def _short_name(monograph: Monograph, group: Group, kind: Kind) -> str:
    return name_in_headings(plain(group.name) or monograph.name, kind.language.words)


def name_in_headings(name: str, words: Mapping[str, str]) -> str:
    """What headings call a medicine: its name, unless that is too long for them."""
    return name if len(name) <= LONGEST_IN_HEADING else words["this_medicine"]


def _denial(passage: Passage) -> Passage | None:
    """A passage that only denies contraindications, under the author's label; None for others.

    "No contraindications are known" below "Who must not take it" would say that nobody may.
    """
    match passage.body:
        case (Entry(label, body),) if only_denies(body):
            return replace(passage, heading=label, body=body)
    return None


def _take_bare_name(sections: tuple[Section, ...]) -> tuple[Text, tuple[Section, ...]]:
    """The text of a generic-name section that only names the medicine, and the other sections."""
    for section in sections:
        if section.key == SectionKey.GENERIC_NAME and not section.qualifier:
            match section.body:
                case (Paragraph(text),) if len(plain(text)) <= LONGEST_BARE_NAME:
                    return text, tuple(other for other in sections if other is not section)
    return (), sections


def _passage(
    part: Part, section: Section, body: Body, before: list[Passage], kind: Kind
) -> Passage:
    """A passage, with a heading if the reader would otherwise take it for part of another one."""
    key, title = section.key, kind.headings.get(section.key, "")
    passage = Passage(key, body, qualifier=section.qualifier, covers=section.covers)
    if is_mixed(section.topics) and body:
        return replace(passage, heading=section.heading)
    if _is_called(part, section, body):
        follows_other = any(_has_heading(p) and (p.key != key or not key) for p in before)
        has_own = _has_subheading(section.body)
        # As a label, its heading would stand below the one before, or its own headings end it.
        if not key and (follows_other or has_own):
            return replace(passage, body=section.body, heading=section.heading)
        return replace(passage, title=title) if follows_other else passage
    if not key or (before and not title):
        return replace(passage, heading=section.heading)
    # "More information" would not say what a list of brand names is.
    alone = section.key == SectionKey.BRAND_NAMES
    return replace(passage, title=title) if before or alone else passage


def _with_heading(passage: Passage) -> Body:
    return (Subheading(passage.heading), *passage.body) if passage.heading else passage.body


def _has_heading(passage: Passage) -> bool:
    """Whether a passage has a heading that what follows it may seem to be below."""
    return passage.headed or _has_subheading(passage.body)


def _has_subheading(body: Body) -> bool:
    return any(isinstance(block, Subheading) for block in body)


def _is_called(part: Part, section: Section, body: Body) -> bool:
    """Whether a label of the section, or its heading, moved its text to this part."""
    if not section.key:
        return body != section.body  # a section moved by its heading has it as a label
    return section.key in part.topics and section.key not in part.sections


def _fill(part: Part, passages: Passages, style: HeadingStyle) -> FilledPart | None:
    """The part with its passages and slots; None if it has no text."""
    first = part.first_phrases
    filled = [
        replace(passage, body=put_first(passage.body, first)) if first else passage
        for passage in run_in_first(passages[part.key])
    ]
    filled = put_in_order(filled, part.order_phrases) if part.order else filled
    for slot in part.slots:
        given = passages[slot.key]
        if slot.lifts:
            given = [each if each.repeats else _denial(each) or each for each in given]
        found = _slot(style.heading(slot), run_in_first(given))
        filled += [replace(passage, slot=slot.key) for passage in found]
    if not filled:
        return None
    heading = style.heading(part)
    return FilledPart(part.key, heading, part.look, tuple(filled), ranks=part.ranks, band=part.band)


def _slot(heading: str, passages: list[Passage]) -> list[Passage]:
    """The passages of a slot; those without a heading come first, under the heading of the slot."""
    loose = [p for p in passages if not p.headed and not p.qualifier and not p.repeats]
    others = [p for p in passages if p not in loose]
    if loose:
        body = tuple(block for passage in loose for block in passage.body)
        return [replace(loose[0], body=body, title=heading), *others]
    if others and not others[0].headed:
        return [replace(others[0], title=heading), *others[1:]]
    return others


def _collect_silent(chapter: Chapter, note: str) -> Chapter:
    """The chapter with its silent parts in a list, because another chapter may have their text.

    Parts in a band of a sheet stay: they have a place there, with text or without.
    """
    silent = tuple(part for part in chapter.parts if part.note == note and not part.band)
    return replace(
        chapter,
        parts=tuple(part for part in chapter.parts if part not in silent),
        silent=tuple(part.heading for part in silent),
    )
