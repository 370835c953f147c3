"""Markup of other tools that is still there in the texts that will be printed: an error each.

Whatever the reader knows has become words by then. What is left would reach a patient raw, or
would change what a sentence says once its tool has read it, so nobody may guess.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from leaflet.diagnostics import Diagnostic
from leaflet.monograph.checks.printed import PrintedText
from leaflet.monograph.model import Source

_AS_TEXT = "write what should be read as plain text"


class Markup(NamedTuple):
    """What is markup, its name in a message, and what its author can do."""

    pattern: re.Pattern[str]
    name: str
    hint: str
    kind: str = ""
    """The name by which a project may allow it."""


def _row(pattern: str, name: str, hint: str = _AS_TEXT, kind: str = "") -> Markup:
    return Markup(re.compile(pattern), name, hint, kind)


_ELEMENTS = (
    "a|abbr|article|aside|b|big|blockquote|body|br|button|center|code|dd|del|details|div|dl|dt|em|"
    "embed|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|"
    "label|li|link|main|mark|meta|nav|object|ol|p|pre|s|script|section|small|span|strike|strong|"
    "style|sub|summary|sup|svg|table|tbody|td|tfoot|th|thead|tr|u|ul|video"
)

LEFT_OVER: tuple[Markup, ...] = (
    _row(r"\{\{ ?[<%]", "a Hugo shortcode"),
    _row(r"\{\{(?!.*\}\})", "a template variable", "write what it stands for"),
    _row(r"\{%(?!.*%\})", "a Liquid tag"),
    _row(
        r"\{(?:\+\+|--|~~|==|>>)|\{\.(?:strike|del|insertion|comment-|paragraph-)",
        "a tracked change",
        "accept or reject the change",
    ),
    _row(r"(?:^|\s):{3,}(?=\s|\w|\{|$)", "the fence of a box", "end it with a line :::"),
    _row(r"^(?:!!!|\?\?\?)\+? ?\w", "an admonition", "indent its text by four spaces"),
    _row(r"!\[\[", "an embedded note", "write the text of that note here"),
    _row(r"\[\[[^\]]*\]\]", "a wikilink", "write [[page|text to print]], or the text alone"),
    _row(r"\[\^[^\]\s]*\]|\^\[", "a footnote", "write the note where its mark stands", "footnote"),
    _row(r"^\*\[[^\[\]]+\]:", "an abbreviation", "write its words where it is used"),
    _row(r"~~\S", "struck text", "remove it, or remove ~~ from what is valid"),
    _row(r"(?<![=<>!])==\S[^=]*==(?!=)", "a highlight", "use **bold**"),
    _row(r"(?<![\d%])%%(?!\w*\d)", "a comment of Obsidian", "end it with %%, or remove it"),
    _row(
        r"\\(?:newpage|pagebreak|clearpage|noindent|begin|end|frac|times|[lg]eq|mu|[A-Za-z]+ ?\{)\b"
        r"|\$\$|\$[^$]*[\\^_][^$]*\$",
        "LaTeX",
        "write it in words and numbers",
        "latex",
    ),
    _row(r"\{:[^{}]*\}|\{[.#][A-Za-z][^{}]*\}", "a list of attributes", "remove it"),
    _row(rf"(?i)</?(?:{_ELEMENTS})(?:\s[^<>]*)?/?>", "an HTML element", "use Markdown"),
    _row(r"</?[A-Z][A-Za-z.]*[a-z](?:\s[^<>]*)?/?>", "an MDX component", "write its text"),
    _row(r"^(?:import|export)\s.*(?:['\"];?$|=\s)", "a line of MDX", "remove it"),
    _row(r"(?:^|[\s(])#[a-z][\w/-]+(?=\s|$)", "a tag", "remove it; a heading has a space after #"),
    _row(r"(?:^|[\[(])[^\W\d][\w -]{0,40}::(?=\s)", "a field of Dataview", "write one colon"),
    _row(r"<!(?:--|\[CDATA|DOCTYPE)|<\?", "a declaration or an open comment of HTML", "remove it"),
    _row(r"[{\[]\s*\"\w+\"\s*:|\"\w+\"\s*:\s*[\"{\[]", "JSON", kind="json"),
    _row(r"^(?:```|~~~)", "the fence of code", "remove it"),
    _row(r"!\[[^\]]*\]\[", "a picture by reference", "write ![text](picture.png)"),
    _row(
        r"(?:^|[\s(!])\[[^\[\]]+\]\([^()]*\)",
        "a link that cannot be read",
        "write its address in full and without a title, or the text alone",
    ),
    _row(
        r"(?:^|\s)\[[^\]]*[^\W\d_][^\]]*\]\[[^\]]*\]",
        "a reference without an address",
        "write [text](https://example.org), or the text alone",
    ),
    _row(
        r"\+[-=]{3,}\+|^\|.*\|$|-{5,} +-{3,}",
        "a table that cannot be read",
        "write it with a head, a row | --- | --- | and a line for each row",
    ),
)
"""The markup of other tools, most telling first: of one text only the first is reported."""


def left_over(texts: Iterable[PrintedText], source: Source) -> Iterator[Diagnostic]:
    """An error for each text that will be printed with markup in it; one for lines in a row.

    It is a warning where the project allows that kind of markup.
    """
    last = ("", -1)
    for line, text in texts:
        for pattern, name, hint, kind in LEFT_OVER:
            if found := pattern.search(text.strip()):
                repeated = last == (name, line - 1)
                last = (name, line)
                if not repeated:
                    shown = " ".join(found[0].split())[:40]
                    allowed = kind in source.markup.allow
                    yield (_allowed if allowed else _refused)(shown, name, source.name, line, hint)
                break


def _refused(shown: str, name: str, file: str, line: int, hint: str) -> Diagnostic:
    message = f"{shown} is {name}, which would be printed as it stands"
    return Diagnostic.error("raw-markup", message, file, line, hint=hint)


def _allowed(shown: str, name: str, file: str, line: int, _: str) -> Diagnostic:
    message = f"{shown} is {name}, and printed as it stands, as leaflet.toml allows"
    return Diagnostic.warning("markup-allowed", message, file, line)
