"""What changed → the HTML of a list of changes, and of marked editions."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from leaflet.compose.measure.margins import margin_lines, page_numbering
from leaflet.compose.templates import fill
from leaflet.diff.file_changes import FileChanges
from leaflet.diff.marked import MarkedStatement
from leaflet.diff.model import Edit, Role, Statement
from leaflet.i18n.messages import ENGLISH, Language
from leaflet.job import PictureFolder
from leaflet.theme.search_path import Theme

WARNING = "Marked changes, not for patients"

_DEEPEST = 3
"""Levels of labels below which text is not indented further."""


@dataclass(frozen=True, slots=True)
class ChangePage:
    """A page about changes, ready to be laid out; it has no pictures of a monograph.

    ``header`` and ``footer`` are on each page, ``number`` is how they are numbered.
    """

    title: str
    lang: str
    html: str
    header: str
    footer: str
    number: str
    right_to_left: bool = False
    base: PictureFolder | None = None

    def overrides(self, tokens: Mapping[str, str]) -> dict[str, str]:
        """The tokens of a style sheet that this page sets."""
        margins = margin_lines(self.header, self.footer, self.number, tokens)
        return {**margins, **page_numbering(self.number)}


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


@dataclass(frozen=True, slots=True)
class MarkedBlock:
    """A paragraph of a marked edition: statements that are one in the monograph, too.

    ``heading`` is that of a section that begins with it, ``depth`` how many labels are above it,
    ``column`` the head of the column that it is a cell of.
    """

    statements: tuple[MarkedStatement, ...]
    heading: str = ""

    @property
    def _first(self) -> Statement:
        return self.statements[0].statement

    @property
    def depth(self) -> int:
        """How far it is indented."""
        return min(len(self._first.under), _DEEPEST)

    @property
    def column(self) -> str:
        """The head of its column, if it is a cell."""
        return self._first.under[-1] if self._first.role is Role.CELL else ""

    @property
    def is_label(self) -> bool:
        """Whether others stand under it."""
        return self._first.role in (Role.LABEL, Role.COLUMN, Role.SECTION)

    @property
    def is_marked(self) -> bool:
        """Whether a bar is beside it."""
        return any(each.is_marked for each in self.statements)


def mark_changes(
    statements: Iterable[MarkedStatement], file: FileChanges, language: Language, theme: Theme
) -> ChangePage:
    """The marked edition of a medicine: its new text with what was inserted and deleted.

    Words of leaflet's own are in English, as in all that is for editors. Raises SettingsError if
    the template of the theme cannot be used.
    """
    versions = " → ".join(str(each) for each in (file.old, file.new) if each)
    header, footer = f"{WARNING} · {file.title}", versions
    html = fill(
        theme,
        language,
        "changes/marked.html",
        title=file.title,
        header=header,
        footer=footer,
        versions=f"{WARNING}: {_versions(file)}",
        blocks=tuple(_blocks(statements)),
    )
    return _page(file.title, html, header, footer, language)


def _blocks(statements: Iterable[MarkedStatement]) -> Iterator[MarkedBlock]:
    """The statements by paragraph, each with the heading that begins with it."""
    section = ("", "")
    for _, group in groupby(statements, _paragraph):
        together = tuple(group)
        first = together[0].statement
        is_new = bool(first.section) and (first.drug, first.section) != section
        if is_new:
            section = (first.drug, first.section)
        yield MarkedBlock(together, " › ".join(filter(None, section)) if is_new else "")


def _paragraph(marked: MarkedStatement) -> tuple[object, ...]:
    """What sentences of one paragraph share; a label and the sentence after it are one, too."""
    statement = marked.statement
    alone = id(marked) if statement.role is not Role.TEXT or not statement.series else 0
    is_gone = all(run.edit is Edit.DELETED for run in marked.runs)
    return statement.line, statement.series, is_gone, alone
