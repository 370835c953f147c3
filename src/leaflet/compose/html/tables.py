"""The tables of an author as HTML: as they are, or row by row where they are too wide."""

from collections.abc import Callable

from markupsafe import Markup

from leaflet.compose.html.element import element
from leaflet.compose.measure.stack_tables import Stack
from leaflet.monograph.model import Table, Text
from leaflet.monograph.text import plain

Setter = Callable[[Text], Markup]


def set_table(table: Table, inline: Setter, label: Setter) -> Markup:
    """A table, its cells set by ``inline``; a stack of rows has its heads set by ``label``."""
    if isinstance(table, Stack):
        return _stack(table, inline, label)
    head = Markup("").join(element("th", inline(text), scope="col") for text in table.head)
    rows = Markup("\n").join(
        element("tr", Markup("").join(element("td", inline(cell)) for cell in row))
        for row in table.rows
    )
    return element("table", element("thead", element("tr", head)) + element("tbody", rows))


def _stack(stack: Stack, inline: Setter, label: Setter) -> Markup:
    """The rows of a table as a list; after the first, the heads are repetitions."""
    first, again = Markup("{} {}"), Markup("<span data-repeat>{}</span> {}")
    items = (
        _row(stack.head, row, again if place else first, inline, label)
        for place, row in enumerate(stack.rows or (tuple(() for _ in stack.head),))
    )
    return element("ul", Markup("\n").join(items), style="rows")


def _row(
    head: tuple[Text, ...], row: tuple[Text, ...], shape: Markup, inline: Setter, label: Setter
) -> Markup:
    """The cells of a row, each a line that begins with the head of its column."""
    first, *rest = (
        shape.format(label(title) if plain(title).strip() else "", inline(cell))
        for title, cell in zip(head, row, strict=True)
    )
    return element("li", first + Markup("").join(element("p", line) for line in rest))
