"""What keeps a text from being accepted as a monograph."""

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from leaflet.config.section_names import CLINICAL, SectionNames
from leaflet.diagnostics import Diagnostic
from leaflet.monograph.model import Source
from leaflet.monograph.structure.sections import RawSection
from leaflet.monograph.text import plain

_FEWEST_SECTIONS = 3
_MOST_HEADINGS = 8
_LONGEST = 60
_ALIKE = 0.75
"""How similar a heading is to the name that it may be meant to be."""

_VARIABLE = re.compile(r"\{\{(?!\s*[<%]).*?\}\}|\{\s*[A-Za-z_][\w.]*\s*\}")
_LATEX = re.compile(r"\\[A-Za-z]+(?:\{[^{}]*\})+")
"""A command, whose braces hold no variable; ``checks.markup`` names it."""


def template_variables(source: Source) -> list[Diagnostic]:
    """Errors for placeholders such as ``{details}`` that a program should have filled in."""
    return [
        Diagnostic.error(
            "template-variable",
            f"{found.group()} is a placeholder that was never filled in",
            file=source.name,
            line=number,
            column=found.start() + 1,
            hint="write what should stand here; a dose may be missing",
        )
        for number, line in enumerate(source.text.split("\n"), 1)
        for found in _VARIABLE.finditer(_LATEX.sub(lambda latex: " " * len(latex[0]), line))
    ]


def too_few_sections(
    sections: Sequence[RawSection], source: Source, names: SectionNames
) -> list[Diagnostic]:
    """The error for a text with fewer than three of the six clinical sections.

    It says which headings name none, and the names that they resemble.
    """
    present = {section.key for section in sections if section.body}
    for section in sections:
        if not section.key and section.body:
            present |= section.covers
    known = [key for key in CLINICAL if key in present]
    if len(known) >= _FEWEST_SECTIONS:
        return []
    found = ", ".join(key.replace("-", " ") for key in known) or "none"
    return [
        Diagnostic.error(
            "not-a-monograph",
            f"fewer than three of the six clinical sections have text (found: {found})",
            file=source.name,
            line=source.body_line,
            hint="; ".join(_advice(sections, names)),
        )
    ]


def _advice(sections: Sequence[RawSection], names: SectionNames) -> Iterator[str]:
    """What the headings are that name no section, those without text, and what may be meant."""
    headings = [section for section in sections if plain(section.heading)]
    empty = [plain(section.heading) for section in headings if section.key and not section.body]
    if empty:
        yield f"without text: {_quoted(empty)}"
    if own := [plain(s.heading) for s in headings if not s.key and not s.covers]:
        yield f"headings that name no section: {_quoted(own)}"
    for heading in own[:_MOST_HEADINGS]:
        for close in get_close_matches(heading.lower(), names.section_of, n=1, cutoff=_ALIKE):
            yield f'did you mean "{close}" by "{heading}"?'
    yield "a monograph has usage, dosage, side effects, how it works, precautions, FAQs"


def _quoted(headings: Sequence[str]) -> str:
    more = len(headings) - _MOST_HEADINGS
    named = ", ".join(f'"{_excerpt(each)}"' for each in headings[:_MOST_HEADINGS])
    return f"{named} and {more} more" if more > 0 else named


def _excerpt(heading: str) -> str:
    return heading if len(heading) <= _LONGEST else heading[:_LONGEST] + "…"
