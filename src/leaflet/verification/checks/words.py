"""Every word of the composition is in the PDF, in order, and no other word is."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from leaflet.diagnostics import Diagnostic
from leaflet.verification.evidence import Evidence, excerpt
from leaflet.verification.expected.align import MARKER, Alignment, PrintedText

_MOST_FINDINGS = 5


def check_words(evidence: Evidence) -> Iterator[Diagnostic]:
    """Compare the text of the PDF, in the order of its tags, with that of the composition.

    Blocks must be complete and in order; only the optional ones may be missing. Besides them, the
    PDF may only have markers and numbers of the style sheet, and repeated heads of tables.
    """
    return islice(_differences(evidence), _MOST_FINDINGS)


def _differences(evidence: Evidence) -> Iterator[Diagnostic]:
    printed = evidence.printed
    at = 0
    for found in evidence.alignments:
        if found.end is not None:
            yield from _added(evidence, printed[at : found.start])
            yield from _misnumbered(evidence, found)
            at = found.end
        elif not found.line.optional:
            yield evidence.error(
                "words-lost",
                f'not printed as written: "{excerpt(found.line.text)}"',
                text=found.line.text,
                hint="check whether a style hides, moves or changes it: "
                + (", ".join(evidence.stylesheet.own_files) or "only leaflet's own are used"),
            )
    yield from _added(evidence, printed[at:])


def _misnumbered(evidence: Evidence, found: Alignment) -> Iterator[Diagnostic]:
    """A list item of the monograph must follow its own number."""
    number, marker = found.line.number, found.first(evidence.printed)
    if number and re.sub(r"\D", "", marker) != number:
        yield evidence.error(
            "wrong-number",
            f'"{excerpt(found.line.text)}" is number {number} of its list, '
            f'but is printed after "{marker}"',
            text=found.line.text,
        )


def _added(evidence: Evidence, printed: Sequence[PrintedText]) -> Iterator[Diagnostic]:
    words = " ".join(each.text for each in printed if not MARKER.fullmatch(each.text))
    if words:
        message = f'printed, but not part of the document: "{excerpt(words)}"'
        yield evidence.error("words-added", message)
