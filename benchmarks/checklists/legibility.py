"""Checks of type: size, face, spacing, colour. Lengths are points unless a name says otherwise."""

import re
from collections.abc import Iterator
from itertools import pairwise
from statistics import mode
from unicodedata import decomposition

from benchmarks.checklists.document import POINTS_A_MM, Document, Line, SetRun
from leaflet.theme.contrast import contrast
from leaflet.verification.checks.visibility import background, painted_areas
from leaflet.verification.pdf.model import Colour

_ROUNDING = 0.05
_RAISED = 0.8
"""Share of the size of its line below which a run is a raised or lowered figure."""

_MARKER = re.compile(r"[•–·\d.\s]+")
_COLOURED = 40
"""Difference of the channels of a colour, of 255, from which it is more than a shade of grey."""


def _text(document: Document) -> Iterator[SetRun]:
    """All runs of the text but raised and lowered figures."""
    for line in document.lines:
        yield from (each for each in line.runs if not _is_raised(each, line))


def _is_raised(each: SetRun, line: Line) -> bool:
    """Whether a run is smaller than its line, or has only characters such as those of 10⁹."""
    signs = (decomposition(sign) for sign in each.run.text.strip())
    has_own = all(sign.startswith(("<super>", "<sub>")) for sign in signs)
    return has_own or each.run.size < _RAISED * line.size


def _all(document: Document) -> Iterator[SetRun]:
    yield from _text(document)
    for page in document.artifacts:
        yield from page


def _steps(document: Document) -> Iterator[tuple[float, float]]:
    """From one baseline to the next within each paragraph, and the size of its type."""
    for block in (block for block in document.blocks if not block[0].level):
        for one, other in pairwise(block):
            step = one.baseline - other.baseline
            if one.page == other.page and step > 0:
                yield step, one.size


def body_size(document: Document) -> float:
    """The size of most lines that are no headings."""
    return mode(round(line.size, 1) for line in document.lines if not line.level)


def x_height_is_at_least(document: Document, least_mm: float) -> bool:
    """Whether the x-height of all text has so many millimetres."""
    least = (least_mm - 0.005) * POINTS_A_MM
    return all(each.setting.face.x_height * each.run.size >= least for each in _text(document))


def text_is_at_least(document: Document, least: float) -> bool:
    """Whether all text has this size; raised and lowered figures may be smaller."""
    return all(each.run.size >= least - _ROUNDING for each in _text(document))


def body_is_at_least(document: Document, least: float) -> bool:
    """Whether running text has this size."""
    return body_size(document) >= least - _ROUNDING


def running_lines_are_at_least(document: Document, least: float) -> bool:
    """Whether header and footer have this size."""
    return all(each.run.size >= least - _ROUNDING for page in document.artifacts for each in page)


def running_lines_as_body(document: Document) -> bool:
    """Whether header and footer, with the page number, are as large as running text."""
    return running_lines_are_at_least(document, body_size(document))


def lines_are_apart(document: Document, least_mm: float) -> bool:
    """Whether baselines are so many millimetres apart, or more."""
    return all(step >= least_mm * POINTS_A_MM - _ROUNDING for step, _ in _steps(document))


def leading_is_at_least(document: Document, least: float) -> bool:
    """Whether baselines of running text are so many type sizes apart, or more."""
    return all(step >= least * size - _ROUNDING for step, size in _steps(document))


def paragraphs_are_apart(document: Document) -> bool | None:
    """Whether a blank line is between two paragraphs, one below the other."""
    steps = [
        (one[-1].baseline - other[0].baseline, one[-1].size)
        for one, other in pairwise(document.blocks)
        if one[0].tag == other[0].tag == "P" and _is_below(one[-1], other[0])
    ]
    step = min((step for step, _ in _steps(document)), default=0.0)
    return all(gap >= step + size - _ROUNDING for gap, size in steps) if steps else None


def _is_below(one: Line, other: Line) -> bool:
    same_parent = one.elements[: _depth(one)] == other.elements[: _depth(other)]
    return one.page == other.page and one.baseline > other.baseline and same_parent


def _depth(line: Line) -> int:
    return line.elements.index(line.block)


def lines_are_short(document: Document, most: int, share: float) -> bool:
    """Whether so large a share of the lines of running text has at most ``most`` characters."""
    lines = [len(line.text) for line in document.lines if line.tag in ("P", "LI")]
    return sum(length <= most for length in lines) >= share * len(lines)


def is_upright(document: Document) -> bool:
    """No face is slanted."""
    return not any(each.setting.face.slanted for each in _all(document))


def is_not_underlined(document: Document) -> bool:
    """No thin line is drawn close below a word, and as wide."""
    for each in _text(document):
        run, base = each.run, each.setting.baseline
        for graphic in document.parsed.pages[run.page].graphics:
            box = graphic.box
            close = base - 0.25 * run.size < box.bottom < base and box.height < 0.12 * run.size
            beside = max(abs(box.left - run.box.left), abs(box.right - run.box.right))
            if close and beside < 3:
                return False
    return True


def headings_are_bold(document: Document) -> bool:
    """The first words of each heading are bold."""
    return all(block[0].runs[0].setting.face.bold for block in document.headings)


def colour_is_also_bold(document: Document) -> bool:
    """What is in a colour is bold as well, so that it stands out in grey."""
    return all(
        each.setting.face.bold or _MARKER.fullmatch(each.run.text)
        for each in _text(document)
        if _is_coloured(each.run.colour)
    )


def _is_coloured(colour: Colour) -> bool:
    return max(colour[:3]) - min(colour[:3]) > _COLOURED


def contrast_is_at_least(document: Document, least: float) -> bool:
    """The contrast of all text to its ground, as a ratio to 1."""
    return all(
        contrast(each.run.colour[:3], _ground(document, each)[:3]) >= least
        for each in _all(document)
    )


def is_dark_on_light(document: Document) -> bool:
    """No text is lighter than its ground."""
    return all(
        sum(each.run.colour[:3]) < sum(_ground(document, each)[:3]) for each in _all(document)
    )


def _ground(document: Document, each: SetRun) -> Colour:
    return background(each.run, painted_areas(document.parsed.pages[each.run.page]))
