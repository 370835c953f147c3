"""Pages about changes as PDFs, each laid out and proved within the limits of a run."""

from collections.abc import Callable

from leaflet.batch.pool import run_in_order
from leaflet.batch.worker import WorkSpec
from leaflet.compose.changes import ChangePage
from leaflet.config.own_fonts import own_families
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic, has_errors
from leaflet.edition.edition import brand_layers
from leaflet.errors import ProofFailed
from leaflet.fonts.in_use import FontSet, font_set, using
from leaflet.rendering import compile_stylesheet, draw, lay_out
from leaflet.theme.cascade import Stylesheet
from leaflet.theme.resolve_vars import resolve_vars
from leaflet.theme.search_path import TemplateFolder, Theme
from leaflet.verification.page_text import prove_page

_PAGES = TemplateFolder("changes")

PagePrinter = Callable[[ChangePage], bytes]


def make_page_printer(settings: Settings) -> PagePrinter:
    """What prints pages about changes in the styles and on the paper of the settings.

    Raises SettingsError if these cannot be used; the printer raises DocumentError for a page that
    cannot be printed, or does not prove to say what it should.
    """
    theme = Theme.of(settings.project)
    paper = theme.paper(settings.paper, _PAGES, settings.papers)
    fonts = font_set((), own_families(settings.fonts, settings.project))
    sheet = theme.stylesheet(_PAGES, settings.styles, paper, brand_layers(settings), fonts.names)
    return page_printer(sheet, fonts, theme, settings)


def page_printer(
    sheet: Stylesheet, fonts: FontSet, theme: Theme, settings: Settings
) -> PagePrinter:
    """What prints pages with a style sheet. Raises as :func:`make_page_printer`."""
    with using(fonts):
        compiled = compile_stylesheet(resolve_vars(sheet), theme.roots, settings.limits)

    def print_page(page: ChangePage) -> bytes:
        turned = page.right_to_left
        with using(fonts):
            layout = lay_out(page, compiled, page.overrides(sheet.tokens), settings.standard)
            pdf = draw(layout)
            found = prove_page(pdf, page.html, page.title, page.lang, right_to_left=turned)
        if has_errors(found):
            raise ProofFailed(found)
        return pdf.data

    return print_page


def print_page(page: ChangePage, settings: Settings) -> bytes | Diagnostic:
    """Print one page in a worker process; the PDF, or why there is none."""
    spec: WorkSpec[ChangePage, bytes | Diagnostic] = WorkSpec(
        settings, make_page_printer, _unprinted, "leaflet.batch.preload"
    )
    (printed,) = run_in_order(spec, [page])
    return printed


def _unprinted(_page: ChangePage, finding: Diagnostic, _seconds: float) -> Diagnostic:
    return finding
