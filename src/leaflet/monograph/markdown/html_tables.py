"""Tables in HTML, as Word and Pandoc leave them, as pipe tables.

One with merged cells, or with more than running text in a cell, is refused: nobody may guess what
a dose belongs to.
"""

import re
from collections.abc import Sequence

from leaflet.diagnostics import Diagnostic
from leaflet.monograph.markdown.html_cells import read_table
from leaflet.monograph.markdown.line_markers import Line

_OPENS = re.compile(r"\s*<table[\s>]", re.I)
_CLOSES = re.compile(r"</table\s*>", re.I)
_HINT = "write it in Markdown, with a head, a row | --- | --- | and a line for each row"


def html_tables(lines: Sequence[Line], file: str) -> tuple[list[Line], list[Diagnostic]]:
    """The lines with pipe tables in place of those of HTML, and an error for each that is none.

    One that is never closed is text, which is reported as what it is.
    """
    result: list[Line] = []
    faults: list[Diagnostic] = []
    at = 0
    last = max((n for n, line in enumerate(lines) if _CLOSES.search(line.text)), default=-1)
    while at < len(lines):
        if at > last or not _OPENS.match(lines[at].text):
            result.append(lines[at])
            at += 1
            continue
        end = next(n for n in range(at, last + 1) if _CLOSES.search(lines[n].text))
        *_, rest = _CLOSES.split(lines[end].text, maxsplit=1)
        number = lines[at].number
        html = "\n".join(line.text for line in lines[at : end + 1]).removesuffix(rest)
        rows, fault = read_table(html, number)
        result += rows
        if fault:
            message = f"the HTML table of this line cannot be read: {fault}"
            faults.append(Diagnostic.error("raw-markup", message, file, number, hint=_HINT))
        if rest.strip() and not fault:
            result.append(Line(lines[end].number, rest))
        at = end + 1
    return result, faults
