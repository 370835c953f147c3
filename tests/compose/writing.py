"""Monographs written in a few lines, and what came of them as an outline."""

from collections.abc import Iterable
from pathlib import Path

from leaflet.compose import Composition, compose
from leaflet.compose.measure.table_room import Place
from leaflet.compose.outline.chapter import Chapter
from leaflet.compose.sheet.makeup import PLAIN, Makeup
from leaflet.config.settings import Settings
from leaflet.kinds.model import Kind
from leaflet.monograph import parse
from leaflet.monograph.model import Block, Bullets, Entry, ListItem, Monograph, Question
from leaflet.monograph.text import plain
from leaflet.theme.search_path import Theme, shipped

THEME = Theme((shipped(),))
PATIENT = THEME.kind("patient")
CLINICIAN = THEME.kind("clinician")
PLACE = Place.of(THEME.stylesheet(CLINICIAN, (), "a4").tokens)

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
    """The usual monograph, with some sections in other words (``side_effects="…"``)."""
    spelt = {key.replace("_", " ").lower(): text for key, text in sections.items()}
    body = {heading: spelt.pop(heading.lower(), text) for heading, text in USUAL.items()} | {
        heading.capitalize(): text for heading, text in spelt.items()
    }
    text = "\n\n".join(f"### {heading}\n{text}" for heading, text in body.items())
    return parse(f"---\n{front}\n---\n\n{preamble}\n\n{text}\n".encode(), "testamide.md")


def body(markdown: str) -> tuple[Block, ...]:
    """Blocks as they are read within a section."""
    found = next(s for s in write(usage=markdown).groups[0].sections if s.key == "usage")
    return found.body


def set_in_type(
    monograph: Monograph,
    kind: Kind = PATIENT,
    settings: Settings | None = None,
    makeup: Makeup = PLAIN,
) -> Composition:
    """The composition of a monograph with the shipped theme on A4."""
    stylesheet = THEME.stylesheet(kind, (), "a4")
    chosen = settings or Settings()
    return compose(monograph, kind, THEME, stylesheet, chosen, makeup=makeup, base=Path())


def told(blocks: Iterable[Block | ListItem]) -> str:
    """What blocks say, in short: labels with a colon, items with a star, parted by bars."""
    return " | ".join(_told(block) for block in blocks)


def _told(block: Block | ListItem) -> str:
    match block:
        case Entry(text, inner):
            return f"{plain(text)}: {told(inner)}"
        case Question(text, answer):
            return f"{plain(text)} {told(answer)}"
        case Bullets(items):
            return " ".join(f"* {_told(item)}" for item in items)
        case ListItem(inner):
            return told(inner)
        case _:
            return plain(getattr(block, "text", ()))


def outline(chapter: Chapter) -> dict[str, str]:
    """The parts of a chapter: heading → what stands there."""
    return {
        part.heading: part.note
        or " / ".join(
            "".join(f"[{said}] " for said in (p.title, plain(p.heading), p.qualifier) if said)
            + told(p.body)
            for p in part.passages
        )
        for part in chapter.parts
    }
