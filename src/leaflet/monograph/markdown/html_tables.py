"""Tables in HTML, as Word and Pandoc leave them, as pipe tables.

One with merged cells, or with more than running text in a cell, is refused: nobody may guess what
a dose belongs to.
"""

import re
from collections.abc import Sequence
from html.parser import HTMLParser

from leaflet.diagnostics import Diagnostic
from leaflet.monograph.markdown.line_markers import Line

_OPENS = re.compile(r"\s*<table[\s>]", re.I)
_CLOSES = re.compile(r"</table\s*>", re.I)
_FRAME = {"table", "thead", "tbody", "tfoot", "colgroup", "col"}
_INLINE = {"b", "strong", "i", "em", "sub", "sup", "code", "br"}
_BLOCKS = {"p", "div", "span"}
"""Elements whose text is text of the cell; a new one begins a line."""

_HINT = "write it in Markdown, with a head, a row | --- | --- | and a line for each row"


def html_tables(lines: Sequence[Line], file: str) -> tuple[list[Line], list[Diagnostic]]:
    """The lines with pipe tables in place of those of HTML, and an error for each that is none."""
    result: list[Line] = []
    faults: list[Diagnostic] = []
    at = 0
    while at < len(lines):
        if "<" not in lines[at].text or not _OPENS.match(lines[at].text):
            result.append(lines[at])
            at += 1
            continue
        end = next((n for n in range(at, len(lines)) if _CLOSES.search(lines[n].text)), at)
        *closed, rest = _CLOSES.split(lines[end].text, maxsplit=1)
        if not closed:  # it is no table, and reported as what it is
            result.append(lines[at])
            at += 1
            continue
        reader = _Table()
        reader.feed("\n".join(line.text for line in lines[at : end + 1]).removesuffix(rest))
        number = lines[at].number
        if reader.fault:
            message = f"the HTML table of this line cannot be read: {reader.fault}"
            faults.append(Diagnostic.error("raw-markup", message, file, number, hint=_HINT))
        else:
            result += reader.pipe_table(number)
        if rest.strip() and not reader.fault:
            result.append(Line(lines[end].number, rest))
        at = end + 1
    return result, faults


class _Table(HTMLParser):
    """The cells of a table, and what of it is no pipe table."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.fault = ""
        self._caption: list[str] = []
        self._rows: list[tuple[int, list[list[str]]]] = []
        self._first: set[str] = set()
        self._text: list[str] | None = None
        self._depth = 0

    def pipe_table(self, first: int) -> list[Line]:
        """The caption and the rows, each with its line; ``first`` is that of the table."""
        rows = [(first + at, [*map(_cell, cells)]) for at, cells in self._rows if cells]
        if not rows:
            return []
        head, *body = (
            rows if self._first == {"th"} else [(rows[0][0], [""] * len(rows[0][1])), *rows]
        )
        caption = [Line(first, _cell(self._caption)), Line(first, "")] if self._caption else []
        delimiters = Line(head[0], "|" + " --- |" * len(head[1]))
        written = [Line(at, f"| {' | '.join(cells)} |") for at, cells in (head, *body)]
        return [*caption, written[0], delimiters, *written[1:], Line(written[-1].number, "")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._depth += 1
        if any(key in ("colspan", "rowspan") and value != "1" for key, value in attrs):
            self._refuse("it has merged cells")
        elif tag == "tr":
            self._rows.append((self.getpos()[0] - 1, []))
            self._text = None
        elif tag in ("td", "th") and self._rows:
            self._text = []
            self._rows[-1][1].append(self._text)
            if len(self._rows) == 1:
                self._first.add(tag)
        elif tag == "caption":
            self._text = self._caption
        elif tag in _INLINE and self._text is not None:
            self._text.append(f"<{tag}>")
        elif tag in _BLOCKS and self._text is not None:
            self._text += ["<br>"] if "".join(self._text).strip() and tag != "span" else []
        elif tag not in _FRAME or self._depth > 1:
            self._refuse(f"<{tag}> is in it")

    handle_startendtag = handle_starttag

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr", "caption"):
            self._text = None
        elif tag in _INLINE and tag != "br" and self._text is not None:
            self._text.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text.append(data)
        elif data.strip():
            self._refuse("it has text outside of its cells")

    def handle_entityref(self, name: str) -> None:
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.handle_data(f"&#{name};")

    def handle_comment(self, data: str) -> None:
        self._refuse(f"{data[:20]} in angle brackets is in it")

    def handle_decl(self, decl: str) -> None:
        self.handle_comment(decl)

    def handle_pi(self, data: str) -> None:
        self.handle_comment(data)

    def unknown_decl(self, data: str) -> None:
        self.handle_comment(data)

    def _refuse(self, fault: str) -> None:
        self.fault = self.fault or fault


def _cell(parts: Sequence[str]) -> str:
    return re.sub(r"(?<!\\)\|", r"\\|", " ".join("".join(parts).split()))
