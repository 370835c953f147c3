"""Font files such as a project may have, made of leaflet's own."""

from collections.abc import Callable, Iterable
from io import BytesIO

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont

from leaflet.fonts.families import FAMILIES

ATKINSON, SOURCE, ARABIC = FAMILIES[:3]

REGULAR, BOLD = ATKINSON.file().read_bytes(), ATKINSON.file(bold=True).read_bytes()
VARIABLE = SOURCE.file().read_bytes()


def changed(data: bytes, change: Callable[[TTFont], object]) -> bytes:
    """A font with a change."""
    font, out = TTFont(BytesIO(data)), BytesIO()
    change(font)
    font.save(out)
    return out.getvalue()


def woff2(data: bytes) -> bytes:
    """The same font as a web font."""
    return changed(data, lambda font: setattr(font, "flavor", "woff2"))


def restricted(data: bytes, bits: int) -> bytes:
    """The same font with another licence, as OS/2 fsType has it."""
    return changed(data, lambda font: setattr(font["OS/2"], "fsType", bits))


def cubic(characters: Iterable[str], weight: int = 400) -> bytes:
    """An OTF font with spaces whose characters are boxes with a curve, each of another height."""
    chars = {ord(char): f"u{ord(char):04X}" for char in (" ", *characters)}
    names = [".notdef", *chars.values()]
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap(chars)
    shapes = {name: _box(100 + 10 * number, weight) for number, name in enumerate(names)}
    builder.setupCFF("Boxes", {}, shapes, {})
    builder.setupHorizontalMetrics(dict.fromkeys(names, (1000, 50)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupOS2(usWeightClass=weight)
    builder.setupNameTable({"familyName": "Boxes", "styleName": "Regular"})
    builder.setupPost()
    out = BytesIO()
    builder.save(out)
    return out.getvalue()


def _box(height: int, weight: int) -> object:
    pen = T2CharStringPen(1000, None)
    pen.moveTo((50, 0))
    pen.lineTo((50, height))
    pen.curveTo((200, height + weight / 2), (600, height + 90), (900, height))
    pen.lineTo((900, 0))
    pen.closePath()
    return pen.getCharString()
