"""What the user, or a program, sees of a build; all of it goes to standard error.

Standard output is left to a PDF or a receipt, which another program may be reading.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager

from leaflet.api.report import Listener, Report
from leaflet.batch import FEW
from leaflet.cli.progress import Bar, Lines, is_live
from leaflet.cli.terminal import say
from leaflet.config.settings import Progress, Settings
from leaflet.diagnostics import Diagnostic, Severity
from leaflet.escapes import in_one_line
from leaflet.job import Outcome, Status
from leaflet.output.report import Exit


def plural(count: int, noun: str) -> str:
    """A number and its noun: ``1 file``, ``2 files``."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


class Screen(Listener):
    """Shows findings and progress as text.

    A finding is shown once, though every document of a monograph has it.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._total = self._done = self._failed = 0
        self._shown: set[int] = set()
        self._progress: Bar | Lines | None = None

    @contextmanager
    def shown(self) -> Iterator[None]:
        """Remove the progress bar at the end, whatever happens."""
        try:
            yield
        finally:
            if self._progress:
                self._progress.stop()

    def begin(self, total: int, unchanged: int) -> None:  # noqa: ARG002 - for Events
        """Start to show progress."""
        self._total = total
        if total and not self._settings.quiet:
            # A few are done before a bar is, whose thread would forbid to fork from this process.
            live = total > FEW and self._settings.progress is Progress.AUTO and is_live()
            self._progress = Bar(total) if live else Lines(total)

    def document(self, outcome: Outcome) -> None:
        """Show the result of a document, and the progress."""
        for finding in outcome.diagnostics:
            if self._wants(finding, outcome) and hash(finding) not in self._shown:
                self._shown.add(hash(finding))
                say(finding)
        if self._settings.verbose > 1 and outcome.trace:
            say(outcome.trace.rstrip())
        if self._settings.verbose:
            say(_line(outcome))
        if outcome.status is not Status.UNCHANGED:
            self._done += 1
            self._failed += outcome.status is Status.FAILED
            if self._progress:
                self._progress.update(self._done, self._failed)

    def finding(self, finding: Diagnostic) -> None:
        """Show what is wrong with the output folder."""
        if finding.severity is Severity.ERROR or not self._settings.quiet:
            say(finding)

    def end(self, report: Report) -> None:
        """Show the summary."""
        if report.exit_code is Exit.INTERRUPTED:
            say(f"interrupted after {self._done} of {self._total}; all PDFs are intact")
        if not self._settings.quiet:
            say(report.summary)

    def _wants(self, finding: Diagnostic, outcome: Outcome) -> bool:
        """Whether to show a finding; old warnings only matter if they change the exit code."""
        if self._settings.quiet:
            return finding.severity is Severity.ERROR
        if self._settings.verbose:
            return True
        is_old = outcome.status is Status.UNCHANGED and not self._settings.strict
        return finding.severity is not Severity.NOTE and not is_old


class Events(Screen):
    """Writes lines of JSON for a program: one per printed or failed document, and a few more."""

    def begin(self, total: int, unchanged: int) -> None:
        """Write how many documents will be printed."""
        self._total = total
        counts = {**dict.fromkeys([*map(str, Status), "removed"], 0), Status.UNCHANGED: unchanged}
        _write(event="begin", total=total, counts=counts)

    def document(self, outcome: Outcome) -> None:
        """Write a document as in the receipt."""
        if outcome.status is not Status.UNCHANGED:
            self._done += 1
            _write(event="document", done=self._done, total=self._total, **outcome.as_dict())

    def finding(self, finding: Diagnostic) -> None:
        """Write what is wrong with the output folder."""
        _write(event="finding", **finding.as_dict())

    def end(self, report: Report) -> None:
        """Write the counts of the run."""
        _write(
            event="end",
            interrupted=report.exit_code is Exit.INTERRUPTED,
            counts=report.counts,
            output=report.output,
            orphans=[orphan.as_posix() for orphan in report.orphans],
        )


def make_screen(settings: Settings) -> Screen:
    """The screen for ``--progress``."""
    return (Events if settings.progress is Progress.JSON else Screen)(settings)


def _write(**event: object) -> None:
    say(json.dumps(event))


def _line(outcome: Outcome) -> str:
    took = f"{outcome.seconds:.2f} s"
    if outcome.status is Status.FAILED:
        return f"failed     {in_one_line(outcome.job.name)} ({outcome.job.kind}), {took}"
    target = in_one_line(str(outcome.job.target))
    return f"{outcome.status:<10} {target}, {plural(outcome.pages, 'page')}, {took}"
