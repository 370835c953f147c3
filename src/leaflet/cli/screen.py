"""What a person or a program sees of a run, all of it on standard error.

Standard output stays free for the one PDF or receipt that a program may be waiting for.
"""

import json
from collections.abc import Sequence
from pathlib import Path

import click

from leaflet.cli.progress import Bar, Lines, is_live
from leaflet.config.settings import Progress, Settings
from leaflet.diagnostics import Diagnostic, Severity
from leaflet.job import Outcome, Status
from leaflet.output.report import Tally

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def say(text: str | Diagnostic) -> None:
    """Tell something in a line of its own; a finding with its severity in colour."""
    click.echo(styled(text) if isinstance(text, Diagnostic) else text, err=True)


def styled(finding: Diagnostic) -> str:
    """The lines that a user reads of a finding, its severity in colour."""
    mark = f"{finding.severity}[{finding.code}]"
    shown = click.style(mark, fg=COLOURS[finding.severity], bold=True)
    return str(finding).replace(mark, shown, 1)


class Screen:
    """The view of one run: findings, progress, the end.

    Each finding is told once, though both documents of a monograph bear it.
    """

    def __init__(self, report: Tally, settings: Settings) -> None:
        self._report = report
        self._settings = settings
        self._total = self._done = 0
        self._told: set[int] = set()
        self._progress: Bar | Lines | None = None

    def begin(self, total: int) -> None:
        """Begin to tell how far the printing of so many documents is."""
        self._total = total
        if total and not self._settings.quiet:
            live = self._settings.progress is Progress.AUTO and is_live()
            self._progress = Bar(total) if live else Lines(total)

    def show(self, outcome: Outcome) -> None:
        """Tell what came of a job, and how far the run is."""
        for finding in outcome.diagnostics:
            if self._wants(finding, outcome) and hash(finding) not in self._told:
                self._told.add(hash(finding))
                say(finding)
        if self._settings.verbose > 1 and outcome.trace:
            say(outcome.trace.rstrip())
        if self._settings.verbose:
            say(_line(outcome))
        if outcome.status is not Status.UNCHANGED:
            self._done += 1
            if self._progress:
                self._progress.tell(self._done, self._report.counts[Status.FAILED])

    def _wants(self, finding: Diagnostic, outcome: Outcome) -> bool:
        """Whether the user wants to hear of it; of an earlier run's warning, only if it counts."""
        if self._settings.quiet:
            return finding.severity is Severity.ERROR
        if self._settings.verbose:
            return True
        known = outcome.status is Status.UNCHANGED and not self._settings.strict
        return finding.severity is not Severity.NOTE and not known

    def stop(self) -> None:
        """End the telling of how far it is."""
        if self._progress:
            self._progress.stop()

    def end(self, place: str, orphans: Sequence[Path], *, interrupted: bool) -> None:
        """Sum the run up."""
        if interrupted:
            say(f"interrupted after {self._done} of {self._total}; what was printed is whole")
        if not self._settings.quiet:
            say(self._report.summary(place, orphans))


class Events(Screen):
    """The same for a program: a line of JSON for each document that is tried, and at the end."""

    def begin(self, total: int) -> None:
        """Tell how many documents are to be printed."""
        self._total = total
        _tell(event="begin", total=total, counts=self._report.counts)

    def show(self, outcome: Outcome) -> None:
        """Tell a document as its row in the receipt does."""
        if outcome.status is not Status.UNCHANGED:
            self._done += 1
            row = outcome.as_dict()
            _tell(event="document", done=self._done, total=self._total, **row)

    def end(self, place: str, orphans: Sequence[Path], *, interrupted: bool) -> None:
        """Tell the counts of the run."""
        _tell(
            event="end",
            interrupted=interrupted,
            counts=self._report.counts,
            output=place,
            orphans=[orphan.as_posix() for orphan in orphans],
        )


def screen(report: Tally, settings: Settings) -> Screen:
    """The view that the user has chosen."""
    return (Events if settings.progress is Progress.JSON else Screen)(report, settings)


def _tell(**event: object) -> None:
    click.echo(json.dumps(event), err=True)


def _line(outcome: Outcome) -> str:
    took = f"{outcome.seconds:.2f} s"
    if outcome.status is Status.FAILED:
        return f"failed     {outcome.job.name} ({outcome.job.kind}), {took}"
    return f"{outcome.status:<10} {outcome.job.target}, {outcome.pages} pages, {took}"
