"""No glyph is missing, and all links are the monograph's."""

import unicodedata
from collections.abc import Iterator

from leaflet.diagnostics import Diagnostic
from leaflet.verification.evidence import Evidence

_NO_CHARACTER = frozenset("\x00\ufffd\ufffe\uffff")


def check_fonts(evidence: Evidence) -> Iterator[Diagnostic]:
    """No glyph is missing."""
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
    """No link that is not in the monograph."""
    for link in dict.fromkeys(evidence.parsed.links):
        if link not in evidence.monograph.source.text:
            yield evidence.error("foreign-link", f"a link to {link} is not in the monograph")
