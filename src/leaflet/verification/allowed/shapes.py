"""Shapes of objects: small tests of which the table of allowed objects is made."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import cycle

from leaflet.verification.pdf.objects import STRUCTURE_ELEMENT, Name, Ref, Value
from leaflet.verification.pdf.strict import StrictPdf

_PLAIN = {"Type", "S", "K", "Pg", "P"}
"""The keys of a structure element without attributes."""

Shape = Callable[[Value, "Walk"], bool]
"""Whether a value is as it should be; adds what it refers to to the walk."""

Kind = Mapping[str, Shape]
"""The keys that a dictionary of one kind may have, with the shapes of their values. It must have
those without a question mark at their end."""


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of one kind, sorted out: those that it must have, and the shape of each value.

    ``made_up`` are patterns of keys such as ``x0``.
    """

    required: tuple[str, ...]
    shapes: Mapping[str, Shape]
    made_up: tuple[tuple[re.Pattern[str], Shape], ...]

    @classmethod
    def of(cls, kind: Kind) -> "Keys":
        """The keys of a kind as the table has them."""
        return cls(
            tuple(key for key in kind if key[-1] not in "?+"),
            {key.removesuffix("?"): shape for key, shape in kind.items() if key[-1] != "+"},
            tuple((re.compile(k[:-1]), shape) for k, shape in kind.items() if k[-1] == "+"),
        )

    def shape(self, key: str) -> Shape | None:
        """The shape of the value of a key; None if there is no such key."""
        known = self.shapes.get(key)
        return known or next((shape for p, shape in self.made_up if p.fullmatch(key)), None)


@dataclass(slots=True)
class Walk:
    """A walk over the objects of a PDF: ``kinds`` says as what each object was reached."""

    pdf: StrictPdf
    table: Mapping[str, Keys]
    kinds: dict[int, str] = field(default_factory=dict)
    waiting: list[int] = field(default_factory=list)
    _roles: set[Name] = field(default_factory=set)

    def faults(self) -> Iterator[str]:
        """What is not as the table allows it, from the trailer on."""
        yield from self.mismatches("Trailer", self.pdf.trailer)
        while self.waiting:
            number = self.waiting.pop()
            value = self.pdf.objects[number]
            content, kind = value if isinstance(value, dict) else {}, self.kinds[number]
            if kind == "StructElem" and number not in self.pdf.streams and self._allows(content):
                continue
            yield from self.mismatches(kind, content)
            if ("Length" in self.table[kind].shapes) != (number in self.pdf.streams):
                yield f"{kind} is a stream, or should be one"
        for number, value in self.pdf.objects.items():
            # The finisher empties the elements of running lines, which belong to no tree.
            if number not in self.kinds and value != {}:
                yield "an object that nothing refers to"

    def _allows(self, element: Mapping[str, Value]) -> bool:
        """Whether a structure element is one of the plain ones, and as the table allows it.

        Most objects of a file are plain ones. Of others nothing is said: ``mismatches`` does that.
        """
        if element.keys() != _PLAIN or element["Type"] is not STRUCTURE_ELEMENT:
            return False
        role, kids, page = element["S"], element["K"], element["Pg"]
        if type(role) is not Name or type(kids) is not list or type(page) is not Ref:
            return False
        if role not in self._roles:
            if not self.table["StructElem"].shapes["S"](role, self):
                return False
            self._roles.add(role)
        for kid in kids:
            known = kid >= 0 if type(kid) is int else self._reaches_element(kid)
            if not known:
                return False
        return self.reach(page.number, "Page") and self._reaches_element(element["P"])

    def _reaches_element(self, value: Value) -> bool:
        """Whether a value refers to a structure element, which then is reached."""
        if type(value) is not Ref:
            return False
        target = self.pdf.objects.get(value.number)
        if type(target) is not dict or target.get("Type") is not STRUCTURE_ELEMENT:
            return False
        return self.reach(value.number, "StructElem")

    def mismatches(self, kind: str, content: Mapping[str, Value]) -> Iterator[str]:
        """What of a dictionary is not as its kind allows it."""
        keys = self.table[kind]
        for key, value in content.items():
            shape = keys.shape(key)
            if shape is None:
                yield f"{kind} has /{key}"
            elif not shape(value, self):
                yield f"{kind} has an unknown /{key}"
        for key in keys.required:
            if key not in content:
                yield f"{kind} has no /{key}"

    def reach(self, number: int, kind: str) -> bool:
        """Reach an object as one of a kind; False if it is missing, or already of another kind."""
        if number not in self.pdf.objects:
            return False
        if number not in self.kinds:
            self.kinds[number] = kind
            self.waiting.append(number)
        return self.kinds[number] == kind


def is_(*allowed: object) -> Shape:
    """One of the values, of the same type."""
    typed = [(type(value), value) for value in allowed]
    return lambda value, _: (type(value), value) in typed


def name(*allowed: str) -> Shape:
    """One of the names."""
    names = frozenset(allowed)
    return lambda value, _: type(value) is Name and value in names


def matching(pattern: str) -> Shape:
    """A name or a text that a regular expression matches."""
    compiled = re.compile(pattern)
    return lambda value, _: isinstance(value, str) and bool(compiled.fullmatch(value))


def text(value: Value, _: Walk) -> bool:
    """Any text."""
    return isinstance(value, str) and not isinstance(value, Name)


def number(value: Value, _: Walk) -> bool:
    """Any number."""
    return type(value) in (int, float)


def count(value: Value, _: Walk) -> bool:
    """A natural number or zero."""
    return type(value) is int and value >= 0


def to(*kinds: str) -> Shape:
    """A reference to an object of the kind; of several, of that which its type says."""

    def shape(value: Value, walk: Walk) -> bool:
        if not isinstance(value, Ref):
            return False
        if len(kinds) == 1:
            return walk.reach(value.number, kinds[0])
        target = walk.pdf.objects.get(value.number)
        stated = target.get("Type") if isinstance(target, dict) else None
        for kind in kinds:
            if walk.table[kind].shapes["Type"](stated, walk):
                return walk.reach(value.number, kind)
        return False

    return shape


def within(kind: str) -> Shape:
    """A dictionary of the kind, where it stands."""
    return lambda value, walk: (
        isinstance(value, dict) and not any(True for _ in walk.mismatches(kind, value))
    )


def each(*shapes: Shape) -> Shape:
    """An array of such values; with several shapes, of such groups."""

    def shape(value: Value, walk: Walk) -> bool:
        if not isinstance(value, list) or len(value) % len(shapes):
            return False
        for item, known in zip(value, cycle(shapes), strict=False):  # noqa: SIM110 - twice as fast as all()
            if not known(item, walk):
                return False
        return True

    return shape


def row(*shapes: Shape) -> Shape:
    """An array of exactly such values."""
    repeated = each(*shapes)
    return lambda value, walk: (
        isinstance(value, list) and len(value) == len(shapes) and repeated(value, walk)
    )


def either(*shapes: Shape) -> Shape:
    """A value of one of the shapes."""

    def shape(value: Value, walk: Walk) -> bool:
        for known in shapes:  # noqa: SIM110 - run for each tag, and twice as fast as any()
            if known(value, walk):
                return True
        return False

    return shape
