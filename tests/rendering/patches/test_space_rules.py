"""Fonts with rules about spaces are known, and print as WeasyPrint alone prints them."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from string import ascii_letters
from typing import Any

import pytest
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables import otTables
from fontTools.ttLib.tables._k_e_r_n import KernTable_format_0
from fontTools.ttLib.tables.otBase import ValueRecord
from weasyprint import HTML
from weasyprint.text.ffi import ffi, harfbuzz

from leaflet.rendering import load
from leaflet.rendering.patches import lines, space_rules, text_parts
from leaflet.rendering.patches.space_rules import has_rules_about_spaces

ffi.cdef(
    """
    hb_blob_t * hb_blob_create (
        const char *data, unsigned int length, int mode, void *user_data, void *destroy);
    hb_face_t * hb_face_create (hb_blob_t *blob, unsigned int index);
    hb_font_t * hb_font_create (hb_face_t *face);
    """
)

Change = Callable[[TTFont], object]

WORDS = "Yes Aa tab bad Van a VAT dab Avo To We da ad A Vas ba data Take add AV La ma " * 3

SWAP = "lookup swap { sub a by x; sub A by X; } swap;"
MOVE = "lookup move { pos a 90; pos A <0 0 -80 0>; } move;"
SWAPS = f"{SWAP} feature calt {{ sub a' lookup swap d; }} calt;"
MOVES = f"{MOVE} feature kern {{ pos a' lookup move d; }} kern;"
PAIRS = "feature kern { pos [A T] [V a] -200; } kern;"


def made(features: str = "", *changes: Change) -> bytes:
    """A font of letters and a space with these features, changed."""
    pen = TTGlyphPen(None)
    for point in ((60, 0), (60, 600), (440, 500)):
        (pen.lineTo if point[1] else pen.moveTo)(point)
    pen.closePath()
    shape, names = pen.glyph(), [".notdef", "space", *ascii_letters]
    builder = FontBuilder(1000)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({32: "space", **{ord(each): each for each in ascii_letters}})
    builder.setupGlyf(dict.fromkeys(names, shape) | {"space": TTGlyphPen(None).glyph()})
    builder.setupHorizontalMetrics({name: (400 + 3 * n, 60) for n, name in enumerate(names)})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupOS2()
    builder.setupNameTable({"familyName": "Spaced", "styleName": "Regular"})
    builder.setupPost()
    addOpenTypeFeaturesFromString(builder.font, features)
    for change in changes:
        change(builder.font)
    out = BytesIO()
    builder.save(out)
    return out.getvalue()


def last(font: TTFont, name: str) -> Any:
    """The last lookup of a table."""
    return font[name].table.LookupList.Lookup[-1]


def of_others(font: TTFont) -> None:
    """Letters are also moved beside any glyph without a class."""
    part = last(font, "GPOS").SubTable[0]
    for record in getattr(part, "ExtSubTable", part).Class1Record:
        record.Class2Record[0].Value1 = ValueRecord(4, None)
        record.Class2Record[0].Value1.XAdvance = -150


def by_classes(name: str, number: int, **classes: list[int]) -> Change:
    """A rule about "a" and "A", and the classes of what is beside them; "d" is of class 1."""

    def change(font: TTFont) -> None:
        kind = {"GSUB": "Subst", "GPOS": "Pos"}[name]
        short, record = kind[:3], getattr(otTables, f"{kind}LookupRecord")()
        chain = "Chain" if number in (6, 8) else ""
        record.SequenceIndex = record.LookupListIndex = 0
        rule = getattr(otTables, f"{chain}{short}ClassRule")()
        rule.__dict__.update(classes, **{f"{kind}LookupRecord": [record]})
        groups = [None, getattr(otTables, f"{chain}{short}ClassSet")()]
        setattr(groups[1], f"{chain}{short}ClassRule", [rule])
        part = getattr(otTables, f"{chain}Context{kind}")()
        part.Format, part.Coverage = 2, otTables.Coverage()
        part.Coverage.glyphs = ["a", "A"]
        setattr(part, f"{chain}{short}ClassSet", groups)
        for each in ("Backtrack", "Input", "LookAhead") if chain else ("",):
            found = otTables.ClassDef()
            found.classDefs = {"d": 1} if each in ("Backtrack", "LookAhead") else {"A": 1, "a": 1}
            if not chain:
                found.classDefs["d"] = 2
            setattr(part, f"{each}ClassDef", found)
        lookup = last(font, name)
        lookup.LookupType, lookup.SubTable, lookup.SubTableCount = number, [part], 1

    return change


def after(name: str, number: int, *classes: int) -> Change:
    return by_classes(name, number, Backtrack=[], Input=[], LookAhead=[*classes])


def old_pairs(font: TTFont) -> None:
    pairs = KernTable_format_0()
    pairs.coverage = 1
    pairs.kernTable = {("a", "space"): -200, ("space", "T"): -170}
    font["kern"] = newTable("kern")
    font["kern"].version, font["kern"].kernTables = 0, [pairs]


def classes(glyphs: str) -> str:
    return f"table GDEF {{ GlyphClassDef {glyphs}; }} GDEF;"


WITH_RULES = {
    "pairs that name it": made("feature kern { pos A space -200; pos space T -170; } kern;"),
    "pairs of classes": made("feature kern { pos [A T] [space V] -200; } kern;"),
    "pairs with others": made(PAIRS, of_others),
    "far pairs": made(f"lookup far useExtension {{ {PAIRS[15:-7]} }} far;"
                      "feature kern { lookup far; } kern;", of_others),
    "letters before others": made(SWAPS, after("GSUB", 6, 0)),
    "letters after others": made(
        SWAPS, by_classes("GSUB", 6, Backtrack=[0], Input=[], LookAhead=[])
    ),
    "letters and others": made(SWAPS, by_classes("GSUB", 5, Class=[0])),
    "letters two before others": made(SWAPS, after("GSUB", 6, 1, 0)),
    "moved before others": made(MOVES, after("GPOS", 8, 0)),
    "moved with others": made(MOVES, by_classes("GPOS", 7, Class=[0])),
    "beyond bases": made(
        "feature kern { lookupflag IgnoreBaseGlyphs; pos [a b] [d b] -200; } kern;"
        f"{classes('[space], , ,')}"
    ),
    "an old table": made("", old_pairs),
    "a space that is a mark": made(
        "feature kern { lookupflag IgnoreMarks; pos [a b] [d b] -200; } kern;"
        f"{classes('[a b], , [space],')}"
    ),
}  # fmt: skip

WITHOUT = {
    "nothing": made(),
    "pairs": made(PAIRS),
    "pairs by name": made("feature kern { pos A V -200; } kern;"),
    "ends of words": made(f"{SWAP} @all=[A-Z a-z]; feature calt {{"
                          "ignore sub a' @all; sub a' lookup swap; } calt;"),
    "letters before letters": made(SWAPS, after("GSUB", 6, 1)),
    "letters and letters": made(SWAPS, by_classes("GSUB", 5, Class=[2])),
    "moved before letters": made(MOVES, after("GPOS", 8, 1)),
}  # fmt: skip


def found(data: bytes) -> bool:
    """What is found in a font."""
    kept = ffi.new("char[]", data)
    blob = harfbuzz.hb_blob_create(kept, len(data), 0, ffi.NULL, ffi.NULL)
    return has_rules_about_spaces(harfbuzz.hb_font_create(harfbuzz.hb_face_create(blob, 0)))


def printed(data: bytes, folder: Path) -> bytes:
    """A page set in a font."""
    (folder / "spaced.ttf").write_bytes(data)
    sizes = "".join(f"<p style='width: {50 + 7.3 * step}px'>{WORDS}" for step in range(20))
    page = (
        "<html lang=en><style>@font-face { font-family: Spaced; src: url(spaced.ttf) }"
        f" p {{ font: 10pt Spaced }}</style>{sizes}"
    )
    return HTML(string=page, base_url=f"{folder}/").write_pdf(pdf_identifier=b"1")  # type: ignore[no-any-return]


@pytest.mark.parametrize("data", WITH_RULES.values(), ids=WITH_RULES)
def test_rules_about_spaces_are_found(data: bytes) -> None:
    assert found(data)


@pytest.mark.parametrize("data", WITHOUT.values(), ids=WITHOUT)
def test_other_rules_are_none_about_spaces(data: bytes) -> None:
    assert not found(data)


@pytest.mark.parametrize(
    "data", [*WITH_RULES.values(), *WITHOUT.values()], ids=[*WITH_RULES, *WITHOUT]
)
def test_pages_are_as_the_engine_alone_makes_them(
    weasyprint_alone: Callable[..., Any], tmp_path: Path, data: bytes
) -> None:
    load()
    fast = printed(data, tmp_path)
    with weasyprint_alone(lines):
        assert printed(data, tmp_path) == fast


@pytest.mark.parametrize("data", WITH_RULES.values(), ids=WITH_RULES)
def test_without_the_question_pages_would_differ(
    weasyprint_alone: Callable[..., Any],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    data: bytes,
) -> None:
    load()
    monkeypatch.setattr(text_parts, "has_rules_about_spaces", lambda _: False)
    fast = printed(data, tmp_path)
    with weasyprint_alone(lines):
        assert printed(data, tmp_path) != fast


@pytest.mark.parametrize("name", [b"GSUB", b"GPOS"])
def test_a_table_that_is_cut_off_has_rules(monkeypatch: pytest.MonkeyPatch, name: bytes) -> None:
    read = space_rules._table
    monkeypatch.setattr(
        space_rules,
        "_table",
        lambda face, each: read(face, each)[: 30 if each == name else None],
    )
    assert found(made(SWAPS + PAIRS))
