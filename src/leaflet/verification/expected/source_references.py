"""Links and pictures by reference, as what they refer to; read for the proof."""

from collections.abc import Mapping
from itertools import pairwise

_SCHEMES = ("http://", "https://", "mailto:", "tel:", "#", "/", "./", "../")
_FILES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".md", ".mdx", ".htm", ".html")
_QUOTES = ('""', "''", "()")


def with_inline_links(text: str) -> str:
    """A text of as many lines, with ``[words](address "title")`` in place of ``[words][name]``."""
    lines: list[str] = []
    targets: dict[str, str] = {}
    for line in text.split("\n"):
        name, defines, target = line.strip(" >").partition("]:")
        key = name[1:].lower()
        named = name[:1] == "[" and name[1:2] != "^" and not holds_amount(name)
        used = " " not in target.strip() or text.lower().count(f"[{key}]") > 1
        if is_definition := bool(named and defines and used and _leads(target.strip())):
            targets[key] = target.strip()
        lines.append("" if is_definition else line)
    return "\n".join(_resolved(line, targets) if targets else line for line in lines)


def _leads(target: str) -> bool:
    """Whether a text is an address, with or without a title."""
    address, _, title = target.partition(" ")
    address, title = address.strip("<>").lower(), title.strip()
    quoted = not title or f"{title[0]}{title[-1]}" in _QUOTES
    return quoted and (address.startswith(_SCHEMES) or address.endswith(_FILES))


def holds_amount(name: str) -> bool:
    """Whether a name has a number and its unit, and so is text."""
    signs = "".join(name.split())
    return any(one.isdigit() and other.isalpha() for one, other in pairwise(signs))


def _resolved(line: str, targets: Mapping[str, str]) -> str:
    kept = ""
    while "[" in line:
        before, _, line = line.partition("[")
        words, closed, after = line.partition("]")
        kept += before
        name, tail = "", after
        if after.startswith("[") and "]" in after:
            name, _, tail = after[1:].partition("]")
            name = name or words
        elif after[:1] not in ("[", "(", ":"):
            name = words
        if closed and "[" not in words and name.lower() in targets:
            kept += f"[{words}]({targets[name.lower()]})"
            line = tail
        else:
            kept += "["
    return kept + line
