"""Calls WeasyPrint, and turns what it returns, logs and raises into leaflet's own values."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from weasyprint import CSS, Document
from weasyprint.css.counters import CounterStyle
from weasyprint.document import Page
from weasyprint.text.fonts import FontConfiguration

from leaflet import clock
from leaflet.config.limits import Limits
from leaflet.diagnostics import Diagnostic
from leaflet.errors import LayoutFailed
from leaflet.fonts.in_use import in_use
from leaflet.job import Standard
from leaflet.rendering import (
    imposition,
    own_fonts,
    patches,  # noqa: F401 - switches itself on
    pdf_a,
    pdf_ua,
)
from leaflet.rendering.column_ends import bad_ends
from leaflet.rendering.fetcher import THEME, Fetcher
from leaflet.rendering.log import capture_log, findings, short_url
from leaflet.rendering.model import Anchor, CompiledStylesheet, Frame, Layout, Pdf, Printable
from leaflet.rendering.patches import shared_styles

_POINTS_PER_PIXEL = 0.75

_VARIANTS = {
    Standard.UA: ("pdf/ua-1", pdf_ua.finish),
    Standard.UA_AND_A: ("pdf/a-2a", pdf_a.finish),
}
"""WeasyPrint's name for a standard, and what completes its output."""

_LINE_BREAK_HINTS = str.maketrans({"\u2060": "", "\u00ad": "", "\u00a0": " "})
"""Characters that only control line breaks, and have no use in a bookmark."""

_LINK_SCHEMES = {"http", "https", "mailto", "tel"}


def compile_stylesheet(css: str, theme: tuple[Path, ...], limits: Limits) -> CompiledStylesheet:
    """See :func:`leaflet.rendering.compile_stylesheet`."""
    fetcher = Fetcher(None, theme, limits)
    fonts, counters = FontConfiguration(), CounterStyle()
    own_fonts.add_fonts(fonts, in_use().own)
    with capture_log() as log, _layout_errors():
        parsed = CSS(
            string=css,
            base_url=THEME,
            url_fetcher=fetcher,
            font_config=fonts,
            counter_style=counters,
        )
    shared_styles.share(fonts, css)
    found = findings(log, fetcher.refused)
    return CompiledStylesheet(parsed, fonts, counters, theme, limits, found)


def lay_out(
    composition: Printable,
    compiled: CompiledStylesheet,
    overrides: Mapping[str, str],
    standard: Standard,
) -> Layout:
    """See :func:`leaflet.rendering.lay_out`."""
    fetcher = Fetcher(composition.base, compiled.theme, compiled.limits)
    properties = "".join(f"{name}:{value};" for name, value in overrides.items())
    with capture_log() as log, _layout_errors():
        html = shared_styles.Html(
            compiled.fonts, string=composition.html, base_url=fetcher.base_url, url_fetcher=fetcher
        )
        document = imposition.render(
            html,
            font_config=compiled.fonts,
            counter_style=compiled.counters.copy(),
            stylesheets=[compiled.css, _root_sheet(properties)],
            pdf_variant=_VARIANTS[standard][0],
        )
    checks = (*_remove_attachments(document), *_check_links(document))
    found = (*compiled.diagnostics, *findings(log, fetcher.refused), *checks)
    _clean_bookmarks(document)
    return Layout(
        document,
        standard,
        len(document.pages),
        _anchors(document),
        tuple(_frame(page) for page in document.pages),
        found,
        bad_ends([page._page_box for page in document.pages]),
        document.divided,
    )


@lru_cache(maxsize=256)
def _root_sheet(properties: str) -> CSS:
    """A style sheet for the root, kept since documents share the styles of the same values."""
    return CSS(string=f":root{{{properties}}}", url_fetcher=Fetcher(None, ()))


def draw(layout: Layout) -> Pdf:
    """See :func:`leaflet.rendering.draw`."""
    document = layout.document
    variant, finisher = _VARIANTS[layout.standard]
    # fontTools writes the time into each font that it subsets, unless SOURCE_DATE_EPOCH is set.
    with capture_log() as log, _layout_errors(), clock.epoch_zero():
        data = document.write_pdf(finisher=finisher, pdf_variant=variant)
    # WeasyPrint fetches pictures inside an SVG only now.
    logged = findings(log, document.url_fetcher.refused)
    found = dict.fromkeys((*layout.diagnostics, *logged, *_foreign_fonts(document)))
    missing = {chr(code) for font in document.fonts.values() for code in font.missing}
    text = "".join(sorted(missing))
    return Pdf(data, layout.pages, layout.frames, tuple(found), layout.standard, text)


def _anchors(document: Document) -> dict[str, Anchor]:
    return {
        name: Anchor(number, left / page.width, top / page.height, bottom / page.height)
        for number, page in enumerate(document.pages, start=1)
        for name, (left, top, _, bottom) in page.anchors.items()
    }


def _frame(page: Page) -> Frame:
    """The content box of a page; a private attribute, so the WeasyPrint version is pinned."""
    box = page._page_box
    left, top = box.content_box_x(), page.height - box.content_box_y()
    edges = (left, top - box.height, left + box.width, top)
    return Frame(*(_POINTS_PER_PIXEL * edge for edge in edges))


def _remove_attachments(document: Document) -> Iterator[Diagnostic]:
    """Remove attachments before WeasyPrint reads their files, and report that there were some."""
    attached = len(document.metadata.attachments)
    document.metadata.attachments.clear()
    for page in document.pages:
        kept = [link for link in page.links if link[0] != "attachment"]
        attached += len(page.links) - len(kept)
        page.links[:] = kept
    if attached:
        yield Diagnostic.error("attachment-refused", "files cannot be attached to a leaflet")


def _check_links(document: Document) -> Iterator[Diagnostic]:
    """Report links that no reader can open, and a missing title."""
    links = (link for page in document.pages for link in page.links)
    for url in dict.fromkeys(link[1] for link in links if link[0] == "external"):
        if urlsplit(url).scheme not in _LINK_SCHEMES:
            message = f'"{short_url(url)}" is not an address that readers can open'
            yield Diagnostic.error("link-refused", message)
    if not document.metadata.title:
        yield Diagnostic.error("missing-title", "the page has no title")


def _clean_bookmarks(document: Document) -> None:
    for page in document.pages:
        page.bookmarks[:] = [
            (level, label.translate(_LINE_BREAK_HINTS), *rest)
            for level, label, *rest in page.bookmarks
        ]


def _foreign_fonts(document: Document) -> Iterator[Diagnostic]:
    for family in sorted({font.family for font in document.fonts.values()} - {*in_use().names}):
        message = f'the font "{family}" is neither leaflet\'s nor one of [fonts] in leaflet.toml'
        yield Diagnostic.error("foreign-font", message)


@contextmanager
def _layout_errors() -> Iterator[None]:
    """Raise LayoutFailed for whatever stops the engine."""
    try:
        yield
    except Exception as error:
        message = f"the page could not be laid out: {type(error).__name__}: {error}"
        raise LayoutFailed.of("layout-failed", message.rstrip(": ")) from error
