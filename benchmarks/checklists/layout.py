"""Checks of where things are on the page."""

import re
from collections.abc import Iterator
from itertools import combinations, groupby, pairwise

from benchmarks.checklists.document import POINTS_A_MM, Block, Document, Line, text_of
from leaflet.verification.pdf.model import Graphic

_UNIT = re.compile(r"(?:mg|mcg|µg|micrograms?|g|kg|ml|l|units?|iu|mmol|meq|%)(?![a-z])", re.I)
_SLACK = 1.0
_JUSTIFIED_LINES = 5


def has_sides(document: Document, most: int) -> bool:
    """Whether it has at most so many pages."""
    return len(document.parsed.pages) <= most


def margins_are_at_least(document: Document, least_mm: float) -> bool:
    """Whether the text keeps so far from the left and right edge of the paper."""
    least = least_mm * POINTS_A_MM - _SLACK
    pages = document.parsed.pages
    return all(
        line.box.left >= least and line.box.right <= pages[line.page].box.right - least
        for line in document.lines
    )


def _neighbours(document: Document) -> Iterator[tuple[Line, Line]]:
    """Lines of two blocks side by side, outside tables: left one, right one."""
    lines = [line for line in document.lines if "Table" not in line.tags]
    for _, on_page in groupby(lines, lambda line: line.page):
        for one, other in combinations(on_page, 2):
            a, b = one.box, other.box
            shared = min(a.top, b.top) - max(a.bottom, b.bottom)
            if one.block != other.block and shared > 0.5 * min(a.height, b.height):
                yield (one, other) if a.left < b.left else (other, one)


def gutter_is_at_least(document: Document, least_mm: float) -> bool | None:
    """Whether columns, and boxes side by side, keep their lines so far apart."""
    gaps = [right.box.left - left.box.right for left, right in _neighbours(document)]
    return min(gaps) >= least_mm * POINTS_A_MM - _SLACK if gaps else None


def has_one_column(document: Document) -> bool:
    """No running text is beside other text."""
    body = {"P", "LI"}
    return not any(
        one.tag in body and other.tag in body and min(len(one.text), len(other.text)) > 20
        for one, other in _neighbours(document)
    )


def has_columns(document: Document) -> bool:
    """Some text is set in columns."""
    return not has_one_column(document)


def is_ragged(document: Document) -> bool:
    """No paragraph of five lines or more has all its lines but the last of one width."""
    for block in document.blocks:
        edges = [line.box.right for line in block[:-1]]
        if len(block) >= _JUSTIFIED_LINES and max(edges) - min(edges) < _SLACK:
            return False
    return True


def words_are_whole(document: Document) -> bool:
    """No line ends with a hyphen in a word that has none elsewhere in the document."""
    text = " ".join(map(text_of, document.blocks)).lower()
    for block in document.blocks:
        for one, other in pairwise(block):
            start, end = re.search(r"([A-Za-z]+)-$", one.text), re.match(r"[a-z]+", other.text)
            if not start or not end or f"{start[0]}{end[0]}".lower() in text:
                continue
            if re.search(rf"\b{start[1]}{end[0]}\b", text, re.I):
                return False
    return True


def numbers_keep_units(document: Document) -> bool:
    """No line ends between a number and its unit."""
    return not any(
        re.search(r"\d$", one.text) and _UNIT.match(other.text)
        for block in document.blocks
        for one, other in pairwise(block)
    )


def headings_keep_text(document: Document) -> bool:
    """No heading is the last line of a page or a column."""
    return not any(
        one[0].level and (other[0].page != one[-1].page or other[0].baseline > one[-1].baseline)
        for one, other in pairwise(document.blocks)
    )


def short_lists_are_whole(document: Document, most: int) -> bool | None:
    """Whether lists of up to ``most`` items are not divided between pages."""
    lists = [items for items in flat_lists(document) if len(items) <= most]
    pages = [{line.page for item in items for line in item} for items in lists]
    return all(len(each) == 1 for each in pages) if lists else None


def lists_are_short(document: Document, most: int) -> bool:
    """Whether no list has more than so many items."""
    return all(len(items) <= most for items in flat_lists(document))


def flat_lists(document: Document) -> list[list[Block]]:
    """The items of each list, without those of lists within it.

    A list is one even if a page divides it, whatever its tags say; text that is no item ends it.
    """
    lists: list[list[Block]] = []
    open_lists: list[list[Block]] = []
    for block in document.blocks:
        depth = block[0].tags.count("LI")
        del open_lists[depth if block[0].tag == "LI" else 0 :]
        while len(open_lists) < depth:
            open_lists.append([])
            lists.append(open_lists[-1])
        if depth:
            open_lists[-1].append(block)
    return [each for each in lists if each]


def is_framed(document: Document, heading: Block) -> bool:
    """Whether a heading is in a box, or beside a rule."""
    box = heading[0].box
    return any(
        _surrounds(graphic, heading[0]) or _is_rule(graphic, box.left, box.middle[1])
        for graphic in document.parsed.pages[heading[0].page].graphics
    )


def _surrounds(graphic: Graphic, line: Line) -> bool:
    return graphic.box.contains(line.box, 0) and graphic.box.height > line.box.height + 4


def _is_rule(graphic: Graphic, left: float, middle: float) -> bool:
    """Whether a vertical line is close at the left."""
    box = graphic.box
    upright = box.width < 6 and box.bottom < middle < box.top
    return upright and left - 40 < box.right < left
