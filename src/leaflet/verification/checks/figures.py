"""Check 7, for pictures: each is drawn, inside its page, with words for those who cannot see it."""

from collections.abc import Iterator
from html.parser import HTMLParser

from leaflet.diagnostics import Diagnostic
from leaflet.verification.evidence import Evidence, excerpt
from leaflet.verification.expected.html_lines import squeeze

_SLACK = 1.5
"""Points by which a picture may reach over the edge of its page."""


class _Pictures(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "img":
            self.texts.append(dict(attrs).get("alt") or "")


def check_figures(evidence: Evidence) -> Iterator[Diagnostic]:
    """Each picture of the composition is a figure of the PDF, seen on a page and whole."""
    pictures = _Pictures()
    pictures.feed(evidence.composition.html)
    pages = evidence.reading.pages
    figures = [
        (squeeze(place.alt), place) for place in evidence.reading.marked_content if place.alt
    ]
    for text in pictures.texts:
        found = next((each for each in figures if each[0] == squeeze(text)), None)
        box = found and pages[found[1].page].drawn.get(found[1].mcid)
        if not found or not box or not box.area:
            hint = "see whether a style hides it"
            yield evidence.error(
                "picture-lost", f'the picture "{excerpt(text)}" is not drawn', hint=hint
            )
            continue
        figures.remove(found)
        if not pages[found[1].page].box.contains(box, _SLACK):
            yield evidence.error(
                "picture-off-page",
                f'page {found[1].page + 1}: the picture "{excerpt(text)}" runs over the edge',
                hint="make it smaller: --logo-height, --logo-width for a logo",
            )
