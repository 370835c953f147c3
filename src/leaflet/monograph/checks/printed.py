r"""The characters of a monograph judged once more, on the texts that will be printed.

Before that, an escape (``1&\\#8203;0``), a tag (``1<b>O</b>``) or a comment within a character
reference hides from a check of the file what readers will see, or not see.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace
from typing import NamedTuple

from leaflet.config.limits import Limits
from leaflet.diagnostics import Diagnostic, Severity
from leaflet.monograph.checks.characters import examine
from leaflet.monograph.checks.confusables import mixed
from leaflet.monograph.checks.numbers import misleading_numbers
from leaflet.monograph.checks.sizes import too_long
from leaflet.monograph.entities import decode
from leaflet.monograph.model import (
    Block,
    Bullets,
    Entry,
    FrontMatter,
    ListItem,
    Question,
    Source,
    Table,
    Text,
)

_RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_LOWERED = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
_WEB_ADDRESS = re.compile(r"https?://\S+")
_NO_TEXT = ("lang", "url", "contact")
"""Fields of the front matter that are no prose; their characters were judged as they were read."""

_CONTEXT = (6, 2, 1)
"""Characters around one by which it is looked for in the file, most first."""


class PrintedText(NamedTuple):
    """A text as it will be printed, and the line of the file that it begins in."""

    line: int
    text: str


def printed_front(front: FrontMatter, source: Source) -> Iterator[PrintedText]:
    """The texts of the front matter."""
    for key in (each.name for each in fields(front) if each.name not in _NO_TEXT):
        value = getattr(front, key)
        for text in value if isinstance(value, tuple) else (value,):
            if isinstance(text, str):
                yield PrintedText(source.key_line(key), text)


def printed_blocks(blocks: Iterable[Block | ListItem]) -> Iterator[PrintedText]:
    """The texts of blocks, and the alternative texts of their pictures."""
    for block in blocks:
        match block:
            case Entry(label, body) | Question(label, body):
                yield printed(label, block.line)
                yield from printed_blocks(body)
            case ListItem(body):
                yield from printed_blocks(body)
            case Bullets(items):
                yield from printed_blocks(items)
            case Table(head, rows):
                for row in (head, *rows):
                    yield from (printed(cell, block.line) for cell in row)
            case _:
                yield printed(block.text, block.line)


def printed(text: Text, line: int) -> PrintedText:
    """Running text as one line, in which raised and lowered digits are what they look like."""
    words = (
        span.text.translate(
            _RAISED if "sup" in span.marks else _LOWERED if "sub" in span.marks else {}
        )
        for span in text
    )
    return PrintedText(line, "".join(words).replace("\n", " "))


def examine_printed(
    texts: Sequence[PrintedText], source: Source, language: str, limits: Limits
) -> Iterator[Diagnostic]:
    """An error for each character that must not be in the printed texts, or words too long.

    Line and column are those of the file; the column is 0 where the file writes the character
    in another way.
    """
    for line, text in texts:
        yield from too_long(text, text.split(), limits, source.name, line)
    whole = "\n".join(text for _, text in texts)
    numbers = _WEB_ADDRESS.sub(lambda found: " " * len(found[0]), whole)
    for finding in (
        *examine(whole, source.name),
        *mixed(whole, source.name),
        *misleading_numbers(numbers, source.name, language),
    ):
        if finding.severity is not Severity.ERROR:
            continue
        line, text = texts[finding.line - 1]
        following = min((each.line for each in texts if each.line > line), default=0)
        line, column = _position(source, (line, following), text, finding.column - 1)
        yield replace(finding, line=line, column=column)


def _position(source: Source, lines: tuple[int, int], text: str, index: int) -> tuple[int, int]:
    """The line and the column in the file of a character of a text printed from these lines."""
    first, following = lines
    last = following - 1 if following else None
    written = [decode(line) for line in source.text.split("\n")[first - 1 : last]]
    for around in _CONTEXT:
        start = max(index - around, 0)
        part = text[start : index + around]
        for number, line in enumerate(written, first):
            if part in line:
                return number, line.index(part) + index - start + 1
    return first, 0
