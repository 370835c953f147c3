"""The safe fixes of what was found, made in the Markdown source and shown as a diff."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import unified_diff

from leaflet.config.settings import Settings
from leaflet.lint.check import enabled_rules, proofread
from leaflet.lint.number_readings import keeps_numbers
from leaflet.lint.text.line import SourceLine, read_words
from leaflet.lint.text.manuscript import prepare
from leaflet.lint.text.rule import Fix, Hit

_ROUNDS = 8
"""Fixes that touch each other are made in separate rounds; no text needs more rounds than this."""

_BYTE_ORDER_MARK = "\ufeff"

_NEAR = 60
"""How many characters on each side of a fix are searched for numbers."""

_FENCE = re.compile(r"\s*(?:```|~~~)")
_LINK_OR_CODE = re.compile(r"\][(:]|<code|<pre", re.IGNORECASE)
_ADDRESS = re.compile(r"://|\w@\w|\w\.[A-Za-z]{2}|\w[=_#?]\w|\\", re.ASCII)
"""What shows that words belong to an address or path, although the words of a line hide most."""


@dataclass(frozen=True, slots=True)
class FixedFile:
    """A monograph's bytes ``before`` and after ``count`` fixes, and the ``diff`` between them."""

    before: bytes
    data: bytes
    diff: str
    count: int


def apply_fixes(data: bytes, name: str, settings: Settings) -> FixedFile:
    """Make every safe fix in a monograph and change no other byte.

    Nothing is written to disk. ``name`` is the file's name in the ``diff``. Rules that the settings
    leave out and findings that the author waived are not fixed; a file that is not UTF-8 stays as
    it is. Raises SettingsError if the settings name an unknown rule.
    """
    rules = enabled_rules(settings)
    fixed, count = data, 0
    for _ in range(_ROUNDS):
        manuscript = prepare(fixed, name, settings)
        code = _code(manuscript.body)
        hits = (hit for _, hit in proofread(manuscript, rules) if hit.line not in code)
        fixes = tuple(_certain(manuscript.lines, _separate(hits)))
        if not fixes or not _is_text(fixed):
            break
        fixed = _with_fixes(fixed, fixes)
        count += len(fixes)
    return FixedFile(data, fixed, _diff(data, fixed, name), count)


LineFix = tuple[int, Fix]
"""A fix and the number of its line."""


def _separate(hits: Iterable[Hit]) -> Iterator[LineFix]:
    """The fixes in the order of the file, without those that touch the one before."""
    line, free = 0, 0
    fixes = ((hit.line, hit.fix) for hit in hits if hit.fix)
    for number, fix in sorted(fixes, key=lambda each: (each[0], each[1].start)):
        if number > line or fix.start >= free:
            yield number, fix
            line, free = number, fix.end + 1


def _code(lines: Iterable[SourceLine]) -> set[int]:
    """The numbers of lines in a block of code, or with code or links that reach over the line."""
    found, fenced, opened = set(), False, False
    for line in lines:
        fence = bool(_FENCE.match(line.raw))
        fenced ^= fence
        # An odd backtick opens code that ends with the paragraph, if not before.
        opened = bool(line.words.strip()) and (opened or "`" in line.words)
        if fenced or fence or opened or _LINK_OR_CODE.search(line.words):
            found.add(line.number)
    return found


def _certain(lines: Sequence[SourceLine], fixes: Iterable[LineFix]) -> Iterator[LineFix]:
    """The fixes that leave every number and address as it is, and read as they are meant to."""
    by_line: dict[int, list[Fix]] = {}
    for number, fix in fixes:
        if _is_certain(lines, number, fix):
            by_line.setdefault(number, []).append(fix)
    for number, several in by_line.items():
        line = lines[number - 1]
        words = _replaced(line.words, [(*_span(line, fix), fix.text) for fix in several])
        raw = _replaced(line.raw, [(fix.start - 1, fix.end - 1, fix.text) for fix in several])
        # A backslash before the fix, or a comment in the line, may have another meaning behind it.
        if read_words(raw)[0] == words:
            yield from ((number, fix) for fix in several)


def _is_certain(lines: Sequence[SourceLine], number: int, fix: Fix) -> bool:
    line = lines[number - 1]
    start, end = _span(line, fix)
    old = line.words[start:end]
    # The marker of a list may be the first part of a number, unless it is a mere bullet.
    marker = re.sub(r"[^\w.)]", "", line.raw[: line.columns[0] - 1])
    above, below = (lines[at].words if 0 <= at < len(lines) else "" for at in (number - 2, number))
    before = f"\n{above[-_NEAR:]}\n{marker} {line.words[max(start - _NEAR, 0) : start]}"
    after = f"{line.words[end : end + _NEAR]}\n{below[:_NEAR]}\n"
    beside = re.split(r"\s", before)[-1] + old + re.split(r"\s", after, maxsplit=1)[0]
    return not _ADDRESS.search(beside) and keeps_numbers(before, old, fix.text, after)


def _span(line: SourceLine, fix: Fix) -> tuple[int, int]:
    """What a fix replaces, as indexes in the words of its line."""
    return bisect_left(line.columns, fix.start), bisect_left(line.columns, fix.end)


def _replaced(text: str, spans: Sequence[tuple[int, int, str]]) -> str:
    """The text with other words in some places; ``spans`` are in order and share nothing."""
    for start, end, new in reversed(spans):
        text = text[:start] + new + text[end:]
    return text


def _is_text(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _with_fixes(data: bytes, fixes: Iterable[LineFix]) -> bytes:
    text = data.decode("utf-8")
    # A byte order mark does not count as a column of the first line.
    mark = _BYTE_ORDER_MARK if text.startswith(_BYTE_ORDER_MARK) else ""
    lines = text[len(mark) :].splitlines(keepends=True)
    for number, fix in reversed(tuple(fixes)):
        lines[number - 1] = _replaced(lines[number - 1], [(fix.start - 1, fix.end - 1, fix.text)])
    return (mark + "".join(lines)).encode("utf-8")


def _diff(before: bytes, after: bytes, name: str) -> str:
    old, new = (data.decode("utf-8", "replace").splitlines() for data in (before, after))
    return "".join(f"{line}\n" for line in unified_diff(old, new, name, name, n=0, lineterm=""))
