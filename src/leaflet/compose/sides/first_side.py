"""Chooses what is on the first side of a leaflet, and what follows on the others.

The first side has what a patient does: what the medicine is for, who must not have it, how to take
it, the effects that need help, and a cell each for a missed dose, alcohol and the like. Every
statement is either there or among the parts that follow, never in both.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from leaflet.compose.html.daily_dosing import is_taken_daily
from leaflet.compose.outline.chapter import Chapter, FilledPart
from leaflet.compose.outline.groups import Body
from leaflet.compose.outline.key_points import Point, choose_points
from leaflet.compose.outline.lift import only_denies
from leaflet.compose.outline.urgency import UrgencyGroup
from leaflet.compose.sheet.makeup import PLAIN, Makeup
from leaflet.compose.sides.cells import (
    CELL_WIDTH,
    WIDE,
    Cell,
    holds_table,
    passages_height,
    shorten,
    take_beginning,
    take_from,
)
from leaflet.compose.sides.dose_box import DOSES_FOLLOW, DoseBox, dose_box
from leaflet.compose.sides.headings import merge_headings, word_set
from leaflet.compose.sides.urgent_box import urgent_box
from leaflet.kinds.model import Kind, Sides
from leaflet.monograph.sentences import sentences
from leaflet.monograph.text import plain
from leaflet.section_key import SectionKey

Parts = tuple[FilledPart, ...]

HIGHEST_CELL = 15.0
"""Em that the text of a cell may take; what is higher follows on the other sides."""

HIGHEST_WIDE_CELL = 11.0
"""The same where the cell has the width of the page."""

HIGHEST_BANS = 40.0
"""The same for who must not have it; if it is higher than a cell, it has the width of the page."""

HIGHEST_PURPOSE = 22.0
"""The same for what the medicine is for, in a box as wide as the page, without its heading."""

GRAVE = frozenset({"danger", "emergency"})
"""Topics of a sentence for which a cell comes before all others."""

MOST_POINTS = 3
"""Most important points that do not stand on the first side anyway."""


@dataclass(frozen=True, slots=True)
class FirstSide:
    """The first side of a leaflet, and the parts that follow it.

    ``urgent`` are the effects that need help, with what the author says to do about them;
    ``action`` is what to do at once about any effect, which stands on the other sides as well.
    ``points`` are sentences that stand on the other sides as well. ``daily`` is true if there is a
    table of times below how to take it; ``pointer`` is that of :class:`DoseBox`,
    and ``doses`` what the part is called to which it points.
    """

    purpose: Cell | None
    bans: Cell | None
    how: Cell | None
    urgent: tuple[UrgencyGroup, ...]
    action: Body
    points: tuple[Point, ...]
    cells: tuple[Cell, ...]
    rest: tuple[FilledPart, ...]
    daily: bool = False
    pointer: str = ""
    doses: str = ""

    def opening(self, *, side_by_side: bool) -> tuple[Cell, ...]:
        """What the medicine is for and who must not have it, in that order.

        One below the other, a low box of who must not have it is first: so both begin on a first
        side that what it is for would fill.
        """
        purpose, bans = self.purpose, self.bans
        if not purpose or not bans:
            return tuple(cell for cell in (purpose, bans) if cell)
        is_lower = bans.height(CELL_WIDTH) < purpose.height(CELL_WIDTH) and not bans.wide
        return (bans, purpose) if is_lower and not side_by_side else (purpose, bans)


def first_side(
    chapter: Chapter, kind: Kind, name: str, points: Sequence[Point], makeup: Makeup = PLAIN
) -> FirstSide:
    """The first side of a chapter, with the cells of a make-up.

    ``name`` is what headings call the medicine. Only a kind with ``sides`` has a first side.
    """
    sides = kind.sides
    if sides is None:
        raise ValueError(f"the {kind.name} has no first side")
    parts, more_about_dose = chapter.parts, kind.language.words["more_about_dose"]
    purpose, parts = _purpose(parts, sides, kind.headings.get("usage", "").replace("{name}", name))
    bans, parts = _bans(parts, sides.bans, name)
    daily = is_taken_daily(chapter)
    how = dose_box(parts, sides.how, more_about_dose)
    parts = how.parts
    box = urgent_box(parts, sides)
    parts = box.parts
    cells: list[Cell] = []
    for key in sides.cells:
        if makeup.cells is None or key in makeup.cells:
            cell, parts = _cell(parts, key)
            cells += [cell] if cell else []
    cells.sort(key=lambda cell: not _is_grave(cell))
    words = _words([cell for cell in (purpose, bans, how.cell, *cells) if cell], box.groups)
    following = tuple(map(merge_headings, _in_order(parts, _order(sides.rest, how, makeup))))
    others = [point for point in points if point.sentence.words not in words]
    return FirstSide(
        purpose=purpose,
        bans=bans,
        how=how.cell,
        urgent=box.groups,
        action=box.action,
        points=choose_points(others, MOST_POINTS),
        cells=_in_pairs(cells) if makeup.cells is not None else tuple(cells),
        rest=following,
        daily=daily,
        pointer=how.pointer,
        doses=_name_of(following, how.dose),
    )


def _purpose(parts: Parts, sides: Sides, title: str) -> tuple[Cell | None, Parts]:
    """What the medicine is for, shortened to what a cell holds."""
    part = next((part for part in parts if part.key == sides.purpose), None)
    usage = [p for p in part.passages if p.key == SectionKey.USAGE and not p.slot] if part else []
    if not part or len(usage) != 1 or not usage[0].body or usage[0].qualifier:
        return None, parts
    (passage,) = usage
    begin, rest = shorten(passage.body, HIGHEST_CELL, HIGHEST_PURPOSE)
    cell = Cell(part.key, passage.heading, title, (replace(passage, body=begin, title=""),))
    if passages_height(cell.passages, WIDE) > HIGHEST_PURPOSE or holds_table(cell.passages):
        return None, parts
    cell = replace(cell, wide=cell.height(CELL_WIDTH) > HIGHEST_CELL + 3)
    passages = [replace(each, body=rest) if each is passage else each for each in part.passages]
    kept = replace(part, passages=tuple(each for each in passages if each.body))
    return cell, tuple(
        kept if each is part else each for each in parts if each is not part or kept.passages
    )


def _bans(parts: Parts, key: str, name: str) -> tuple[Cell | None, Parts]:
    """Who must not have the medicine. "Contraindications" alone says little to a patient.

    "Who must not take it" says all that "Who must not take ``name``" does, and stands alone.
    """
    found = parts
    bans, left = take_from(parts, key, HIGHEST_BANS)
    if bans is None:  # what is repeated stands elsewhere, too
        bans, left = take_from(tuple(map(_without_repeats, parts)), key, HIGHEST_BANS)
    if bans is None:
        return None, parts
    parts = left
    asked = plain(bans.heading).rstrip().endswith(("?", "؟"))
    says_all = word_set(bans.title) - word_set(name) <= word_set(plain(bans.heading))
    slot = (each for part in found for each in part.passages if each.slot == key)
    is_own = next((bool(each.heading) for each in slot), False)  # "Contraindications, cautions"
    says_more = not (is_own or asked or says_all or only_denies(bans.passages[0].body))
    bans = replace(bans, titled=bool(bans.heading) and says_more)
    return replace(bans, wide=bans.height(CELL_WIDTH) > HIGHEST_CELL), parts


def _without_repeats(part: FilledPart) -> FilledPart:
    """The part without repeated sentences that follow other text."""
    first, *others = part.passages or (None,)
    kept = [each for each in others if each and not each.repeats]
    return replace(part, passages=(first, *kept)) if first else part


def _cell(parts: Parts, key: str) -> tuple[Cell | None, Parts]:
    """The cell of a slot, else a box as wide as the page, else a cell of its first statements."""
    cell, left = take_from(parts, key, HIGHEST_CELL)
    if cell is None:
        cell, left = take_from(parts, key, HIGHEST_WIDE_CELL, wide=True)
    return (cell, left) if cell else take_beginning(parts, key, HIGHEST_CELL)


def _name_of(parts: Parts, key: str) -> str:
    named = (plain(part.label) or part.heading for part in parts if part.key == key)
    return next(named, "")


def _words(cells: Sequence[Cell], urgent: Sequence[UrgencyGroup]) -> str:
    return " ".join(_sentences(cells, urgent))


def _sentences(cells: Sequence[Cell], urgent: Sequence[UrgencyGroup]) -> Iterator[str]:
    bodies = [
        *(("", passage.body) for cell in cells for passage in cell.passages),
        *((plain(group.label), group.body) for group in urgent),
    ]
    for label, body in bodies:
        yield label
        yield from (sentence.words for sentence in sentences(body))


def _is_grave(cell: Cell) -> bool:
    """Whether a cell speaks of danger, in the author's words."""
    return any(
        GRAVE & sentence.states for each in cell.passages for sentence in sentences(each.body)
    )


def _in_pairs(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """Cells that come the most important first, so that two in a row are about equally high.

    A row comes as early as the more important of its cells; the lowest of an odd number is last.
    """
    ranks = {cell.key: rank for rank, cell in enumerate(cells)}
    narrow = sorted(
        (cell for cell in cells if not cell.wide), key=lambda cell: -cell.height(CELL_WIDTH)
    )
    pairs = [
        sorted(narrow[at : at + 2], key=lambda cell: ranks[cell.key])
        for at in range(0, len(narrow), 2)
    ]
    pairs.sort(key=lambda pair: (len(pair) < 2, ranks[pair[0].key]))
    return (*chain.from_iterable(pairs), *(cell for cell in cells if cell.wide))


def _order(order: Sequence[str], how: DoseBox, makeup: Makeup) -> Sequence[str]:
    """The order of the parts that follow; the doses are first if the first side has none."""
    if how.pointer != DOSES_FOLLOW or not makeup.doses_first:
        return order
    return (how.dose, *(key for key in order if key != how.dose))


def _in_order(parts: Parts, order: Sequence[str]) -> Parts:
    """The parts in an order of keys; one that it does not name follows the part before it."""
    ranks: list[int] = []
    for part in parts:
        named = order.index(part.key) if part.key in order else -1
        ranks.append(named if named >= 0 else ranks[-1] if ranks else -1)
    ranked = sorted(zip(ranks, range(len(parts)), strict=True))
    return tuple(parts[index] for _, index in ranked)
