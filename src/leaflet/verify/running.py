"""Check 5: name, page number and the whole disclaimer on every page, and nothing else beside."""

from collections.abc import Iterator

from leaflet.diagnostics import Diagnostic
from leaflet.verify.evidence import Evidence, excerpt, running_lines
from leaflet.verify.script import squeeze
from leaflet.words import WORDS


def check_running(evidence: Evidence) -> Iterator[Diagnostic]:
    """The running lines of each page are the header, the footer, and its own page number."""
    pages = evidence.reading.pages
    for number, page in enumerate(pages, 1):
        seen = squeeze("".join(run.text for run in running_lines(page)))
        counted = WORDS["page"].format(page=number, pages=len(pages))
        for code, words in (
            ("header-lost", evidence.composition.header),
            ("footer-lost", evidence.composition.footer),
            ("page-number", counted),
        ):
            wanted = squeeze(words)
            if wanted not in seen:
                yield evidence.error(code, f'page {number} does not say "{excerpt(words)}"')
            seen = seen.replace(wanted, "", 1)
        if seen:
            yield evidence.error(
                "stray-words", f'page {number} has "{excerpt(seen)}" beside its text'
            )
