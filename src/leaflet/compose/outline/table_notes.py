"""The notes below a table that its marks lead to: "* not in pregnancy", "a: once a week"."""

import re

from leaflet.monograph.model import Block, Bullets, Paragraph, Table
from leaflet.monograph.text import plain

_NOTE = re.compile(
    r"\s*(?:[*†‡§¶#]+|[\u1d2c-\u1d6aⁱⁿ²³¹⁰⁴-⁹]+|[(\[](?:[a-z]|\d{1,2})[)\]]|(?:[a-z]|\d{1,2})[):])"
    r":?\s*\S"
)
"""What begins with a sign, a raised letter or number, or one with a bracket or a colon."""


def is_noted(above: Block, below: Block | None) -> bool:
    """Whether a block below a table, or below a note of one, is a note that belongs to it."""
    match above, below:
        case Table(), Bullets(ordered=False):  # "* not in pregnancy" is an item in Markdown
            cells = (cell for row in (above.head, *above.rows) for cell in row)
            return any("*" in plain(cell) for cell in cells)
        case Table(), Paragraph(text):
            return bool(_NOTE.match(plain(text)))
        case Paragraph(one), Paragraph(text):
            return all(_NOTE.match(plain(each)) for each in (one, text))
    return False
