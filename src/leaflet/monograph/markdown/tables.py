"""The rows of a Markdown table: where it begins, and whether its rows fit its head."""

import re

from leaflet.diagnostics import Diagnostic

_DELIMITERS = re.compile(r"\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$")


def begins_table(line: str, below: str) -> bool:
    """Whether a line is the head of a table, by the delimiter row below it."""
    return "|" in line and "|" in below and bool(_DELIMITERS.match(below))


def delimiters(head: str) -> str:
    """A delimiter row with as many cells as a head, however many the author's has."""
    row = head.strip()
    dashes = " | ".join(["---"] * cells(row))
    return f"{'| ' * row.startswith('|')}{dashes}{' |' * row.endswith('|')}"


def cells(row: str) -> int:
    """The number of cells in a row."""
    inner = re.sub(r"\\\||`[^`]*`", "", row.strip())
    return inner.removeprefix("|").removesuffix("|").count("|") + 1


def row_too_long(row: str, width: int, file: str, line: int) -> list[Diagnostic]:
    """The error for a row with more cells than its table has heads; Markdown would drop them."""
    if cells(row) <= width:
        return []
    return [
        Diagnostic.error(
            "table-row",
            f"this row has {cells(row)} cells, the table's head has {width}",
            file=file,
            line=line,
            hint="give each column a head; write | inside a cell as \\|",
        )
    ]
