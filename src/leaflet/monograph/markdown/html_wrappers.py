"""HTML around text that says nothing itself: what is inside is read, and the tags are left out.

Struck or hidden text may not be valid, so an element with such a style is left for the error.
"""

import re

_ATTRIBUTES = (
    r"(?:\s+(?:(?:class|id|style|color|size|face|lang|dir|align|markdown)="
    r"(?:\"[^\"<>]*\"|'[^'<>]*'|[\w#%.-]+)|open|markdown))*\s*"
)
_VISIBLE = r"(?![^<>]*(?:line-through|display|visibility|hidden|opacity))"
_BLOCK = re.compile(
    rf"\s*<(?:/(?:details|div|center|section|article)|(?:details|div|center|section|article)"
    rf"{_VISIBLE}{_ATTRIBUTES})>\s*",
    re.I,
)
_END = re.compile(r"\s*</(?:details|div|center|section|article)>$", re.I)
_RULE = re.compile(rf"\s*<hr{_ATTRIBUTES}/?>\s*", re.I)
_SUMMARY = re.compile(rf"<summary{_ATTRIBUTES}>\s*([^<>]*\S)\s*</summary>", re.I)
_INLINE = re.compile(
    rf"<(u|mark|small|big|kbd|span|font){_VISIBLE}{_ATTRIBUTES}>((?:(?!<\1\b).)*?)</\1>", re.I
)
_DEEPEST = 4
"""How many such elements may be in each other."""


def unwrapped(line: str) -> str:
    """A line without such tags; the summary of what a reader may open is a label."""
    if "<" not in line:
        return line
    if _RULE.fullmatch(line):
        return "***"
    text = line
    while tag := _BLOCK.match(text):
        text = text[tag.end() :]
    while text.endswith(">") and (end := _END.search(text)):
        text = text[: end.start()]
    if summary := _SUMMARY.match(text):
        colon = "" if summary[1][-1] in ".:!?" else ":"
        text = f"**{summary[1]}{colon}**{text[summary.end() :]}"
    for _ in range(_DEEPEST):
        text = _INLINE.sub(r"\2", text)
    return text
