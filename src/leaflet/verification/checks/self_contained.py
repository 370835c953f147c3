"""No glyph is missing, and all links are the monograph's."""

from collections.abc import Iterator

from leaflet.diagnostics import Diagnostic
from leaflet.fonts.scripts import SIGNS, by_script, extra_of
from leaflet.verification.evidence import Evidence

_NO_CHARACTER = frozenset("\x00\ufffd\ufffe\uffff")

_MOST_LISTED = 5


def check_fonts(evidence: Evidence) -> Iterator[Diagnostic]:
    """No glyph is missing."""
    for script, missing in by_script(evidence.pdf.missing).items():
        yield _missing(evidence, script, missing)
    for page in () if evidence.pdf.missing else evidence.parsed.pages:
        for run in page.runs:
            if not _NO_CHARACTER.isdisjoint(run.text):
                message = f'page {run.page + 1}: a glyph of "{run.text}" is missing'
                yield evidence.error("missing-glyph", message)


def _missing(evidence: Evidence, script: str, missing: str) -> Diagnostic:
    """One error for all characters of a script, at the first of them."""
    source = evidence.monograph.source.text
    first = min(missing, key=lambda char: (source.find(char) < 0, source.find(char)))
    listed = ", ".join(f"{char} (U+{ord(char):04X})" for char in missing[:_MOST_LISTED])
    more = f" and {len(missing) - _MOST_LISTED} more" if len(missing) > _MOST_LISTED else ""
    hint = "name a font that has them in [fonts] of leaflet.toml"
    if script == SIGNS:
        hint = "write words, or use another sign"
    elif extra := extra_of(script):
        hint = f"pip install 'leaflet-press[{extra}]'"
    message = (
        f"no font has these {script if script == SIGNS else script + ' letters'}: {listed}{more}"
    )
    return evidence.error("missing-glyph", message, text=first, hint=hint)


def check_self_contained(evidence: Evidence) -> Iterator[Diagnostic]:
    """No link that is not in the monograph."""
    for link in dict.fromkeys(evidence.parsed.links):
        if link not in evidence.monograph.source.text:
            yield evidence.error("foreign-link", f"a link to {link} is not in the monograph")
