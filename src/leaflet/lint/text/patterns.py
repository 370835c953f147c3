"""How an expression is sought in a manuscript, and how its correction is put down."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape

from leaflet.lint.text.line import Line
from leaflet.lint.text.manuscript import Manuscript
from leaflet.lint.text.rule import Find, Fix, Hit

REACH = 500
"""Characters around a place that can bear on it. A line of a thousand places must not be read a
thousand times from end to end."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an expression was found, and what stands around it."""

    manuscript: Manuscript
    line: Line
    match: re.Match[str]

    @property
    def said(self) -> str:
        """The expression itself: the group ``it``, or else all that was found."""
        return self.match[self._it]

    @property
    def at(self) -> int:
        """Where in the words of its line it begins."""
        return self.match.start(self._it)

    @property
    def _it(self) -> str | int:
        return "it" if "it" in self.match.re.groupindex else 0

    @property
    def before(self) -> str:
        """The words of its line before it, as far back as they bear on it."""
        start = self.match.start()
        return self.line.words[max(start - REACH, 0) : start]

    @property
    def after(self) -> str:
        """The words of its line after it, as far as they bear on it."""
        end = self.match.end()
        return self.line.words[end : end + REACH]

    @property
    def clause(self) -> str:
        """The words before it, back to where its sentence begins."""
        return re.split(r"[.;:!?]\s", self.before)[-1]

    def in_place(self, text: str) -> str:
        """A text to stand here, with a capital if words begin a line or a sentence with it."""
        begins = not self.before.strip() or re.search(r"(?<!\.\w)[.!?]\s+$", self.before)
        return text[:1].upper() + text[1:] if begins else text


Where = Callable[[Place], bool]
Write = str | Callable[[Place], str]


def always(_: Place) -> bool:
    """An expression that is wrong wherever it stands."""
    return True


def never(_: Place) -> bool:
    """An expression of which a person has to say what was meant."""
    return False


def seek(
    expression: str, told: str, write: Write = "", *, where: Where = always, certain: Where = always
) -> Find:
    """How a rule finds an ``expression`` in the lines of the body, ``where`` it is wrong.

    ``told`` is the message, with ``{}`` for what was found; ``write`` says what to write instead,
    if one can say. That is offered as a correction where it is ``certain``.
    """
    pattern = re.compile(expression, re.MULTILINE)

    def find(manuscript: Manuscript) -> Iterator[Hit]:
        for place in places(pattern, manuscript):
            if where(place):
                text = place.in_place(write if isinstance(write, str) else write(place))
                yield hit(place, told.format(place.said), text, certain=certain(place))

    return find


def places(pattern: re.Pattern[str], manuscript: Manuscript) -> Iterator[Place]:
    """Where an expression stands in the lines of the body."""
    # Most rules find nothing: to ask all of the text once is quicker than to ask line by line.
    if not pattern.search("\n".join([line.words for line in manuscript.body])):
        return
    for line in manuscript.body:
        for match in pattern.finditer(line.words):
            yield Place(manuscript, line, match)


def hit(place: Place, message: str, text: str, *, certain: bool) -> Hit:
    """A hit whose hint is the ``text`` to write, offered as its correction if that is certain."""
    fix = correction(place.line, *place.match.span(), text) if text and certain else None
    hint = f'write "{text.strip()}"' if text else ""
    return Hit(place.line.number, place.line.column(place.at), message, hint, fix)


def correction(line: Line, start: int, end: int, text: str) -> Fix | None:
    """The ``text`` instead of the words from ``start`` to ``end``; None if markup parts them."""
    first = line.column(start)
    raw = line.raw[first - 1 : line.column(end) - 1]
    # What closes emphasis right behind the words stays behind them.
    raw = raw if unescape(raw) == line.words[start:end] else raw.rstrip("*_")
    if unescape(raw) != line.words[start:end]:
        return None
    return Fix(first + len(raw), text, first)
