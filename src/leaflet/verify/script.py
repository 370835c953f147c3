"""What a page has to say: the blocks of a composition's HTML, in the order of reading."""

import re
import unicodedata
from dataclasses import dataclass
from html.parser import HTMLParser

_UNSEEN = re.compile("[\\s\u00ad\u200b\u2060\ufeff]+")
_SILENT = {"head", "title", "desc", "style", "script", "metadata"}
_INLINE = {"a", "b", "strong", "em", "i", "span", "sub", "sup", "code", "small", "abbr", "data"}
_VOID = {"br", "img", "hr", "meta", "link", "input", "wbr", "col"}
_MARKS = {"data-own": "own", "data-front": "front", "data-repeat": "repeat"}


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one owner: ``own`` (leaflet's), ``front`` (front matter), ``repeat``, or ""."""

    text: str
    mark: str


@dataclass(frozen=True, slots=True)
class Line:
    """One block of the script: a paragraph, heading, list item or cell.

    ``numbered`` tells that it stands in an ordered list, whose numbers the style sheet sets;
    ``head`` that it stands in the head of a table, which is printed again after a page break.
    """

    tag: str
    pieces: tuple[Piece, ...]
    numbered: bool = False
    head: bool = False

    @property
    def text(self) -> str:
        """All its words, whoever they are from."""
        return "".join(piece.text for piece in self.pieces)


def squeeze(text: str) -> str:
    """A text without white space and what is never seen, for comparing what is printed."""
    return _UNSEEN.sub("", unicodedata.normalize("NFC", text))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[Line] = []
        self._open: list[tuple[str, str]] = [("", "")]
        self._pieces: list[Piece] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._pieces.append(Piece("\n", self._open[-1][1]))
        if tag in _VOID:
            return
        if tag not in _INLINE:
            self._end_block()
        marks = [_MARKS[name] for name, _ in attrs if name in _MARKS]
        self._open.append((tag, marks[0] if marks else self._open[-1][1]))

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        if tag not in _INLINE:
            self._end_block()
        while len(self._open) > 1 and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not any(tag in _SILENT for tag, _ in self._open):
            self._pieces.append(Piece(data, self._open[-1][1]))

    def _end_block(self) -> None:
        if any(piece.text.strip() for piece in self._pieces):
            tag = next((t for t, _ in reversed(self._open) if t not in _INLINE), "")
            around = {t for t, _ in self._open}
            pieces = tuple(self._pieces)
            self.lines.append(Line(tag, pieces, "ol" in around, "thead" in around))
        self._pieces = []


def read_script(html: str) -> tuple[Line, ...]:
    """The blocks of a composition, each with its words and whose they are."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return tuple(reader.lines)
