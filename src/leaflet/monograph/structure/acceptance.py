"""What keeps a text from being accepted as a monograph."""

import re
from collections.abc import Sequence

from leaflet.config.section_names import CLINICAL
from leaflet.diagnostics import Diagnostic
from leaflet.monograph.model import Source
from leaflet.monograph.structure.sections import RawSection

_FEWEST_SECTIONS = 3
_VARIABLE = re.compile(r"\{\{?\s*[A-Za-z_][\w.]*\s*\}?\}|\{%.*?%\}")


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
        for found in _VARIABLE.finditer(line)
    ]


def too_few_sections(sections: Sequence[RawSection], source: Source) -> list[Diagnostic]:
    """The error for a text with fewer than three of the six clinical sections."""
    present = {section.key for section in sections if section.body}
    for section in sections:
        if not section.key and section.body:
            present |= section.covers
    known = [key for key in CLINICAL if key in present]
    if len(known) >= _FEWEST_SECTIONS:
        return []
    names = ", ".join(key.replace("-", " ") for key in known) or "none"
    return [
        Diagnostic.error(
            "not-a-monograph",
            f"fewer than three of the six clinical sections have text (found: {names})",
            file=source.name,
            line=source.body_line,
            hint="a monograph has usage, dosage, side effects, how it works, precautions, FAQs",
        )
    ]
