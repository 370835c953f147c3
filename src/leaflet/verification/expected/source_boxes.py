"""Where the boxes of a file begin and end, as control characters, which no author may use."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

BEGINS, ENDS = "\x1d", "\x1e"
"""Before the label of a box, and in the blank line below it. Both are white space to Python."""

_BOXES = {
    *("abstract", "attention", "bug", "caution", "danger", "error", "example", "failure", "hint"),
    *("important", "info", "note", "question", "quote", "seealso", "success", "summary", "tip"),
    "warning",
}


class _Open(NamedTuple):
    """An open box: its indent, -1 if it has a fence; what marks its end, if it has a label."""

    indent: int
    ends: str


def as_label(title: str) -> str:
    """The title of a box as its label."""
    if not title.strip():
        return ""
    closed = title.strip().endswith((".", ":", "?", "!"))
    return f"{BEGINS}**{title.strip()}{'' if closed else ':'}**"


def with_box_ends(lines: Sequence[str]) -> list[str]:
    """The lines without the indents of boxes; the blank line or fence below each is its end.

    Where nothing stands between a box and what follows, its end is not certain, and not marked.
    """
    kept: list[str] = []
    opened: list[_Open] = []
    alerts = 0
    for line in lines:
        text, indent = line.strip(), len(line) - len(line.lstrip(" "))
        if alerts and not text.startswith(">"):
            line, alerts = line if text else ENDS * alerts, 0  # noqa: PLW2901
        while text and opened and opened[-1].indent > -1 and indent < opened[-1].indent + 4:
            ends = opened.pop().ends
            kept[-1] += ends if not kept[-1].strip() else ""
        depth = sum(each.indent >= 0 for each in opened)
        kept.append(line[4 * depth :] if text else line)
        if text.startswith(("!!! ", "??? ", "???+ ", '=== "', '===! "', '===+ "')):
            opened.append(_Open(indent, "" if text[0] == "=" else ENDS))
        elif text.startswith(":::"):
            kept[-1:] = _at_fence(kept[-1], opened)
        elif text.startswith(">") and text.lstrip("> ").startswith("[!"):
            alerts += 1
    return kept


def _at_fence(line: str, opened: list[_Open]) -> Iterator[str]:
    """A fence, which begins a box if it has a name, and otherwise is the end of the last one."""
    if name := line.strip(": "):
        opened.append(_Open(-1, ENDS if name[0] != "{" or box_of_class(name) else ""))
        yield line
        return
    ends = ""
    while opened:
        last = opened.pop()
        ends += last.ends
        if last.indent < 0:
            break
    yield ends


def box_of_class(name: str) -> str:
    """The kind of the box that a fence has by its class, ``{.callout-note}``; empty for others."""
    kind = name.strip("{.} ").lower().removeprefix("callout-")
    return kind.capitalize() if name[1:].lstrip()[:1] == "." and kind in _BOXES else ""
