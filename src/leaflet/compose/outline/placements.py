"""Where each statement of a monograph goes in a kind of document, and why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from leaflet.compose.outline.groups import Body, label_of, topics_of
from leaflet.compose.outline.lift import lift
from leaflet.compose.outline.routing import route
from leaflet.kinds.model import OWN, Kind, Part
from leaflet.monograph.model import Block, Bullets, Entry, ListItem, Monograph, Section, Table
from leaflet.monograph.text import plain

LONGEST = 60
"""Characters of a statement that are quoted."""


@dataclass(frozen=True, slots=True)
class Placement:
    """A statement by its line and first words, the heading of its part, and the reason.

    ``heading`` is empty where the document leaves the statement out.
    """

    line: int
    statement: str
    heading: str
    reason: str


def placements(monograph: Monograph, kind: Kind) -> list[Placement]:
    """All statements of the sections, in the order of the file; those repeated come twice."""
    found: list[Placement] = []
    for group in monograph.groups:
        filled = set()
        for part, section, body in route(group.sections, kind):
            filled.add(part.key)
            found += _placed(body, _heading(part, monograph), _Reason(part, section))
        for section in group.sections:
            if kind.omits(section.key, plain(section.heading)):
                found += _placed(section.body, "", _Reason(None, section))
            for part in kind.all_parts:
                if part.lifts and part.key not in filled:
                    lifted = lift(section.body, part.lifts)
                    reason = _Reason(part, section, part.lifts)
                    found += _placed(lifted, _heading(part, monograph), reason)
    return sorted(found, key=lambda each: each.line)


def _heading(part: Part, monograph: Monograph) -> str:
    return part.heading.replace("{name}", monograph.name) or part.key


@dataclass(frozen=True, slots=True)
class _Reason:
    """Why text of a section is in a part; in none if the kind leaves the section out."""

    part: Part | None
    section: Section
    lifted: Sequence[str] = ()

    def of(self, block: object) -> str:
        """Why a statement is in the part."""
        heading = plain(self.section.heading)
        if self.part is None:
            return f"this kind leaves out {heading}"
        if self.lifted:
            return f"repeated, because it states a {' or '.join(self.lifted)}"
        if self.section.key in self.part.sections:
            return f"it is in the section {heading}"
        choice = self.part.topics.get(self.section.key or OWN)
        for topic in (*topics_of(block), *self.section.topics):
            if choice and topic.name in choice.names:
                return f'"{topic.words}" is about the topic {topic.name}'
        return f"it follows the statement or section before it, in {heading or 'the text'}"


def _placed(body: Body, heading: str, reason: _Reason) -> Iterator[Placement]:
    for block in body:
        if isinstance(block, Bullets):
            for item in block.items:
                yield Placement(item.line, _quoted(item), heading, reason.of(item))
        else:
            yield Placement(block.line, _quoted(block), heading, reason.of(block))


def _quoted(block: Block | ListItem) -> str:
    text = " ".join(_words(block).split())
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _words(block: Block | ListItem) -> str:
    match block:
        case Entry(_, body):
            return f"{label_of(block).rstrip(': ')}: {' '.join(map(_words, body))}"
        case ListItem(body):
            return " ".join(map(_words, body))
        case Bullets(items):
            return " ".join(map(_words, items))
        case Table(head):
            return " | ".join(map(plain, head))
        case _:
            return label_of(block) or plain(getattr(block, "text", ()))
