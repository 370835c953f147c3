"""Objects of a PDF as the layout engine writes them, read as Python values.

A reader that forgives nothing: what it accepts can be read in one way only. Names without ``#``,
strings without line ends, references of generation 0, no comments, no key twice.
(ISO 32000-1, 7.3; the form is that of pydyf 0.13.)
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple

DEEPEST = 12
"""Arrays and dictionaries within each other."""

_TOKEN = re.compile(
    rb" ?(?:"
    rb"(?:(?P<ref>\d{1,7}) 0 R"
    rb"|(?P<int>-?\d{1,10})"
    rb"|(?P<float>-?\d{1,10}\.\d{0,6})"
    rb"|(?P<word>true|false|null))(?=[ \]>/<(\[]|\Z)"
    rb"|/(?P<name>[A-Za-z0-9_.,+*~-]+)"
    rb"|(?P<open><<|\[)"
    rb"|(?P<close>>>|\])"
    rb"|\((?P<text>(?:[^\\()\x00-\x1f\x7f-\xff]|\\[\\()])*)\)"
    rb"|<feff(?P<wide>(?:[0-9a-f]{4})+)>"
    rb")"
)
_KID = re.compile(rb"\d+(?: 0 R)?")
_ELEMENT = re.compile(
    rb"<</Type /StructElem/S /([A-Za-z0-9]+)"
    rb"/K \[((?:\d{1,7}+(?: 0 R)?+(?: (?!\])|(?=\])))*+)\]"
    rb"/Pg (\d{1,7}) 0 R/P (\d{1,7}) 0 R>>"
)
_ESCAPED = re.compile(r"\\([\\()])")


class ForeignForm(ValueError):
    """The reason why a file is not in the form in which leaflet writes PDFs."""


class Name(str):
    """A name of a PDF, without its slash."""

    __slots__ = ()


class Ref(NamedTuple):
    """A reference to an object by its number."""

    number: int


Value = dict[str, "Value"] | list["Value"] | Name | Ref | str | bool | int | float | None
"""An object of a PDF. Strings are decoded; keys and names have no slash."""

STRUCTURE_ELEMENT = Name("StructElem")
"""The type of each structure element without attributes: this very object."""


@lru_cache(maxsize=10_000)
def _reference(number: bytes) -> Ref:
    return Ref(int(number))


@lru_cache(maxsize=100)
def _role(name: bytes) -> Name:
    return Name(name.decode())


def _element(found: re.Match[bytes]) -> Value:
    """A structure element without attributes; most objects of a file are such ones."""
    role, inner, page, parent = found.groups()
    kids: list[Value]
    if inner.isdigit():  # as of most
        kids = [int(inner)]
    else:
        kids = [
            _reference(kid[:-4]) if kid[-1:] == b"R" else int(kid) for kid in _KID.findall(inner)
        ]
    return {
        "Type": STRUCTURE_ELEMENT,
        "S": _role(role),
        "K": kids,
        "Pg": _reference(page),
        "P": _reference(parent),
    }


def parse(data: bytes) -> Value:
    """Read one object. Raises ForeignForm if it is not written as leaflet writes it."""
    if element := _ELEMENT.fullmatch(data):
        return _element(element)
    whole: list[Value] = []
    holder: list[Value] = whole
    outer: list[list[Value]] = []
    at = 0
    while token := _TOKEN.match(data, at):
        at, kind = token.end(), token.lastgroup or ""
        if kind == "open":
            outer.append(holder)
            holder = [] if token[kind] == b"[" else _Items()
            if len(outer) > DEEPEST:
                raise ForeignForm("an object has too many levels")
        elif kind != "close":
            holder.append(_READERS[kind](token[kind]))
        elif not outer:
            raise ForeignForm("a bracket of an object is closed, but not opened")
        else:
            if isinstance(holder, _Items) != (token[kind] == b">>"):
                raise ForeignForm("brackets of an object do not match")
            value = _pairs(holder) if isinstance(holder, _Items) else holder
            holder = outer.pop()
            holder.append(value)
    if at != len(data) or outer or len(whole) != 1:
        raise ForeignForm(f"an object is not written as leaflet writes it: {data[at:][:30]!r}")
    return whole[0]


class _Items(list[Value]):
    """The keys and values of a dictionary that is being read."""


def _pairs(items: list[Value]) -> dict[str, Value]:
    """The dictionary of keys and values in turns."""
    keys = [key for key in items[::2] if isinstance(key, Name)]
    found: dict[str, Value] = dict(zip(keys, items[1::2], strict=False))
    if 2 * len(found) != len(items):
        raise ForeignForm("a dictionary has a key twice, or something other than keys and values")
    return found


_READERS: Mapping[str, Callable[[bytes], Value]] = {
    "ref": _reference,
    "int": int,
    "float": float,
    "name": lambda text: Name(text.decode("ascii")),
    "text": lambda text: _ESCAPED.sub(r"\1", text.decode("ascii")),
    "wide": lambda text: bytes.fromhex(text.decode()).decode("utf-16-be", "replace"),
    "word": {b"true": True, b"false": False, b"null": None}.__getitem__,
}
"""How the text of each kind of token becomes a value."""
