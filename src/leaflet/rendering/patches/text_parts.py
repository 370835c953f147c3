"""A part of a text that is shaped already, with the glyphs that it would have by itself.

It has them if it is of the same script, and stands between spaces of a font in which no rule is
about spaces: then nothing beyond them changes a glyph or its width.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

from weasyprint.text.ffi import FROM_UNITS, ffi, harfbuzz, pango

from leaflet.rendering.patches.shaped_text import GLYPH, ShapedText

__all__ = ["TextPart", "part_of"]

ffi.cdef(
    """
    hb_set_t * hb_set_create (void);
    void hb_set_destroy (hb_set_t *set);
    hb_bool_t hb_set_has (const hb_set_t *set, hb_codepoint_t glyph);
    hb_bool_t hb_set_next (const hb_set_t *set, hb_codepoint_t *found);
    hb_bool_t hb_font_get_glyph (
        hb_font_t *font, hb_codepoint_t letter, hb_codepoint_t variant, hb_codepoint_t *glyph);
    void hb_ot_layout_collect_lookups (
        hb_face_t *face, hb_tag_t table, const hb_tag_t *scripts, const hb_tag_t *languages,
        const hb_tag_t *features, hb_set_t *lookups);
    void hb_ot_layout_lookup_collect_glyphs (
        hb_face_t *face, hb_tag_t table, unsigned int lookup,
        hb_set_t *before, hb_set_t *input, hb_set_t *after, hb_set_t *output);
    """
)

_TABLES = (b"GSUB", b"GPOS")
"""What a font knows of glyphs that change, and that move, with their neighbours."""

_LETTER = re.compile("[A-Za-z]")
"""What makes a text, and each part of it that has one, Latin."""

_FIRST = 0xFFFFFFFF
"""Where to begin to go through a set."""

_known: dict[Any, bool] = {}
"""Whether a face has rules about spaces; the face is kept as well, so its address stays its."""


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
        face = harfbuzz.hb_font_get_face(font)
        if face not in _known:
            _known[harfbuzz.hb_face_reference(face)] = _names_space(font, face)
        whole.has_rules_about_spaces = _known[face]
    return whole.has_rules_about_spaces


def _names_space(font: Any, face: Any) -> bool:
    """Whether a lookup of a font has the space among its glyphs, or has no space at all."""
    space = ffi.new("hb_codepoint_t *")
    if not harfbuzz.hb_font_get_glyph(font, ord(" "), 0, space):
        return True
    return any(
        harfbuzz.hb_set_has(glyphs, space[0])
        for table in _TABLES
        for lookup in _lookups(face, table)
        for glyphs in _glyphs(face, table, lookup)
    )


def _lookups(face: Any, table: bytes) -> Iterator[int]:
    """The numbers of all lookups of a table."""
    found, number = _new_set(), ffi.new("hb_codepoint_t *", _FIRST)
    every = (ffi.NULL, ffi.NULL, ffi.NULL)
    harfbuzz.hb_ot_layout_collect_lookups(face, _tag(table), *every, found)
    while harfbuzz.hb_set_next(found, number):
        yield number[0]


def _glyphs(face: Any, table: bytes, lookup: int) -> tuple[Any, Any, Any]:
    """The glyphs before those that a lookup is about, these, and those after them."""
    before, about, after = _new_set(), _new_set(), _new_set()
    harfbuzz.hb_ot_layout_lookup_collect_glyphs(
        face, _tag(table), lookup, before, about, after, ffi.NULL
    )
    return before, about, after


def _new_set() -> Any:
    return ffi.gc(harfbuzz.hb_set_create(), harfbuzz.hb_set_destroy)


def _tag(name: bytes) -> int:
    return harfbuzz.hb_tag_from_string(name, len(name))  # type: ignore[no-any-return]
