"""The markup of other tools that leaflet does not read, each kind with its name and a remedy."""

import re
from typing import NamedTuple

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
    _row(r"\{%", "a Liquid tag"),
    _row(
        r"\{(?:\+\+|--|~~|==|>>)|\{\.(?:strike|del|insertion|comment-|paragraph-)",
        "a tracked change",
        "accept or reject the change",
    ),
    _row(r"(?:^|\s):{3,}(?=\s|\w|\{|$)", "the fence of a box", "end it with a line :::"),
    _row(r"^(?:!!!|\?\?\?)\+? ?\w", "an admonition", "indent its text by four spaces"),
    _row(r"\{/\*", "an open comment of MDX", "end it with */}, or remove it"),
    _row(r"!\[\[", "an embedded note", "write the text of that note here"),
    _row(r"\[\[[^\]]*\]\]", "a wikilink", "write [[page|text to print]], or the text alone"),
    _row(r"\[\^[^\]\s]*\]|\^\[", "a footnote", "write the note where its mark stands", "footnote"),
    _row(r"^\*\[[^\[\]]+\]:", "an abbreviation", "write its words where it is used"),
    _row(
        r"(?<![\w:]):[a-z][a-z0-9_+-]+:(?![\w:])", "the name of an emoji", "write the sign itself"
    ),
    _row(r"(?:^|\s)\^[\w+-]{1,8}\^(?=\s|$)", "a raised sign", "write it right after a word"),
    _row(r"\^\^\S[^^]*\^\^|\+\+[a-z][\w+-]*\+\+", "inserted text or keys", _AS_TEXT),
    _row(r"-{2,}8<-{2,}", "a snippet of MkDocs", "write the text of that file here"),
    _row(r"^(?:```|~~~)", "the fence of code", "remove it"),
    _row(r"~~\S", "struck text", "remove it, or remove ~~ from what is valid"),
    _row(r"^={2,6} ?[^=]+={2,6}$", "a heading of MediaWiki", "write ## before its words"),
    _row(r"'{3}\S", "bold text of MediaWiki", "write **bold**"),
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
    _row(
        r"!\[[^\]]*\]\([^()]*\)",
        "a picture that cannot be read",
        "write its path without blanks, or as <my picture.png>",
    ),
    _row(r"!\[[^\]]*\]\[", "a picture by reference", "write ![text](picture.png)"),
    _row(
        r"(?:^|[\s(!])\[(?:[^\[\]]|\[[^\[\]]*\])+\]\((?:[^()]*\))?|\]\][(\[]",
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

SIGNS: tuple[re.Pattern[str], ...] = (
    re.compile(r"""[\[\]{^`~\\$<#"|+=]"""),
    re.compile(r":[a-z:]"),
    re.compile(r"!!!|\?\?\?|%%|--|'''"),
    re.compile(r"^(?:im|ex)port\s"),
)
"""What all of it has one of, and most texts have none of."""
