"""What the PDF says of glyphs whose letters change with their neighbours, put right.

WeasyPrint 70 tells of each glyph the text that it was first used for: of a vowel sign that is drawn
before its consonant, nothing at all. Here a glyph stands for its own letter, as its font has it.
"""

import re
import unicodedata
from typing import Any

import pydyf  # type: ignore[import-untyped]

from leaflet.fonts.shaping import Face, letters

_ENTRY = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]*)>")
_NOTHING_SEEN = "\u200b"
"""Zero width space: for a glyph that only its neighbours give a meaning. PDF/UA asks for a text."""


def name_letters(pdf: pydyf.PDF) -> None:
    """Mend the mapping from glyphs to text of every font whose words are shaped, in place."""
    for font in pdf.objects:
        if isinstance(font, dict) and font.get("Type") == "/Font" and "ToUnicode" in font:
            face = Face.of(_text(font["BaseFont"]))
            if face and face.shaped:
                mapping = pdf.objects[int(font["ToUnicode"].split()[0])]
                mapping.stream[:] = [_named(item, face) for item in mapping.stream]


def _text(name: Any) -> str:
    return name.decode() if isinstance(name, bytes) else str(name)


def _named(item: bytes, face: Face) -> bytes:
    entry = _ENTRY.fullmatch(item)
    if not entry:
        return item
    own = letters(face.family).get(int(entry[1], 16), "")
    # A form that Unicode lists for old programs stands for its letter.
    said = unicodedata.normalize("NFKC", own) or bytes.fromhex(entry[2].decode()).decode(
        "utf-16-be"
    )
    return b"<%s> <%s>" % (entry[1], (said or _NOTHING_SEEN).encode("utf-16-be").hex().encode())
