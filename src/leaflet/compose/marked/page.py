"""The HTML of a composition in pieces: its tags, and its texts with the numbers of statements."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser

from leaflet.diff.marked import Position

_INLINE = {"a", "b", "strong", "em", "i", "span", "sub", "sup", "code", "small", "abbr", "data"} | {
    *("svg", "path", "title", "u", "br", "img")
}
_VOID = {"br", "img", "hr", "meta", "link", "input", "wbr", "col"}
_HIDDEN = {"head", "svg", "style", "script"}
_PARTS = {"h1", "h2"}
"""Headings that a part of a document begins with."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A tag as it was written, or a text between tags.

    Of a text, ``number`` is that of its statement, 0 without one; ``block`` is the index of the tag
    of its paragraph, cell or heading, ``link`` that of a link around it, else -1.
    ``is_own`` says that the words are leaflet's, or no words to be read.
    """

    markup: str
    is_text: bool = False
    number: int = 0
    block: int = -1
    link: int = -1
    is_own: bool = False
    is_repeat: bool = False

    @property
    def is_end_of_link(self) -> bool:
        """Whether a link ends with it."""
        return self.markup == "</a>" and not self.is_text


@dataclass(frozen=True, slots=True)
class _Element:
    tag: str
    index: int
    number: int
    is_own: bool
    is_repeat: bool
    is_body: bool


class _Reader(HTMLParser):
    def __init__(self, numbers: Container[int]) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[Piece] = []
        self._numbers = numbers
        self._open = [_Element("", -1, 0, False, False, False)]

    def handle_decl(self, decl: str) -> None:
        self.pieces.append(Piece(f"<!{decl}>"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given, above = dict(attrs), self._open[-1]
        stated = int(given.get("data-statement") or 0)
        number = (stated if stated in self._numbers else 0) if stated else above.number
        is_body = bool(stated) or above.is_body
        if tag == "img" and is_body:
            # Not a picture, but its words: an older version may come without its pictures.
            words = f"{given.get('alt') or ''} [{given.get('src') or ''}]"
            text = self._text(f" {words} ")
            self.pieces += [Piece("<span data-mark>"), text, Piece("</span>")]
            return
        self.pieces.append(Piece(self.get_starttag_text() or ""))
        if tag in _VOID:
            return
        own = tag in _HIDDEN or "data-own" in given
        is_own = own or (above.is_own and "data-front" not in given)
        is_repeat = above.is_repeat or "data-repeat" in given
        index = len(self.pieces) - 1
        self._open.append(_Element(tag, index, number, is_own, is_repeat, is_body))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            self.handle_starttag(tag, attrs)
        else:
            self.pieces.append(Piece(self.get_starttag_text() or ""))

    def handle_endtag(self, tag: str) -> None:
        self.pieces.append(Piece(f"</{tag}>"))
        while len(self._open) > 1 and self._open.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        self.pieces.append(self._text(data))

    def _text(self, data: str) -> Piece:
        inner = self._open[-1]
        block = next(each for each in reversed(self._open) if each.tag not in _INLINE)
        link = next((each.index for each in self._open if each.tag == "a"), -1)
        is_repeat = inner.is_repeat
        return Piece(data, True, inner.number, block.index, link, inner.is_own, is_repeat)


def read_pieces(html: str, numbers: Container[int]) -> list[Piece]:
    """The pieces of a page, in its order; ``numbers`` are those of the statements."""
    reader = _Reader(numbers)
    reader.feed(html)
    reader.close()
    return reader.pieces


def positions(pieces: Sequence[Piece]) -> Iterator[Position]:
    """Where the statements of a page are, in its order; what is repeated is there only once."""
    part, found = 0, set[int]()
    for piece in pieces:
        if not piece.is_text:
            part += piece.markup.startswith(tuple(f"<{tag}" for tag in _PARTS))
        elif piece.number and piece.number not in found and not piece.is_repeat:
            found.add(piece.number)
            yield Position(piece.number, part)
