"""What is not a monograph is not printed, and the reasons are told all at once."""

import re
from collections.abc import Sequence

from leaflet.diagnostics import Diagnostic
from leaflet.monograph.model import Source
from leaflet.monograph.structure.headings import CLINICAL, covered
from leaflet.monograph.structure.sections import Part

_FEWEST_SECTIONS = 3
_VARIABLE = re.compile(r"\{\{?\s*[A-Za-z_][\w.]*\s*\}?\}|\{%.*?%\}")


def template_variables(source: Source) -> list[Diagnostic]:
    """Placeholders such as ``{details}`` that a program should have filled in and did not."""
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


def too_few_sections(parts: Sequence[Part], source: Source) -> list[Diagnostic]:
    """The error for a text with fewer than three of the six clinical sections."""
    present = {part.key for part in parts if part.body}
    for part in parts:
        if not part.key and part.body:
            present |= covered(part.heading)
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
