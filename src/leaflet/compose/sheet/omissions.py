"""What a document leaves out: it names it, and the proof checks it word by word."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from leaflet.compose.outline.chapter import Chapter
from leaflet.compose.outline.labels_about import labels_about
from leaflet.kinds.model import OWN, Kind
from leaflet.monograph.model import Block, Monograph, Paragraph, Question
from leaflet.monograph.text import plain

DISCLAIMERS = "disclaimers"

_GRAVE = (
    *("contraindication", "danger", "maximum-dose", "dose", "interaction", "alcohol"),
    *("stopping", "overdose", "driving", "emergency", "missed-dose", "duration"),
)
"""Topics of answers that a reader must not miss: the document names their questions."""


@dataclass(frozen=True, slots=True)
class Omission:
    """Text of the monograph that is not in the document.

    ``key`` is that of the section or part, ``name`` what the document calls it, ``heading`` the
    author's heading above it in the monograph.
    """

    key: str
    name: str
    heading: str
    body: tuple[Block, ...]
    questions: tuple[str, ...] = ()
    """The questions in it whose answer has a warning or a dose."""


def omissions(
    monograph: Monograph, kind: Kind, chapters: Sequence[Chapter], moved: Sequence[str] = ()
) -> tuple[Omission, ...]:
    """What is left out: the ``moved`` parts of the chapters, then what the kind never prints."""
    return (*_moved(monograph, chapters, moved), *_unprinted(monograph, kind))


def omission_names(left_out: Sequence[Omission], words: Mapping[str, str]) -> tuple[str, ...]:
    """What the document says about its omissions: names with the author's headings, each once."""
    return tuple(dict.fromkeys(_name(omission, words) for omission in left_out))


def _name(omission: Omission, words: Mapping[str, str]) -> str:
    name, heading = omission.name, omission.heading.strip().rstrip(":")
    if heading and heading.casefold() != name.casefold():
        name = words["left_out_from"].format(name=name, place=heading)
    if not omission.questions:
        return name
    asked = " ".join(omission.questions)
    if len(omission.questions) < sum(isinstance(block, Question) for block in omission.body):
        return words["left_out_among"].format(name=name, questions=asked)
    return f"{name}{words['colon']} {asked}"


def _moved(
    monograph: Monograph, chapters: Sequence[Chapter], moved: Sequence[str]
) -> Iterator[Omission]:
    headings: dict[str, str] = {
        section.key: plain(section.heading)
        for group in reversed(monograph.groups)
        for section in group.sections
    }
    parts = [part for chapter in chapters for part in chapter.parts if part.passages]
    for key in moved:
        for part in parts:
            if part.key == key:
                for passage in part.passages:
                    body = (Paragraph(passage.heading), *passage.body)
                    yield Omission(key, part.heading, headings.get(passage.key, ""), body)


def _unprinted(monograph: Monograph, kind: Kind) -> Iterator[Omission]:
    for group in monograph.groups:
        for section in group.sections:
            if not section.key and kind.omits("", plain(section.heading)):
                heading = plain(section.heading).strip(" :")
                body = (Paragraph(section.heading), *section.body)
                asked = tuple(dict.fromkeys(labels_about(section.body, _GRAVE, "")))
                yield Omission(OWN, heading, "", body, asked)
    for key in kind.leaves_out:
        name = kind.headings.get(key, key)
        if key == DISCLAIMERS and monograph.disclaimers:
            yield Omission(key, name, "", monograph.disclaimers)
        for group in monograph.groups:
            for section in group.sections:
                if section.key == key:
                    body = (Paragraph(section.heading), *section.body)
                    asked = tuple(dict.fromkeys(labels_about(section.body, _GRAVE, "")))
                    yield Omission(key, name, plain(section.heading), body, asked)
