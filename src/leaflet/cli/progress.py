"""How far a piece of work is: a bar on a terminal, elsewhere a line every few seconds."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from leaflet import clock

if TYPE_CHECKING:
    from rich.progress import Progress

PAUSE = 5.0
"""Seconds between two lines of progress where there is no terminal to draw a bar on."""


class Bar:
    """A bar with rate, time left and counts, for a terminal."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._started = clock.seconds()
        self._bar = _bar(total)
        self._bar.start()

    def tell(self, done: int, failed: int) -> None:
        """Show how many are done, and how many of them failed."""
        rate = _rate(done, self._started)
        told = f"{rate:.1f}/s, {failed} failed" if failed else f"{rate:.1f}/s"
        self._bar.update(self._bar.task_ids[0], completed=done, told=told)

    def stop(self) -> None:
        """Take the bar away."""
        self._bar.stop()


class Lines:
    """The same in words, now and then, for a file or a build server."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._started = self._spoke = clock.seconds()

    def tell(self, done: int, failed: int) -> None:
        """Say how many are done, and how many of them failed, if it is time to."""
        if clock.seconds() - self._spoke < PAUSE:
            return
        self._spoke = clock.seconds()
        rate = _rate(done, self._started)
        left = (self._total - done) / rate
        click.echo(
            f"{done} of {self._total} done, {failed} failed, {rate:.1f} a second, "
            f"{_minutes(left)} left",
            err=True,
        )

    def stop(self) -> None:
        """Nothing stays on the screen that had to be taken away."""


@contextmanager
def progress(total: int, verb: str, *, quiet: bool) -> Iterator[Callable[[], None]]:
    """A bar on a terminal, for work that tells of itself only at its end; call it for each step."""
    if quiet or not is_live():
        yield lambda: None
        return
    with _bar(total, verb) as bar:
        yield lambda: bar.advance(bar.task_ids[0])


def is_live() -> bool:
    """Whether a moving bar can be seen: on a terminal that is no log of a build server."""
    dumb = os.environ.get("TERM") == "dumb" or os.environ.get("CI")
    return sys.stderr.isatty() and not dumb


def _rate(done: int, started: float) -> float:
    return max(done, 1) / max(clock.seconds() - started, 0.001)


def _minutes(seconds: float) -> str:
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02}"


def _bar(total: int, verb: str = "printing") -> "Progress":
    from rich.console import Console  # noqa: PLC0415 - only a terminal needs it
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415
    from rich.progress import TimeRemainingColumn as TimeLeft  # noqa: PLC0415

    bar = Progress(
        TextColumn(verb),
        BarColumn(),
        MofNCompleteColumn(),
        TimeLeft(),
        TextColumn("{task.fields[told]}"),
        console=Console(stderr=True),
        transient=True,
    )
    bar.add_task("", total=total, told="")
    return bar
