"""Makes a font file of a user's into one that a page can be set in and proved with.

Whatever its format, it becomes a TrueType font of one weight. Its characters are those that look
the same whatever stands beside them, each with a glyph of its own, so that a glyph says which
character it stands for. Of its layout features only those stay that change no character: spacing,
accents, forms of digits.
"""

from collections.abc import Iterable
from io import BytesIO
from itertools import product
from typing import TYPE_CHECKING, Any

import uharfbuzz

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

_ALONE = (
    *((0x20, 0x590), (0x10A0, 0x1100), (0x1200, 0x1400), (0x1D00, 0x3000), (0x3001, 0xA4D0)),
    *((0xA640, 0xA6A0), (0xA700, 0xA800), (0xAB30, 0xABC0), (0xAC00, 0xD7B0), (0xF900, 0xFB07)),
    *((0xFE30, 0xFE50), (0xFF01, 0xFFF0), (0x1D400, 0x1D800), (0x1F000, 0x1FB00)),
    (0x20000, 0x40000),
)
"""The characters that look the same whatever stands beside them, from and up to (Unicode 16):

Latin, Greek, Cyrillic, Armenian, Georgian, Ethiopic, Chinese, Japanese, Korean, signs. The letters
of all other scripts are set in leaflet's own families, which the proof shapes again.
"""

_FEATURES = ("kern", "mark", "mkmk", "ccmp", "tnum", "pnum", "lnum", "onum", "zero")

_NUMERIC = "0123456789.,/-\u2010\u2011\u2013\u2212%<>\u2264\u2265"
_MOST_KERNING = (140, 230)
"""How close together two signs of a number may be set, in thousandths of an em, and two equal ones.

Otherwise the proof could not tell kerning from signs that were moved over each other.
"""

_KEPT = frozenset(
    {"GlyphOrder", "CFF ", "CFF2", "GDEF", "GPOS", "GSUB", "OS/2", "cmap", "glyf", "head"}
    | {"hhea", "hmtx", "loca", "maxp", "name", "post"}
)
"""The tables of a font that stay: none with programs, colours, pictures or vertical lines."""

_NO_EMBEDDING, _NO_SUBSETTING, _BITMAPS_ONLY = 0x2, 0x100, 0x200
"""Bits of ``OS/2.fsType`` (OpenType 1.9.1: OS/2)."""

_BOLD = 0x20
"""A bit of ``OS/2.fsSelection``."""

_ERROR = 0.001
"""How far an outline may move where curves of the third degree become ones of the second, in em."""


def open_font(data: bytes) -> "TTFont":
    """A font of any format. Raises ValueError, with the reason, for what cannot be used."""
    from fontTools.ttLib import TTFont, TTLibError  # noqa: PLC0415 - only for fonts of a user

    if data[:4] == b"ttcf":
        raise ValueError("it is a collection of fonts; take one font out of it")
    try:
        font = TTFont(BytesIO(data), lazy=True)
        _ = font["OS/2"], font["head"], font["hmtx"], font["name"], font.getBestCmap()
    except (TTLibError, KeyError, AssertionError, ImportError, EOFError) as error:
        raise ValueError("it is not an OpenType font, or damaged") from error
    except Exception as error:  # fontTools raises whatever its parsers come upon
        raise ValueError(f"it is damaged: {type(error).__name__}") from error
    if not {"glyf", "CFF ", "CFF2"} & {*font.keys()}:
        raise ValueError("it has no outlines")
    return font


def embedding_fault(font: "TTFont") -> str:
    """Why a font may not be put into a PDF, as its maker has it; empty if it may."""
    bits = font["OS/2"].fsType
    if bits & 0xF == _NO_EMBEDDING:
        return "its licence does not allow to embed it (OS/2 fsType: restricted)"
    if bits & _NO_SUBSETTING:
        return "its licence allows to embed it only as a whole (OS/2 fsType: no subsetting)"
    if bits & _BITMAPS_ONLY:
        return "its licence allows to embed only its bitmaps (OS/2 fsType)"
    return ""


def usable(font: "TTFont") -> frozenset[int]:
    """The code points of a font that a page is set with."""
    spans = [range(*span) for span in _ALONE]
    return frozenset(code for code in font.getBestCmap() or () if any(code in s for s in spans))


def weights(font: "TTFont") -> tuple[int, int]:
    """The lightest and the boldest weight of a font; the same twice if it is not variable.

    A font that says that it is bold is, whatever weight it gives.
    """
    if "fvar" in font:
        for axis in font["fvar"].axes:
            if axis.axisTag == "wght":
                return int(axis.minValue), int(axis.maxValue)
    weight, is_bold = font["OS/2"].usWeightClass, font["OS/2"].fsSelection & _BOLD
    weight = max(weight, 700) if is_bold else weight
    return weight, weight


def cast(data: bytes, family: str, weight: int) -> bytes:
    """The font file that a page is set in: of one weight, under the name of its family.

    ``weight`` is 400 or 700. Raises ValueError for a font that cannot be used.
    """
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    font = open_font(data)
    codes = usable(font)
    if font.flavor:
        data = _saved(font)
    smaller = _subset(data, codes, weight, _FEATURES)
    if _kerns_too_much(smaller):
        smaller = _subset(data, codes, weight, _FEATURES[1:])
    font = TTFont(BytesIO(smaller))
    for table in {*font.keys()} - _KEPT:
        del font[table]
    if "glyf" not in font:
        _quadratic(font)
    _one_glyph_each(font)
    _name(font, family, weight)
    return _saved(font)


def _subset(data: bytes, codes: frozenset[int], weight: int, features: Iterable[str]) -> bytes:
    """A font with some of its characters and features, at one weight, without hints."""
    face, wanted = uharfbuzz.Face(data), uharfbuzz.SubsetInput()
    wanted.unicode_set.update(codes)
    wanted.layout_feature_tag_set.clear()
    wanted.layout_feature_tag_set.update(int.from_bytes(tag.encode()) for tag in features)
    wanted.flags = uharfbuzz.SubsetFlags.NO_HINTING
    if face.has_var_data:
        wanted.pin_all_axes_to_default(face)
        wanted.pin_axis_location(face, "wght", weight)
    smaller: bytes = uharfbuzz.subset(face, wanted).blob.data
    return smaller


def _kerns_too_much(data: bytes) -> bool:
    """Whether the signs of a number would be set so close that they could not be distinguished."""
    face = uharfbuzz.Face(data)
    font = uharfbuzz.Font(face)
    for pair in product(_NUMERIC, repeat=2):
        buffer = uharfbuzz.Buffer()
        buffer.add_str("".join(pair))
        buffer.guess_segment_properties()
        uharfbuzz.shape(font, buffer)
        glyph, advance = buffer.glyph_infos[0].codepoint, buffer.glyph_positions[0].x_advance
        kerning = abs(font.get_glyph_h_advance(glyph) - advance) * 1000 / face.upem
        if kerning > _MOST_KERNING[pair[0] == pair[1]]:
            return True
    return False


def _quadratic(font: "TTFont") -> None:
    """Replace the outlines of a font by curves of the second degree, as TrueType has them."""
    from fontTools.pens.cu2quPen import Cu2QuPen  # noqa: PLC0415
    from fontTools.pens.ttGlyphPen import TTGlyphPen  # noqa: PLC0415
    from fontTools.ttLib import newTable  # noqa: PLC0415

    glyphs, error = font.getGlyphSet(), font["head"].unitsPerEm * _ERROR
    glyf = newTable("glyf")
    glyf.glyphOrder, glyf.glyphs = font.getGlyphOrder(), {}
    for name in glyf.glyphOrder:
        pen = TTGlyphPen(None)
        glyphs[name].draw(Cu2QuPen(pen, error, reverse_direction=True))
        glyf.glyphs[name] = pen.glyph()
    font["loca"], font["glyf"] = newTable("loca"), glyf
    for name in glyf.glyphOrder:
        bounds: Any = glyf[name]
        bounds.recalcBounds(glyf)
        font["hmtx"][name] = (font["hmtx"][name][0], getattr(bounds, "xMin", 0))
    maxp = font["maxp"] = newTable("maxp")
    maxp.tableVersion, maxp.numGlyphs = 0x00010000, len(glyf.glyphOrder)
    zero = (
        "maxTwilightPoints maxStorage maxFunctionDefs maxInstructionDefs maxStackElements "
        "maxSizeOfInstructions maxComponentElements"
    )
    vars(maxp).update(dict.fromkeys(zero.split(), 0), maxZones=1)
    post = font["post"]
    post.formatType, post.extraNames, post.mapping = 2.0, [], {}
    for table in {"CFF ", "CFF2"} & {*font.keys()}:
        del font[table]
    font.sfntVersion = "\0\1\0\0"


def _one_glyph_each(font: "TTFont") -> None:
    """Give each character a glyph of its own: A and Α may share one, but not in a PDF's text."""
    order, metrics, glyf = font.getGlyphOrder(), font["hmtx"], font["glyf"]
    cmap: dict[int, str] = font.getBestCmap()
    taken, copies = set[str](), dict[int, str]()
    for code, name in sorted(cmap.items()):
        if name in taken and glyf[name].numberOfContours:
            copies[code] = f"{name}.{code:04X}"
            glyf[copies[code]] = glyf[name]
            metrics[copies[code]] = metrics[name]
        taken.add(name)
    font.setGlyphOrder([*order, *(name for name in copies.values() if name not in order)])
    for table in font["cmap"].tables:
        table.cmap.update({c: name for c, name in copies.items() if c in table.cmap})


def _name(font: "TTFont", family: str, weight: int) -> None:
    """Name a font by its family and weight, and nothing else that could find it."""
    style = "Bold" if weight > 400 else "Regular"
    names, bold = font["name"], style == "Bold"
    names.names = [each for each in names.names if each.nameID in (0, 13, 14)]
    values = {1: family, 2: style, 4: f"{family} {style}"}
    values[3] = values[6] = f"{family.replace(' ', '')}-{style}"
    for number, value in values.items():
        names.setName(value, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass, font["OS/2"].usWidthClass = weight, 5
    font["OS/2"].fsSelection = 0x20 if bold else 0x40
    font["head"].macStyle = int(bold)


def _saved(font: "TTFont") -> bytes:
    """The file of a font, the same at any time, not compressed."""
    font.flavor, out = None, BytesIO()
    font.recalcTimestamp = False
    font.save(out)
    return out.getvalue()
