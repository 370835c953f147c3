"""How much a monograph may hold: bounds that are checked before anything is made of it.

A text within them is read and laid out in bounded time and memory; what exceeds one is refused with
the name of the limit and the line. No limit can be switched off, because beyond its highest value
the reader or the layout engine has been seen to hang, to crash, or to lose text.
"""

from dataclasses import dataclass, fields
from typing import Any

from leaflet.config.validate import setting
from leaflet.config.value_types import whole_number
from leaflet.diagnostics import Diagnostic
from leaflet.files import LARGEST_SOURCE


def _limit(default: int, most: int, unit: str, name: str) -> Any:
    about = f"{unit} at most; up to {most}"
    return setting(
        f"limits.{name}",
        about,
        default,
        value_type=whole_number(1, most),
        unit=unit,
        most=str(most),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The bounds of one document. The longest of 6,447 real monographs has 10 kB in 131 lines."""

    file_size: int = _limit(300, LARGEST_SOURCE // 1000, "kilobytes in a monograph", "file-size")
    lines: int = _limit(10_000, 60_000, "lines in a monograph", "lines")
    line_length: int = _limit(10_000, 50_000, "characters in a line", "line-length")
    paragraph_length: int = _limit(
        10_000, 50_000, "characters in a paragraph, in however many lines", "paragraph-length"
    )
    word_length: int = _limit(300, 5000, "characters in a word", "word-length")
    combining_marks: int = _limit(8, 50, "combining marks on one letter", "combining-marks")
    spaces: int = _limit(200, 5000, "spaces or tabs in a row", "spaces")
    nesting: int = _limit(12, 30, "levels of lists, brackets or tags in each other", "nesting")
    entries: int = _limit(
        4000, 20_000, "paragraphs, list items, table rows and forced line breaks", "entries"
    )
    emphases: int = _limit(8000, 40_000, "places with emphasis, links or inline tags", "emphases")
    table_columns: int = _limit(20, 50, "columns in a table", "table-columns")
    table_cells: int = _limit(4000, 20_000, "cells in all tables", "table-cells")
    front_matter: int = _limit(20_000, 50_000, "characters in the front matter", "front-matter")
    front_matter_nesting: int = _limit(
        4, 20, "levels of lists or tables in the front matter", "front-matter-nesting"
    )
    pictures: int = _limit(50, 500, "pictures in a monograph", "pictures")
    picture_size: int = _limit(10_000, 50_000, "kilobytes in a picture", "picture-size")
    picture_pixels: int = _limit(40, 80, "million pixels in a picture", "picture-pixels")

    def exceeded(self, name: str, amount: int, file: str, line: int, hint: str = "") -> Diagnostic:
        """The error for ``amount`` where the field ``name`` allows for less."""
        about = next(each.metadata for each in fields(self) if each.name == name)
        return Diagnostic.error(
            "limit",
            f"{amount:,} {about['unit']}; {about['key']} allows for {getattr(self, name):,}",
            file,
            line,
            hint=f"{hint or 'is this a monograph?'} or set {about['key']} in leaflet.toml",
        )


USUAL = Limits()
"""The limits of whoever sets none."""

HIGHEST = Limits(**{each.name: int(each.metadata["most"]) for each in fields(Limits)})
"""What can be read and searched for further faults, even if it is too much to be printed."""
