"""The result of a run: outcomes → a summary to read, a receipt to keep, an exit code."""

import json
import zlib
from collections.abc import Iterator, Sequence
from enum import IntEnum
from heapq import nlargest
from pathlib import Path

from leaflet import __version__, clock, files
from leaflet.diagnostics import Severity
from leaflet.errors import LeafletError, NothingMatched, SettingsError
from leaflet.escapes import in_one_line
from leaflet.job import Outcome, Status
from leaflet.output.json_rows import as_json, as_rows

NAMED = 5
"""How many monographs the summary names for each cause."""

SLOW = 3
"""How many of the slowest documents it names."""

SLOW_FROM = 1.0
"""Seconds from which a document is named as slow."""


class Exit(IntEnum):
    """The exit code of a command."""

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


def interruption(*, is_interrupted: bool) -> dict[str, bool]:
    """What the receipt of an interrupted run has besides the usual."""
    return {"interrupted": True} if is_interrupted else {}


class Tally:
    """The outcomes of one run, as they come: counted, and kept only if a receipt is wanted.

    ``counts`` says how many documents ended in which way, and how many PDFs were removed: older
    ones of documents that failed, and orphans.
    """

    def __init__(self, *, keep: bool = False) -> None:
        self._started = clock.seconds()
        self._kept: list[tuple[str, str, bytes]] | None = [] if keep else None
        self._pages = 0
        self._slowest: list[tuple[float, str]] = []
        self._causes: dict[str, dict[str, None]] = {}
        self._warnings: set[int] = set()
        self.counts = dict.fromkeys([*map(str, Status), "removed"], 0)

    def add(self, outcome: Outcome) -> None:
        """Count an outcome."""
        job = outcome.job
        self.counts[outcome.status] += 1
        self.counts["removed"] += outcome.removed
        if outcome.status is not Status.UNCHANGED:
            timed = (outcome.seconds, f"{job.name} ({job.kind})")
            self._slowest = nlargest(SLOW, [*self._slowest, timed])
        if outcome.status is Status.PRINTED:
            self._pages += outcome.pages
        if outcome.status is Status.FAILED:
            self._causes.setdefault(_cause(outcome), {})[job.name] = None
        for finding in outcome.diagnostics:
            if finding.severity is Severity.WARNING:
                self._warnings.add(hash(finding))
        if self._kept is not None:
            # Compressed: ten thousand rows would be most of what a run holds in memory.
            row = zlib.compress(as_json(outcome.as_dict()), zlib.Z_BEST_SPEED)
            self._kept.append((job.name, job.kind, row))

    def exit_code(self, *, strict: bool) -> Exit:
        """The exit code of the run; when ``strict``, warnings count as well."""
        if self.counts[Status.FAILED]:
            return Exit.FAILED
        return Exit.FINDINGS if strict and self._warnings else Exit.DONE

    def write(
        self, file: Path, folder: Path | None = None, *, is_interrupted: bool = False
    ) -> None:
        """Write the receipt: JUnit's XML if the file is called so, else JSON. Raises OSError.

        Below ``folder``, that of the output, no link is followed. The receipt of a run that
        ``is_interrupted`` says so, since it has not all documents.
        """
        within = folder if folder and file.is_relative_to(folder) else None
        head = {"leaflet": __version__, "seconds": round(self._seconds(), 3), "counts": self.counts}
        head |= interruption(is_interrupted=is_interrupted)
        rows = (zlib.decompress(row) for *_, row in sorted(self._kept or ()))
        if file.suffix.lower() == ".xml":
            from leaflet.output import junit  # noqa: PLC0415 - few runs need it

            files.write(file, junit.to_xml(head, map(json.loads, rows)), within)
        else:
            files.write(file, as_rows(head, rows), within)

    def summary(self, output: str, orphans: Sequence[Path] = ()) -> str:
        """The run in a few lines: how many, how long, what failed for which reason."""
        counts = ", ".join(self._count(word) for word, n in self.counts.items() if n)
        took = self._seconds()
        noun = "new page" if self.counts[Status.UNCHANGED] else "page"
        pages = _many(self._pages, noun) if self._pages else "nothing new"
        head = f"{counts or '0 printed'}; {pages} in {output}; {took:.1f} s"
        if tried := self.counts[Status.PRINTED] + self.counts[Status.FAILED]:
            head += f", {tried / max(took, 0.001):.1f} documents per second"
        if self._warnings:
            head += f"; {_many(len(self._warnings), 'warning')}"
        return "\n".join((head, *self._details(orphans)))

    def _count(self, word: str) -> str:
        """How many documents ended in one way; of how many monographs, if several failed twice."""
        count, stopped = self.counts[word], set().union(*self._causes.values())
        if word == Status.FAILED and len(stopped) < count:
            return f"{count} {word} (of {_many(len(stopped), 'monograph')})"
        return f"{count} {word}"

    def _details(self, orphans: Sequence[Path]) -> Iterator[str]:
        for cause, stopped in sorted(self._causes.items()):
            yield f"  failed [{cause}]: {_some(sorted(stopped))}"
        slow = [
            f"{in_one_line(name)} {seconds:.1f} s"
            for seconds, name in self._slowest
            if seconds >= SLOW_FROM
        ]
        if slow and self.counts[Status.PRINTED] + self.counts[Status.FAILED] > SLOW:
            yield f"  slowest: {', '.join(slow)}"
        if orphans:
            names = _some([str(orphan) for orphan in orphans])
            yield f"  no longer have a monograph (--prune removes them): {names}"

    def _seconds(self) -> float:
        return clock.seconds() - self._started


def _cause(outcome: Outcome) -> str:
    return next(d.code for d in outcome.diagnostics if d.severity is Severity.ERROR)


def _some(names: Sequence[str]) -> str:
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return ", ".join(map(in_one_line, names[:NAMED])) + more


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
