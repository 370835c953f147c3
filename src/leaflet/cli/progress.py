"""Progress: a bar on a terminal, elsewhere a line every few seconds."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from leaflet import clock
from leaflet.cli.terminal import say

if TYPE_CHECKING:
    from rich.progress import Progress

PAUSE = 5.0
"""Seconds between two lines of progress."""


class Bar:
    """A bar with rate, remaining time and failures, for a terminal."""

    def __init__(self, total: int) -> None:
        self._started = clock.seconds()
        self._bar = _bar("printing", total)
        self._bar.start()

    def update(self, done: int, failed: int) -> None:
        """Show how many documents are done, and how many of them failed."""
        rate = f"{_rate(done, self._started):.1f}/s"
        note = f"{rate}, {failed} failed" if failed else rate
        self._bar.update(self._bar.task_ids[0], completed=done, note=note)

    def stop(self) -> None:
        """Remove the bar."""
        self._bar.stop()


class Lines:
    """The same as lines of text, for a file or a build server."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._started = self._last = clock.seconds()

    def update(self, done: int, failed: int) -> None:
        """Print how many documents are done, and how many of them failed, every PAUSE seconds."""
        if clock.seconds() - self._last < PAUSE:
            return
        self._last = clock.seconds()
        rate = _rate(done, self._started)
        left = round((self._total - done) / rate)
        say(
            f"{done} of {self._total} done, {failed} failed, {rate:.1f}/s, "
            f"{left // 60}:{left % 60:02} left"
        )

    def stop(self) -> None:
        """There is nothing to remove."""


@contextmanager
def progress_bar(verb: str, *, quiet: bool) -> Iterator[Callable[[int, int], None] | None]:
    """A bar on a terminal, to be called with how many are done and how many there are."""
    if quiet or not is_live():
        yield None
        return
    with _bar(verb) as bar:
        yield lambda done, total: bar.update(bar.task_ids[0], completed=done, total=total)


def is_live() -> bool:
    """Whether a moving bar can be shown: on a terminal, but not in the log of a build server."""
    dumb = os.environ.get("TERM") == "dumb" or os.environ.get("CI")
    return sys.stderr.isatty() and not dumb


def _rate(done: int, started: float) -> float:
    return max(done, 1) / max(clock.seconds() - started, 0.001)


def _bar(verb: str, total: int | None = None) -> "Progress":
    from rich.console import Console  # noqa: PLC0415 - only a terminal needs it
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415
    from rich.progress import TimeRemainingColumn as TimeLeft  # noqa: PLC0415

    bar = Progress(
        TextColumn(verb),
        BarColumn(),
        MofNCompleteColumn(),
        TimeLeft(),
        TextColumn("{task.fields[note]}"),
        console=Console(stderr=True),
        transient=True,
    )
    bar.add_task("", total=total, note="")
    return bar
