"""What the rules read: the lines of a file, each with its words, section and labels.

Any file can become a manuscript. If the parser refuses it, ``monograph`` is None and ``reported``
holds the reasons.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from leaflet.config.section_names import SectionNames
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic
from leaflet.errors import MonographRefused
from leaflet.lint.text.line import SourceLine, read_words
from leaflet.monograph import interpret, read, section_names, sections_of
from leaflet.monograph.checks.stripped import strip_markup
from leaflet.monograph.comments import without_comments
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
from leaflet.resources import shipped
from leaflet.section_key import SectionKey

_ENGLISH = re.compile(r"\b(?:the|you|your|with|should|not|this|if)\b", re.IGNORECASE)
"""Words of which one in thirty, at least, are in any English text and in few others."""


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A file as the rules read it.

    ``title`` is the name of the medicine, ``front`` the front matter as YAML. ``lines`` are all
    lines of the file; the body begins at line number ``body_line``. ``sections`` are those of all
    drugs, in order. ``reported`` are the findings of the parser. ``prose`` is the words of the
    body as one text, for rules that ask whether it says something anywhere.
    """

    name: str
    title: str
    front: Mapping[str, Any]
    lines: tuple[SourceLine, ...]
    body_line: int
    sections: tuple[Section, ...]
    monograph: Monograph | None
    reported: tuple[Diagnostic, ...]
    settings: Settings = field(default_factory=Settings)
    prose: str = ""

    @property
    def is_english(self) -> bool:
        """Whether the text is in English, the language of the rules.

        With ``--strict``, it does not escape them by declaring another language.
        """
        declared = str(self.front.get("lang") or "en").partition("-")[0] == "en"
        words = self.prose[:5000] if self.settings.strict else ""
        return declared or 0 < len(words.split()) < 30 * len(_ENGLISH.findall(words))

    @property
    def front_lines(self) -> Sequence[SourceLine]:
        """The lines of the front matter."""
        return self.lines[: self.body_line - 1]

    @property
    def body(self) -> Sequence[SourceLine]:
        """The lines below the front matter."""
        return self.lines[self.body_line - 1 :]

    def within(self, *keys: SectionKey) -> Iterator[SourceLine]:
        """The lines of the sections with these keys, without their headings."""
        return (line for line in self.body if line.section in keys and not line.heading)


def prepare(
    data: bytes, name: str, settings: Settings, known: Monograph | None = None
) -> Manuscript:
    """Prepare a file's bytes for the rules; ``name`` is the file in messages.

    ``known`` is the monograph that the bytes were parsed to, if they were parsed before.
    """
    try:
        names = known.section_names if known else section_names((settings.project, shipped()))
        source, front = read(data, name, settings.limits, settings.markup)
        monograph, reported = (
            (known, known.diagnostics) if known else _attempt(source, front, settings, names)
        )
        if source.excess:
            raise MonographRefused(reported)
        sections = (
            tuple(s for group in monograph.groups for s in group.sections)
            if monograph
            else sections_of(source, str(front.get("title") or ""), settings.limits, names)
        )
    except MonographRefused as refused:
        # Without lines: some rules would take forever on a file that is too large or not text.
        return Manuscript(name, "", {}, (), 1, (), None, refused.diagnostics, settings)
    raws = data.decode("utf-8-sig").splitlines()
    title = monograph.name if monograph else str(front.get("title") or "")
    lines = _lines(raws, source, sections)
    first = source.body_line
    prose = "\n".join(line.words for line in lines[first - 1 :])
    return Manuscript(
        name, title, front, lines, first, sections, monograph, reported, settings, prose
    )


def _attempt(
    source: Source, front: dict[str, Any], settings: Settings, names: SectionNames
) -> tuple[Monograph | None, tuple[Diagnostic, ...]]:
    """The monograph, if the text is one, and the findings of the parser."""
    try:
        monograph = interpret(source, front, settings.limits, names)
    except MonographRefused as refused:
        return None, refused.diagnostics
    return monograph, monograph.diagnostics


def _lines(
    raws: Sequence[str], source: Source, sections: Sequence[Section]
) -> tuple[SourceLine, ...]:
    first = source.body_line
    text = "\n".join(raws[first - 1 :])
    text, _ = strip_markup(text, first, source.name, source.markup.strip, " ")
    shown = without_comments(text, " ").split("\n")
    headings = {section.line: section.key for section in sections if section.line}
    labels = _labels(sections)
    lines = [SourceLine(number, raw) for number, raw in enumerate(raws[: first - 1], 1)]
    key = ""
    above: tuple[str, ...] = ()
    for number, raw in enumerate(raws[first - 1 :], first):
        key = headings.get(number, key)
        above = () if number in headings else labels.get(number, above)
        words, columns = read_words(shown[number - first])
        lines.append(SourceLine(number, raw, words, columns, key, number in headings, above))
    return tuple(lines)


def _labels(sections: Sequence[Section]) -> dict[int, tuple[str, ...]]:
    """The labels above or in each line in which a block begins."""
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
