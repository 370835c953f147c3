"""Labels that may be headings: bold lines below a heading that is one, and misspelt names.

Nobody knows whether such a line begins a section of its own. Its text stays under it, in the
section above, and may be about anything.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from leaflet.compose.outline.groups import EFFECT_GROUP
from leaflet.kinds.model import Kind
from leaflet.monograph.model import Block, Bullets, Entry, Monograph, Section, Subheading
from leaflet.monograph.structure.headings import Headings, names_component
from leaflet.monograph.structure.near_names import misspelt
from leaflet.monograph.text import plain
from leaflet.section_key import SectionKey
from leaflet.topics.table import PEOPLE
from leaflet.topics.wording import says

_BOLD = re.compile(r"\s*(?P<item>[-*+]\s+|\d+[.)]\s+)?(\*\*|__)[^*_]+\2\s*:?(?P<rest>.*)")
"""A line that begins with bold text."""


@dataclass(frozen=True, slots=True)
class UnplacedLabel:
    """A label that may be the heading of a section, and the name of one that it misspells or is."""

    label: str
    line: int
    meant: str = ""


def unplaced_labels(
    monograph: Monograph, sections: Sequence[Section], kind: Kind, headings: Headings
) -> Iterator[UnplacedLabel]:
    """The labels of sections that may begin sections of their own.

    Those are bold like the heading above them, alone on their line or not, and say neither for
    whom, how often nor what dose their text is; or they misspell the name of a section.
    """
    lines = monograph.source.text.splitlines()

    for section in sections:
        for block in _labelled(section.body):
            label = block.text if isinstance(block, Subheading) else block.label
            is_label = isinstance(block, Entry) and not block.boxed
            is_heading = is_label and _style(block.line, lines) == _style(section.line, lines) != ()
            is_name = is_heading and bool(headings.topics(label))
            if block.topics and not is_name:
                continue
            meant = plain(label) if is_name else misspelt(label, headings)
            if (meant or is_heading) and not _divides(block, section, kind, headings):
                yield UnplacedLabel(plain(label), block.line, meant)


def _style(line: int, lines: Sequence[str]) -> tuple[bool, ...]:
    """Whether a line that begins with bold text is in a list, and goes on; () for any other."""
    found = _BOLD.match(lines[line - 1]) if 0 < line <= len(lines) else None
    return (bool(found["item"]), bool(found["rest"].strip())) if found else ()


def _labelled(body: Sequence[Block]) -> Iterator[Entry | Subheading]:
    for block in body:
        for each in block.items if isinstance(block, Bullets) else (block,):
            if isinstance(each, Entry | Subheading):
                yield each


def _divides(block: Entry | Subheading, section: Section, kind: Kind, headings: Headings) -> bool:
    """Whether a label only says for whom, how common or what dose its text is, or of which drug."""
    label = plain(block.text if isinstance(block, Subheading) else block.label)
    body = block.body if isinstance(block, Entry) else ()
    stated = (topic.name for each in body for topic in getattr(each, "topics", ()))
    doses = section.key == SectionKey.DOSAGE and "dose" in stated
    is_drug = names_component(label, headings.medicine)
    return (
        doses
        or is_drug
        or any(says(kind.phrases, topic, label) for topic in (PEOPLE, EFFECT_GROUP))
    )
