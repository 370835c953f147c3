"""Headings that are underlined, read for the proof: with signs before them, as the others are."""

from collections.abc import Iterator, Sequence

_LONGEST = 80


def with_marked_headings(lines: Sequence[str]) -> Iterator[str]:
    """The lines, each "Dosage" above "---" as "## Dosage" above nothing.

    A sentence above "---" is a paragraph above a break, and so is a longer text.
    """
    above, level = "", 0
    for line, below in zip(lines, (*lines[1:], ""), strict=True):
        if level:
            yield ""
            above, level = "", 0
            continue
        opens = not above.strip() or above.startswith("#")
        level = _level(below) if opens and _is_title(line) else 0
        yield f"{'#' * level} {line}" if level else line
        above = line


def _is_title(line: str) -> bool:
    words = line.rstrip()
    return bool(words) and line[0].isalnum() and words[-1] != "." and len(line) <= _LONGEST


def _level(line: str) -> int:
    """The level of the heading that a line underlines; 0 if it underlines none."""
    signs = line.strip()
    is_underline = line[:4].strip() != "" and (len(signs) > 1 or signs == "=")
    return {"=": 1, "-": 2}.get(signs[0], 0) if is_underline and len({*signs}) == 1 else 0
