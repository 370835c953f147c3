"""Every page has the header, the footer and its page number in its margins, and nothing else.

Where a page goes on about one of several medicines, the header ends in its name.
"""

from collections.abc import Iterator, Mapping

from leaflet.diagnostics import Diagnostic
from leaflet.monograph.text import plain
from leaflet.verification.evidence import Evidence, excerpt
from leaflet.verification.expected.html_lines import compact


def check_running_lines(evidence: Evidence) -> Iterator[Diagnostic]:
    """The running lines of each page are the header, the footer, and its own page number."""
    pages, composition = evidence.parsed.pages, evidence.composition
    words = composition.words
    for number, (page, medicine) in enumerate(zip(pages, _medicines(evidence), strict=True), 1):
        # The name stands at the head of the first page, in larger type.
        is_first = (evidence.kind.sides or evidence.kind.sheet) and number == 1
        header = " · ".join(filter(None, (composition.header, medicine)))
        rest = compact("".join(run.text for run in page.artifact_runs))
        lost = []
        for code, text in (
            ("header-lost", "" if is_first else header),
            ("footer-lost", composition.footer),
            ("page-number", words["page"].format(page=number, pages=len(pages))),
            *(_continuations(number, len(pages), words) if composition.makeup.runs_on else ()),
        ):
            expected = compact(text)
            lost += [] if expected in rest else [(code, text)]
            rest = rest.replace(expected, "", 1)
        if number == 1 and not rest and _has_title(evidence):
            lost = [(code, text) for code, text in lost if code != "header-lost"]
        for code, text in lost:
            yield evidence.error(code, f'page {number} does not say "{excerpt(text)}"')
        if rest:
            message = f'page {number} also says "{excerpt(rest)}" in its margins'
            yield evidence.error("stray-words", message)


def _has_title(evidence: Evidence) -> bool:
    """Whether the name stands on the first page, which then needs no header.

    So it is in the order of the European package leaflet. Nothing may stand in the header's stead.
    """
    titles = [each for each in evidence.alignments if each.line.tag == "h1" and each.end]
    return any(evidence.printed[each.start].run.page == 0 for each in titles[:1])


def _medicines(evidence: Evidence) -> Iterator[str]:
    """For each page, the one of several medicines that it is about where it begins, or "".

    The bands of a sheet are about all of its medicines.
    """
    chapters = () if evidence.kind.sheet else evidence.composition.chapters
    names = {compact(plain(chapter.name)) for chapter in chapters} - {""}
    printed = evidence.printed
    begun = {
        each.start: each.line.text if compact(each.line.text) in names else ""
        for each in evidence.alignments
        if each.end and each.line.tag == "h2"
    }
    medicine, at = "", 0
    for number in range(len(evidence.parsed.pages)):
        while at < len(printed) and printed[at].run.page < number:
            medicine = begun.get(at, medicine)
            at += 1
        yield begun.get(at, medicine)


def _continuations(number: int, pages: int, words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What a page of a sheet with several pages says about the pages before and after it."""
    if number > 1:
        yield "not-continued", words["continued"]
    if number < pages:
        yield "not-continued", words["continued_on" if number == 1 else "continues"]
