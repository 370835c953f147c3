"""The proof-reader's work grows with a text, not with its square."""

import sys
from collections.abc import Callable
from functools import partial
from types import FrameType

import pytest

from leaflet.config.settings import Settings
from leaflet.lint import check
from leaflet.lint.rules.look_alikes import look_alikes
from lint.frame import framed

PATTERNS = (
    "5 mg|5 mg/5 mL|Take 5 mg OD|Take 5 mg once daily (OD)|Put 1 drop OS in the eye|MS 2 mg"
    "|max 5 mg|5 mg, maximum 4 mg,|The usual dose is 5 mg.|5 mg (|10 mg >|1:1,000 solution"
    "|common (5%)|5-10|5 mcg 6 mg|a & b|q8h|not exceed 5 mg|maximum is 5 mg, 6 mg,|p <5"
)


def calls(work: Callable[[], object]) -> int:
    """How many functions a piece of work calls, of Python's and of C's: the same on any machine."""
    count = 0

    def note(_: FrameType, event: str, __: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def assert_linear(work: Callable[[int], object], size: int) -> None:
    work(size)  # fills caches
    once, twice, four_times = (calls(partial(work, n * size)) for n in (1, 2, 4))
    assert four_times - twice < 3 * (twice - once) + 1000


@pytest.mark.parametrize("pattern", PATTERNS.split("|"))
def test_twice_the_doses_are_twice_the_work(pattern: str) -> None:
    def work(number: int) -> None:
        line = " ".join([pattern] * 20)
        elsewhere = "\n\n".join([line] * number)
        text = framed("\n\n".join([line] * number))[0]
        check(text.replace("It blocks pain.", elsewhere).encode(), "one.md", Settings())

    assert_linear(work, 8)


OTHER = str.maketrans("bcdefghij", "qrstuvwyz")


def word(number: int) -> str:
    """A word of nine letters that is like no other with a number near it."""
    return "".join("abcdefghij"[number // 10**power % 10] * 2 for power in range(4)) + "x"


def test_twice_the_medicines_are_twice_the_work() -> None:
    def work(number: int) -> None:
        title = " + ".join(word(each) for each in range(number))
        text = framed(" ".join(word(each).translate(OTHER) for each in range(10 * number)))[0]
        data = text.replace("title: Examplin", f"title: {title}").encode()
        check(data, "one.md", Settings(select=("name-mismatch",)))

    assert_linear(work, 20)


@pytest.mark.parametrize("letters", [61, 15_000])
def test_names_that_are_too_long_are_compared_with_none(letters: int) -> None:
    names = {str(n): "a" * letters + chr(97 + n) for n in range(26)}
    assert list(look_alikes(names)) == []


def test_a_title_that_no_medicine_has_is_not_looked_for() -> None:
    title = ", ".join(["Examplin"] * 120)
    found = check(
        framed("Take 5 mg.")[0].replace("title: Examplin", f"title: {title}").encode(),
        "one.md",
        Settings(select=("name-mismatch",)),
    )
    assert [each.message for each in found] == [f"the text never names all of {title[:40]}…"]
