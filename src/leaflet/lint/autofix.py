"""The safe fixes of what was found, made in the Markdown source and shown as a diff."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import unified_diff

from leaflet.config.settings import Settings
from leaflet.lint.check import enabled_rules, proofread
from leaflet.lint.text.manuscript import prepare
from leaflet.lint.text.rule import Fix, Hit

_ROUNDS = 8
"""Fixes that touch each other are made in separate rounds; no text needs more rounds than this."""

_BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class FixedFile:
    """A monograph's bytes after ``count`` fixes, and the ``diff`` from the bytes before."""

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
        fixes = tuple(_separate(hit for _, hit in proofread(prepare(fixed, name, settings), rules)))
        if not fixes or not _is_text(fixed):
            break
        fixed = _with_fixes(fixed, fixes)
        count += len(fixes)
    return FixedFile(fixed, _diff(data, fixed, name), count)


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
        line = lines[number - 1]
        lines[number - 1] = line[: fix.start - 1] + fix.text + line[fix.end - 1 :]
    return (mark + "".join(lines)).encode("utf-8")


def _diff(before: bytes, after: bytes, name: str) -> str:
    old, new = (data.decode("utf-8", "replace").splitlines() for data in (before, after))
    return "".join(f"{line}\n" for line in unified_diff(old, new, name, name, n=0, lineterm=""))
