"""A part of a text that is shaped already, with the glyphs that it would have by itself.

It has them if it is of the same script, and stands between spaces of a font in which no rule is
about spaces: then nothing beyond them changes a glyph or its width.
"""

import re
from bisect import bisect_left
from types import SimpleNamespace
from typing import Any

from weasyprint.text.ffi import FROM_UNITS, pango

from leaflet.rendering.patches.shaped_text import GLYPH, ShapedText
from leaflet.rendering.patches.space_rules import has_rules_about_spaces

__all__ = ["TextPart", "part_of"]

_LETTER = re.compile("[A-Za-z]")
"""What makes a text, and each part of it that has one, Latin."""


class TextPart:
    """A part of a text, with what a ``ShapedText`` knows of a text."""

    def __init__(self, whole: ShapedText, start: int, end: int, text: str) -> None:
        """``start`` and ``end`` are bytes of the whole, ``text`` what is between them."""
        reach = whole.breaks.reach
        self.text = text
        self.units = reach[end] - reach[start]
        self.width = self.units * FROM_UNITS
        self.height, self.baseline = whole.height, whole.baseline
        self.bytes = end - start
        self.direction = whole.direction
        self._whole, self._start = whole, start

    @property
    def runs(self) -> list[tuple[Any, list[int], list[int]]]:
        """Its only run: what a ``PangoGlyphItem`` has of it, its glyphs and its clusters."""
        run, numbers, clusters = self._whole.runs[0]
        first = bisect_left(clusters, self._start)
        last = bisect_left(clusters, self._start + self.bytes)
        item = SimpleNamespace(analysis=run.item.analysis, offset=0, length=self.bytes)
        starts = [cluster - self._start for cluster in clusters[first:last]]
        return [(SimpleNamespace(item=item), numbers[first * GLYPH : last * GLYPH], starts)]


def part_of(whole: ShapedText, start: int, end: int) -> TextPart | None:
    """The part between two characters of a text; None if it may look otherwise by itself."""
    text, breaks = whole.text[start:end], whole.breaks
    first, last = breaks.bytes[start], breaks.bytes[end]
    is_apart = (not start or whole.text[start - 1] == " ") and (
        end == len(whole.text) or whole.text[end] == " "
    )
    if (
        is_apart
        and first in breaks.reach
        and last in breaks.reach
        and len(whole.runs) == 1
        and _LETTER.search(text)
        and not _has_rules_about_spaces(whole)
    ):
        return TextPart(whole, first, last, text)
    return None


def _has_rules_about_spaces(whole: ShapedText) -> bool:
    """Whether the font of a text of one run has them."""
    if whole.has_rules_about_spaces is None:
        font = pango.pango_font_get_hb_font(whole.runs[0][0].item.analysis.font)
        whole.has_rules_about_spaces = has_rules_about_spaces(font)
    return whole.has_rules_about_spaces
