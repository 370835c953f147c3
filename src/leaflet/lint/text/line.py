"""One line of a manuscript: as it is in the file, and as people read it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from leaflet.monograph.markdown.list_items import BULLETS
from leaflet.section_key import SectionKey

HIDDEN = "\ufffc"
"""Replaces code and web addresses in the words of a line, because they are not prose."""

_LEAD = re.compile(rf"[ \t]*(?:(?:[*+{BULLETS}-]|\d{{1,3}}[.)])(?=[ \t]|$)[ \t]*|#{{1,6}}[ \t]*)*")
_MARKUP = re.compile(
    r"(?P<escaped>\\[\\`*_{}\[\]()#+.!|~<>-])"
    r"|(?P<hidden>`+[^`]*`+|\]\([^)\s]*\)|<?https?://[^\s<>)]+>?|\bwww\.[^\s<>)]+)"
    r"|(?P<entity>&(?:#\d+|#x[\da-fA-F]+|[A-Za-z]\w*);)"
    r"|(?P<tag></?(?i:sub|sup|em|i|strong|b|code|br) */?>)"
    r"|(?P<bold>\*\*+|(?<!\w)__(?=\w)|(?<=\w)__(?!\w))"
    r"|(?P<italic>(?<![\w*])\*(?=[^\s*\d])|(?<=[^\s*])\*(?!\w)|(?<!\w)_(?=\w)|(?<=\w)_(?!\w))"
)
_BEGINS_MARKUP = re.compile(r"[\\`\]<&*_]|http|www")
"""A quick test: a line without a match has no markup."""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of the file, numbered from 1.

    ``raw`` is the line in the file; ``words`` is the same without markup, with entities decoded and
    code and addresses hidden (see HIDDEN). ``section`` is the key of its section, "" for a section
    that leaflet does not recognise; ``heading`` says whether the line is its heading.
    ``labels`` are the labels above and in the line, outermost first: "Adults" for ``**Adults:** 5
    mg``, and the question for an answer.
    """

    number: int
    raw: str
    words: str = ""
    columns: tuple[int, ...] = (1,)
    section: str = SectionKey.OTHER
    heading: bool = False
    labels: tuple[str, ...] = ()

    def column(self, at: int) -> int:
        """The column, from 1, of the character ``words[at]`` in the file."""
        return self.columns[at]


def read_words(raw: str) -> tuple[str, tuple[int, ...]]:
    """The words of a line without its markup, and the column of each character.

    There is one column more than there are characters: the end of the last one.
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
    """A line cut at its markup, as (start, end, shown text)."""
    for mark in _MARKUP.finditer(raw, at) if _BEGINS_MARKUP.search(raw, at) else ():
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
