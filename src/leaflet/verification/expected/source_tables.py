"""The tables of a file that are no pipe tables, read for the proof: word by word, by position.

What is read otherwise than by the parser is found by comparing; what the parser refuses does not
come here.
"""

from collections.abc import Sequence

from leaflet.verification.expected.source_html_tables import html_rows, with_head


def with_pipe_tables(lines: Sequence[str]) -> list[str]:
    """The lines with tables of pipes in place of those of dashes, of grids and of HTML."""
    kept: list[str] = []
    at = 0
    while at < len(lines):
        sign = lines[at].lstrip()[:6].lower()
        if sign == "<table":
            taken, rows = html_rows(lines[at:])
        elif sign[:2] in ("+-", "+:") and _is_border(lines[at]):
            taken, rows = _grid(lines[at:])
        elif _is_rule(lines[at]) and len(lines[at].split()) > 1:
            above = _above(kept)
            del kept[len(kept) - len(above) :]
            taken, rows = _by_columns(lines[at:], above)
        else:
            taken, rows = 1, []
            kept.append(lines[at])
        if rows:
            blank = max(taken - len(rows), 1)
            kept += [*(f"| {' | '.join(row)} |" for row in rows), *[""] * blank]
        at += taken
    return kept


def _is_rule(line: str) -> bool:
    return "--" in line and set(line.strip(" ")) <= {"-", " "}


def _is_border(line: str) -> bool:
    return "+" in line and set(line.strip(" ")) <= set("+-:=")


def _above(kept: Sequence[str]) -> list[str]:
    """The lines right above, up to a blank one."""
    first = len(kept)
    while first and kept[first - 1].strip():
        first -= 1
    return list(kept[first:])


def _grid(lines: Sequence[str]) -> tuple[int, list[Sequence[str]]]:
    """The number of lines of a grid, and its rows."""
    rows: list[Sequence[str]] = []
    head: Sequence[str] | None = None
    row: list[str] = []
    taken = 0
    for line in lines:
        if not line.strip():
            break
        taken += 1
        if not _is_border(line):
            cells = line.strip().strip("|").split("|")
            row = [f"{a} {b}".strip() for a, b in zip(row or [""] * len(cells), cells, strict=True)]
        elif row:
            rows.append(row)
            if "=" in line:
                head = rows.pop()
            row = []
    return taken, with_head(head or [""] * len(rows[0]), rows) if rows else []


def _by_columns(lines: Sequence[str], above: Sequence[str]) -> tuple[int, list[Sequence[str]]]:
    """The number of lines of a table whose columns begin where dashes do, and its rows."""
    starts = [at for at, sign in enumerate(lines[0]) if sign == "-" and lines[0][:at][-1:] != "-"]
    in_lines = bool(above) and _is_rule(above[0])
    head = above[1:] if in_lines else above
    rows: list[list[str]] = []
    taken, fresh = 1, True
    parted = in_lines or (not above and _is_parted(lines[1:]))
    for line in lines[1:]:
        if not line.strip() and above and not in_lines:
            break
        taken += 1
        if _is_rule(line):
            break
        if not line.strip():
            fresh = True
            continue
        if fresh or not parted:
            rows.append([""] * len(starts))
        fresh = False
        _add_words(rows[-1], line, starts)
    heads = [""] * len(starts)
    for line in head:
        _add_words(heads, line, starts)
    return taken, with_head(heads, rows)


def _is_parted(lines: Sequence[str]) -> bool:
    """Whether there is a blank line above the next row of dashes."""
    end = next((n for n, line in enumerate(lines) if _is_rule(line)), 0)
    return not all(line.strip() for line in lines[:end])


def _add_words(row: list[str], line: str, starts: Sequence[int]) -> None:
    """Add each word of a line to the cell in whose column it begins."""
    at = 0
    for word in line.split():
        at = line.index(word, at)
        column = max(sum(start <= at for start in starts) - 1, 0)
        row[column] = f"{row[column]} {word}".strip()
        at += len(word)
