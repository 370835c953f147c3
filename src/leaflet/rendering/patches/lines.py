"""Breaks text into lines without shaping each line three times.

WeasyPrint 70 lets Pango break about two lines of text, tries the next word on the first line, and
shapes that line again. Here a text is shaped once, which says where its lines end unless a word
more or less is a matter of a hair's breadth, and the line once. What was found is kept for the
document, since a line is often laid out again.
"""

import re
from copy import copy
from functools import lru_cache
from typing import Any

from weasyprint.css import Style
from weasyprint.text.ffi import TO_UNITS
from weasyprint.text.line_break import Layout, can_break_text, split_first_line

from leaflet.rendering.patches.shaped_text import ShapedText
from leaflet.rendering.patches.swap import Patch
from leaflet.rendering.patches.text_parts import TextPart, part_of
from leaflet.rendering.patches.text_setups import Setup, setup_of

__all__ = ["PATCH", "Line", "split_first_line"]

_SPECIAL = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u1680\u180e\u2000-\u200a\u200e\u200f\u2027-\u202e"
    "\u205f\u2066-\u2069\u3000\ufffc]|  "
)
"""What breaks lines, hides at their ends, or changes the direction: left to WeasyPrint."""

_DOUBT = 0.12
"""Of the size of the type: how much the widths of words may differ with what is beside them.

Those of parts of a text do not.
"""

_MOST = 2**21
"""Pixels: what WeasyPrint takes for no limit."""


class Line(Layout):  # type: ignore[misc]
    """A line of text that is shaped already."""

    def __init__(
        self, shaped: ShapedText | TextPart, setup: Setup, max_width: float | None
    ) -> None:
        self.__dict__.update(setup.attributes)
        self.shaped = shaped
        self.text = shaped.text
        self.first_line_direction = shaped.direction
        self.justification_spacing = 0
        self.max_width = max_width

    def reactivate(self, style: Any) -> None:
        """Prepare to draw, without the ellipsis that another box may have been drawn with."""
        self.text = self.shaped.text
        super().reactivate(style)


class _Lines:
    """The lines of a document, and the texts that they are made of."""

    def __init__(self) -> None:
        self.found: dict[object, Any] = {}
        self._shaped: dict[tuple[Setup, str], ShapedText] = {}
        self._broken: dict[Setup, ShapedText] = {}

    def plain_line(self, text: str, setup: Setup, max_width: float | None) -> Any:
        """The first line of a text, or None where only WeasyPrint can tell."""
        if max_width is None or max_width >= _MOST:
            return _result(self._shape(text, setup), setup, max_width)
        units, doubt = int(max_width * TO_UNITS), _DOUBT * setup.size * TO_UNITS
        whole, start = self._whole(text, setup)
        rest = whole.units - whole.breaks.reach_at(start) if start else whole.units
        if rest < units + doubt:
            shaped = self._part(whole, start, len(whole.text), setup)
            if shaped.units <= units:
                return _result(shaped, setup, max_width)
        end, beyond = whole.breaks.after(start, units)
        stripped = start + len(whole.text[start:end].rstrip(" "))
        if stripped == start:
            return None
        shaped = self._part(whole, start, stripped, setup)
        is_exact = isinstance(shaped, TextPart) and whole.breaks.is_after_word(end)
        if not is_exact and not shaped.units + doubt <= units < beyond - doubt:
            return None
        return _result(shaped, setup, max_width, whole.breaks.bytes_between(start, end))

    def first_word(self, text: str, setup: Setup) -> Any:
        """What fits into no width at all, or None where only WeasyPrint can tell."""
        whole, start = self._whole(text, setup)
        end = whole.breaks.next(start)
        piece = whole.text[start:end]
        word = piece.rstrip(" ")
        spaces = len(piece) - len(word)
        if not word or spaces > 1:
            return None
        resume = None if end == len(whole.text) else whole.breaks.bytes_between(start, end)
        return _result(self._part(whole, start, start + len(word), setup), setup, 0, resume)

    def _whole(self, text: str, setup: Setup) -> tuple[ShapedText, int]:
        """The text that another one is the end of, and where it begins in it."""
        whole = self._broken.get(setup)
        if whole is not None and whole.text.endswith(text):
            start = len(whole.text) - len(text)
            if not start or start in whole.breaks.starts:
                return whole, start
        whole = self._broken[setup] = self._shape(text, setup)
        return whole, 0

    def _part(self, whole: ShapedText, start: int, end: int, setup: Setup) -> ShapedText | TextPart:
        """A part of a text as it is by itself."""
        is_whole = not start and end == len(whole.text)
        part = None if is_whole else part_of(whole, start, end)
        return part or self._shape(whole.text[start:end], setup)

    def _shape(self, text: str, setup: Setup) -> ShapedText:
        try:
            return self._shaped[setup, text]
        except KeyError:
            shaped = self._shaped[setup, text] = ShapedText(text, setup)
            return shaped


def _result(
    shaped: ShapedText | TextPart, setup: Setup, max_width: float | None, resume: int | None = None
) -> tuple[Any, ...]:
    line = Line(shaped, setup, max_width)
    return line, shaped.bytes, resume, shaped.width, shaped.height, shaped.baseline


def _split_first_line(
    text: str, style: Any, context: Any, max_width: float | None, *rest: Any, **named: Any
) -> Any:
    """The first line of a text: what WeasyPrint's ``split_first_line`` returns."""
    if context is None or not isinstance(style, Style):  # of an SVG
        return split_first_line(text, style, context, max_width, *rest, **named)
    try:
        lines = context.kept_lines
    except AttributeError:
        lines = context.kept_lines = _Lines()
    setup = setup_of(style)
    key = (setup, text, max_width, rest, *named.values())
    if found := lines.found.get(key):
        # WeasyPrint may put an ellipsis into its own layouts.
        return found if type(found[0]) is Line else (copy(found[0]), *found[1:])
    if setup.is_plain and not rest[0] and not _SPECIAL.search(text):  # and not justified
        if max_width is None or max_width > 0:
            found = lines.plain_line(text, setup, max_width)
        elif setup.keeps_words and named.get("minimum"):
            found = lines.first_word(text, setup)
    if found is None:
        found = split_first_line(text, style, context, max_width, *rest, **named)
    lines.found[key] = found
    return found


_can_break_text = lru_cache(maxsize=4096)(can_break_text)

PATCH = Patch(functions={split_first_line: _split_first_line, can_break_text: _can_break_text})
