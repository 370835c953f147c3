"""All fonts are leaflet's and embedded; the file holds only pages and the monograph's links."""

import unicodedata
from collections.abc import Iterator

from leaflet.diagnostics import Diagnostic
from leaflet.fonts.families import PINNED
from leaflet.verification.evidence import Evidence

_NO_CHARACTER = frozenset("\x00\ufffd\ufffe\uffff")


def check_fonts(evidence: Evidence) -> Iterator[Diagnostic]:
    """Every font is embedded and one of leaflet's; no glyph is missing."""
    pinned = tuple(family.replace(" ", "").replace("-", "") for family in PINNED)
    for font in evidence.parsed.fonts:
        name = font.name.split("+")[-1].replace("-", "").replace(" ", "")
        if not font.embedded:
            yield evidence.error("font-not-embedded", f"the font {font.name} is not embedded")
        if not name.startswith(pinned):
            yield evidence.error("foreign-font", f"the font {font.name} is not one of leaflet's")
    for char in evidence.pdf.missing:
        name = unicodedata.name(char, "unnamed")
        yield evidence.error(
            "missing-glyph",
            f"no font has the character U+{ord(char):04X} ({name})",
            text=char,
            hint="use another character, or words, instead",
        )
    for page in evidence.parsed.pages:
        for run in page.runs:
            if not _NO_CHARACTER.isdisjoint(run.text):
                message = f'page {run.page + 1}: a glyph of "{run.text}" is missing'
                yield evidence.error("missing-glyph", message)


def check_self_contained(evidence: Evidence) -> Iterator[Diagnostic]:
    """No script, attachment, form or action, and no link that is not in the monograph."""
    for what in evidence.parsed.forbidden:
        yield evidence.error("not-closed", f"the PDF holds {what}")
    for link in dict.fromkeys(evidence.parsed.links):
        if link not in evidence.monograph.source.text:
            yield evidence.error("foreign-link", f"a link to {link} is not in the monograph")
