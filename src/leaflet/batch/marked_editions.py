"""Marked editions: the new page of each kind with what changed in it, laid out and proved."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from leaflet.batch.change_pages import PagePrinter, page_printer
from leaflet.compose import Design, compose
from leaflet.compose.changes import mark_page
from leaflet.config.own_fonts import own_families
from leaflet.config.settings import Settings
from leaflet.diff.file_changes import FileChanges, MarkedEdition
from leaflet.diff.numbering import number
from leaflet.diff.statements import find_statements, numbers_of
from leaflet.edition.edition import EditionKey, design
from leaflet.errors import DocumentError, ProofFailed
from leaflet.fonts.in_use import FontSet, font_set, using
from leaflet.monograph.model import Monograph
from leaflet.theme.cascade import Layer
from leaflet.theme.search_path import Theme
from leaflet.theme.tokens import FONT, families
from leaflet.verification.marked_text import MarkedPages, prove_marks

_MARKS = "changes/marks.css"


@dataclass(frozen=True, slots=True)
class _Kind:
    """What pages of one kind are composed and printed with."""

    name: str
    design: Design
    fonts: FontSet
    printer: PagePrinter


class MarkedEditions:
    """Prints marked editions of the kinds, in the styles and on the paper of the settings.

    Raises SettingsError if these cannot be used.
    """

    def __init__(self, settings: Settings) -> None:
        self._theme = Theme.of(settings.project)
        self._kinds = [self._kind(each, settings) for each in settings.kinds or self._theme.kinds()]

    def _kind(self, name: str, settings: Settings) -> _Kind:
        key = EditionKey(name, settings.styles, settings.paper_for(name), settings.standard)
        marks = Layer("marks", self._theme.text(_MARKS), _MARKS)
        kind, sheet = design(key, self._theme, settings, (marks,))
        own = own_families(settings.fonts, settings.project)
        fonts = font_set(families(sheet.tokens[FONT]), own)
        printer = page_printer(sheet, fonts, self._theme, settings)
        return _Kind(name, Design(kind, self._theme, sheet, settings), fonts, printer)

    def print(
        self, old: Monograph, new: Monograph, file: FileChanges
    ) -> Iterator[MarkedEdition | DocumentError]:
        """An edition for each kind that prints anything of what changed, or why there is none."""
        versions = number(old), number(new)
        for kind in self._kinds:
            try:
                if pdf := self._printed(kind, versions, new, file):
                    yield MarkedEdition(kind.name, file.subpath, pdf)
            except DocumentError as error:
                yield error

    def _printed(
        self,
        kind: _Kind,
        versions: tuple[Monograph, Monograph],
        plain: Monograph,
        file: FileChanges,
    ) -> bytes:
        """The PDF for one kind; empty if it prints nothing of what changed."""
        (old, new), before = versions, None
        words, statements = self._theme.vocabulary(new.front.lang), find_statements(old)
        with using(kind.fonts):
            with suppress(DocumentError):  # the older version may be one that is refused today
                before = compose(old, kind.design)
            page = mark_page(versions, (before, compose(new, kind.design)), file, words)
            if page is None:
                return b""
            pages = MarkedPages(
                page.html,
                compose(plain, kind.design).html,
                before.html if before else "",
                tuple(text for each in statements for text in (each.full, each.where)),
                numbers_of(statements),
            )
        if found := prove_marks(pages):
            raise ProofFailed(found)
        return kind.printer(page)
