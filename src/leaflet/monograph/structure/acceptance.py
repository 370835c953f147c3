"""What keeps a text from being accepted as a monograph."""

import re
from collections.abc import Iterator, Sequence

from leaflet.config.section_names import CLINICAL
from leaflet.diagnostics import Diagnostic
from leaflet.monograph.model import Source
from leaflet.monograph.structure.headings import Headings
from leaflet.monograph.structure.near_names import misspelt
from leaflet.monograph.structure.sections import RawSection
from leaflet.monograph.text import plain
from leaflet.section_key import SectionKey

_FEWEST_SECTIONS = 3
_FEWEST_OF_SIX = 2
_MOST_HEADINGS = 8
_LONGEST = 60

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
    sections: Sequence[RawSection], source: Source, headings: Headings
) -> list[Diagnostic]:
    """The error for a text with fewer than three clinical sections.

    The dosage or two others of the six must be among them.

    It says which headings name none, and the names that they misspell.
    """
    present = {section.key for section in sections if section.body}
    for section in sections:
        if not section.key and section.body:
            present |= section.covers
    known = [key for key in CLINICAL if key in present]
    also = [plain(section.heading) for section in sections if _is_further(section, headings)]
    has_main = SectionKey.DOSAGE in known or len(known) >= _FEWEST_OF_SIX
    if len(known) + len(also) >= _FEWEST_SECTIONS and has_main:
        return []
    found = ", ".join([*(key.replace("-", " ") for key in known), *also]) or "none"
    return [
        Diagnostic.error(
            "not-a-monograph",
            f"fewer than three clinical sections have text (found: {found})"
            if len(known) + len(also) < _FEWEST_SECTIONS
            else f"neither the dosage nor two other main sections have text (found: {found})",
            file=source.name,
            line=source.body_line,
            hint="; ".join(_advice(sections, headings)),
        )
    ]


def _is_further(section: RawSection, headings: Headings) -> bool:
    """Whether a section has text and one of the names that count beside the six."""
    is_own = not section.key and not section.covers and bool(section.heading)
    return is_own and bool(section.body) and headings.is_clinical(section.heading)


def _advice(sections: Sequence[RawSection], headings: Headings) -> Iterator[str]:
    """What the headings are that name no section, those without text, and what may be meant."""
    headed = [section for section in sections if plain(section.heading)]
    empty = [plain(section.heading) for section in headed if section.key and not section.body]
    if empty:
        yield f"without text: {_quoted(empty)}"
    own = [
        each.heading
        for each in headed
        if not each.key and not each.covers and not headings.is_clinical(each.heading)
    ]
    if own:
        yield f"headings that name no section: {_quoted(list(map(plain, own)))}"
    for heading in own[:_MOST_HEADINGS]:
        if name := misspelt(heading, headings):
            yield f'did you mean "{name}" by "{plain(heading)}"?'
    yield (
        "write three sections with text, the dosage or two others of these among them: usage, "
        "dosage, side effects, how it works, precautions, FAQs; sections on contraindications, "
        "interactions, overdose, storage and the like count as well"
    )
    if not headed:
        yield 'begin each with a line for its heading, such as "## Dosage", and its text below'


def _quoted(headings: Sequence[str]) -> str:
    more = len(headings) - _MOST_HEADINGS
    named = ", ".join(f'"{_excerpt(each)}"' for each in headings[:_MOST_HEADINGS])
    return f"{named} and {more} more" if more > 0 else named


def _excerpt(heading: str) -> str:
    return heading if len(heading) <= _LONGEST else heading[:_LONGEST] + "…"
