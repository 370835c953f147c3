"""Tables as HTML: as the author drew them, or as a list of rows if they are too wide."""

from collections.abc import Callable

from markupsafe import Markup

from leaflet.compose.html.element import classes, element
from leaflet.compose.measure.stack_tables import StackedTable
from leaflet.monograph.model import Table, Text
from leaflet.monograph.text import plain

ToHtml = Callable[[Text], Markup]


def table_html(table: Table, inline: ToHtml, label: ToHtml, class_: str = "") -> Markup:
    """A table as HTML; ``inline`` sets cells, ``label`` the heads of a stacked table."""
    if isinstance(table, StackedTable):
        return _stacked(table, inline, label, class_)
    heads = (element("th", inline(text), scope="col") for text in table.head)
    head = element("tr", Markup("").join(heads))
    rows = Markup("\n").join(
        element("tr", Markup("").join(element("td", inline(cell)) for cell in row))
        for row in table.rows
    )
    repeated = {"data_repeat": "true"} if table.repeats_head else {}
    body = element("thead", head, **repeated) + element("tbody", rows)
    return element("table", body, class_)


def _stacked(table: StackedTable, inline: ToHtml, label: ToHtml, class_: str) -> Markup:
    """The rows as a list; the heads are the author's words once, and repetitions after that."""
    first, repeated = Markup("{} {}"), Markup("<span data-repeat>{}</span> {}")
    no_cells = tuple(() for _ in table.head)

    def line(template: Markup, head: Text, cell: Text) -> Markup:
        return template.format(label(head) if plain(head).strip() else "", inline(cell))

    items = []
    for number, row in enumerate(table.rows or (no_cells,)):
        template = repeated if number or table.repeats_head else first
        start, *rest = (line(template, *pair) for pair in zip(table.head, row, strict=True))
        items.append(element("li", start + Markup("").join(element("p", each) for each in rest)))
    return element("ul", Markup("\n").join(items), classes("rows", class_))
