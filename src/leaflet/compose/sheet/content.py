"""What has to fit onto a sheet: the parts of all its medicines, in columns, and their heights."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from leaflet.compose.measure.estimate import COLUMN_WIDTH, LINE_HEIGHT, blocks_height, text_height
from leaflet.compose.measure.table_space import TableSpace
from leaflet.compose.outline.chapter import Chapter, FilledPart, removable_parts
from leaflet.compose.outline.own_label import with_own_label
from leaflet.compose.sheet.cells import Note, SheetPart, share_out, text_width
from leaflet.compose.sheet.dose_table import label_share
from leaflet.compose.sheet.fragments import (
    Fragment,
    MedicineName,
    cut_into_fragments,
    with_label_share,
)
from leaflet.compose.sheet.headings import without_title
from leaflet.compose.sheet.rail import USUAL, rail_share, rail_widths
from leaflet.compose.sheet.stop import STOP_WIDTH, stop_height, warning_share
from leaflet.kinds.model import Band, Kind
from leaflet.monograph.model import Monograph, Text
from leaflet.monograph.text import join

WIDTHS: dict[str, float] = {Band.STOP: STOP_WIDTH, Band.REST: 1}
"""The width of the text in a band of one width, as a share of a column of the rest."""

_SHEET_WIDTH = 2 * COLUMN_WIDTH

# Estimated heights in em, each with the space around it.
_TITLE = 2.8
_CHAPTER_NAME = 1.6
_NOTE = 0.5
_CELL = 2.0
_TALLEST_CELL = 50.0
_CELL_HEADING = 1.3
_CLOSING = 2.5


@dataclass(frozen=True, slots=True)
class Column:
    """Parts below each other in a band; ``key`` is the HTML id of the column."""

    key: str
    band: Band
    parts: tuple[SheetPart, ...]

    @property
    def fragments(self) -> tuple[Fragment, ...]:
        """The fragments of the parts, in order."""
        return tuple(fragment for part in self.parts for fragment in part.fragments)


@dataclass(frozen=True, slots=True)
class SheetContent:
    """What has to fit onto a sheet; empty for a kind that is not a sheet.

    ``around`` is the height of what is above and below the bands, ``above`` its share above them,
    ``stop`` that of the first band, all in em. ``movable`` are the keys of the parts that this
    sheet may do without, the first to go first. ``label_shares`` is the width of the labels of
    doses in per cent, in the band and below it, ``rail_share`` that of the indications in per cent
    of the sheet, ``warning_share`` that of the boxed warning, 0 for the usual one. If it
    ``is_tight``, a word in the doses is wider than any column, and must break anywhere.
    """

    parts: tuple[SheetPart, ...] = ()
    around: float = 0
    above: float = 0
    stop: float = 0
    movable: tuple[str, ...] = ()
    label_shares: tuple[int, ...] = (0, 0)
    rail_share: int = USUAL
    warning_share: int = 0
    is_tight: bool = False

    @property
    def has_tall_cell(self) -> bool:
        """Whether a cell may be higher than a page: torn, its text would be read out of order."""
        cells = (part for part in self.parts if part.band in (Band.STOP, Band.ADJUST))
        heights = (sum(each.height for each in part.fragments) for part in cells)
        return max(heights, default=0) > _TALLEST_CELL

    def columns(self, moved: Collection[str] = ()) -> tuple[Column, ...]:
        """The columns of the second and the third band, without the ``moved`` parts."""
        return (
            *(Column(band, band, self.of(band, moved)) for band in (Band.RAIL, Band.DOSE)),
            *(Column(part.key, part.band, (part,)) for part in self.of(Band.ADJUST, moved)),
        )

    def of(self, band: Band, moved: Collection[str] = ()) -> tuple[SheetPart, ...]:
        """The parts in a band, without the ``moved`` ones."""
        return tuple(part for part in self.parts if part.band == band and part.key not in moved)


def sheet_content(
    monograph: Monograph, chapters: Sequence[Chapter], kind: Kind, space: TableSpace
) -> SheetContent:
    """The chapters of a monograph as parts in bands; ``space`` is what is available to a table."""
    parts = tuple(_parts(monograph, chapters, kind, space))
    rail = rail_share(parts)
    if rail != USUAL:
        parts = tuple(_parts(monograph, chapters, kind, space, rail))
    parts = share_out(parts)
    rows = tuple(row for part in parts for each in part.fragments for row in each.rows)
    shares = tuple(
        label_share(rows, share * COLUMN_WIDTH)
        for share in (rail_widths(rail)[Band.DOSE], WIDTHS[Band.REST])
    )
    parts = tuple(
        replace(part, fragments=tuple(with_label_share(each, shares[0]) for each in part.fragments))
        for part in parts
    )
    return SheetContent(
        parts,
        (above := _height_above(monograph, chapters)) + _height_below(monograph, chapters, parts),
        above,
        stop_height(monograph, parts, warning := warning_share(monograph, parts)),
        removable_parts(chapters, kind.sheet.moves if kind.sheet else ()),
        shares,
        rail,
        warning,
        any(fragment.is_tight for part in parts for fragment in part.fragments),
    )


def _parts(
    monograph: Monograph,
    chapters: Sequence[Chapter],
    kind: Kind,
    space: TableSpace,
    rail: int = USUAL,
) -> Iterator[SheetPart]:
    cells = [part for part in kind.parts if part.band == Band.ADJUST]
    widths = {**WIDTHS, **rail_widths(rail), Band.ADJUST: text_width(1 / max(1, len(cells)))}
    for part in kind.parts:
        filled = [
            (number, chapter.name if len(chapters) > 1 else (), each)
            for number, chapter in enumerate(chapters, start=1)
            for each in chapter.parts
            if each.key == part.key
        ]
        fragments: list[Fragment] = []
        for number, name, each in filled:
            if each.passages:
                shown = each if name else with_own_label(without_title(each, monograph.name))
                width = widths[each.band] * COLUMN_WIDTH
                fragments += cut_into_fragments(
                    shown, MedicineName(number, name), not fragments, width, space
                )
        comma = kind.language.words["comma"]
        notes = tuple(_notes(filled, comma, has_text=bool(fragments)))
        if fragments or notes or (part.always and part.band):
            heading = filled[0][-1].heading if filled else part.heading
            notes = notes if fragments or notes else (Note((), kind.language.words["not_stated"]),)
            yield SheetPart(part.key, heading, part.look, part.band, tuple(fragments), notes)


def _notes(
    filled: Sequence[tuple[int, Text, FilledPart]], comma: str, *, has_text: bool
) -> Iterator[Note]:
    """What is said of the medicines besides their text, each note once, with all their names."""
    named: dict[str, list[Text]] = {}
    for _, name, each in filled:
        if each.note:
            named.setdefault(each.note, []).append(name)
    if not has_text and len(named) == 1:
        named = {note: [()] for note in named}
    for note, names in named.items():
        yield Note(join(names, comma), note)


def _height_above(monograph: Monograph, chapters: Sequence[Chapter]) -> float:
    front = monograph.front
    lines = bool(front.brand_names or front.drug_class) + bool(front.forms)
    names = sum(_CHAPTER_NAME for chapter in chapters if chapter.name)
    intro = sum(blocks_height(each.intro, _SHEET_WIDTH) for each in chapters)
    return _TITLE + LINE_HEIGHT * lines + names + intro


def _height_below(
    monograph: Monograph, chapters: Sequence[Chapter], parts: Sequence[SheetPart]
) -> float:
    front = monograph.front
    height = _CLOSING + LINE_HEIGHT * bool(front.contact or front.url)
    height += text_height(", ".join(front.sources), _SHEET_WIDTH) if front.sources else 0
    for chapter in chapters:
        silent = ", ".join(chapter.silent)
        height += _NOTE + text_height(silent, _SHEET_WIDTH) if silent else 0
    for part in parts:
        if part.band == Band.REST:
            height += sum(_NOTE + text_height(note.text, _SHEET_WIDTH) for note in part.notes)
    return height + _height_of_empty_cells(parts)


def _height_of_empty_cells(parts: Sequence[SheetPart]) -> float:
    """How much higher the cells without text make the third band."""
    cells = [part for part in parts if part.band == Band.ADJUST]
    if not cells:
        return 0
    texts = max(sum(each.height for each in part.fragments) for part in cells)
    notes = max(
        sum(
            _NOTE + text_height(note.text, text_width(part.share / 100) * COLUMN_WIDTH)
            for note in part.notes
        )
        for part in cells
    )
    return _CELL + max(0, _CELL_HEADING + notes - texts)
