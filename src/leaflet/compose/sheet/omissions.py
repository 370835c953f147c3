"""What a sheet leaves out: named on it, and accounted for word by word in its proof."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from leaflet.compose.outline.chapter import Chapter
from leaflet.kinds.model import Kind
from leaflet.monograph.model import Block, Monograph, Paragraph
from leaflet.monograph.text import plain

DISCLAIMERS = "disclaimers"


@dataclass(frozen=True, slots=True)
class Omission:
    """Text of the monograph that is not on the sheet.

    ``key`` is that of the section or part, ``name`` how the sheet calls it, ``place`` the author's
    heading under which it stands in the monograph.
    """

    key: str
    name: str
    place: str
    body: tuple[Block, ...]


def omissions(
    monograph: Monograph, kind: Kind, chapters: Sequence[Chapter], moved: Sequence[str] = ()
) -> tuple[Omission, ...]:
    """What is left out: parts ``moved`` out of the chapters, then what the kind never prints."""
    return (*_moved(monograph, chapters, moved), *_unprinted(monograph, kind))


def accounted(left_out: Sequence[Omission], words: Mapping[str, str]) -> tuple[str, ...]:
    """What the sheet says of what it leaves out: names, each once, and where the text stands."""
    return tuple(dict.fromkeys(_account(omission, words) for omission in left_out))


def _account(omission: Omission, words: Mapping[str, str]) -> str:
    place = omission.place.strip().rstrip(":")
    if not place or place.casefold() == omission.name.casefold():
        return omission.name
    return words["left_out_from"].format(name=omission.name, place=place)


def _moved(
    monograph: Monograph, chapters: Sequence[Chapter], moved: Sequence[str]
) -> Iterator[Omission]:
    places: dict[str, str] = {
        section.key: plain(section.heading)
        for group in reversed(monograph.groups)
        for section in group.sections
    }
    parts = [part for chapter in chapters for part in chapter.parts if part.passages]
    for key in moved:
        for part in parts:
            if part.key == key:
                for passage in part.passages:
                    said = (Paragraph(passage.heading), *passage.body)
                    yield Omission(key, part.heading, places.get(passage.key, ""), said)


def _unprinted(monograph: Monograph, kind: Kind) -> Iterator[Omission]:
    for key in kind.leaves_out:
        name = kind.headings.get(key, key)
        if key == DISCLAIMERS and monograph.disclaimers:
            yield Omission(key, name, "", monograph.disclaimers)
        for group in monograph.groups:
            for section in group.sections:
                if section.key == key:
                    said = (Paragraph(section.heading), *section.body)
                    yield Omission(key, name, plain(section.heading), said)
