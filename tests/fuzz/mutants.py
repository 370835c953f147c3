"""Monographs that somebody, or something, has had its hands on: a strategy of hostile documents.

A mutant is a monograph that was cut up: lines gone, doubled, swapped or nested, marks, tricks of
YAML and Markdown, control characters and huge numbers put in, and at last the bytes themselves.
"""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from helpers import MONOGRAPH
from verification.fault_injection import MONOGRAPH as DENSE

ROOT = Path(__file__).parents[2]

MARKS = (
    *("*", "**", "***", "_", "__", "`", "```", "~~~", "[", "]", "](", "![", "[^1]:", "<", ">", "|"),
    *(
        "#",
        "###### ",
        "---",
        "===",
        "    ",
        "\t",
        "  \n",
        "\\",
        "\\\n",
        "\n\n",
        ":",
        "Q:",
        "A:",
        "1.",
    ),
    *(
        "<b>",
        "</b>",
        "<sub>",
        "</sup>",
        "<br>",
        "<!--",
        "-->",
        "<![CDATA[",
        "<?",
        "<script>",
        "<style>",
    ),
    *(
        "&#0;",
        "&#x202e;",
        "&#xd800;",
        "&#99999999;",
        "&nbsp;",
        "&lt;b&gt;",
        "{{ 7*7 }}",
        "{% if %}",
    ),
    *("{details}", "{#", "wzxhzdk:1", "\x02stash\x03", "[x](y)", "[a]: b", "*[HTML]: x", ": term"),
)
TRICKS = (
    *(
        "![x](file:///etc/passwd)",
        "![x](../../../etc/passwd.png)",
        "![x](http://example.org/x.png)",
    ),
    *("![x](data:image/png;base64,AAAA)", "![x](data:image/svg+xml,<svg/>)", "[x](javascript:x)"),
    *(
        "<object data='file:///etc/passwd'></object>",
        "<img src=x onerror=y>",
        "<a href='//x'>x</a>",
    ),
    *(
        "<div style='position:fixed'>x</div>",
        "@import url(http://x)",
        "</style><b>",
        "</body></html>",
    ),
    *("| a | b |\n|---|---|\n| 1 |", "| a |\n|:-:|\n" + "| b |\n" * 9, "* a\n\n        b\n\n    c"),
    *("> * 1. > - x", "1. a\n1. b\n0. c\n-1. d", "99999999999999999999. x", "### Usage\n### Usage"),
    *("**Disclaimer:** x", "### FAQs\n**Q:**\n**A:**", "#### Usage of *Testamide* (for **dogs**)"),
)
CHARACTERS = (
    "\x00\x07\x1b\x7f\x85\xa0\xad\u0300\u061c\u200b\u200d\u200e\u202e\u2028\u2066\ufeff"
    "\ufffc\ufffd\uffff\ue000\U000e0041\U0001f468"
)
YAML = (
    *(
        "a: &a [x, x]\nb: &b [*a, *a]\nsources: [*b, *b]",
        "title: !!python/name:os.system",
        "<<: *x",
    ),
    *(
        "title: [a, b]",
        "title: {a: b}",
        "title: |\n  a\n  b",
        "title: 2026-13-45",
        "title: 12:30:45",
    ),
    *(
        "version: " + "9" * 5000,
        "version: 1e999",
        "version: .nan",
        "version: 0x1_F",
        "reviewed: 0000-00-00",
    ),
    *(
        "1: 2",
        "? [a]\n: b",
        "null: x",
        "yes: no",
        "lang: de-\u0131",
        "lang: [en]",
        "waive: x",
        "waive: [x]",
    ),
    *(
        "waive: {no-dose: }",
        "waive: {x: {y: z}}",
        "url: javascript:x",
        "url: //x",
        "contact: '\\0'",
    ),
    *(
        'title: "\\x00\\ud800"',
        "title: !!binary aGk=",
        "title: ''",
        "title:",
        "%YAML 9.9",
        "---",
        "...",
    ),
    *(
        "brand_names: " + "[" * 40,
        "brand_names: " + "{a: " * 40,
        "forms: " + "- " * 40 + "x",
        "\t: x",
    ),
)
TIMES = (2, 3, 5, 8, 12, 40, 300)
FRONT = re.compile(r"\A---\n(.*?)^---$", re.MULTILINE | re.DOTALL)

Edit = Callable[[str], str]

_spot = st.integers(0, 1 << 16)
_times = st.sampled_from(TIMES)
_morsel = st.one_of(
    st.sampled_from(MARKS),
    st.sampled_from(MARKS),
    st.sampled_from(TRICKS),
    st.sampled_from(CHARACTERS),
    st.text(max_size=3),
    st.sampled_from([">", "25", "1.0", "µg", "0" * 40, "9" * 6000, "1e400", "\u0663", "½", "10⁶"]),
)


@cache
def seeds() -> tuple[str, ...]:
    """What mutants are made of: small monographs, every case in prose, the samples."""
    cases = [
        found[1] if found[1].startswith("---") else MONOGRAPH.format(title="Testamide") + found[1]
        for file in sorted((ROOT / "tests" / "cases").glob("*.md"))
        for found in re.finditer(r"^````markdown\n(.*?)^````", file.read_text("utf-8"), re.M | re.S)
    ]
    samples = [file.read_text("utf-8") for file in sorted((ROOT / "content").glob("*.md"))]
    return MONOGRAPH.format(title="Testamide"), DENSE, *cases, *samples


def _lines(change: Callable[[list[str], int, int, int], list[str]]) -> st.SearchStrategy[Edit]:
    """An edit of the lines of a text, at two places, so many times."""

    def edit(at: int, to: int, times: int) -> Edit:
        def run(text: str) -> str:
            lines = text.split("\n")
            return "\n".join(change(lines, at % len(lines), to % len(lines), times))

        return run

    return st.builds(edit, _spot, _spot, _times)


def _insert(morsel: str, at: int, times: int) -> Edit:
    def run(text: str) -> str:
        where = at % (len(text) + 1)
        return text[:where] + morsel * min(times, 60_000 // max(len(morsel), 1)) + text[where:]

    return run


def _replace(morsel: str, at: int) -> Edit:
    """A word in place of another; numbers as soon as not."""

    def run(text: str) -> str:
        words = list(re.finditer(r"\d+|\w+", text))
        if not words:
            return morsel
        old = words[at % len(words)]
        return text[: old.start()] + morsel + text[old.end() :]

    return run


def _front(trick: str, instead: bool) -> Edit:
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


def _lose(lines: list[str], at: int, _: int, __: int) -> list[str]:
    return [*lines[:at], *lines[at + 1 :]]


def _repeat(lines: list[str], at: int, _: int, times: int) -> list[str]:
    return [*lines[:at], *[lines[at]] * times, *lines[at + 1 :]]


def _copy(lines: list[str], at: int, to: int, times: int) -> list[str]:
    return [*lines[:at], *lines[to : to + times], *lines[at:]]


def _join(lines: list[str], at: int, _: int, times: int) -> list[str]:
    return [*lines[:at], " ".join(lines[at : at + times]), *lines[at + times :]]


EDIT: st.SearchStrategy[Edit] = st.one_of(
    _lines(_lose),
    _lines(_repeat),
    _lines(_copy),
    _lines(_join),
    _lines(_nest),
    _lines(_stairs),
    st.builds(_insert, _morsel, _spot, st.just(1)),
    st.builds(_insert, _morsel, _spot, st.just(1)),
    st.builds(_insert, _morsel, _spot, _times),
    st.builds(_replace, _morsel, _spot),
    st.builds(_front, st.sampled_from(YAML), st.booleans()),
)


def _spoil(data: bytes, at: int, new: bytes, gone: int) -> bytes:
    where = at % (len(data) + 1)
    return data[:where] + new + data[where + gone :]


@st.composite
def mutants(draw: st.DrawFn) -> bytes:
    """The bytes of a document that was a monograph before it was mutated."""
    text = draw(st.sampled_from(seeds()))
    for edit in draw(st.lists(EDIT, min_size=1, max_size=4)):
        text = edit(text)[:400_000]
    data = text.encode("utf-8", "surrogatepass")
    if draw(st.integers(0, 9)) == 0:
        data = _spoil(data, draw(_spot), draw(st.binary(max_size=4)), draw(st.integers(0, 40)))
    if draw(st.integers(0, 49)) == 0:
        data = text.encode(draw(st.sampled_from(["utf-16", "utf-32", "utf-7"])), "replace")
    return data
