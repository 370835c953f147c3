"""What a person sees of a run, all of it on standard error: findings, progress, the end.

Standard output stays free for the one PDF or receipt that a program may be waiting for.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING, Self

import click

from leaflet import clock
from leaflet.diagnostics import Diagnostic, Severity
from leaflet.job import Outcome, Status
from leaflet.report import Report
from leaflet.settings import Settings

if TYPE_CHECKING:
    from rich.progress import Progress

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
PAUSE = 5.0
"""Seconds between two lines of progress where there is no terminal to draw a bar on."""


def say(text: str | Diagnostic) -> None:
    """Tell something in a line of its own; a finding with its severity in colour."""
    click.echo(styled(text) if isinstance(text, Diagnostic) else text, err=True)


def styled(finding: Diagnostic) -> str:
    """The lines that a user reads of a finding, its severity in colour."""
    mark = f"{finding.severity}[{finding.code}]"
    shown = click.style(mark, fg=COLOURS[finding.severity], bold=True)
    return str(finding).replace(mark, shown, 1)


class Screen:
    """The view of one run: a bar on a terminal, elsewhere a line every few seconds.

    Each finding is told once, though both documents of a monograph bear it.
    """

    def __init__(self, total: int, report: Report, settings: Settings) -> None:
        self._total = total
        self._done = 0
        self._report = report
        self._settings = settings
        self._told: set[Diagnostic] = set()
        self._spoke = clock.seconds()
        self._bar: Progress | None = None

    def __enter__(self) -> Self:
        if not self._settings.quiet and _is_live():
            self._bar = _bar(self._total)
            self._bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        if self._bar:
            self._bar.stop()

    def show(self, outcome: Outcome) -> None:
        """Tell what came of a job, and how far the run is."""
        self._done += 1
        for finding in outcome.diagnostics:
            if finding not in self._told and self._wants(finding):
                self._told.add(finding)
                say(finding)
        if self._settings.verbose > 1 and outcome.trace:
            say(outcome.trace.rstrip())
        if self._settings.verbose:
            say(_line(outcome))
        self._advance()

    def _wants(self, finding: Diagnostic) -> bool:
        if self._settings.quiet:
            return finding.severity is Severity.ERROR
        return finding.severity is not Severity.NOTE or self._settings.verbose > 0

    def _advance(self) -> None:
        failed = self._report.counts[Status.FAILED]
        if self._bar:
            self._bar.update(self._bar.task_ids[0], completed=self._done, failed=f"{failed} failed")
        elif not self._settings.quiet and clock.seconds() - self._spoke >= PAUSE:
            self._spoke = clock.seconds()
            say(f"{self._done} of {self._total} done, {failed} failed")

    def end(self, place: str, *, interrupted: bool) -> None:
        """Sum the run up."""
        if interrupted:
            say(f"interrupted after {self._done} of {self._total}; what was printed is whole")
        if not self._settings.quiet:
            say(self._report.summary(place))


@contextmanager
def progress(total: int, verb: str, *, quiet: bool) -> Iterator[Callable[[], None]]:
    """A bar on a terminal, for work that tells of itself only at its end; call it for each step."""
    if quiet or not _is_live():
        yield lambda: None
        return
    with _bar(total, verb) as bar:
        yield lambda: bar.advance(bar.task_ids[0])


def _line(outcome: Outcome) -> str:
    took = f"{outcome.seconds:.2f} s"
    if outcome.status is Status.FAILED:
        return f"failed     {outcome.job.name} ({outcome.job.kind}), {took}"
    return f"{outcome.status:<10} {outcome.job.target}, {outcome.pages} pages, {took}"


def _is_live() -> bool:
    """Whether a moving bar can be seen: on a terminal that is no log of a build server."""
    dumb = os.environ.get("TERM") == "dumb" or os.environ.get("CI")
    return sys.stderr.isatty() and not dumb


def _bar(total: int, verb: str = "printing") -> "Progress":
    from rich.console import Console  # noqa: PLC0415 - only a terminal needs it
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415
    from rich.progress import TimeRemainingColumn as TimeLeft  # noqa: PLC0415

    bar = Progress(
        TextColumn(verb),
        BarColumn(),
        MofNCompleteColumn(),
        TimeLeft(),
        TextColumn("{task.fields[failed]}"),
        console=Console(stderr=True),
        transient=True,
    )
    bar.add_task("", total=total, failed="")
    return bar
