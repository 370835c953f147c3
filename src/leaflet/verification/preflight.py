"""What would stop a document, found in its composition before it is laid out."""

import re
from collections.abc import Callable, Iterable, Sequence
from html import unescape

from leaflet.compose import Composition
from leaflet.diagnostics import Diagnostic
from leaflet.fonts.metrics import uncovered
from leaflet.kinds.model import Kind
from leaflet.monograph.model import Monograph
from leaflet.rendering import Pdf
from leaflet.theme.cascade import Stylesheet
from leaflet.verification.checks.completeness import check_completeness, check_omissions
from leaflet.verification.checks.self_contained import check_fonts
from leaflet.verification.evidence import Evidence
from leaflet.verification.expected.html_lines import expected_lines
from leaflet.verification.pdf.model import UNREAD

_MARKUP = re.compile(r"<style.*?</style>|<[^>]*>", re.DOTALL)

Check = Callable[[Evidence], Iterable[Diagnostic]]

GLYPHS: tuple[Check, ...] = (check_fonts,)
"""Finds characters that no font has; asks for no lines."""

ALL: tuple[Check, ...] = (check_fonts, check_completeness, check_omissions)
"""Every check of the proof that needs no pages."""


def preflight(
    composition: Composition,
    monograph: Monograph,
    kind: Kind,
    stylesheet: Stylesheet,
    checks: Sequence[Check] = ALL,
) -> tuple[Diagnostic, ...]:
    """What some checks of the proof, those that need no pages, find in a composition.

    Its lines are read only if a check asks for them.
    """
    text = unescape(_MARKUP.sub("", composition.html))
    missing = "".join(uncovered(text + composition.header + composition.footer))
    evidence = Evidence(
        pdf=Pdf(b"", 0, (), (), missing=missing),
        objects=None,
        parsed=UNREAD,
        expected=() if checks == GLYPHS else expected_lines(composition.html),
        printed=(),
        alignments=(),
        composition=composition,
        monograph=monograph,
        kind=kind,
        stylesheet=stylesheet,
    )
    return tuple(finding for check in checks for finding in check(evidence))
