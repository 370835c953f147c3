"""What the proof-reader reads: a file's lines, each with its words, section and labels.

It can be had of any text, of one that is no monograph as well: then ``monograph`` is None and
``told`` holds the reader's reasons.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic
from leaflet.errors import MonographRefused
from leaflet.lint.text.line import Line, read_words
from leaflet.monograph import interpret, read, sections_of
from leaflet.monograph.model import (
    Block,
    Bullets,
    Entry,
    ListItem,
    Monograph,
    Question,
    Section,
    Source,
    Subheading,
)
from leaflet.monograph.text import plain

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A file as the proof-reader has it before him.

    ``title`` is the medicine's; ``front`` the front matter's values as YAML gives them. ``lines``
    are all of the file's, the body begins with line number ``body_line``. ``sections`` are in the
    order of the file, those of a second drug as well. ``told`` is what the reader said.
    ``prose`` are the words of the body as one text, for rules that ask whether it says something
    anywhere.
    """

    name: str
    title: str
    front: Mapping[str, Any]
    lines: tuple[Line, ...]
    body_line: int
    sections: tuple[Section, ...]
    monograph: Monograph | None
    told: tuple[Diagnostic, ...]
    settings: Settings = field(default_factory=Settings)
    prose: str = ""

    @property
    def is_english(self) -> bool:
        """Whether the text is in the language that the rules know."""
        return str(self.front.get("lang") or "en").partition("-")[0] == "en"

    @property
    def body(self) -> Sequence[Line]:
        """The lines below the front matter."""
        return self.lines[self.body_line - 1 :]

    def within(self, *keys: str) -> Iterator[Line]:
        """The lines that stand in sections with these keys, their headings left out."""
        return (line for line in self.body if line.section in keys and not line.heading)


def prepare(
    data: bytes, name: str, settings: Settings, known: Monograph | None = None
) -> Manuscript:
    """Make a file's bytes ready for the rules; ``name`` is how messages call the file.

    ``known`` is the monograph that the bytes are, where that has been found out before.
    """
    try:
        source, front = read(data, name, settings.limits)
        monograph, told = (known, known.diagnostics) if known else _attempt(source, front, settings)
        sections = (
            tuple(s for group in monograph.groups for s in group.sections)
            if monograph
            else sections_of(source, str(front.get("title") or ""), settings.limits)
        )
    except MonographRefused as refused:
        # Not its lines: a rule might never come to the end of what is no text, or too much.
        return Manuscript(name, "", {}, (), 1, (), None, refused.diagnostics, settings)
    raws = data.decode("utf-8-sig").splitlines()
    title = monograph.name if monograph else str(front.get("title") or "")
    lines = _lines(raws, source, sections)
    first = source.body_line
    prose = "\n".join(line.words for line in lines[first - 1 :])
    return Manuscript(name, title, front, lines, first, sections, monograph, told, settings, prose)


def _attempt(
    source: Source, front: dict[str, Any], settings: Settings
) -> tuple[Monograph | None, tuple[Diagnostic, ...]]:
    """The monograph, if the text is one, and what its reader says."""
    try:
        monograph = interpret(source, front, settings.limits)
    except MonographRefused as refused:
        return None, refused.diagnostics
    return monograph, monograph.diagnostics


def _lines(raws: Sequence[str], source: Source, sections: Sequence[Section]) -> tuple[Line, ...]:
    first = source.body_line
    shown = _without_comments(raws[first - 1 :])
    headings = {section.line: section.key for section in sections if section.line}
    labels = _labels(sections)
    lines = [Line(number, raw) for number, raw in enumerate(raws[: first - 1], 1)]
    key = ""
    above: tuple[str, ...] = ()
    for number, raw in enumerate(raws[first - 1 :], first):
        key = headings.get(number, key)
        above = () if number in headings else labels.get(number, above)
        words, columns = read_words(shown[number - first])
        lines.append(Line(number, raw, words, columns, key, number in headings, above))
    return tuple(lines)


def _without_comments(raws: Sequence[str]) -> list[str]:
    """The lines with spaces for HTML comments, so that columns stay."""
    text = "\n".join(raws)
    blanked = _COMMENT.sub(lambda m: re.sub(r"[^\n]", " ", m.group()), text)
    return blanked.split("\n")


def _labels(sections: Sequence[Section]) -> dict[int, tuple[str, ...]]:
    """The labels that stand above or in the line in which a block begins."""
    found: dict[int, tuple[str, ...]] = {}

    def walk(blocks: Sequence[Block], outer: tuple[str, ...]) -> None:
        above = outer
        for block in blocks:
            if isinstance(block, Subheading):
                above = found[block.line] = (*outer, plain(block.text))
            elif isinstance(block, Entry | Question):
                label = block.label if isinstance(block, Entry) else block.question
                inner = (*above, plain(label))
                found[block.line] = inner
                walk(block.body if isinstance(block, Entry) else block.answer, inner)
            elif isinstance(block, Bullets):
                walk([b for item in block.items for b in _blocks(item)], above)
            else:
                found.setdefault(block.line, above)

    for section in sections:
        walk(section.body, ())
    return found


def _blocks(item: ListItem | Entry) -> Sequence[Block]:
    return (item,) if isinstance(item, Entry) else item.body
