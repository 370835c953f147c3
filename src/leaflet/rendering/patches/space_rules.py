"""Whether a font has a rule about spaces: one by which a space changes or moves what is beside it.

A rule that names the space is found by HarfBuzz. One about any other glyph ("class 0" of a table)
names none, and is found here in the bytes of the font. What is not surely without such rules has
them.
"""

from collections.abc import Iterable, Iterator
from struct import error, unpack_from
from typing import Any

from weasyprint.text.ffi import ffi, harfbuzz

__all__ = ["has_rules_about_spaces"]

ffi.cdef(
    """
    hb_set_t * hb_set_create (void);
    void hb_set_destroy (hb_set_t *set);
    hb_bool_t hb_set_has (const hb_set_t *set, hb_codepoint_t glyph);
    hb_bool_t hb_font_get_glyph (
        hb_font_t *font, hb_codepoint_t letter, hb_codepoint_t variant, hb_codepoint_t *glyph);
    unsigned int hb_ot_layout_get_glyph_class (hb_face_t *face, hb_codepoint_t glyph);
    void hb_ot_layout_lookup_collect_glyphs (
        hb_face_t *face, hb_tag_t table, unsigned int lookup,
        hb_set_t *before, hb_set_t *input, hb_set_t *after, hb_set_t *output);
    """
)

_UNREAD = (b"kern", b"kerx", b"morx", b"mort", b"Silf")
"""Other tables of what a font knows of neighbours."""

_KINDS = {
    b"GSUB": {5: "context", 6: "chain", 7: "extension"},
    b"GPOS": {2: "pairs", 7: "context", 8: "chain", 9: "extension"},
}
"""The lookups in which a class of glyphs may be "any other", by table and number."""

_BASE = 1
"""Of glyph classes, the last that a space may have; the others are ligatures, marks and parts."""

_LEAVES_OUT_BASES = 2
"""The flag of a lookup that looks past such glyphs."""

_known: dict[Any, bool] = {}
"""What was found for a face; the face is kept as well, so its address stays its."""


def has_rules_about_spaces(font: Any) -> bool:
    """Whether a font of HarfBuzz has such rules, or no space at all."""
    face = harfbuzz.hb_font_get_face(font)
    if face not in _known:
        _known[harfbuzz.hb_face_reference(face)] = _has_rules(font, face)
    return _known[face]


def _has_rules(font: Any, face: Any) -> bool:
    space = ffi.new("hb_codepoint_t *")
    if not harfbuzz.hb_font_get_glyph(font, ord(" "), 0, space):
        return True
    if harfbuzz.hb_ot_layout_get_glyph_class(face, space[0]) > _BASE:
        return True
    if any(_table(face, name) for name in _UNREAD):
        return True
    try:
        return any(
            _may_meet(data, lookup, kinds)
            or any(harfbuzz.hb_set_has(glyphs, space[0]) for glyphs in _glyphs(face, name, number))
            for name, kinds in _KINDS.items()
            if (data := _table(face, name))
            for number, lookup in enumerate(_lookups(data))
        )
    except (error, ValueError):  # cut off, or of a version to come
        return True


def _table(face: Any, name: bytes) -> bytes:
    """The bytes of a table; none if the font lacks it."""
    blob = ffi.gc(harfbuzz.hb_face_reference_table(face, _tag(name)), harfbuzz.hb_blob_destroy)
    length = ffi.new("unsigned int *")
    data = harfbuzz.hb_blob_get_data(blob, length)
    return ffi.unpack(data, length[0]) if length[0] else b""


def _glyphs(face: Any, table: bytes, lookup: int) -> Iterable[Any]:
    """The glyphs before those that a lookup is about, these, and those after them."""
    sets = [ffi.gc(harfbuzz.hb_set_create(), harfbuzz.hb_set_destroy) for _ in range(3)]
    harfbuzz.hb_ot_layout_lookup_collect_glyphs(face, _tag(table), lookup, *sets, ffi.NULL)
    return sets


def _tag(name: bytes) -> int:
    return harfbuzz.hb_tag_from_string(name, len(name))  # type: ignore[no-any-return]


def _numbers(data: bytes, at: int, count: int) -> tuple[int, ...]:
    """Numbers of two bytes."""
    return unpack_from(f">{count}H", data, at)


def _offsets(data: bytes, start: int, at: int) -> Iterator[int]:
    """Where the parts begin whose count and distances from a start stand at a place."""
    (count,) = _numbers(data, at, 1)
    return (start + distance for distance in _numbers(data, at + 2, count) if distance)


def _lookups(data: bytes) -> Iterator[int]:
    """Where the lookups of a table begin."""
    version, _, _, _, first = _numbers(data, 0, 5)
    if version != 1:
        raise ValueError(version)
    return _offsets(data, first, first)


def _may_meet(data: bytes, lookup: int, kinds: dict[int, str]) -> bool:
    """Whether a lookup is about any other glyph, or looks past spaces."""
    kind, flags = _numbers(data, lookup, 2)
    return bool(flags & _LEAVES_OUT_BASES) or any(
        _is_about_others(data, part, kinds.get(kind, ""), kinds)
        for part in _offsets(data, lookup, lookup + 4)
    )


def _is_about_others(data: bytes, part: int, kind: str, kinds: dict[int, str]) -> bool:
    """Whether a part of a lookup has a rule about any other glyph."""
    (form,) = _numbers(data, part, 1)
    if kind == "extension":
        real, distance = unpack_from(">HL", data, part + 2)
        return _is_about_others(data, part + distance, kinds.get(real, ""), {})
    if kind and form > (2 if kind == "pairs" else 3):
        raise ValueError(form)
    if not kind or form != 2:  # these name their glyphs
        return False
    if kind == "pairs":
        return _moves_others(data, part)
    rules = (
        rule
        for group in _offsets(data, part, part + (6 if kind == "context" else 10))
        for rule in _offsets(data, group, group)
    )
    classes = _classes_of_context if kind == "context" else _classes_of_chain
    return any(0 in classes(data, rule) for rule in rules)


def _moves_others(data: bytes, part: int) -> bool:
    """Whether pairs by class move a glyph beside any other one."""
    first, second, _, _, rows, columns = _numbers(data, part + 4, 6)
    size = 2 * (first.bit_count() + second.bit_count())
    start, row = part + 16, columns * size
    end = start + rows * row
    if end > len(data):
        raise ValueError(end)
    return any(any(data[at : at + size]) for at in range(start, end, row)) if row else False


def _classes_of_context(data: bytes, rule: int) -> tuple[int, ...]:
    """The classes of a rule about glyphs in a row, but for the first, which is always named."""
    (count,) = _numbers(data, rule, 1)
    return _numbers(data, rule + 4, count - 1)


def _classes_of_chain(data: bytes, rule: int) -> tuple[int, ...]:
    """The same with those before and after them."""
    found: tuple[int, ...] = ()
    for is_named in (0, 1, 0):
        (count,) = _numbers(data, rule, 1)
        found += _numbers(data, rule + 2, count - is_named)
        rule += 2 + 2 * (count - is_named)
    return found
