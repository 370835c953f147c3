"""What a document is expected to say: the blocks of a composition's HTML, in reading order."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from html.parser import HTMLParser

_UNSEEN = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u2060\u2066-\u2069\ufe0e\ufe0f\ufeff]+")
_NOT_PRINTED = {"head", "title", "desc", "style", "script", "metadata"}
_INLINE = {"a", "b", "strong", "em", "i", "span", "sub", "sup", "code", "small", "abbr", "data"} | {
    *("ins", "del", "svg", "path")
}
_VOID = {"br", "img", "hr", "meta", "link", "input", "wbr", "col"}
_OWNERS = {"data-own": "own", "data-front": "front", "data-repeat": "repeat"}


@dataclass(frozen=True, slots=True)
class OwnedText:
    """Text and its owner.

    That is ``own`` (leaflet), ``front`` (the front matter), ``repeat`` (text that is elsewhere in
    the document as well), or nothing for the body of the monograph.
    """

    text: str
    owner: str


@dataclass(frozen=True, slots=True)
class ExpectedLine:
    """One block of the document: a paragraph, heading, list item or table cell.

    ``number`` is that of a list item which begins with it; ``numbered`` says that it is in an
    ordered list without such numbers, which the style sheet numbers. ``head`` says that it is in
    the head of a table, which is repeated after a page break, ``optional`` that it is printed only
    if there is room. ``id`` is that of its element, ``target`` that of the line whose page a line
    of the table of contents gives.
    """

    tag: str
    parts: tuple[OwnedText, ...]
    number: str = ""
    numbered: bool = False
    head: bool = False
    optional: bool = False
    id: str = ""
    target: str = ""

    @property
    def text(self) -> str:
        """All its text, whoever owns it."""
        return "".join(part.text for part in self.parts)


def compact(text: str) -> str:
    """Text without white space and invisible characters, for comparing what is printed."""
    if text.isascii():  # most texts, which have nothing else to leave out
        return "".join(text.split())
    return _UNSEEN.sub("", "".join(unicodedata.normalize("NFC", text).split()))


@dataclass(frozen=True, slots=True)
class _Element:
    """An open element, and the owner of its text; ``silent`` if nothing of it is printed."""

    tag: str
    owner: str
    attributes: dict[str, str | None]
    silent: bool = False


_PLAIN = re.compile(
    r"(?P<text>[^<]++)|</(?P<end>[a-z][a-z0-9]*+)>|<!DOCTYPE html>"
    r'|<(?P<tag>[a-z][a-z0-9]*+)(?P<attributes>(?:\s++[a-zA-Z-]++(?:="[^"]*+")?)*+)\s*+(?P<empty>/?)>'
)
"""A piece of a page as the templates write it."""

_ATTRIBUTE = re.compile(r'\s([a-zA-Z-]++)(?:="([^"]*+)")?')
_OTHERWISE = (
    "<script",
    "<style",
    "<textarea",
    "<xmp",
    "<iframe",
    "<noembed",
    "<noframes",
    "<plain",
)
"""Elements in which what looks like markup is text."""


class _Reader(HTMLParser):
    """Reads the ``lines`` and the ``pictures`` of a page that is fed to it, or read as plain."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[ExpectedLine] = []
        self.pictures: list[str] = []
        self._open: list[_Element] = [_Element("", "", {})]
        self._parts: list[OwnedText] = []

    def read_plain(self, html: str) -> bool:
        """Read a page that is written as the templates do; otherwise False, and it has to be fed.

        The parser looks at each tag and attribute in several ways, for pages of any kind.
        """
        at = 0
        if any(tag in html for tag in _OTHERWISE):
            return False
        for found in _PLAIN.finditer(html):
            if found.start() != at:
                return False
            at = found.end()
            text, end, tag, attributes, empty = found.groups()
            if text:
                self.handle_data(unescape(text))
            elif end:
                self.handle_endtag(end)
            elif tag:
                pairs = _ATTRIBUTE.findall(attributes) if attributes else ()
                self.handle_starttag(tag, [(key.lower(), unescape(each)) for key, each in pairs])
                if empty:
                    self.handle_endtag(tag)
        return at == len(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._parts.append(OwnedText("\n", self._open[-1].owner))
        if tag == "img":
            self.pictures.append(dict(attrs).get("alt") or "")
        if tag in _VOID:
            return
        if tag not in _INLINE:
            self._end_block()
        above = self._open[-1]
        owners = (_OWNERS[name] for name, _ in attrs if name in _OWNERS)
        silent = above.silent or tag in _NOT_PRINTED
        self._open.append(_Element(tag, next(owners, above.owner), dict(attrs), silent))

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        if tag not in _INLINE:
            self._end_block()
        while len(self._open) > 1 and self._open.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        inner = self._open[-1]
        if inner.tag == "title" and self._open[-2].tag == "svg":
            self.pictures.append(data)
        if not inner.silent:
            self._parts.append(OwnedText(data, inner.owner))

    def _end_block(self) -> None:
        if any(part.text.strip() for part in self._parts):
            block = next((e for e in reversed(self._open) if e.tag not in _INLINE), self._open[0])
            tags = {element.tag for element in self._open}
            # Removed from the element, since only its first block begins with the number.
            numbers = [e.attributes.pop("data-number", None) or "" for e in self._open]
            number = next(filter(None, reversed(numbers)), "")
            self.lines.append(
                ExpectedLine(
                    block.tag,
                    tuple(self._parts),
                    number=number,
                    numbered="ol" in tags and not number,
                    head="thead" in tags,
                    optional=any("data-spare" in element.attributes for element in self._open),
                    id=block.attributes.get("id") or "",
                    target=(block.attributes.get("data-to") or "").removeprefix("#"),
                )
            )
        self._parts = []


@lru_cache(maxsize=2)  # several checks ask for the same document
def _read(html: str) -> tuple[tuple[ExpectedLine, ...], tuple[str, ...]]:
    """Its lines and the alternative texts of its pictures."""
    reader = _Reader()
    if not reader.read_plain(html):
        reader = _Reader()
        reader.feed(html)
        reader.close()
    return tuple(reader.lines), tuple(reader.pictures)


def expected_lines(html: str) -> tuple[ExpectedLine, ...]:
    """The blocks of a composition's HTML, each with its text and the owners of that."""
    return _read(html)[0]


def expected_pictures(html: str) -> tuple[str, ...]:
    """The alternative texts of the pictures in a composition's HTML."""
    return _read(html)[1]
