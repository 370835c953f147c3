"""The document has no more pages than its kind allows, and no smaller type than its style."""

from collections.abc import Iterator

from leaflet.diagnostics import Diagnostic
from leaflet.theme.cascade import length
from leaflet.verification.checks.style_hints import size_hint
from leaflet.verification.checks.visibility import SMALLEST_TYPE
from leaflet.verification.evidence import Evidence

_ROUNDING = 0.05


def check_page_budget(evidence: Evidence) -> Iterator[Diagnostic]:
    """The page budget of the kind is kept; a warning, since another page loses no word."""
    pages, most = len(evidence.parsed.pages), evidence.kind.most_pages
    if most and pages > most:
        yield evidence.warning(
            "page-budget",
            f"the {evidence.kind.name} has {pages} pages and should have at most {most}",
        )


def check_type_size(evidence: Evidence) -> Iterator[Diagnostic]:
    """No type is smaller than the style's ``--smallest-type``; the first run that is.

    Type that nobody can read is an error of its own, which need not be said twice.
    """
    least = length(
        "--smallest-type", {**evidence.stylesheet.tokens, **evidence.composition.overrides}
    )
    runs = (run for page in evidence.parsed.pages for run in page.runs)
    if small := next((each for each in runs if _is_between(each.size, least)), None):
        fault = f"is set in {small.size:.1f} pt; the style sets nothing below {least:g} pt"
        yield evidence.run_error("type-size", small, fault, hint=size_hint(small, evidence))


def _is_between(size: float, least: float) -> bool:
    return SMALLEST_TYPE <= size < least - _ROUNDING
