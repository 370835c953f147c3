"""The certain corrections of what was found, made in the Markdown source and shown as a diff."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import unified_diff

from leaflet.config.settings import Settings
from leaflet.lint.check import proofread, rules_in_force
from leaflet.lint.text.manuscript import prepare
from leaflet.lint.text.rule import Fix, Hit

_ROUNDS = 8
"""Corrections that touch one another are made in turn; no place has more of them than this."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A monograph's bytes after ``count`` corrections, and how they differ from what they were."""

    data: bytes
    diff: str
    count: int


def mend(data: bytes, name: str, settings: Settings) -> Mended:
    """Make in a monograph every correction that is certain, and no other change of any byte.

    Nothing is written: that is for whoever has seen the ``diff``, which calls the file ``name``.
    Only the rules in force are heard, and nothing waived is touched. A text that is not UTF-8 is
    left as it is. Raises SettingsError where the settings name a rule that there is not.
    """
    rules = rules_in_force(settings)
    mended, count = data, 0
    for _ in range(_ROUNDS):
        hits = [hit for _, hit in proofread(prepare(mended, name, settings), rules)]
        fixes = tuple(_apart(hits))
        if not fixes or not _is_text(mended):
            break
        mended = _with(mended, fixes)
        count += len(fixes)
    return Mended(mended, _diff(data, mended, name), count)


Correction = tuple[int, Fix]
"""A correction and the number of its line."""


def _apart(hits: Iterable[Hit]) -> Iterator[Correction]:
    """The corrections that do not touch one another, the first of those that do."""
    line, free = 0, 0
    for hit in sorted(hits, key=lambda hit: (hit.line, _start(hit))):
        if hit.fix and (hit.line > line or _start(hit) >= free):
            yield hit.line, Fix(hit.fix.end, hit.fix.text, _start(hit))
            line, free = hit.line, hit.fix.end + 1


def _start(hit: Hit) -> int:
    return (hit.fix.start if hit.fix else 0) or hit.column


def _is_text(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _with(data: bytes, fixes: Iterable[Correction]) -> bytes:
    # The mark at the beginning of a file is no column of its first line.
    text = data.decode("utf-8")
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    lines = text[len(mark) :].splitlines(keepends=True)
    for number, fix in reversed(tuple(fixes)):
        line = lines[number - 1]
        lines[number - 1] = line[: fix.start - 1] + fix.text + line[fix.end - 1 :]
    return (mark + "".join(lines)).encode("utf-8")


def _diff(before: bytes, after: bytes, name: str) -> str:
    old, new = (data.decode("utf-8", "replace").splitlines() for data in (before, after))
    told = unified_diff(old, new, name, name, n=0, lineterm="")
    return "".join(f"{line}\n" for line in told)
