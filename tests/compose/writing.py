"""Monographs written in a few lines, and their documents in short form."""

from collections.abc import Iterable
from pathlib import Path

from leaflet.compose import Composition, Design, compose
from leaflet.compose.measure.table_space import TableSpace
from leaflet.compose.outline.chapter import Chapter
from leaflet.compose.sheet.makeup import PLAIN, Makeup
from leaflet.config.settings import Settings
from leaflet.job import PictureFolder
from leaflet.kinds.model import Kind
from leaflet.monograph import parse
from leaflet.monograph.model import Block, Bullets, Entry, ListItem, Monograph, Question
from leaflet.monograph.text import plain
from leaflet.theme.search_path import Theme, shipped
from leaflet.topics.assign import assign_topics
from leaflet.topics.table import TopicTable

THEME = Theme((shipped(),))
PATIENT = THEME.kind("patient").with_phrases(THEME.topics("en"))
CLINICIAN = THEME.kind("clinician").with_phrases(THEME.topics("en"))
TABLE_SPACE = TableSpace.of(THEME.stylesheet(CLINICIAN, (), "a4").tokens)

USUAL = {
    "Generic Name": "Testamide",
    "Usage": "For tests.",
    "Dosage": "**Adults:** 5 mg once daily.",
    "Side Effects": "Drowsiness.",
    "How it Works": "It blocks errors.",
    "Precautions": "* **Pregnancy:** Ask first.",
    "FAQs": "**Q: May I drive?** A: Not at night.",
}


def write(front: str = "title: Testamide", preamble: str = "", **sections: str) -> Monograph:
    """A usual monograph, some of its sections replaced (``side_effects="…"``)."""
    given = {key.replace("_", " ").lower(): text for key, text in sections.items()}
    body = {heading: given.pop(heading.lower(), text) for heading, text in USUAL.items()} | {
        heading.capitalize(): text for heading, text in given.items()
    }
    text = "\n\n".join(f"### {heading}\n{text}" for heading, text in body.items())
    return read(f"---\n{front}\n---\n\n{preamble}\n\n{text}\n")


def phrases(monograph: Monograph) -> TopicTable:
    """The table of topics in the language of a monograph."""
    return THEME.topics(monograph.front.lang)


def read(text: str) -> Monograph:
    """A monograph with the topics of its statements."""
    monograph = parse(text.encode(), "testamide.md")
    return assign_topics(monograph, THEME.topics(monograph.front.lang))


def body(markdown: str, lang: str = "en") -> tuple[Block, ...]:
    """The blocks of a section."""
    monograph = write(f"title: Testamide\nlang: {lang}", usage=markdown)
    found = next(s for s in monograph.groups[0].sections if s.key == "usage")
    return found.body


def composed(
    monograph: Monograph,
    kind: Kind = PATIENT,
    settings: Settings | None = None,
    makeup: Makeup = PLAIN,
) -> Composition:
    """The composition of a monograph with the shipped theme on A4."""
    stylesheet = THEME.stylesheet(kind, (), "a4")
    design = Design(kind, THEME, stylesheet, settings or Settings())
    return compose(monograph, design, makeup, base=PictureFolder(Path()))


def summary(blocks: Iterable[Block | ListItem]) -> str:
    """Blocks in short form: labels with a colon, items with a star, bars between blocks."""
    return " | ".join(_summary(block) for block in blocks)


def _summary(block: Block | ListItem) -> str:
    match block:
        case Entry(text, inner):
            return f"{plain(text)}: {summary(inner)}"
        case Question(text, answer):
            return f"{plain(text)} {summary(answer)}"
        case Bullets(items):
            return " ".join(f"* {_summary(item)}" for item in items)
        case ListItem(inner):
            return summary(inner)
        case _:
            return plain(getattr(block, "text", ()))


def outline(chapter: Chapter) -> dict[str, str]:
    """The parts of a chapter: heading → content in short form; the note of those without any."""
    return {
        part.heading: " / ".join(
            "".join(f"[{text}] " for text in (p.title, plain(p.heading), p.qualifier) if text)
            + summary(p.body)
            for p in part.passages
        )
        or part.note
        for part in chapter.parts
    }
