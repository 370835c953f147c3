"""The layout engine, WeasyPrint, behind the few words the rest of leaflet uses."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from weasyprint import CSS, HTML, Document
from weasyprint.css.counters import CounterStyle
from weasyprint.document import Page
from weasyprint.text.fonts import FontConfiguration

from leaflet.config.limits import Limits
from leaflet.diagnostics import Diagnostic
from leaflet.errors import LayoutFailed
from leaflet.fonts.families import PINNED
from leaflet.job import Standard
from leaflet.rendering import Anchor, CompiledStylesheet, Frame, Layout, Pdf, Printable
from leaflet.rendering.archive import finish_archive
from leaflet.rendering.fetcher import MONOGRAPH, THEME, Fetcher
from leaflet.rendering.finisher import finish
from leaflet.rendering.log import findings, listening, tell

_POINT = 0.75
"""Points in a CSS pixel."""

_VARIANTS = {
    Standard.UA: ("pdf/ua-1", finish),
    Standard.UA_AND_A: ("pdf/a-2a", finish_archive),
}
"""How the engine calls a standard, and what its own writing of it lacks."""

_BINDING = str.maketrans({"\u2060": "", "\u00ad": "", "\u00a0": " "})
"""What tells the engine where a line may end, and means nothing where there are no lines."""

_LINKED = {"http", "https", "mailto", "tel"}


def prepare(stylesheet: str, theme: tuple[Path, ...], limits: Limits) -> CompiledStylesheet:
    """See :func:`leaflet.rendering.prepare`."""
    fetcher = Fetcher(None, theme, limits)
    fonts, counters = FontConfiguration(), CounterStyle()
    with listening() as log, _failing():
        css = CSS(
            string=stylesheet,
            base_url=THEME,
            url_fetcher=fetcher,
            font_config=fonts,
            counter_style=counters,
        )
    return CompiledStylesheet(css, fonts, counters, theme, limits, findings(log, fetcher.refused))


def lay_out(
    composition: Printable,
    compiled: CompiledStylesheet,
    overrides: Mapping[str, str],
    standard: Standard,
) -> Layout:
    """See :func:`leaflet.rendering.lay_out`."""
    fetcher = Fetcher(composition.base, compiled.theme, compiled.limits)
    own = "".join(f"{name}:{value};" for name, value in overrides.items())
    with listening() as log, _failing():
        html = HTML(string=composition.html, base_url=MONOGRAPH, url_fetcher=fetcher)
        document = html.render(
            font_config=compiled.fonts,
            counter_style=compiled.counters.copy(),
            stylesheets=[compiled.css, CSS(string=f":root{{{own}}}", url_fetcher=fetcher)],
            pdf_variant=_VARIANTS[standard][0],
        )
    found = (*compiled.diagnostics, *findings(log, fetcher.refused), *_vetted(document))
    _unbind_bookmarks(document)
    frames = tuple(_frame(page) for page in document.pages)
    return Layout(document, standard, len(document.pages), _anchors(document), frames, found)


def draw(layout: Layout) -> Pdf:
    """See :func:`leaflet.rendering.draw`."""
    document = layout.document
    variant, finisher = _VARIANTS[layout.standard]
    with listening() as log, _failing(), _undated_fonts():
        data = document.write_pdf(finisher=finisher, pdf_variant=variant)
    # Pictures inside an SVG are asked for only now.
    drawn = findings(log, document.url_fetcher.refused)
    found = dict.fromkeys((*layout.diagnostics, *drawn, *_foreign_fonts(document)))
    missing = {code for font in document.fonts.values() for code in font.missing}
    told = "".join(map(chr, sorted(missing)))
    return Pdf(data, layout.pages, layout.frames, tuple(found), layout.standard, told)


def _anchors(document: Document) -> dict[str, Anchor]:
    return {
        name: Anchor(number, place[1] / page.height, place[3] / page.height)
        for number, page in enumerate(document.pages, start=1)
        for name, place in page.anchors.items()
    }


def _frame(page: Page) -> Frame:
    """The content box of a page; the engine keeps it to itself, which is why it is pinned."""
    box = page._page_box
    left, top = box.content_box_x(), page.height - box.content_box_y()
    corners = (left, top - box.height, left + box.width, top)
    return Frame(*(_POINT * corner for corner in corners))


def _vetted(document: Document) -> Iterator[Diagnostic]:
    """What a document holds that no leaflet may; attachments are taken out before they are read."""
    attached = len(document.metadata.attachments)
    document.metadata.attachments.clear()
    links = []
    for page in document.pages:
        attached += sum(link[0] == "attachment" for link in page.links)
        page.links[:] = [link for link in page.links if link[0] != "attachment"]
        links += [link[1] for link in page.links if link[0] == "external"]
    if attached:
        yield _error("attachment-refused", "files cannot be attached to a leaflet")
    for target in dict.fromkeys(links):
        if urlsplit(target).scheme not in _LINKED:
            yield _error(
                "link-refused", f'"{tell(target)}" is not an address that readers can open'
            )
    if not document.metadata.title:
        yield _error("missing-title", "the page has no title")


def _unbind_bookmarks(document: Document) -> None:
    for page in document.pages:
        page.bookmarks[:] = [
            (level, label.translate(_BINDING), *rest) for level, label, *rest in page.bookmarks
        ]


def _foreign_fonts(document: Document) -> Iterator[Diagnostic]:
    """Fonts that are not leaflet's."""
    for family in sorted({font.family for font in document.fonts.values()} - {*PINNED}):
        yield _error("foreign-font", f'the font "{family}" is not one of leaflet\'s own')


def _error(code: str, message: str) -> Diagnostic:
    return Diagnostic.error(code, message)


@contextmanager
def _undated_fonts() -> Iterator[None]:
    """Keep the time out of the PDF: fontTools stamps a font that it cuts with it, unless told."""
    told = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = "0"
    try:
        yield
    finally:
        os.environ.pop("SOURCE_DATE_EPOCH")
        if told is not None:
            os.environ["SOURCE_DATE_EPOCH"] = told


@contextmanager
def _failing() -> Iterator[None]:
    """Whatever stops the engine becomes the one error that says so."""
    try:
        yield
    except Exception as error:
        told = f"the page could not be laid out: {type(error).__name__}: {error}".rstrip(": ")
        raise LayoutFailed.of("layout-failed", told) from error
