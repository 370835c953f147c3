"""The words of a monograph's file, read by code that shares nothing with the parser.

The parser understands a text; this only strips its markup. Where the two disagree, text was lost,
or invented, on the way to the page. No expression and no import is common to both; a test holds it.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import unescape
from itertools import pairwise
from urllib.parse import urlsplit

from leaflet.verification.expected.source_forms import without_forms
from leaflet.verification.expected.source_pictures import without_pictures
from leaflet.verification.expected.source_references import with_inline_links

_TOKEN = re.compile(
    r"(?P<escaped>\\[^\w\s])|(?P<ticks>`+)|(?P<comment><!--)|(?P<mdx>\{/\*)"
    r"|(?P<hidden>%%|^ *\[(?:comment|//|_)\]:)",
    re.M,
)
_BEGIN_TOKENS = ("\\", "`", "<!--", "{/*", "%%", "]:")
"""Of these, each such token has one."""

_GAP = re.compile(r"\n[ \t\r]*\n")
_BREAK = re.compile(r"<br\s{0,9}/?>", re.I)
_SYNTAX = str.maketrans({"[": " [ ", "]": " ] ", "<": " < "})
"""Makes of code, which is printed as it is written, what is no markup to the steps below."""

_TARGET = re.compile(
    r"""\]\(\s*(?P<to>(?:[^\s()]|\([^\s()]*\))+)"""
    r"""(?:\s+(?P<title>"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)"""
)
_PAGES = {"md", "mdx", "html", "htm", "qmd", "rst"}
_BARE_ADDRESS = re.compile(r"<((?:https?|ftp)://[^<>]*)>", re.I)
_ITEM_OR_CELL = re.compile(r"(\n\s*\n|\n\s*(?:[*+•-]|\d{1,3}[.)])\s|\|)")
"""Ends of blocks. A tag that is closed in the same block is markup; one that is not is text."""

_TAG = re.compile(r"(</?(?:sub|sup|em|i|strong|b|code)>)", re.I)
_NUMBER_OF_ITEM = re.compile(r"^[^\S\n]*\d{1,3}[.)][^\S\n]+(?=\S)", re.M)
_STARS = re.compile(
    r"\*(?:(?P<sign>(?<=\d\*)\*+(?=\d)|(?<=[^\W_]\*)(?=[^\W\d_]))"
    r"|(?<=\S\*)(?!\d)|(?![\d\s])|(?<![\w/]\*)(?=\d)(?!\d+\s*/\s*\*))|`"
)
"""Asterisks and backticks that are markup, not those of alleles or between spaces.

Between digits they are a power, and one between letters is a sign of the author's, too.
"""

_ENTITY = re.compile(r"&#?\w{1,40};")

_COMBINING = (
    "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
    "\u0900-\u0903\u093a-\u093c\u093e-\u094f\u0951-\u0957\u0962\u0963\u200c\u200d"
)
"""Characters that combine with the one before: accents, vowels of Arabic and Devanagari."""

_WORD = re.compile(rf"(?:[^\W_]++|[{_COMBINING}]++)++|[☐☑]")


@lru_cache(maxsize=4)
def strip_markdown(markdown: str) -> str:
    """Text without Markdown syntax, tags, comments, link addresses and numbers of items."""
    has_tokens = any(sign in markdown for sign in _BEGIN_TOKENS)
    text = with_inline_links("".join(_visible(markdown)) if has_tokens else markdown)
    text = without_forms(without_pictures(text))
    text = _BARE_ADDRESS.sub(r"\1", _without_addresses(text))
    text = "".join(map(_without_tags, _ITEM_OR_CELL.split(_BREAK.sub("\n", text))))
    text = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", _NUMBER_OF_ITEM.sub("", text))
    return _ENTITY.sub(
        _decoded, _STARS.sub(lambda star: "" if star["sign"] is None else star[0], text)
    )


def doubtful_numbers(markdown: str) -> Iterator[str]:
    """Numbers at the start of a line that may be those of items, or of a sentence that goes on.

    CommonMark 0.31.2, section 5.3, takes ``30. Take none`` below a line of text for text, too.
    """
    for above, line in pairwise(markdown.split("\n")):
        number = _NUMBER_OF_ITEM.match(line)
        goes_on = above.strip() and above.rstrip()[-1] not in ".;!?:"
        if number and goes_on and not _NUMBER_OF_ITEM.match(above):
            yield number[0].strip()


def _decoded(entity: re.Match[str]) -> str:
    """A character reference as its characters; ``&section=`` and ``&notit;`` are none."""
    decoded = unescape(entity[0])
    return decoded if len(decoded) <= len("≠̸") else entity[0]


def _visible(markdown: str) -> Iterator[str]:
    """The text without comments; code has no markup, and its backticks are left out."""
    gaps = [*(gap.start() for gap in _GAP.finditer(markdown)), len(markdown)]
    unclosed: dict[str, int] = {}
    at = 0
    while token := _TOKEN.search(markdown, at):
        start, at = at, token.end()
        yield markdown[start : token.start()]
        if token["comment"]:
            end = _end_of_comment(markdown, at)
            if not end:
                yield markdown[token.start() :]
                return
            if "\n" in markdown[at:end]:
                yield "\n"
            at = end
        elif token["mdx"]:
            end = markdown.find("*/}", at) + 3
            yield "\n" if "\n" in markdown[at:end] else "" if end > at else token[0]
            at = max(end, at)
        elif token["hidden"]:
            end = _end_of_hidden(markdown, token.start(), at)
            yield "" if end else token[0]
            at = end or at
        elif token["ticks"]:
            limit = gaps[bisect_left(gaps, at)] if len(token[0]) < len("```") else len(markdown)
            if unclosed.get(token[0], 0) < limit:
                closing = _closing_ticks(markdown, token[0], at, limit)
                if closing < 0:
                    unclosed[token[0]] = limit
                else:
                    yield markdown[at:closing].translate(_SYNTAX)
                    at = closing + len(token[0])
        else:
            yield token[0]
    yield markdown[at:]


def _end_of_comment(markdown: str, at: int) -> int:
    """The end of the comment whose text begins at ``at``, as HTML ends it; 0 if it has none."""
    if markdown.startswith((">", "->"), at):
        return markdown.index(">", at) + 1
    while (at := markdown.find("--", at) + 1) and not markdown.startswith((">", "!>"), at + 1):
        pass
    return at and markdown.index(">", at) + 1


def _end_of_hidden(markdown: str, start: int, at: int) -> int:
    """The end of a comment of Obsidian, or of one written as a reference; 0 if it is none."""
    if markdown[at - 1] == ":":
        line = markdown[at : (markdown + "\n").index("\n", at)]
        target = line.split()[:1]
        hidden = target in (["#"], ["<>"]) and line.rstrip()[-1] in '")'
        return at + len(line) if hidden else 0
    if markdown[start - 1 : start].isdigit() or markdown[at : at + 1].isdigit():
        return 0
    return markdown.find("%%", at) + 2 if "%%" in markdown[at:] else 0


def _closing_ticks(markdown: str, ticks: str, at: int, limit: int) -> int:
    """The next run of as many backticks before ``limit``; -1 if there is none."""
    while (at := markdown.find(ticks, at, limit)) >= 0:
        end = at + len(ticks)
        if markdown[at - 1] != "`" and markdown[end : end + 1] != "`":
            return at
        while markdown[end : end + 1] == "`":
            end += 1
        at = end
    return -1


def _without_addresses(text: str) -> str:
    """Links as their words."""
    kept, at, before = [], 0, 0
    for found in _TARGET.finditer(text):
        opening = text.rfind("[", before, found.start())
        before = found.end()
        words = text[opening + 1 : found.start()]
        if opening < 0 or "]" in words or text[opening - 1 : opening] == "!":
            continue
        if words.strip() and (_is_address(found["to"]) or _is_page(found["to"], words)):
            title = (found["title"] or "  ")[1:-1].strip()
            shown = title and title.lower() != words.strip().lower()
            kept += [text[at:opening], words, f" ({title})" if shown else ""]
            at = found.end()
    return "".join([*kept, text[at:]])


def _is_address(target: str) -> bool:
    """Whether what a link leads to cannot be meant to be read."""
    try:
        parts = urlsplit(target.removeprefix("<").removesuffix(">"))
        host = (parts.hostname if parts.netloc else parts.path.rpartition("@")[2]) or ""
    except ValueError:
        return False
    if parts.scheme in ("http", "https", "mailto"):
        return "." in host and host.rpartition(".")[2].isalpha()
    if parts.scheme == "tel":
        return sum(map(str.isdigit, parts.path)) > 5
    return target.startswith("#") and not any(map(str.isdigit, target))


def _is_page(target: str, words: str) -> bool:
    """Whether it leads to another page of a collection."""
    path = target.removeprefix("<").removesuffix(">").partition("#")[0]
    if path.rpartition(".")[2].lower() in _PAGES:
        return True
    named = path.startswith(("/", "./", "../")) or path.endswith("/")
    return named and not any(map(str.isdigit, target + words))


def _without_tags(block: str) -> str:
    """A block without the tags that are closed in it."""
    pieces = _TAG.split(block)
    opened: dict[str, list[int]] = {}
    for number in range(1, len(pieces), 2):
        name = pieces[number].strip("</>").lower()
        if not pieces[number].startswith("</"):
            opened.setdefault(name, []).append(number)
        elif opened.get(name):
            pieces[number] = pieces[opened[name].pop()] = ""
    return "".join(pieces)


def count_words(texts: Iterable[str]) -> Counter[str]:
    """How often each word occurs in the texts: letters and digits only, without soft hyphens."""
    return Counter(_WORD.findall("\n".join(texts).replace("\u00ad", "")))
