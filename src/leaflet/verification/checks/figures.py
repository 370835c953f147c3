"""Each picture is drawn, inside its page, with alternative text for those who cannot see it."""

from collections.abc import Iterator

from leaflet.diagnostics import Diagnostic
from leaflet.verification.evidence import Evidence, excerpt
from leaflet.verification.expected.html_lines import compact, expected_pictures

_SLACK = 1.5
"""Points by which a picture may extend over the edge of its page."""


def check_figures(evidence: Evidence) -> Iterator[Diagnostic]:
    """Each picture of the composition is a figure of the PDF, visible and within its page."""
    pages = evidence.parsed.pages
    figures = [
        (compact(each.alt), each.page, pages[each.page].drawn(each.mcid))
        for each in evidence.parsed.marked_content
        if each.alt
    ]
    for text in expected_pictures(evidence.composition.html):
        figure = next((each for each in figures if each[0] == compact(text)), None)
        if figure is None or not figure[2].area:
            message = f'the picture "{excerpt(text)}" is not drawn'
            yield evidence.error("picture-lost", message, hint="check whether a style hides it")
            continue
        figures.remove(figure)
        _, number, box = figure
        if not pages[number].box.contains(box, _SLACK):
            yield evidence.error(
                "picture-off-page",
                f'page {number + 1}: the picture "{excerpt(text)}" extends over the edge',
                hint="make it smaller: --logo-height, --logo-width for a logo",
            )
    for text, number, _ in figures:
        message = f'page {number + 1}: the picture "{excerpt(text)}" is not part of the document'
        yield evidence.error("picture-added", message)
