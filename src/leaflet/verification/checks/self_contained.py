"""Check 6: our fonts, all of them embedded, and nothing in the file but pages and known links."""

import unicodedata
from collections.abc import Iterator

from leaflet.diagnostics import Diagnostic
from leaflet.fonts.families import PINNED
from leaflet.verification.evidence import Evidence


def check_fonts(evidence: Evidence) -> Iterator[Diagnostic]:
    """Every font is embedded and one of leaflet's; no glyph is missing."""
    ours = {family.replace(" ", "").replace("-", "") for family in PINNED}
    for font in evidence.reading.fonts:
        name = font.name.split("+")[-1].replace("-", "").replace(" ", "")
        if not font.embedded:
            yield evidence.error("font-not-embedded", f"the font {font.name} is not embedded")
        if not any(name.startswith(family) for family in ours):
            yield evidence.error("foreign-font", f"the font {font.name} is not one of leaflet's")
    for char in evidence.missing:
        name = unicodedata.name(char, "unnamed")
        yield evidence.error(
            "missing-glyph",
            f"no font has the character U+{ord(char):04X} ({name})",
            words=char,
            hint="write another character, or words, in its place",
        )
    for page in evidence.reading.pages:
        for run in page.runs:
            if any(c in run.text for c in "\x00\ufffd\ufffe\uffff"):
                yield evidence.error(
                    "missing-glyph", f'page {run.page + 1}: a glyph of "{run.text}" is missing'
                )


def check_closed(evidence: Evidence) -> Iterator[Diagnostic]:
    """No script, attachment, form or action; links lead only where the monograph says."""
    for extra in evidence.reading.extras:
        yield evidence.error("not-closed", f"the PDF holds {extra}")
    for link in dict.fromkeys(evidence.reading.links):
        if link not in evidence.monograph.source.text:
            yield evidence.error("foreign-link", f"a link leads to {link}")
