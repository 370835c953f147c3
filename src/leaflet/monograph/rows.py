"""Rows of tables whose first cell is empty, as merged cells are often exported."""

from collections.abc import Iterator, Sequence

from leaflet.monograph.model import Text


def row_heads(rows: Sequence[Sequence[Text]]) -> Iterator[Text]:
    """The first cell of each row; of one that leaves it empty, the last cell above that is not."""
    head: Text = ()
    for row in rows:
        head = head if goes_on(row) else row[0]
        yield head


def goes_on(row: Sequence[Text]) -> bool:
    """Whether the first cell of a row is empty, so that it belongs to the one above."""
    return not any(span.text.strip() or span.image for cell in row[:1] for span in cell)
