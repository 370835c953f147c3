"""Shapes a text once for a document: its size, its glyphs, and where it may break."""

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import Any

from weasyprint.text.ffi import FROM_UNITS, ffi, pango

from leaflet.rendering.patches.text_setups import Setup

__all__ = ["GLYPH", "Breaks", "ShapedText"]

_MAY_BREAK = 1
"""The bit ``is_line_break`` of a ``PangoLogAttr``."""

GLYPH = ffi.sizeof("PangoGlyphInfo") // 4
"""Numbers of a glyph: its id, its width, how far it is moved, and flags."""

_ATTRIBUTE = ffi.sizeof("PangoLogAttr")


class ShapedText:
    """A text on one line, as wide as it is."""

    def __init__(self, text: str, setup: Setup) -> None:
        self.text = text
        self.layout = setup.copy()
        encoded = text.encode()
        pango.pango_layout_set_text(self.layout, encoded, len(encoded))
        line = pango.pango_layout_get_line_readonly(self.layout, 0)
        extents = ffi.new("PangoRectangle *")
        pango.pango_layout_line_get_extents(line, ffi.NULL, extents)
        self.units = extents.width
        self.width = extents.width * FROM_UNITS
        self.height = extents.height * FROM_UNITS
        self.baseline = pango.pango_layout_get_baseline(self.layout) * FROM_UNITS
        self.bytes = len(encoded)
        self.direction = line.resolved_dir
        self.line = line
        self.has_rules_about_spaces: bool | None = None

    @cached_property
    def runs(self) -> list[tuple[Any, list[int], list[int]]]:
        """For each run its ``PangoGlyphItem``, glyphs (five numbers each) and clusters."""
        found = []
        run = self.line.runs
        while run != ffi.NULL:
            item = run.data
            glyphs = item.glyphs
            count = glyphs.num_glyphs
            numbers = memoryview(ffi.buffer(glyphs.glyphs, count * 4 * GLYPH)).cast("i")
            found.append((item, numbers.tolist(), ffi.unpack(glyphs.log_clusters, count)))
            run = run.next
        return found

    @cached_property
    def breaks(self) -> "Breaks":
        """Where the text may break."""
        return Breaks(self)


class Breaks:
    """Where a text may break, and how far it reaches before each break, without spaces there."""

    def __init__(self, shaped: ShapedText) -> None:
        text = self._text = shaped.text
        self.reach = _reach(shaped)
        self.bytes = range(len(text) + 1) if text.isascii() else _bytes(text)
        attributes = pango.pango_layout_get_log_attrs_readonly(shaped.layout, ffi.NULL)
        flags = memoryview(ffi.buffer(attributes, len(text) * _ATTRIBUTE)).cast("I").tolist()
        at = [index for index, each in enumerate(flags) if each & _MAY_BREAK and index]
        self.at = (*at, len(text))
        self.starts = {0, *at}
        self.ends = [self._reach_before(text, index) for index in self.at]

    def reach_at(self, start: int) -> int:
        """How far the text reaches before a character; 0 if that is not known."""
        return self.reach.get(self.bytes[start], 0)

    def bytes_between(self, start: int, end: int) -> int:
        """How many bytes the text has from one character to another."""
        return self.bytes[end] - self.bytes[start]

    def next(self, start: int) -> int:
        """The first break after ``start``: the end of the text if there is none."""
        return self.at[bisect_right(self.at, start)] if start < self.at[-1] else start

    def is_after_word(self, end: int) -> bool:
        """Whether the break after another one, ``end``, is at a space or at the end of the text."""
        following = self.next(end)
        return following == len(self._text) or self._text[following - 1] == " "

    def after(self, start: int, width: float) -> tuple[int, float]:
        """The last break of what fits after ``start``, and how far the next break reaches.

        The same two numbers for nothing if that is not known, or if nothing or all of it fits.
        """
        begin = self.reach.get(self.bytes[start])
        if begin is None or None in self.ends:
            return start, 0
        found = bisect_right(self.ends, begin + width) - 1  # type: ignore[type-var]
        if found < 0 or found + 1 == len(self.at) or self.at[found] <= start:
            return start, 0
        return self.at[found], self.ends[found + 1] - begin  # type: ignore[operator]

    def _reach_before(self, text: str, index: int) -> int | None:
        while index and text[index - 1] == " ":
            index -= 1
        return self.reach.get(self.bytes[index])


def _bytes(text: str) -> tuple[int, ...]:
    return (0, *accumulate(len(character.encode()) for character in text))


def _reach(shaped: ShapedText) -> dict[int, int]:
    """How far the text reaches before each byte that begins a cluster; empty from right to left."""
    reach: dict[int, int] = {}
    position = 0
    for item, numbers, clusters in shaped.runs:
        if item.item.analysis.level % 2:
            return {}
        offset = item.item.offset
        # Of several glyphs of a cluster, the first one counts: put into the dictionary last.
        ends = [*accumulate(numbers[1::GLYPH], initial=position)]
        starts = [offset + cluster for cluster in clusters] if offset else clusters
        reach.update(zip(reversed(starts), ends[-2::-1], strict=True))
        position = ends[-1]
    reach[shaped.bytes] = position
    return reach
