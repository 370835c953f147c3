"""Tables as HTML: as the author drew them, or as a list of rows if they are too wide."""

from collections.abc import Callable, Iterator

from markupsafe import Markup

from leaflet.compose.html.element import classes, element
from leaflet.compose.measure.stack_tables import StackedTable
from leaflet.monograph.model import Table, Text
from leaflet.monograph.rows import goes_on, row_heads
from leaflet.monograph.text import plain

ToHtml = Callable[[Text], Markup]


def table_html(table: Table, inline: ToHtml, label: ToHtml, class_: str = "") -> Markup:
    """A table as HTML; ``inline`` sets cells, ``label`` the heads of a stacked table."""
    if isinstance(table, StackedTable):
        return _stacked(table, inline, label, class_)
    heads = (element("th", inline(text), scope="col") for text in table.head)
    head = element("tr", Markup("").join(heads))
    rows = Markup("\n").join(
        element("tr", Markup("").join(element("td", inline(cell)) for cell in row), name)
        for row, name in zip(table.rows, _row_classes(table), strict=True)
    )
    repeated = {"data_repeat": "true"} if table.repeats_head else {}
    body = element("thead", head, **repeated) + element("tbody", rows)
    return element("table", body, class_)


def _row_classes(table: Table) -> Iterator[str]:
    """The class of each row that stays on the page of the one above, whose first cell it has."""
    for row, head in zip(table.rows, row_heads(table.rows), strict=True):
        yield "goes-on" if head and goes_on(row) else ""


def _stacked(table: StackedTable, inline: ToHtml, label: ToHtml, class_: str) -> Markup:
    """The rows as a list; the heads are the author's words once, and repetitions after that.

    So is the first cell of rows that leave theirs empty: alone, they would not say whose they are.
    """
    first, repeated = Markup("{} {}"), Markup("<span data-repeat>{}</span> {}")
    no_cells = tuple(() for _ in table.head)

    def line(template: Markup, head: Text, cell: Text) -> Markup:
        return template.format(label(head) if plain(head).strip() else "", inline(cell))

    items = []
    rows = table.rows or (no_cells,)
    for number, (row, above) in enumerate(zip(rows, row_heads(rows), strict=True)):
        template = repeated if number or table.repeats_head else first
        start, *rest = (line(template, *pair) for pair in zip(table.head, row, strict=True))
        if above and goes_on(row) and any(map(plain, row)):
            start = element("span", line(first, table.head[0], above), data_repeat="true")
        items.append(element("li", start + Markup("").join(element("p", each) for each in rest)))
    return element("ul", Markup("\n").join(items), classes("rows", class_))
