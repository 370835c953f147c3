"""Every page has the header, the footer and its page number in its margins, and nothing else."""

from collections.abc import Iterator, Mapping

from leaflet.diagnostics import Diagnostic
from leaflet.verification.evidence import Evidence, excerpt
from leaflet.verification.expected.html_lines import compact


def check_running_lines(evidence: Evidence) -> Iterator[Diagnostic]:
    """The running lines of each page are the header, the footer, and its own page number."""
    pages, composition = evidence.parsed.pages, evidence.composition
    words = composition.words
    for number, page in enumerate(pages, 1):
        # The name of a sheet stands at the head of its first page, in larger type.
        header = "" if evidence.kind.sheet and number == 1 else composition.header
        rest = compact("".join(run.text for run in page.artifact_runs))
        for code, text in (
            ("header-lost", header),
            ("footer-lost", composition.footer),
            ("page-number", words["page"].format(page=number, pages=len(pages))),
            *(_continuations(number, len(pages), words) if composition.makeup.runs_on else ()),
        ):
            expected = compact(text)
            if expected not in rest:
                yield evidence.error(code, f'page {number} does not say "{excerpt(text)}"')
            rest = rest.replace(expected, "", 1)
        if rest:
            message = f'page {number} also says "{excerpt(rest)}" in its margins'
            yield evidence.error("stray-words", message)


def _continuations(number: int, pages: int, words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What a page of a sheet with several pages says about the pages before and after it."""
    if number > 1:
        yield "not-continued", words["continued"]
    if number < pages:
        yield "not-continued", words["continued_on" if number == 1 else "continues"]
