"""The cells of a table in HTML."""

import re
from collections.abc import Sequence
from html.parser import HTMLParser

from leaflet.monograph.markdown.line_markers import Line

_FRAME = {"table", "thead", "tbody", "tfoot", "colgroup", "col"}
_INLINE = {"b", "strong", "i", "em", "sub", "sup", "code", "br"}
_BLOCKS = {"p", "div", "span"}
"""Elements whose text is text of the cell; a new one begins a line."""


_ATTRIBUTES = {"align", "bgcolor", "border", "cellpadding", "cellspacing", "class", "dir"} | {
    *("headers", "height", "id", "lang", "scope", "span", "style", "valign", "width"),
    *("colspan", "rowspan"),
}
"""Attributes that hold no text."""


def read_table(html: str, first: int) -> tuple[list[Line], str]:
    """The rows of a pipe table, each with its line, or why an HTML table is none.

    ``first`` is the number of its first line.
    """
    table = _Table()
    table.feed(html)
    return ([], table.fault) if table.fault else (table.pipe_table(first), "")


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
        self._look_at(tag, attrs)
        if tag == "tr":
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

    def _look_at(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if any(key in ("colspan", "rowspan") and value != "1" for key, value in attrs):
            self._refuse("it has merged cells")
        if attributes := {key for key, _ in attrs} - _ATTRIBUTES:
            self._refuse(f"<{tag} {min(attributes)}=…> is in it")

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
