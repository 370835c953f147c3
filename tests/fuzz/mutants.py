"""Hostile documents as a Hypothesis strategy: monographs that were mutated.

A mutant is a monograph with lines removed, repeated, swapped or nested, with fragments of YAML and
Markdown, control characters and huge numbers inserted, and sometimes with its bytes changed.
"""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from fuzz.fragments import CHARACTERS, MARKS, NUMBERS, TRICKS, YAML
from helpers import MONOGRAPH
from verification.fault_injection import MONOGRAPH as DENSE

ROOT = Path(__file__).parents[2]
TIMES = (2, 3, 5, 8, 12, 40, 300)
FRONT = re.compile(r"\A---\n(.*?)^---$", re.MULTILINE | re.DOTALL)

Edit = Callable[[str], str]

_index = st.integers(0, 1 << 16)
_times = st.sampled_from(TIMES)
_fragment = st.one_of(
    st.sampled_from(MARKS),
    st.sampled_from(MARKS),
    st.sampled_from(TRICKS),
    st.sampled_from(CHARACTERS),
    st.text(max_size=3),
    st.sampled_from(NUMBERS),
)


@cache
def seeds() -> tuple[str, ...]:
    """What is mutated: small monographs, every case of ``tests/cases``, the samples."""
    cases = [
        found[1] if found[1].startswith("---") else MONOGRAPH.format(title="Testamide") + found[1]
        for file in sorted((ROOT / "tests" / "cases").glob("*.md"))
        for found in re.finditer(r"^````markdown\n(.*?)^````", file.read_text("utf-8"), re.M | re.S)
    ]
    samples = [file.read_text("utf-8") for file in sorted((ROOT / "content").glob("*.md"))]
    return MONOGRAPH.format(title="Testamide"), DENSE, *cases, *samples


def _lines(change: Callable[[list[str], int, int, int], list[str]]) -> st.SearchStrategy[Edit]:
    """An edit of the lines of a text, at two lines of it, so many times."""

    def edit(at: int, to: int, times: int) -> Edit:
        def run(text: str) -> str:
            lines = text.split("\n")
            return "\n".join(change(lines, at % len(lines), to % len(lines), times))

        return run

    return st.builds(edit, _index, _index, _times)


def _insert(fragment: str, at: int, times: int) -> Edit:
    def run(text: str) -> str:
        where = at % (len(text) + 1)
        return text[:where] + fragment * min(times, 60_000 // max(len(fragment), 1)) + text[where:]

    return run


def _replace(fragment: str, at: int) -> Edit:
    """Put a fragment in the place of a word or number."""

    def run(text: str) -> str:
        words = list(re.finditer(r"\d+|\w+", text))
        if not words:
            return fragment
        old = words[at % len(words)]
        return text[: old.start()] + fragment + text[old.end() :]

    return run


def _front(trick: str, instead: bool) -> Edit:
    """Put a trick into the front matter, or in the place of all of it."""

    def run(text: str) -> str:
        keep = "" if instead else r"\g<1>"
        whole = FRONT.sub(lambda old: f"---\n{old.expand(keep)}{trick}\n---", text, count=1)
        return whole if FRONT.match(text) else f"---\n{trick}\n---\n{text}"

    return run


def _nest(lines: list[str], at: int, to: int, times: int) -> list[str]:
    first, last = sorted((at, to))
    mark = ("* ", "> ", "1. ", "    ", "\t", "- ")[(at + to) % 6]
    inner = [mark * min(times, 60) + line for line in lines[first : last + 1]]
    return [*lines[:first], *inner, *lines[last + 1 :]]


def _stairs(lines: list[str], at: int, to: int, times: int) -> list[str]:
    steps = [" " * (4 * n if to % 2 else 2 * n) + f"* step {n}" for n in range(min(times, 300))]
    return [*lines[:at], *steps, *lines[at:]]


def _remove(lines: list[str], at: int, _: int, __: int) -> list[str]:
    return [*lines[:at], *lines[at + 1 :]]


def _repeat(lines: list[str], at: int, _: int, times: int) -> list[str]:
    return [*lines[:at], *[lines[at]] * times, *lines[at + 1 :]]


def _copy(lines: list[str], at: int, to: int, times: int) -> list[str]:
    return [*lines[:at], *lines[to : to + times], *lines[at:]]


def _join(lines: list[str], at: int, _: int, times: int) -> list[str]:
    return [*lines[:at], " ".join(lines[at : at + times]), *lines[at + times :]]


EDIT: st.SearchStrategy[Edit] = st.one_of(
    _lines(_remove),
    _lines(_repeat),
    _lines(_copy),
    _lines(_join),
    _lines(_nest),
    _lines(_stairs),
    st.builds(_insert, _fragment, _index, st.just(1)),
    st.builds(_insert, _fragment, _index, st.just(1)),
    st.builds(_insert, _fragment, _index, _times),
    st.builds(_replace, _fragment, _index),
    st.builds(_front, st.sampled_from(YAML), st.booleans()),
)


def _overwrite(data: bytes, at: int, new: bytes, removed: int) -> bytes:
    where = at % (len(data) + 1)
    return data[:where] + new + data[where + removed :]


@st.composite
def mutants(draw: st.DrawFn) -> bytes:
    """The bytes of a monograph that was edited one to four times."""
    text = draw(st.sampled_from(seeds()))
    for edit in draw(st.lists(EDIT, min_size=1, max_size=4)):
        text = edit(text)[:400_000]
    data = text.encode("utf-8", "surrogatepass")
    if draw(st.integers(0, 9)) == 0:
        data = _overwrite(data, draw(_index), draw(st.binary(max_size=4)), draw(st.integers(0, 40)))
    if draw(st.integers(0, 49)) == 0:
        data = text.encode(draw(st.sampled_from(["utf-16", "utf-32", "utf-7"])), "replace")
    return data
