"""What came of a run: outcomes → a summary to read, a receipt to keep, an exit code."""

from enum import IntEnum
from itertools import groupby

from leaflet import __version__, clock
from leaflet.diagnostics import Severity
from leaflet.errors import LeafletError, NothingMatched, SettingsError
from leaflet.job import Outcome, Status

NAMED = 5
"""How many failed monographs the summary names for each cause."""


class Exit(IntEnum):
    """What the command's exit code tells."""

    DONE = 0
    FAILED = 1
    UNUSABLE = 2
    FINDINGS = 3
    NOTHING = 4
    INTERRUPTED = 130


def exit_of(error: LeafletError) -> Exit:
    """The exit code of an error that stopped the whole run."""
    codes = {SettingsError: Exit.UNUSABLE, NothingMatched: Exit.NOTHING}
    return codes.get(type(error), Exit.FAILED)


class Report:
    """The outcomes of one run, gathered as they come.

    ``counts`` says how many documents ended in which way, and how many older PDFs of failed ones
    were taken away.
    """

    def __init__(self) -> None:
        self._started = clock.seconds()
        self._outcomes: list[Outcome] = []
        self.counts = dict.fromkeys([*map(str, Status), "removed"], 0)

    def add(self, outcome: Outcome) -> None:
        """Take in what came of a job."""
        self._outcomes.append(outcome)
        self.counts[outcome.status] += 1
        self.counts["removed"] += outcome.removed

    def exit_code(self, *, strict: bool) -> Exit:
        """The run's exit code; when ``strict``, warnings stand in the way as well."""
        if self.counts[Status.FAILED]:
            return Exit.FAILED
        return Exit.FINDINGS if strict and self._warnings() else Exit.DONE

    def receipt(self) -> dict[str, object]:
        """The run as the ``--report`` file holds it."""
        return {
            "leaflet": __version__,
            "seconds": round(clock.seconds() - self._started, 3),
            "counts": self.counts,
            "documents": [outcome.as_dict() for outcome in self._outcomes],
        }

    def summary(self, place: str) -> str:
        """The run in a few lines: how many, how long, and what failed for which reason."""
        counts = ", ".join(f"{n} {word}" for word, n in self.counts.items() if n) or "0 printed"
        pages = sum(outcome.pages for outcome in self._outcomes)
        took = clock.seconds() - self._started
        head = f"{counts}; {_many(pages, 'page')} in {place}; {took:.1f} s"
        if warnings := self._warnings():
            head += f"; {_many(warnings, 'warning')}"
        return "\n".join((head, *self._failures()))

    def _warnings(self) -> int:
        return len(
            {
                finding
                for outcome in self._outcomes
                for finding in outcome.diagnostics
                if finding.severity is Severity.WARNING
            }
        )

    def _failures(self) -> list[str]:
        """A line for each cause of failure, with the monographs that it stopped."""
        failed = sorted(
            {(_cause(o), o.job.name) for o in self._outcomes if o.status is Status.FAILED}
        )
        lines = []
        for cause, pairs in groupby(failed, key=lambda pair: pair[0]):
            names = [name for _, name in pairs]
            more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
            lines.append(f"  failed [{cause}]: {', '.join(names[:NAMED])}{more}")
        return lines


def _cause(outcome: Outcome) -> str:
    return next(d.code for d in outcome.diagnostics if d.severity is Severity.ERROR)


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
