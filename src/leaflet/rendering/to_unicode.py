"""Corrects the ToUnicode maps of fonts whose letters change with their neighbours.

WeasyPrint 70 maps each glyph to the text that it was first used for. A vowel sign drawn before its
consonant maps to nothing at all. Here each glyph maps to its own letter, as its font defines it.
"""

import re
import unicodedata
from typing import Any

import pydyf  # type: ignore[import-untyped]

from leaflet.fonts.shaping import Face, characters

_ENTRY = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]*)>")
_ZERO_WIDTH_SPACE = "\u200b"
"""The text of a glyph that means nothing on its own: PDF/UA requires some text for each."""


def fix_to_unicode(pdf: pydyf.PDF) -> None:
    """Correct the ToUnicode map of every font whose words are shaped as a whole, in place."""
    for font in pdf.objects:
        if isinstance(font, dict) and font.get("Type") == "/Font" and "ToUnicode" in font:
            name = font["BaseFont"]
            face = Face.of(name.decode() if isinstance(name, bytes) else str(name))
            if face and face.shaped:
                cmap: Any = pdf.objects[int(font["ToUnicode"].split()[0])]
                cmap.stream[:] = [_corrected(line, face) for line in cmap.stream]


def _corrected(line: bytes, face: Face) -> bytes:
    entry = _ENTRY.fullmatch(line)
    if not entry:
        return line
    glyph, mapped = entry.groups()
    # NFKC turns a presentation form, which Unicode lists for old programs, into its letter.
    letter = unicodedata.normalize("NFKC", characters(face.family).get(int(glyph, 16), ""))
    text = letter or bytes.fromhex(mapped.decode()).decode("utf-16-be") or _ZERO_WIDTH_SPACE
    return b"<%s> <%s>" % (glyph, text.encode("utf-16-be").hex().encode())
