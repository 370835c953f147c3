"""Check 5: name, page number and the whole disclaimer on every page, and nothing else beside."""

from collections.abc import Iterator, Mapping

from leaflet.diagnostics import Diagnostic
from leaflet.verification.evidence import Evidence, excerpt, running_lines
from leaflet.verification.expected.html_lines import squeeze


def check_running(evidence: Evidence) -> Iterator[Diagnostic]:
    """The running lines of each page are the header, the footer, and its own page number."""
    pages, composition = evidence.reading.pages, evidence.composition
    words = composition.words
    for number, page in enumerate(pages, 1):
        seen = squeeze("".join(run.text for run in running_lines(page)))
        counted = words["page"].format(page=number, pages=len(pages))
        for code, said in (
            ("header-lost", composition.header),
            ("footer-lost", composition.footer),
            ("page-number", counted),
            *(_turning(number, len(pages), words) if composition.makeup.runs_on else ()),
        ):
            wanted = squeeze(said)
            if wanted not in seen:
                yield evidence.error(code, f'page {number} does not say "{excerpt(said)}"')
            seen = seen.replace(wanted, "", 1)
        if seen:
            yield evidence.error(
                "stray-words", f'page {number} has "{excerpt(seen)}" beside its text'
            )


def _turning(number: int, pages: int, words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What a page of a sheet that runs on says of the one before it and the one after it."""
    if number > 1:
        yield "not-continued", words["continued"]
    if number < pages:
        yield "not-continued", words["continued_on" if number == 1 else "continues"]
