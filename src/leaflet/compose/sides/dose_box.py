"""The box that says how to take the medicine: how much of the doses stands on the first side."""

from dataclasses import dataclass, replace
from itertools import takewhile

from leaflet.compose.html.treatment_cycle import find_cycles
from leaflet.compose.measure.estimate import blocks_height
from leaflet.compose.measure.stack_tables import StackedTable
from leaflet.compose.outline.chapter import FilledPart, Passage
from leaflet.compose.outline.groups import Body, introduces, label_of, topics_of
from leaflet.compose.sides.cells import WIDE, Cell, holds_table, needs_above, take_from
from leaflet.monograph.model import Block, Paragraph, Table
from leaflet.monograph.sentences import sentences
from leaflet.section_key import SectionKey

Parts = tuple[FilledPart, ...]
Passages = tuple[Passage, ...]

HIGHEST_DOSES = 16.0
"""Em that the doses may take in a box as wide as the page."""

HIGHEST_TABLE = 22.0
"""The same if there is a table: its rows are read at a glance, and cannot be in a column."""

HIGHEST_ANSWER = 14.0
"""The same for the answer to a question about how to take it."""

HIGHEST_OPENING = 6.0
"""The same for the paragraph with which the section on doses opens."""

DOSES_FOLLOW = "doses_follow"
"""The key of the words that say that all doses are further on."""

DOSE = "dose"
REFERS_BELOW = "refers-below"

AFTER_DOSES = frozenset({"adjustment", "renal", "hepatic", "administration"})
"""Topics of statements that may be parted from the doses: none of them is another dose."""


@dataclass(frozen=True, slots=True)
class DoseBox:
    """How to take the medicine, if anything says so, and the parts without that.

    ``dose`` is the key of the part that has the others. ``pointer`` is the key of the words that
    say where the doses are: ``doses_follow`` if none is in the box, ``doses_go_on`` if there are
    more in the parts, nothing otherwise.
    """

    cell: Cell | None
    parts: Parts
    pointer: str = ""
    dose: str = ""


def dose_box(parts: Parts, key: str, more: str) -> DoseBox:
    """The box of the slot ``key`` or of the doses, which have the heading ``more`` further on."""
    dose = next((part for part in parts if part.passages and _is_dose(part.passages[0])), None)
    cell, parts = take_from(parts, key, HIGHEST_ANSWER, wide=True)
    if dose is None:
        return DoseBox(cell, parts)
    begin, rest = ((), dose.passages[:1]) if cell else _split(dose.passages)
    own = dose.passages[0].heading if begin else ()
    cell = cell or Cell(key, own, dose.heading, begin, wide=True)
    others = (
        replace(part, heading=more, passages=(*rest, *part.passages[1:]))
        if part.key == dose.key
        else part
        for part in parts
    )
    # "How to use your inhaler" is a section on doses, and so is "Dose" below it.
    left = any(map(_states_dose, (*rest, *filter(_is_dose, dose.passages[1:]))))
    pointer = ""
    if not any(map(_states_dose, cell.passages)):
        pointer = DOSES_FOLLOW if left or not cell.passages else ""
    elif left:
        pointer = "doses_go_on"
    kept = tuple(part for part in others if part.passages or part.note)
    return DoseBox(cell, kept, pointer, dose.key)


def _is_dose(passage: Passage) -> bool:
    """Whether a passage is the section on doses, or one such as "Indications and dose"."""
    return SectionKey.DOSAGE in {passage.key, *passage.covers} and not passage.slot


def _states_dose(passage: Passage) -> bool:
    stated = (DOSE in sentence.states for sentence in sentences(passage.body))
    return holds_table([passage]) or any(stated)


def _split(passages: Passages) -> tuple[Passages, Passages]:
    """What of the first passage, on doses, stands on the first side, and what follows."""
    whole = passages[0]
    if (whole.headed and not whole.covers) or whole.qualifier:
        return (), passages[:1]
    first = replace(whole, heading=(), title="")
    wide = replace(first, body=tuple(map(_across, first.body)))
    low = takewhile(lambda end: _fits(wide.body[:end]), range(1, len(wide.body) + 1))
    end = next((end for end in reversed([*low]) if _may_end(wide, end)), 0)
    if not end:
        return (), passages[:1]
    rest = replace(first, body=first.body[end:])
    return (replace(wide, body=wide.body[:end]),), (rest,) * bool(rest.body)


def _across(block: Block) -> Block:
    """A table as its author drew it, if the box is wide enough for that."""
    return block.unstacked() if isinstance(block, StackedTable) and block.fits_across else block


def _fits(body: Body, highest: float = 0) -> bool:
    most = HIGHEST_TABLE if any(isinstance(block, Table) for block in body) else HIGHEST_DOSES
    return blocks_height(body, WIDE) <= (highest or most)


def _may_end(passage: Passage, end: int) -> bool:
    """Whether the first blocks of a passage may stand alone, and so may those after them.

    That is the case for all of them, for the doses without what is said of adjusting them, and for
    an opening paragraph without a label, unless it speaks of what is below.
    """
    begin, rest = passage.body[:end], passage.body[end:]
    highest = 0.0
    if rest:
        if introduces(begin[-1]) or needs_above(rest) or _refers_below(begin):
            return False
        if not _is_about_adjustments(rest):
            if end > 1 or not isinstance(begin[0], Paragraph):
                return False
            highest = HIGHEST_OPENING
    others = tuple(block for block in begin if type(block) is not Table)
    is_text = not holds_table([replace(passage, body=others)]) and not find_cycles(begin)
    return is_text and _fits(begin, highest)


def _refers_below(body: Body) -> bool:
    paragraphs = (block for block in body if isinstance(block, Paragraph))
    return any(topic.name == REFERS_BELOW for one in paragraphs for topic in one.topics)


def _is_about_adjustments(body: Body) -> bool:
    """Whether a body begins with a label, and all its labels are about how doses change."""
    labelled = [block for block in body if label_of(block)]
    return labelled[:1] == [body[0]] and all(
        any(topic.name in AFTER_DOSES for topic in topics_of(block)) for block in labelled
    )
