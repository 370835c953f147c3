"""SVG pictures: only shapes and colours, in a number that can be drawn at once.

The engine draws whatever is referred to as often as it is referred to, which a few lines can make a
billion times, and fails without saying where on references that lead back to themselves.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

SHAPES = {
    *("svg", "g", "a", "defs", "symbol", "use", "switch", "style", "title", "desc", "metadata"),
    *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon"),
    *("linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern"),
}
"""The elements of SVG that may be drawn. Drawing programs write elements of other languages too."""

OTHERS = {"image", "text", "tspan", "textPath", "marker", "filter", "foreignObject", "script"}
"""What may be in no language: the engine does not look at the namespace."""

_WORDS = ", but only shapes are drawn: turn its words into paths, or save it as PNG"
_REMEDIES = dict.fromkeys(("text", "tspan", "textPath", "foreignObject"), _WORDS)
"""What to do about an element, after its name; its words would not be proved."""

MOST = 20_000
"""Elements of a picture, each counted as often as it is drawn."""

DEEPEST = 60
"""Elements in one another, by nesting or by reference."""

LARGEST_STYLE = 20_000
"""Characters of its style sheets."""

_NAMESPACE = "http://www.w3.org/2000/svg"
_REFERENCE = re.compile(r"url\(\s*['\"]?([^'\")]*)", re.I)


@dataclass(slots=True)
class _Element:
    name: str
    children: "list[_Element]" = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    drawn: int = 0


class _Reader:
    """Reads a picture element by element, and stops at the first that may not be there."""

    def __init__(self) -> None:
        self._open = [_Element("")]
        self._named: dict[str, _Element] = {}
        self._style = ""
        self._number = 0

    def read(self, data: bytes) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = lambda _: self._open.pop()
        parser.CharacterDataHandler = self._text
        parser.EntityDeclHandler = self._entity
        parser.Parse(data, True)
        for name in _REFERENCE.findall(self._style):
            if not self._target(name).name.endswith("Gradient"):
                raise ValueError(f"its style sheet refers to {name}, which is no gradient")
        self._count(self._open[0], 0)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, local = name.rpartition(" ")
        if local in OTHERS or (namespace in ("", _NAMESPACE) and local not in SHAPES):
            raise ValueError(f"it contains <{local}>{_REMEDIES.get(local, '')}")
        self._number += 1
        if self._number > MOST or len(self._open) > DEEPEST:
            raise ValueError("it has too many elements, or too deep in each other")
        element = _Element(local, references=list(_references(attributes)))
        if (key := attributes.get("id", "")) in self._named:
            raise ValueError(f'two of its elements are called "{key[:50]}"')
        if key:
            self._named[key] = element
        self._open[-1].children.append(element)
        self._open.append(element)

    def _text(self, text: str) -> None:
        if self._open[-1].name == "style":
            self._style += text
            if len(self._style) > LARGEST_STYLE or "@import" in self._style.lower():
                raise ValueError("its style sheet is too large, or imports another")
            _refuse_escapes(self._style)

    def _entity(self, *_: object) -> None:
        raise ValueError("it declares entities")

    def _target(self, name: str) -> _Element:
        target = self._named.get(name[1:]) if name.startswith("#") else None
        if target is None:
            raise ValueError(f'it refers to "{name[:50]}", which is not in it')
        return target

    def _count(self, element: _Element, depth: int) -> int:
        """How many elements are drawn for one. Raises ValueError if they are too many."""
        if depth > DEEPEST:
            raise ValueError("its elements refer to each other without end, or too deeply")
        if not element.drawn:
            within = [*element.children, *map(self._target, element.references)]
            element.drawn = 1 + sum(self._count(each, depth + 1) for each in within)
        if element.drawn > MOST:
            raise ValueError(f"more than {MOST:,} elements would have to be drawn")
        return element.drawn


def _references(attributes: dict[str, str]) -> Iterator[str]:
    for name, value in attributes.items():
        if name.rpartition(" ")[2] == "href":
            yield value
        else:
            _refuse_escapes(value)
            yield from _REFERENCE.findall(value)


def _refuse_escapes(text: str) -> None:
    if "\\" in text:  # could spell a reference otherwise
        raise ValueError("it contains a backslash")


def check(data: bytes) -> None:
    """Raise ValueError, with the reason, for an SVG that cannot be drawn safely."""
    try:
        _Reader().read(data)
    except (expat.ExpatError, LookupError) as error:
        raise ValueError(f"it is damaged ({error})") from error
