"""The parts of a sheet as galleys: set in type one below the other, not yet put into columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from leaflet.compose.measure.estimate import COLUMN, LINE, depth_of, lines
from leaflet.compose.measure.table_room import Place
from leaflet.compose.outline.chapter import Chapter, FilledPart, Passage
from leaflet.compose.outline.groups import introduces
from leaflet.compose.overrides import dispensable
from leaflet.compose.sheet.dose_table import Run, depth_of_run, runs
from leaflet.compose.sheet.inline_lists import run_on
from leaflet.kinds.model import Sheet
from leaflet.monograph.model import Block, Entry, Monograph, Subheading

Body = tuple[Block, ...]

DEEPEST_HELD = 40.0
"""How deep what stands under one head may be to be kept in one column, in em: half of it."""

_WIDTH = 2 * COLUMN
_HEADING = 2.4
_TITLE = 4.2
_BOX = 3.0
_NOTE = 2.0
_NAME = 2.5
_CLOSING = 4.0


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of a passage, or a table of its doses; ``opens`` where the passage begins with it."""

    passage: Passage
    opens: bool
    run: Run


@dataclass(frozen=True, slots=True)
class Galley:
    """A part, or as much of one as must not be parted by the end of a column.

    ``name`` is the id of its first line on the page, ``first`` tells that the part begins with it,
    ``depth`` is what it is cast off to, in em.
    """

    name: str
    part: FilledPart
    first: bool
    pieces: tuple[Piece, ...]
    depth: float


@dataclass(frozen=True, slots=True)
class Copy:
    """What is to be fitted onto a sheet.

    ``chapters`` are the galleys of each chapter, in the order in which they are read; ``around`` is
    the depth of what stands above and below the columns, in em; ``movable`` are the keys of the
    parts that this sheet may do without, the first to go first. A kind without a sheet has none of
    it.
    """

    chapters: tuple[tuple[Galley, ...], ...] = ()
    around: float = 0
    movable: tuple[str, ...] = ()


NOTHING = Copy()
"""What there is to fit where the document has as many pages as it takes."""


def set_galleys(
    monograph: Monograph, chapters: Sequence[Chapter], sheet: Sheet, place: Place
) -> Copy:
    """The chapters of a monograph in galleys, cast off; ``place`` is the room that a table has."""
    return Copy(
        tuple(
            tuple(galley for part in chapter.parts for galley in _set(part, number, place))
            for number, chapter in enumerate(chapters, start=1)
        ),
        _around(monograph, chapters),
        dispensable(chapters, sheet.moves),
    )


def _around(monograph: Monograph, chapters: Sequence[Chapter]) -> float:
    depth, front = _TITLE + _CLOSING, monograph.front
    if front.boxed_warning:
        depth += _BOX + lines(front.boxed_warning, _WIDTH)
    if monograph.preamble:
        depth += _BOX + depth_of(monograph.preamble, _WIDTH)
    depth += sum(lines(source, _WIDTH) / 3 for source in front.sources)
    for chapter in chapters:
        silent = chapter.silent or not all(part.passages for part in chapter.parts)
        depth += _NAME * bool(chapter.name) + depth_of(chapter.intro, _WIDTH) + _NOTE * bool(silent)
    return depth


def _set(part: FilledPart, chapter: int, place: Place) -> Iterator[Galley]:
    pieces = tuple(one for passage in part.passages for one in _pieces(passage, part.look, place))
    boxed = part.look == "band"
    for number, held in enumerate([pieces] if boxed and pieces else _held(pieces)):
        depth = _HEADING * (number == 0) + sum(_depth(piece) for piece in held)
        yield Galley(f"{chapter}-{part.key}-{number}", part, number == 0, held, depth)


def _pieces(passage: Passage, look: str, place: Place) -> Iterator[Piece]:
    if look == "table":
        found = runs(passage.body, place.column, place.height)
        cuts = [cut for run in found for cut in ([run] if run.rows else map(_text, _cut(run.body)))]
    else:
        body = run_on(passage.body) if look == "brief" else passage.body
        cuts = [*map(_text, _cut(body))]
    for number, run in enumerate(cuts or (Run(),)):
        yield Piece(passage, number == 0, run)


def _text(body: Body) -> Run:
    return Run(body=body)


def _cut(body: Body) -> list[Body]:
    """The body cut before each of its labels; what stands under a subheading stays whole."""
    cuts: list[Body] = []
    headed = False
    for block in body:
        headed = headed or isinstance(block, Subheading)
        if not cuts or isinstance(block, Subheading) or (isinstance(block, Entry) and not headed):
            cuts.append(())
        cuts[-1] += (block,)
    return cuts


def _held(pieces: Sequence[Piece]) -> list[tuple[Piece, ...]]:
    """The pieces by what a column must not part: a head goes with what it stands over.

    With the first piece below it at least, and with all of them where they are not deep: over the
    rest, in the next column, nothing says any more for whom a dose is. So does the last label of a
    table with the text that goes on below it.
    """
    held: list[tuple[Piece, ...]] = []
    for piece in pieces:
        above = held[-1] if held else ()
        led = above and _leads(above[-1])
        under = above and not (piece.opens or _heads(piece))
        belongs = under and (_follows(piece, above[-1]) or any(map(_heads, above)))
        if led or (belongs and sum(map(_depth, (*above, piece))) <= DEEPEST_HELD):
            held[-1] += (piece,)
        else:
            held.append((piece,))
    return held


def _heads(piece: Piece) -> bool:
    """Whether a piece has a head in it that may stand over the next one."""
    return any(not row.body for row in piece.run.rows) or any(
        isinstance(block, Subheading) or (isinstance(block, Entry) and not block.body)
        for block in piece.run.body
    )


def _follows(piece: Piece, above: Piece) -> bool:
    """Whether a piece is text that may speak of the last label of the table above it."""
    return bool(above.run.rows) and not piece.run.rows


def _leads(piece: Piece) -> bool:
    """Whether a piece ends with words that stand over the next one."""
    run = piece.run
    return not run.rows[-1].body if run.rows else bool(run.body) and introduces(run.body[-1])


def _depth(piece: Piece) -> float:
    passage = piece.passage
    opening = LINE * (passage.headed + bool(passage.qualifier)) if piece.opens else 0
    return opening + depth_of_run(piece.run, COLUMN)
