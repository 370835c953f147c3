"""The outlines and widths of the fonts of a document, to recognise the glyphs of a font in a PDF.

Layout engines renumber the parts of composed glyphs (``é`` is ``e`` with an accent), so that here
an outline is what a glyph draws: its bytes, with those of its parts in position of their numbers.
(OpenType 1.9.1: glyf, hmtx.)
"""

import struct
import unicodedata
from array import array
from functools import cache, lru_cache, reduce
from itertools import product
from pathlib import Path

import uharfbuzz

from leaflet import files
from leaflet.fonts.fontconfig import WEIGHTS
from leaflet.fonts.in_use import in_use

_STYLES = {
    "": (False, False),
    "-Bold": (True, False),
    "-Italic": (False, True),
    "-Bold-Italic": (True, True),
}
"""What ends the name of a font → whether it is bold, and italic."""

_SLANTED = (("Regular", "Italic"), ("-Bold", "-BoldItalic"), ("3[", "3-Italic["))
"""How the file names of an upright and of an italic font differ."""

_WORDS, _SCALE, _MORE, _TWO_SCALES, _MATRIX = 0x1, 0x8, 0x20, 0x40, 0x80
"""Flags of a part of a composed glyph."""

_DEEPEST = 4
"""Parts within parts."""

_FEATURES = tuple(
    tuple(filter(None, chosen))
    for chosen in product(("", "tnum", "pnum"), ("", "lnum", "onum"), ("", "zero"))
)
"""What style sheets may turn on without changing what a digit or a ligature says."""

_MIRRORED = str.maketrans("()[]{}<>«»‹›≤≥", ")(][}{><»«›‹≥≤")
"""Text that runs from right to left shows the mirrored glyph."""


class Program:
    """A TrueType font program. Raises ValueError if it is none."""

    def __init__(self, data: bytes) -> None:
        try:
            count = struct.unpack_from(">H", data, 4)[0]
            rows = list(struct.iter_unpack(">4sLLL", data[12 : 12 + 16 * count]))
            tables = {tag.decode("latin-1"): data[at : at + size] for tag, _, at, size in rows}
            self.tables = tables.keys()
            head, self._glyf, self._metrics = tables["head"], tables["glyf"], tables["hmtx"]
            self.scale = head[16:20]
            self.em = int.from_bytes(head[18:20], "big")
            self._wide = int.from_bytes(tables["hhea"][34:36], "big")
            positions = array("I" if head[50:52] == b"\0\1" else "H", tables["loca"])
        except (struct.error, KeyError) as error:
            raise ValueError("it is damaged") from error
        positions.byteswap()
        self._positions = (
            positions if positions.typecode == "I" else [2 * position for position in positions]
        )

    def outline(self, glyph: int, deepest: int = _DEEPEST) -> bytes:
        """What a glyph draws; without its trailing zeros, which may be padding."""
        start, end = self._positions[glyph : glyph + 2]
        data = self._glyf[start:end]
        if data[:2] != b"\xff\xff":
            return data.rstrip(b"\0")
        parts, at, more = [data[:10]], 10, _MORE
        while more and deepest:
            flags, part = struct.unpack_from(">HH", data, at)
            size = 4 if flags & _WORDS else 2
            size += 2 * bool(flags & _SCALE) + 4 * bool(flags & _TWO_SCALES)
            size += 8 * bool(flags & _MATRIX)
            parts += [data[at : at + 2], data[at + 4 : at + 4 + size]]
            parts.append(self.outline(part, deepest - 1))
            at, more = at + 4 + size, flags & _MORE
        return b"|".join([*parts, data[at:].rstrip(b"\0")])

    def metrics(self, glyph: int) -> tuple[int, int]:
        """The width of a glyph, and how far from its origin it begins."""
        if glyph < self._wide:
            found: tuple[int, int] = struct.unpack_from(">Hh", self._metrics, 4 * glyph)
            return found
        (width,) = struct.unpack_from(">H", self._metrics, 4 * self._wide - 4)
        (begin,) = struct.unpack_from(">h", self._metrics, 2 * self._wide + 2 * glyph)
        return width, begin

    def draws(self, glyph: int) -> tuple[bytes, tuple[int, int]] | None:
        """Outline and metrics of a glyph; None if the font does not have it."""
        try:
            return self.outline(glyph), self.metrics(glyph)
        except (struct.error, ValueError, IndexError):
            return None


class PinnedFont(Program):
    """A font that documents are set in, without its hints, as layout engines embed it."""

    def __init__(self, face: uharfbuzz.Face) -> None:
        super().__init__(face.blob.data)
        self._font = uharfbuzz.Font(face)
        self._chars: dict[int, set[str]] = {}
        for code in face.unicodes:
            self._chars.setdefault(self._font.get_nominal_glyph(code), set()).add(chr(code))

    @lru_cache(maxsize=10_000)  # noqa: B019 - fonts live as long as their process
    def means(self, glyph: int, text: str) -> bool:
        """Whether a glyph may stand for a text: for its own characters, as read or as mirrored.

        A letter with an accent may be drawn in parts; its first part stands for all. Glyphs without
        a character are ligatures and forms of letters and digits: of digits and Latin letters those
        that the font has for this text, of other scripts any.
        """
        own = {unicodedata.normalize("NFKC", char) for char in self._chars.get(glyph, ())}
        if not own:
            if any(char.isdigit() or char.isascii() for char in text):
                return any(self._shaped(text, features) == [glyph] for features in _FEATURES)
            return True
        parts = unicodedata.normalize("NFD", text)
        if len(parts) > 1 and all(map(unicodedata.combining, parts[1:])) and parts[0] in own:
            return True
        return unicodedata.normalize("NFKC", text) in own | {c.translate(_MIRRORED) for c in own}

    def _shaped(self, text: str, features: tuple[str, ...]) -> list[int]:
        """The glyphs that the font has for a text."""
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        uharfbuzz.shape(self._font, buffer, dict.fromkeys(features, True))
        return [info.codepoint for info in buffer.glyph_infos]


def pinned(name: str) -> PinnedFont | None:
    """The font of the document with a name in a PDF, such as ``Hind-Bold``; None without one."""
    for family in in_use().families:
        begin, style = name[: len(family.name)], name[len(family.name) :].replace(",", "")
        if begin == family.name.replace(" ", "-") and style in _STYLES:
            bold, italic = _STYLES[style]
            file = family.file(bold=bold)
            slanted = file.with_name(
                reduce(lambda name, two: name.replace(*two), _SLANTED, file.name)
            )
            return _load(slanted if italic and slanted.is_file() else file, bold=bold)
    return None


@cache
def _load(file: Path, *, bold: bool) -> PinnedFont:
    face, wanted = uharfbuzz.Face(files.read(file)), uharfbuzz.SubsetInput()
    wanted.glyph_set.update(range(face.glyph_count))
    wanted.layout_feature_tag_set.update(
        int.from_bytes(tag.encode()) for features in _FEATURES for tag in features
    )
    wanted.flags = uharfbuzz.SubsetFlags.RETAIN_GIDS | uharfbuzz.SubsetFlags.NO_HINTING
    if face.has_var_data:
        wanted.pin_axis_location(face, "wght", WEIGHTS["Bold" if bold else "Regular"])
    return PinnedFont(uharfbuzz.subset(face, wanted))
