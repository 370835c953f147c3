"""Counts work instead of seconds, so that a test says the same on any machine, however loaded."""

import sys
from collections import Counter
from collections.abc import Callable
from functools import partial
from types import CodeType, FrameType

Site = tuple[CodeType, str]
"""A function of Python's, and the function of C's that it calls, "" for its own calls."""

THRESHOLD = 300
"""Calls that may begin at some size, such as those for a list that is long enough for columns."""


def calls(work: Callable[[], object]) -> Counter[Site]:
    """How often a piece of work calls each function, of Python's and of C's."""
    counts: Counter[Site] = Counter()

    def note(frame: FrameType, event: str, called: object) -> None:
        if event == "call":
            counts[frame.f_code, ""] += 1
        elif event == "c_call":
            counts[frame.f_code, getattr(called, "__name__", "")] += 1

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return counts


def assert_linear(work: Callable[[int], object], size: int) -> None:
    """Twice the size must be twice the calls of each function; what is constant is left out.

    Where they grow with the square, the second doubling adds four times as many as the first.
    """
    work(4 * size)  # fills caches
    once, twice, four_times = (calls(partial(work, factor * size)) for factor in (1, 2, 4))
    growing = [
        f"{code.co_qualname} {called}: {once[site]}, {twice[site]}, {count} calls"
        for site, count in four_times.items()
        for code, called in [site]
        if count - twice[site] > 2.2 * max(twice[site] - once[site], 0) + THRESHOLD
    ]
    assert not growing, "\n".join(growing)
