"""What lies in the output folder, and whether it is what would be printed today."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from leaflet import files
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic, Severity
from leaflet.edition import fingerprint
from leaflet.edition.edition import EditionKey, make_edition
from leaflet.edition.fingerprint import Fingerprint
from leaflet.job import Job, Outcome, Status, thumbnail_of
from leaflet.output.manifest import Manifest, Row
from leaflet.theme.search_path import Theme


@dataclass(frozen=True, slots=True)
class Source:
    """What of a monograph decides whether its documents are what would be printed today."""

    path: Path | None = None
    sha256: str = ""
    fingerprint: Fingerprint = field(default_factory=dict)
    origin: str | None = None


class OutputState:
    """The PDFs that earlier runs printed into a folder.

    A PDF need not be printed again while its source's text and fingerprint are those that it was
    printed from, and the PDF itself is the file that was printed. The latter is taken for granted
    where the file system says of it what it said then, and else found out from its bytes.
    """

    def __init__(self, manifest: Manifest, settings: Settings) -> None:
        self._manifest = manifest
        self._settings = settings
        self._theme = Theme.of(settings.project)
        self._editions: dict[EditionKey, Fingerprint] = {}
        self._source = Source()
        self._current: set[str] = set()

    def find(self, job: Job) -> Outcome | None:
        """What an earlier run printed for a job, with what was found then; None to print it.

        Raises SettingsError where kind, style or paper cannot be used.
        """
        row = self._manifest.row(job.target)
        if row is None:
            return None
        try:
            source = self._read(job)
            same = row["status"] != Status.FAILED and row["source_sha256"] == source.sha256
            if same and row["fingerprint"] == {**self._edition(job), **source.fingerprint}:
                self._current.add(row["target"])
                return self._keep(job, row, source)
        except (OSError, KeyError, TypeError, ValueError):
            pass  # whatever it is, printing will tell
        return None

    def has_failed(self, job: Job) -> bool:
        """Whether a job could not be printed when that was tried last."""
        row = self._manifest.row(job.target)
        return row is not None and row.get("status") == Status.FAILED

    def orphans(self) -> tuple[Path, ...]:
        """The PDFs here that were printed from files that are no longer there."""
        known = self._manifest.printed()
        rows = {target: known[target] for target in known if target not in self._current}
        return tuple(self._settings.output / each for each in orphans(rows, self._settings.output))

    def prune(self) -> int:
        """Take the orphans away; how many there were. Raises OSError."""
        orphans = self.orphans()
        removed = sum(map(files.remove, orphans))
        for orphan in orphans:
            files.remove(self._settings.output / thumbnail_of(self._manifest.place(orphan)))
            self._manifest.forget(orphan)
        return removed

    def _read(self, job: Job) -> Source:
        """What the source of a job is now; the kinds of a monograph come one after the other."""
        if self._source.path is not job.source:
            text = job.read()
            self._source = Source(
                job.source,
                sha256(text).hexdigest(),
                fingerprint.of_document({}, text, job.source.parent),
                self._manifest.origin(job),
            )
        return self._source

    def _edition(self, job: Job) -> Fingerprint:
        choice = EditionKey.of(job)
        if choice not in self._editions:
            made = make_edition(choice, self._theme, self._settings)
            self._editions[choice] = made.fingerprint
        return self._editions[choice]

    def _keep(self, job: Job, row: Row, source: Source) -> Outcome | None:
        """A PDF as it was printed, if that is what it still is, and what belongs to it is there."""
        if self._settings.catalogue and job.folder and not _has_thumbnail(job.folder, row):
            return None
        is_known = files.stamp(job.target) == row["stamp"]
        if not is_known and sha256(files.read(job.target)).hexdigest() != row["sha256"]:
            return None
        if not is_known or row["origin"] != source.origin:
            self._manifest.touch(job)  # copied or moved: need not be found out another time
        return _outcome(job, row)


def _has_thumbnail(folder: Path, row: Row) -> bool:
    return os.path.isfile(os.path.join(folder, thumbnail_of(row["target"])))


def orphans(rows: Mapping[str, Row], folder: Path) -> tuple[str, ...]:
    """Those of a folder's documents that were printed from files that are no longer there."""
    home = folder.resolve()
    origins = {row.get("origin") for row in rows.values()} - {None}
    gone = {origin for origin in origins if not os.path.isfile(home / str(origin))}
    return tuple(target for target, row in rows.items() if row.get("origin") in gone)


def _outcome(job: Job, row: Row) -> Outcome:
    return Outcome(
        job,
        Status.UNCHANGED,
        pages=row["pages"],
        sha256=row["sha256"],
        source_sha256=row["source_sha256"],
        diagnostics=tuple(_finding(told, row["source"], job.name) for told in row["diagnostics"]),
        fingerprint=row["fingerprint"],
        checks=tuple(row["checks"]),
    )


def _finding(told: Mapping[str, Any], then: str, now: str) -> Diagnostic:
    """A finding of an earlier run; its file may be called otherwise from where we stand now."""
    found = Diagnostic(**{**told, "severity": Severity(told["severity"])})
    return replace(found, file=now) if found.file == then else found
