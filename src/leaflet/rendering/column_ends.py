"""Finds columns that end where no reader expects it: with a heading over nothing, or within a row.

The engine breaks there where a column is too short for what must stay together, since it never
leaves a column empty.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from weasyprint.formatting_structure.boxes import Box, MarginBox, PageBox, ParentBox

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


def bad_ends(pages: Sequence[PageBox]) -> tuple[int, ...]:
    """The pages, from 1, with a column that ends with a heading or a lead-in, or within a row."""
    columns = [
        (number, box)
        for number, page in enumerate(pages, start=1)
        for box in page.children
        if not isinstance(box, MarginBox)
    ]
    found = (
        number for (number, one), (_, following) in pairwise(columns) if ends_badly(one, following)
    )
    return tuple(dict.fromkeys(found))


def ends_badly(column: Box, following: Box) -> bool:
    """Whether a column ends with a heading or a lead-in, or within a row of a table."""
    begun = {box.element for box in _edge(following, 0)}
    return any(
        (box.element_tag == "tr") if box.element in begun else _introduces(box)
        for box in _edge(column, -1)
    )


def tears(column: Box, following: Box) -> bool:
    """Whether something that is to be kept whole is divided between two columns."""
    begun = {box.element for box in _edge(following, 0)}
    return any(
        box.element in begun and box.style["break_inside"] in {"avoid", "avoid-page"}
        for box in _edge(column, -1)
    )


def _edge(box: Box, index: int) -> Iterator[Box]:
    """A box, the first or last box inside it, and so on."""
    yield box
    inside = box.children if isinstance(box, ParentBox) else ()
    if flowing := [child for child in inside if child.is_in_normal_flow()]:
        yield from _edge(flowing[index], index)


def _introduces(box: Box) -> bool:
    classes = box.element.get("class", "") if box.element is not None else ""
    return box.element_tag in _HEADINGS or "lead" in classes.split()
