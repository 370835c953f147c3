"""Reads HTML that leaves nothing to be guessed in one pass.

tinyhtml5 goes through a page letter by letter, ready for any mistake. A page whose elements are all
closed, and are where they may be, is the same tree for any reader. What is not surely like that,
such as an unknown element, an unquoted value or a paragraph within a paragraph, is left to
tinyhtml5.
"""

import re
from collections.abc import Iterable
from io import StringIO
from typing import Any
from xml.etree.ElementTree import Element, SubElement

import tinyhtml5
from tinyhtml5.constants import adjust_svg_attributes

from leaflet.rendering.patches.swap import Patch

__all__ = ["PATCH", "read"]

_TOKEN = re.compile(
    r"<(?:/([a-z][a-z0-9]*)"
    r'|([a-z][a-z0-9]*)((?:[ \t\n]+[a-zA-Z-]+(?:="[^"<>]*")?)*)[ \t\n]*(/?))>'
    r"|([^<]+)"
)
"""A tag: what ends, or what begins with its attributes and whether it ends as well; or words."""

_ATTRIBUTE = re.compile(r"""([a-zA-Z-]+)(?:="([^"]*)")?""")
_START = re.compile(r"[ \t\n]*<!doctype html>[ \t\n]*", re.IGNORECASE)
_ODD = re.compile(
    "[^\t\n -~\u00a0-\ud7ff\ue000-\ufdcf\ufdf0-\ufefe\uff00-\uffef\U0001f000-\U0001faff]"
)
"""Letters that HTML forbids or rewrites, and some more."""

_REFERENCE = re.compile(r"&(?:(amp|lt|gt|quot|#34|#39);)?")
_REFERENCES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "#34": '"', "#39": "'"}

_SPACE = " \t\n"
_VOID = {"meta", "link", "hr", "br", "img"}
_MARKS = {"a", "b", "code", "em", "i", "s", "small", "strong", "u"}
"""Elements that HTML opens again where they are not closed in order; none is within itself."""

_INLINE = {*_MARKS, "abbr", "cite", "q", "span", "sub", "sup"}
_HEADINGS = {f"h{level}" for level in range(1, 7)}
_SECTIONS = {
    *("article", "aside", "blockquote", "div", "figure", "footer", "header", "main", "nav"),
    "section",
}
_FLOW = {*_SECTIONS, "body", "figcaption", "li", "dt", "dd", "td", "th", "caption"}
_WORDS = _FLOW | _INLINE | _HEADINGS | {"p"}
_ROWS = {"thead", "tbody", "tfoot"}
_SHAPES = {"circle", "ellipse", "g", "line", "path", "polygon", "polyline", "rect"}
_SVG = "{http://www.w3.org/2000/svg}"
_DRAWING = {f"{_SVG}svg", f"{_SVG}g"}

_BLOCKS = (*_SECTIONS, *_HEADINGS, "p", "ul", "ol", "dl", "table", "hr")
_PLACED: tuple[tuple[Iterable[str], set[str]], ...] = (
    (("head", "body"), {"html"}),
    (("meta", "link", "title"), {"head"}),
    (_BLOCKS, _FLOW),
    ((*_INLINE, "br", "img", f"{_SVG}svg"), _WORDS),
    (("figcaption",), {"figure"}),
    (("li",), {"ul", "ol"}),
    (("dt", "dd"), {"dl"}),
    ((*_ROWS, "caption"), {"table"}),
    (("tr",), _ROWS),
    (("td", "th"), {"tr"}),
    ((_SVG + shape for shape in (*_SHAPES, "title")), _DRAWING),
)
_WITHIN = {name: parents for names, parents in _PLACED for name in names}
"""The elements within which an element may stand."""

_TEXT = {*_WORDS, "title", f"{_SVG}title"}
"""The elements that may hold words."""

_read_as_tinyhtml5_does = tinyhtml5.parse


class _NotStrict(Exception):
    """A page is to be left to tinyhtml5."""


def read(text: str) -> Element | None:
    """The tree of a page, or None if it is not surely what tinyhtml5 makes of it."""
    start = _START.match(text)
    if not start or _ODD.search(text):
        return None
    try:
        return _Reader().read(text, start.end())
    except _NotStrict:
        return None


class _Reader:
    """Builds a tree: the elements that are open, and which of head and body have ended."""

    def __init__(self) -> None:
        self.open: list[Element] = []
        self.root: Element | None = None
        self.ended: set[str] = set()

    def read(self, text: str, position: int) -> Element | None:
        while position < len(text):
            token = _TOKEN.match(text, position)
            if not token:
                raise _NotStrict
            position = token.end()
            ended, begun, attributes, is_closed, words = token.groups()
            if words:
                self.add(words)
            elif ended:
                self.end(ended)
            else:
                self.begin(begun, attributes, bool(is_closed))
        return self.root if not self.open and self.ended >= {"head", "body"} else None

    def begin(self, name: str, attributes: str, is_closed: bool) -> None:
        """An element begins within the one that is open."""
        if not self.open:
            if name != "html" or self.root is not None or is_closed:
                raise _NotStrict
            self.root = Element(name, _attributes(attributes, in_drawing=False))
            self.open.append(self.root)
            return
        parent = self.open[-1]
        in_drawing = name == "svg" or parent.tag in _DRAWING
        tag = _SVG + name if in_drawing else name
        if parent.tag not in _WITHIN.get(tag, ()) or name in self.ended:
            raise _NotStrict
        is_known = tag != "body" or "head" in self.ended
        is_nested = tag in _MARKS and any(each.tag == tag for each in self.open)
        if not is_known or is_nested or (is_closed and not in_drawing and tag not in _VOID):
            raise _NotStrict
        element = SubElement(parent, tag, _attributes(attributes, in_drawing=in_drawing))
        if tag not in _VOID and not is_closed:
            self.open.append(element)

    def end(self, name: str) -> None:
        """The element that is open ends."""
        tag = self.open[-1].tag if self.open else ""
        if tag.removeprefix(_SVG) != name or (tag == "html" and "body" not in self.ended):
            raise _NotStrict
        if name in ("head", "body"):
            self.ended.add(name)
        self.open.pop()

    def add(self, words: str) -> None:
        """Add words, or the space between two elements, to the tree."""
        is_space = not words.strip(_SPACE)
        parent = self.open[-1] if self.open else self.root
        if parent is None or (not is_space and (not self.open or parent.tag not in _TEXT)):
            raise _NotStrict
        if parent is self.root:
            if "head" not in self.ended:
                return
            if "body" in self.ended:  # HTML puts it into the body
                parent = parent[-1]
        if "&" in words:
            words = _REFERENCE.sub(_character, words)
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + words
        else:
            parent.text = (parent.text or "") + words


def _attributes(text: str, *, in_drawing: bool) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in _ATTRIBUTE.findall(text):
        is_usual = name == name.lower() and (not in_drawing or name not in adjust_svg_attributes)
        if name in found or not (is_usual or (in_drawing and name == "viewBox")):
            raise _NotStrict
        found[name] = _REFERENCE.sub(_character, value) if "&" in value else value
    return found


def _character(reference: re.Match[str]) -> str:
    if not reference[1]:
        raise _NotStrict
    return _REFERENCES[reference[1]]


def _parse(document: Any, namespace_html_elements: bool = True, **options: Any) -> Element:
    """What ``tinyhtml5.parse`` returns."""
    if type(document) is StringIO and not namespace_html_elements and not options:
        tree = read(document.getvalue())
        if tree is not None:
            return tree
    return _read_as_tinyhtml5_does(  # type: ignore[no-any-return]
        document, namespace_html_elements, **options
    )


PATCH = Patch(methods={(tinyhtml5, "parse"): _parse})
