"""Decides everything about a document before its HTML is written."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from leaflet import clock
from leaflet.compose.measure.margins import check_margins
from leaflet.compose.measure.stack_tables import stack_tables
from leaflet.compose.measure.table_space import TableSpace
from leaflet.compose.outline.arrange import arrange, name_in_headings
from leaflet.compose.outline.chapter import Chapter, removable_parts, without_parts
from leaflet.compose.outline.key_points import Point, find_points
from leaflet.compose.outline.unplaced import unknown_headings
from leaflet.compose.overrides import ignored_overrides
from leaflet.compose.running_lines import (
    names_parts,
    running_lines,
    tokens_of_document,
    words_for_later_sides,
)
from leaflet.compose.sheet.content import SheetContent, sheet_content
from leaflet.compose.sheet.makeup import Makeup
from leaflet.compose.sheet.omissions import Omission, omissions
from leaflet.compose.sides.contents import is_long
from leaflet.compose.sides.first_side import FirstSide, first_side
from leaflet.compose.translate import localise_kind
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic
from leaflet.job import PictureFolder
from leaflet.kinds.model import Kind
from leaflet.monograph.instructions import SAYS_WHEN
from leaflet.monograph.model import Monograph
from leaflet.monograph.text import plain
from leaflet.theme.cascade import Stylesheet
from leaflet.theme.search_path import Theme


@dataclass(frozen=True, slots=True)
class Design:
    """What all documents of an edition are composed with."""

    kind: Kind
    theme: Theme
    stylesheet: Stylesheet
    settings: Settings


@dataclass(frozen=True, slots=True)
class Outline:
    """What a document has in every make-up: the parts of a monograph, in the words of its kind.

    ``everything`` are the ``chapters`` with the parts that are ``removed``, ``points`` those that
    may be among the most important ones of a leaflet.
    """

    monograph: Monograph
    kind: Kind
    everything: tuple[Chapter, ...]
    removed: tuple[str, ...]
    chapters: tuple[Chapter, ...]
    points: tuple[Point, ...]

    @classmethod
    def of(cls, monograph: Monograph, kind: Kind) -> "Outline":
        """The outline of a monograph, whose tables are stacked where they have to be."""
        everything = arrange(monograph, kind)
        removed = removable_parts(everything, kind.left_out)
        chapters = without_parts(everything, removed)
        return cls(monograph, kind, everything, removed, chapters, _points(monograph, kind))

    def left_out(self, moved: Sequence[str]) -> tuple[Omission, ...]:
        """What the document leaves out if some parts are ``moved`` to the monograph."""
        return omissions(self.monograph, self.kind, self.everything, (*self.removed, *moved))

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What the author should know, whatever the make-up is."""
        ignored = ignored_overrides(self.monograph, self.kind, self.removed)
        unknown = unknown_headings(self.monograph, self.kind)
        return (*_overdue(self.monograph), *unknown, *ignored)


@dataclass(frozen=True, slots=True)
class Composition:
    """A document ready to be laid out.

    ``words`` are leaflet's own in the language ``lang``. ``overrides`` are the tokens of the style
    sheet that this document sets. ``chapters`` is what may be printed, ``content`` the same as the
    fragments of a sheet, whose columns are ``stacked`` where they have no room side by side, and
    ``left_out`` what the monograph has and the document has not. ``base`` is where the monograph's
    pictures are. ``points`` are those that may be among the most important ones of a leaflet,
    ``side`` is its first side, if its kind has one and it is about one medicine. A leaflet that
    ``is_long`` has a table of contents; the pages of a sheet that ``names_parts`` say at their head
    which part goes on there. ``goes_on`` is what the sides of a leaflet say then, by its heading.
    """

    outline: Outline
    space: TableSpace
    monograph: Monograph
    kind: Kind
    lang: str
    words: Mapping[str, str]
    title: str
    header: str
    footer: str
    disclaimer: str
    overrides: Mapping[str, str]
    makeup: Makeup
    chapters: tuple[Chapter, ...]
    content: SheetContent
    stacked: bool
    left_out: tuple[Omission, ...]
    points: tuple[Point, ...]
    is_long: bool
    names_parts: bool
    base: PictureFolder | None
    diagnostics: tuple[Diagnostic, ...]
    side: FirstSide | None = None
    goes_on: Mapping[str, str] = field(default_factory=dict)
    html: str = ""

    @property
    def fits_times(self) -> bool:
        """Whether the table of times of day has room; on a small page in large type it has none."""
        return self.space.fits_times(self.words["times_of_day"].split("|"))

    @property
    def fits_cycle(self) -> bool:
        """Whether the calendar of a cycle of treatment has room."""
        return self.space.fits_week(self.words["week"])

    @property
    def right_to_left(self) -> bool:
        """The direction of its language."""
        return self.kind.language.right_to_left


def prepare(
    monograph: Monograph,
    design: Design,
    makeup: Makeup,
    base: PictureFolder | None,
    draft: Composition | None = None,
) -> Composition:
    """The composition without its HTML. Raises as :func:`leaflet.compose.compose` does."""
    kind = draft.kind if draft else localise_kind(monograph, design.kind, design.theme)
    lines = running_lines(monograph, kind, design.stylesheet, design.settings)
    words, tokens = _words(kind.language.words, makeup), dict(design.stylesheet.tokens)
    overrides = tokens_of_document(lines, words, tokens, makeup, is_sheet=bool(kind.sheet))
    check_margins(tokens := tokens | overrides, monograph.source.name)
    space = TableSpace.of(tokens)
    outline = _outline(stack_tables(monograph, space), kind, draft)
    content = _content(outline, space, draft)
    prepared = Composition(
        outline=outline,
        space=space,
        monograph=outline.monograph,
        kind=kind,
        lang=monograph.front.lang,
        words=words,
        title=lines.title,
        header=lines.header if makeup.runs_on or not kind.sheet else "",
        footer=lines.footer,
        disclaimer=lines.disclaimer,
        overrides=overrides,
        makeup=makeup,
        chapters=outline.chapters,
        content=content,
        stacked=content.has_tall_cell or not tokens["--columns"].isdigit(),
        left_out=outline.left_out(makeup.moved),
        points=outline.points,
        is_long=is_long(outline.chapters, tokens),
        names_parts=bool(kind.sheet) and names_parts(lines, makeup),
        base=base,
        diagnostics=outline.diagnostics,
    )
    return _with_sides(prepared, tokens)


def _with_sides(composition: Composition, tokens: Mapping[str, str]) -> Composition:
    """The composition with its first side, and what later ones say of the part that goes on."""
    side = first_side_of(composition, composition.makeup)
    if side is None or tokens["--columns"] != "2":
        return replace(composition, side=side)
    headings = (plain(part.label) or part.heading for part in side.rest)
    later = words_for_later_sides(headings, composition.header, composition.words, tokens)
    return replace(composition, side=side, goes_on=later)


def _outline(monograph: Monograph, kind: Kind, draft: Composition | None) -> Outline:
    """The outline of a monograph, which a draft has unless other tables are stacked in it."""
    if draft and draft.monograph == monograph:
        return draft.outline
    return Outline.of(monograph, kind)


def _content(outline: Outline, space: TableSpace, draft: Composition | None) -> SheetContent:
    """The fragments of a sheet; a draft has them if it has the same space for tables."""
    if not outline.kind.sheet:
        return SheetContent()
    if draft and draft.outline is outline and draft.space == space:
        return draft.content
    return sheet_content(outline.monograph, outline.chapters, outline.kind, space)


def _points(monograph: Monograph, kind: Kind) -> tuple[Point, ...]:
    if kind.sheet:
        return ()
    points = find_points(monograph, kind.phrases)
    is_boxed = monograph.front.boxed_warning
    return tuple(each for each in points if each.category == SAYS_WHEN or not is_boxed)


def _words(words: Mapping[str, str], makeup: Makeup) -> Mapping[str, str]:
    """The words of a document; a single sheet has sides, not pages."""
    return {**words, "page": words["side"]} if makeup.one_sheet else words


def first_side_of(composition: Composition, makeup: Makeup) -> FirstSide | None:
    """The first side of a leaflet about one medicine; None for any other document.

    It has the cells of a make-up besides what every first side has.
    """
    kind, chapters = composition.kind, composition.chapters
    if kind.sides is None or len(chapters) != 1:
        return None
    name = name_in_headings(composition.monograph.name, kind.language.words)
    side = first_side(chapters[0], kind, name, composition.points, makeup)
    return side if not side.daily or composition.fits_times else replace(side, daily=False)


def _overdue(monograph: Monograph) -> Iterator[Diagnostic]:
    if is_overdue(monograph):
        yield Diagnostic.warning(
            "review-overdue",
            f"the review was due on {monograph.front.review_due}",
            file=monograph.source.name,
            line=monograph.source.key_line("review_due"),
            hint="have it reviewed, then set review_due to the next date",
        )


def is_overdue(monograph: Monograph) -> bool:
    """Whether the date of the next review has passed."""
    due = monograph.front.review_due
    return due is not None and due < clock.today()
