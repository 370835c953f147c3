"""Check 8: as many pages as the kind may have, in type as large as its style promises."""

from collections.abc import Iterator

from leaflet.diagnostics import Diagnostic
from leaflet.theme.cascade import length
from leaflet.verification.checks.blame import blame_size
from leaflet.verification.evidence import Evidence, excerpt

_ROUNDING = 0.05


def check_budget(evidence: Evidence) -> Iterator[Diagnostic]:
    """The page budget of the kind is kept; a warning, since no word is lost by another page."""
    pages, most = len(evidence.reading.pages), evidence.kind.most_pages
    if most and pages > most:
        yield Diagnostic.warning(
            "page-budget",
            f"{pages} pages, {most} at most are meant for {evidence.kind.name}",
            file=evidence.monograph.source.name,
        )


def check_type_size(evidence: Evidence) -> Iterator[Diagnostic]:
    """No type is smaller than the style's ``--smallest-type``."""
    least = length("--smallest-type", evidence.tokens)
    for page in evidence.reading.pages:
        for run in page.runs:
            if run.size < least - _ROUNDING:
                yield evidence.error(
                    "type-size",
                    f'page {run.page + 1}: "{excerpt(run.text, 30)}" is set in {run.size:.1f} pt, '
                    f"the style promises {least:g} pt",
                    hint=blame_size(run, evidence),
                )
                return
