"""Check 1: every word of the composition is in the PDF, in order, and no other."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from leaflet.diagnostics import Diagnostic
from leaflet.verification.evidence import Evidence, excerpt
from leaflet.verification.expected.align import MARKER, Followed, Said, follow, said

_MOST_FINDINGS = 5


def check_words(evidence: Evidence) -> Iterator[Diagnostic]:
    """Compare what the tags say, from first to last, with what the composition says.

    Blocks must come whole and in order; only those that are printed where there is room may be
    missing. Besides them only the markers and numbers of the style sheet, and the heads of tables
    repeated after a page break, may stand in the PDF.
    """
    return islice(_differences(evidence), _MOST_FINDINGS)


def _differences(evidence: Evidence) -> Iterator[Diagnostic]:
    stream = list(said(evidence.reading))
    at = 0
    for found in follow(evidence.script, stream):
        if found.end is not None:
            yield from _added(evidence, stream[at : found.start])
            yield from _numbered(evidence, found, stream[found.start])
            at = found.end
        elif not found.line.spare:
            yield evidence.error(
                "words-lost",
                f'not printed as it is written: "{excerpt(found.line.text)}"',
                words=found.line.text,
                hint="see whether a style hides, moves or changes it: "
                + (", ".join(evidence.own_styles) or "only leaflet's own are in use"),
            )
    yield from _added(evidence, stream[at:])


def _numbered(evidence: Evidence, found: Followed, marker: Said) -> Iterator[Diagnostic]:
    """An item of the monograph's lists stands behind its own number, and no other."""
    number = found.line.number
    if number and re.sub(r"\D", "", marker.text) != number:
        yield evidence.error(
            "wrong-number",
            f'"{excerpt(found.line.text)}" is number {number} of its list, and "{marker.text}" '
            "stands before it",
            words=found.line.text,
        )


def _added(evidence: Evidence, stream: Sequence[Said]) -> Iterator[Diagnostic]:
    words = " ".join(s.text for s in stream if not MARKER.fullmatch(s.text))
    if words:
        yield evidence.error("words-added", f'printed, but not written here: "{excerpt(words)}"')
