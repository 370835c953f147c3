"""Reading takes work in proportion to the text, whatever is repeated in it.

Work is counted in calls, which are the same on any machine, and not in seconds. Expressions do not
call anything, so those over whole texts are also bounded by a time that only a quadratic one needs.
"""

import sys
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from types import FrameType

import pytest

from helpers import MONOGRAPH
from leaflet.errors import MonographRefused
from leaflet.monograph import parse
from leaflet.theme import pictures
from leaflet.verification.expected.source_text import strip_markdown

REPEATED = (
    *("](< ", "](", "[ ", "[a](", "[a](https://b.org) ", "[a](https://b.org \n", "![a]("),
    *("![a](b.png", "<!-- ", "<!-- - - - ", "<!-- - - -\n\n", "<!-- a --> b ", "<!--> ", "--!> "),
    *("` <!-- `` --> ", "`a` ", "` `` ``` ", "`a\n\n", "```\n\n", "<b>x</b> ", "<b>x</b>\n\n"),
    *("<b>", "</b> ", "<br>", "*a* ", "*a ", "**a ", "***a ", "_a_ ", "_a ", "___a ", "\\* "),
    *("HLA-B*57:01 ", "\\\\ ", "1. a\n1. b\n5. c\n", "1. a\n\n3. b\n\n", "* a\n  * b\n", "5.\n\n"),
    *("| a | b |\n", "x | y\n", "| a | b |\n| - | - |\n| 1 | 2 |\n\n", "Term\n: meaning\n"),
    *("**Ln:** x\n\n", "and so on\n", "&amp; ", "&#8201; ", "&a", "10<sup>9</sup> ", "5 mg "),
    *("m\u00b2 ", "\u00e95 ", "1O mg ", "a\u200bb ", "> Some text, here and now.\n", "5   "),
    *("### A\n\nx\n\n", "**Q: a?**\nA: b\n\n", "- - - - x\n", "\u0663 ", "1\u00a0000 "),
    *("1\u20090 ", "10\u2079 ", "\u00bd ", "\u0301 ", "https://a.org/b "),
)


def monograph(repeated: str, size: int) -> str:
    """A monograph with something repeated, in paragraphs of at most 800 characters."""
    each = repeated * (800 // len(repeated))
    text = repeated * (size // len(repeated)) if "\n" in repeated else f"{each}\n\n" * (size // 800)
    return MONOGRAPH.format(title="Testamide").replace("5 mg once daily.", f"5 mg.\n\n{text}\n\nx")


def calls(work: Callable[[], object]) -> int:
    count = 0

    def profile(frame: FrameType, event: str, arg: object) -> None:  # noqa: ARG001
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(profile)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def read(text: str) -> None:
    """Parse a text, which may be refused, and read it as the proof does."""
    strip_markdown(text)
    with suppress(MonographRefused):
        parse(text.encode(), "examplin.md")


@pytest.mark.parametrize("repeated", REPEATED)
def test_twice_the_text_is_twice_the_work(repeated: str) -> None:
    one, two, four = (monograph(repeated, size) for size in (800, 1600, 3200))
    read(one)  # what is made once, such as expressions, is not counted
    first, second, third = (calls(partial(read, text)) for text in (one, two, four))
    assert third - second < 2.3 * (second - first) + 200


@pytest.mark.parametrize("repeated", REPEATED)
def test_a_large_text_takes_no_time(repeated: str) -> None:
    text = monograph(repeated, 200_000)
    started = time.process_time()
    list(pictures.of_text(b"![" + text.encode()))
    strip_markdown(text)
    assert time.process_time() - started < 2  # quadratic, it was 30 and more
