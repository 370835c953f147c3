"""Where the boxes of a file begin and end, as control characters, which no author may use."""

from collections.abc import Iterator, Sequence

BEGINS, ENDS = "\x1d", "\x1e"
"""Before the label of a box, and in the blank line below it. Both are white space to Python."""


def as_label(title: str) -> str:
    """The title of a box as its label."""
    closed = title.strip().endswith((".", ":", "?", "!"))
    return f"{BEGINS}**{title.strip()}{'' if closed else ':'}**"


def with_box_ends(lines: Sequence[str]) -> list[str]:
    """The lines without the indents of boxes; the blank line or fence below each is its end.

    Where nothing stands between a box and what follows, its end is not certain, and not marked.
    """
    kept: list[str] = []
    opened: list[int | None] = []
    alerts = 0
    for line in lines:
        text, indent = line.strip(), len(line) - len(line.lstrip(" "))
        if alerts and not text.startswith(">"):
            line, alerts = line if text else ENDS * alerts, 0  # noqa: PLW2901
        while text and opened and (least := opened[-1]) is not None and indent < least + 4:
            opened.pop()
            kept[-1] += ENDS if not kept[-1].strip() else ""
        depth = sum(each is not None for each in opened)
        kept.append(line[4 * depth :] if text else line)
        if text.startswith(("!!! ", "??? ", "???+ ")):
            opened.append(indent)
        elif text.startswith(":::"):
            kept[-1:] = _at_fence(kept[-1], opened)
        elif text.startswith(">") and text.lstrip("> ").startswith("[!"):
            alerts += 1
    return kept


def _at_fence(line: str, opened: list[int | None]) -> Iterator[str]:
    """A fence, which begins a box if it has a name, and otherwise is the end of the last one."""
    if line.strip(": "):
        opened.append(None)
        yield line
        return
    ended = 0
    while opened and ended == 0:
        ended = opened.pop() is None
    yield ENDS * ended
