"""What changed → the HTML of a list of changes, and of marked editions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from leaflet.compose.composition import Composition
from leaflet.compose.marked.insert import insert_marks, unnumbered_texts
from leaflet.compose.marked.page import positions, read_pieces
from leaflet.compose.marked.runs import seen
from leaflet.compose.marked.signs import Signs
from leaflet.compose.measure.margins import margin_lines, page_numbering
from leaflet.compose.templates import fill
from leaflet.diff.file_changes import FileChanges
from leaflet.diff.marked import mark
from leaflet.diff.statements import facts_of, find_statements, numbers_of
from leaflet.diff.words import Vocabulary
from leaflet.i18n.messages import ENGLISH, Language
from leaflet.job import PictureFolder
from leaflet.monograph.model import Monograph
from leaflet.theme.search_path import Theme

WARNING = "Marked changes, not for patients"


@dataclass(frozen=True, slots=True)
class ChangePage:
    """A page about changes, ready to be laid out; it has no pictures of a monograph.

    ``header`` and ``footer`` are on each page, ``number`` is how they are numbered. ``set_by_page``
    are the tokens that the page of a kind sets besides.
    """

    title: str
    lang: str
    html: str
    header: str
    footer: str
    number: str
    right_to_left: bool = False
    base: PictureFolder | None = None
    set_by_page: Mapping[str, str] = field(default_factory=dict)

    def overrides(self, tokens: Mapping[str, str]) -> dict[str, str]:
        """The tokens of a style sheet that this page sets."""
        margins = margin_lines(self.header, self.footer, self.number, tokens)
        return {**self.set_by_page, **margins, **page_numbering(self.number)}


def list_changes(
    files: Iterable[FileChanges], title: str, counts: str, theme: Theme, *, on_screen: bool = False
) -> ChangePage:
    """The list of changes of a run, self-contained ``on_screen``, else for the style sheet.

    Raises SettingsError if the template of the theme cannot be used.
    """
    footer = "Compared by meaning, not by lines. Read the whole text before you sign it."
    style = theme.text("changes/list.css") if on_screen else ""
    html = fill(
        theme,
        ENGLISH,
        "changes/list.html",
        files=tuple(files),
        title=title,
        footer=footer,
        counts=counts,
        versions=_versions,
        style=Markup(style),  # noqa: S704 - of the theme, as the template is
    )
    return _page(title, html, title, footer, ENGLISH)


def _page(title: str, html: str, header: str, footer: str, language: Language) -> ChangePage:
    turned = language.right_to_left
    return ChangePage(title, language.tag, html, header, footer, language.words["page"], turned)


def _versions(file: FileChanges) -> str:
    """Which versions were compared, by file, number and date."""
    named = (f"{each.file}, {each}" for each in (file.old, file.new) if each)
    return " → ".join(named)


def mark_page(
    versions: tuple[Monograph, Monograph],
    pages: tuple[Composition | None, Composition],
    file: FileChanges,
    words: Vocabulary,
) -> ChangePage | None:
    """The marked edition of a kind: its new page with what was inserted and deleted.

    ``versions`` are the old and the new monograph with numbers, ``pages`` what the kind makes of
    them; the old one may be missing. None if nothing changed that the kind prints. Words of
    leaflet's own about the marks are in English, as in all that is for editors.
    """
    old, new = map(find_statements, versions)
    new_page = pages[1]
    pieces = read_pieces(new_page.html, numbers_of(new))
    old_pieces = read_pieces(pages[0].html, numbers_of(old)) if pages[0] else []
    marks = mark(old, new, ([*positions(old_pieces)], [*positions(pieces)]), words)
    known = unnumbered_texts(old_pieces) if old_pieces else frozenset(map(seen, facts_of(old)))
    if not marks and unnumbered_texts(pieces) <= known:
        return None
    language = new_page.kind.language
    signs = Signs(language)
    header = f"{WARNING} · {file.title}"
    footer = " → ".join(str(each) for each in (file.old, file.new) if each)
    legend = signs.legend(f"{WARNING}: {_versions(file)}")
    html = _with_legend(insert_marks(pieces, marks, known, signs), legend, header, footer)
    return ChangePage(
        new_page.title,
        new_page.lang,
        html,
        header,
        footer,
        new_page.words["page"],
        new_page.right_to_left,
        set_by_page=new_page.overrides,
    )


def _with_legend(pieces: list[str], legend: Markup, header: str, footer: str) -> str:
    """A page with other lines in its margins, and with the legend first."""
    lines = Markup('<body data-header="{}" data-footer="{}">{}').format(header, footer, legend)
    return "".join(str(lines) if each.startswith("<body") else each for each in pieces)
