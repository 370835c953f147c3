"""Every page has the header, the footer and its page number in its margins, and nothing else.

Where a page goes on about one of several medicines, the header ends in its name, where a sheet goes
on with a part, in the heading of that.
"""

from collections.abc import Iterator, Mapping

from leaflet.compose.running_lines import goes_on_with
from leaflet.diagnostics import Diagnostic
from leaflet.monograph.text import plain
from leaflet.verification.evidence import Evidence, excerpt
from leaflet.verification.expected.html_lines import compact


def check_running_lines(evidence: Evidence) -> Iterator[Diagnostic]:
    """The running lines of each page are the header, the footer, and its own page number."""
    pages, composition = evidence.parsed.pages, evidence.composition
    words = composition.words
    named = zip(pages, _medicines(evidence), _parts(evidence), strict=True)
    for number, (page, medicine, part) in enumerate(named, 1):
        # The name stands at the head of the first page, in larger type.
        is_first = (evidence.kind.sides or evidence.kind.sheet) and number == 1
        header = " · ".join(filter(None, (composition.header, medicine)))
        rest = compact("".join(run.text for run in page.artifact_runs))
        lost = []
        for code, text in (
            ("header-lost", "" if is_first else header),
            ("footer-lost", composition.footer),
            ("page-number", words["page"].format(page=number, pages=len(pages))),
            ("not-continued", part),
            *(_onward(number, len(pages), words) if composition.makeup.runs_on else ()),
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
    names = {compact(name): name for name in (plain(chapter.name) for chapter in chapters) if name}
    begun = _headings(evidence, names)
    for before, here in _at_heads(evidence, begun):
        yield begun.get(here, before)


def _parts(evidence: Evidence) -> Iterator[str]:
    """For each page, what the header says of the part that a sheet goes on with there, or ""."""
    composition = evidence.composition
    if "data-goes-on" in composition.html and composition.goes_on:
        yield from _parts_of_leaflet(evidence, composition.goes_on)
        return
    words, header = composition.words, composition.header
    headings = {compact(part.heading): part.heading for part in composition.content.parts}
    fragments = (each for part in composition.content.parts for each in part.fragments)
    headings |= {compact(plain(each.part.label)): each.part.heading for each in fragments}
    begun = _headings(evidence, headings) if composition.names_parts else {}
    for number, (before, here) in enumerate(_at_heads(evidence, begun)):
        begins = begun.get(here)
        goes_on = number > 0 and evidence.kind.sheet
        yield goes_on_with("" if begins else before, header, words) if goes_on else ""


def _parts_of_leaflet(evidence: Evidence, later_sides: Mapping[str, str]) -> Iterator[str]:
    """For each page, what the header says of the part of a leaflet that goes on there, or ""."""
    begun = _headings(evidence, {compact(heading): heading for heading in later_sides})
    for before, here in _at_heads(evidence, begun):
        yield "" if here in begun else later_sides.get(before, "")


def _headings(evidence: Evidence, names: Mapping[str, str]) -> dict[int, str]:
    """The names of what the headings begin, by their positions among what is printed."""
    return {
        each.start: names.get(compact(each.line.text), "")
        for each in evidence.alignments
        if each.end and each.line.tag == "h2"
    }


def _at_heads(evidence: Evidence, begun: Mapping[int, str]) -> Iterator[tuple[str, int]]:
    """For each page, what was begun last before it, and the position of what it begins with."""
    name, at, printed = "", 0, evidence.printed
    for number in range(len(evidence.parsed.pages)):
        while at < len(printed) and printed[at].run.page < number:
            name = begun.get(at, name)
            at += 1
        yield name, at


def _onward(number: int, pages: int, words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What a page of a sheet says about the page after it."""
    if number < pages:
        yield "not-continued", words["continued_on" if number == 1 else "continues"]
