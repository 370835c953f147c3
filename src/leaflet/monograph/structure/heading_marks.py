"""What editors, wikis and authors put around the words of a heading, and is no part of its name.

Footnotes (``[^1]``, ``[1]``, ¹, *), anchors (``<a name="x"></a>``), attributes (``{#x}``), links to
the heading itself (¶, ``[edit]``), tags, block identifiers (``^x``) and wikilinks.
"""

import re
from collections.abc import Collection
from functools import lru_cache
from unicodedata import category

from leaflet.monograph.model import Span, Text
from leaflet.monograph.text import cut, plain

_ANCHOR = r"<a\b[^<>]*>\s*</a>"
_BEHIND = (
    *(r"\[\^[^\]\s]+\]", r"\[(?:\d{1,3}(?:\s*[,–-]\s*\d{1,3})*|[a-z])\]", _ANCHOR),
    *(r"\{[#.:-][^{}]*\}", r"(?<=\s)\^[\w-]+", r"(?<=\s)#[^\W\d][\w/-]*"),
)
_IN_FRONT = re.compile(rf"(?:{_ANCHOR}|\s)+")
_SIGNS = "*†‡§¶#=~_|\ufe0f"
_WIKILINK = re.compile(r"\[\[(?:[^\[\]|]*\||#)?([^\[\]|]+)\]\]")


def unmarked(heading: Text, links: Collection[str]) -> tuple[int, int]:
    """Where a heading begins and ends without its marks; ``links`` are words of links to itself."""
    words = plain(heading)
    mark = _mark(tuple(links))
    in_front = _IN_FRONT.match(words)
    start, end = in_front.end() if in_front else 0, len(words)
    while start < end and (words[start].isspace() or category(words[start]) in ("So", "Mn", "Cf")):
        start += 1  # a picture in front, with its selector
    while end > start:
        if _is_sign(words[end - 1]):
            end -= 1
        elif found := mark.search(words[:end]):
            end = found.start()
        elif _is_mark(last := cut(heading, start, end)[-1], links):
            end -= len(last.text)
        else:
            break
    return start, end


@lru_cache(maxsize=64)
def _mark(links: tuple[str, ...]) -> re.Pattern[str]:
    """A mark at the end of a heading."""
    named = "|".join(map(re.escape, links)) or "(?!)"
    return re.compile(rf"(?:{'|'.join(_BEHIND)}|\[\s*(?:{named})(?:\s*\|[^\[\]]*)?\])$", re.I)


def _is_mark(last: Span, links: Collection[str]) -> bool:
    """Whether the end of a heading is raised like the number of a footnote, or leads to itself."""
    if last.href and last.text.strip(" []").lower() in links:
        return True
    return "sup" in last.marks and not re.search(r"\w{3}", last.text)


def _is_sign(char: str) -> bool:
    """Whether a character at the end of a heading says nothing: a space, a star, a pilcrow, ¹."""
    return char.isspace() or char in _SIGNS or category(char) in ("So", "No", "Cf")


def without_wikilinks(words: str) -> str:
    """The words that a reader sees of ``[[page|words]]``."""
    return _WIKILINK.sub(r"\1", words)
