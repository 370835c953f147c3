"""What a page has to say: the blocks of a composition's HTML, in the order of reading."""

import re
import unicodedata
from dataclasses import dataclass
from html.parser import HTMLParser

_UNSEEN = re.compile("[\\s\u00ad\u061c\u200b\u200e\u200f\u2060\u2066-\u2069\ufeff]+")
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

    ``number`` is that of a list item that begins with it; ``numbered`` tells that it stands in an
    ordered list that has none, whose numbers the style sheet sets;
    ``head`` that it stands in the head of a table, which is printed again after a page break;
    ``spare`` that it is printed only where there is room. ``name`` is the id of its element, and
    ``leads_to`` that of another line, whose page a line of the contents tells.
    """

    tag: str
    pieces: tuple[Piece, ...]
    number: str = ""
    numbered: bool = False
    head: bool = False
    spare: bool = False
    name: str = ""
    leads_to: str = ""

    @property
    def text(self) -> str:
        """All its words, whoever they are from."""
        return "".join(piece.text for piece in self.pieces)


def squeeze(text: str) -> str:
    """A text without white space and what is never seen, for comparing what is printed."""
    return _UNSEEN.sub("", unicodedata.normalize("NFC", text))


@dataclass(frozen=True, slots=True)
class _Element:
    """An open element: its tag, whose words it holds, and its attributes."""

    tag: str
    mark: str
    attributes: dict[str, str | None]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[Line] = []
        self._open: list[_Element] = [_Element("", "", {})]
        self._pieces: list[Piece] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._pieces.append(Piece("\n", self._open[-1].mark))
        if tag in _VOID:
            return
        if tag not in _INLINE:
            self._end_block()
        marks = [_MARKS[name] for name, _ in attrs if name in _MARKS]
        self._open.append(_Element(tag, marks[0] if marks else self._open[-1].mark, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        if tag not in _INLINE:
            self._end_block()
        while len(self._open) > 1 and self._open.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not any(element.tag in _SILENT for element in self._open):
            self._pieces.append(Piece(data, self._open[-1].mark))

    def _end_block(self) -> None:
        if any(piece.text.strip() for piece in self._pieces):
            block = next((e for e in reversed(self._open) if e.tag not in _INLINE), self._open[0])
            around = {element.tag for element in self._open}
            begun = [e.attributes.pop("data-number", None) or "" for e in self._open]
            number = next(filter(None, reversed(begun)), "")
            self.lines.append(
                Line(
                    block.tag,
                    tuple(self._pieces),
                    number=number,
                    numbered="ol" in around and not number,
                    head="thead" in around,
                    spare=any("data-spare" in element.attributes for element in self._open),
                    name=block.attributes.get("id") or "",
                    leads_to=(block.attributes.get("data-to") or "").removeprefix("#"),
                )
            )
        self._pieces = []


def read_script(html: str) -> tuple[Line, ...]:
    """The blocks of a composition, each with its words and whose they are."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return tuple(reader.lines)
