"""Lines and their numbers, carried through Markdown as characters that no author may use."""

import re
from typing import NamedTuple

_MARK = 0xF0000
"""First code point of plane 15 (private use): the mark of line n is the character _MARK + n."""

_BOX = 0x100000
"""The same of plane 16: in the label of a box, the mark of as many lines as follow within it."""

MARKS = re.compile(r"[\U000F0000-\U000FFFFD\U00100000-\U0010FFFD]")
_LINE = re.compile(r"[\U000F0000-\U000FFFFD]")
_BOXED = re.compile(r"[\U00100000-\U0010FFFD]")


class Line(NamedTuple):
    """A line of a text, and its number in the file."""

    number: int
    text: str


class SourceLine(NamedTuple):
    """A line of a monograph; ``text`` is the line without white space at its end."""

    number: int
    raw: str
    text: str
    below: str
    """The next line as it is written."""
    broken: bool = False
    """Whether an editor has broken the text above here, since the line was full."""


def mark_of(line: int) -> str:
    """The mark of a line, whose number must not be above 65,533."""
    return chr(_MARK + line)


def line_of(marked: str) -> int:
    """The line in which a marked text begins; 0 if it has no mark."""
    found = _LINE.search(marked)
    return ord(found.group()) - _MARK if found else 0


def box_label(words: str, following: int) -> str:
    """The bold label of a box that so many lines follow within."""
    return f"**{chr(_BOX + following)}{words}**"


def box_end(marked: str) -> int:
    """The last line of the box whose label a marked text begins with; 0 if it is no such label."""
    found = _BOXED.search(marked)
    return line_of(marked) + ord(found.group()) - _BOX if found else 0
