"""One line of a manuscript: as it stands in the file, and as it is read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

HIDDEN = "\ufffc"
"""What stands in a line's words for code and web addresses, which are no prose."""

_LEAD = re.compile(r"[ \t]*(?:(?:[*+•‣◦-]|\d{1,3}[.)])(?=[ \t]|$)[ \t]*|#{1,6}[ \t]*)*")
_MARKUP = re.compile(
    r"(?P<escaped>\\[\\`*_{}\[\]()#+.!|~<>-])"
    r"|(?P<hidden>`+[^`]*`+|\]\([^)\s]*\)|<?https?://[^\s<>)]+>?|\bwww\.[^\s<>)]+)"
    r"|(?P<entity>&(?:#\d+|#x[\da-fA-F]+|[A-Za-z]\w*);)"
    r"|(?P<tag></?(?i:sub|sup|em|i|strong|b|code|br) */?>)"
    r"|(?P<bold>\*\*+|(?<!\w)__(?=\w)|(?<=\w)__(?!\w))"
    r"|(?P<italic>(?<![\w*])\*(?=[^\s*\d])|(?<=[^\s*])\*(?!\w)|(?<!\w)_(?=\w)|(?<=\w)_(?!\w))"
)


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of the file, numbered from 1.

    ``raw`` is the line as its author sees it; ``words`` the same without markup, entities decoded,
    code and addresses hidden (see HIDDEN). ``section`` is the key of the section that it stands
    in, "" for none of the known ones; ``heading`` says that it is that section's heading.
    ``labels`` are the labels above and in it, outermost first: of ``**Adults:** 5 mg`` Adults,
    and, in an answer, the question.
    """

    number: int
    raw: str
    words: str = ""
    columns: tuple[int, ...] = (1,)
    section: str = ""
    heading: bool = False
    labels: tuple[str, ...] = ()

    def column(self, at: int) -> int:
        """The column of the file, from 1, in which the character ``words[at]`` stands."""
        return self.columns[at]


def read_words(raw: str) -> tuple[str, tuple[int, ...]]:
    """The words of a line without its markup, and the column of each of their characters.

    The columns hold one more than the words have characters: where the last one ends.
    """
    lead = _LEAD.match(raw)
    at = lead.end() if lead else 0
    words: list[str] = []
    columns: list[int] = []
    for start, end, shown in _pieces(raw, at):
        words.append(shown)
        columns += (
            range(start + 1, end + 1) if len(shown) == end - start else [start + 1] * len(shown)
        )
    columns.append(len(raw) + 1)
    return "".join(words), tuple(columns)


def _pieces(raw: str, at: int) -> Iterator[tuple[int, int, str]]:
    """A line cut at its markup, as (start, end, what is read of it)."""
    for mark in _MARKUP.finditer(raw, at):
        if mark.start() > at:
            yield at, mark.start(), raw[at : mark.start()]
        at = mark.end()
        if mark["escaped"]:
            yield mark.start() + 1, at, raw[mark.start() + 1]
        elif mark["hidden"]:
            yield mark.start(), at, HIDDEN
        elif mark["entity"]:
            yield mark.start(), at, unescape(mark.group())
    yield at, len(raw), raw[at:]
