"""Which PDFs in the output folder are up to date, and which have lost their source."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from leaflet import files
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic
from leaflet.edition import fingerprint
from leaflet.edition.edition import EditionKey, make_edition
from leaflet.edition.fingerprint import Fingerprint
from leaflet.job import Job, Outcome, Status, thumbnail_of
from leaflet.output.record import Record, is_printed, origin_of, target_of
from leaflet.output.seal import is_sealed
from leaflet.output.store import Store
from leaflet.theme.search_path import Theme


@dataclass(frozen=True, slots=True)
class SourceState:
    """What must be the same about a monograph for its documents to be up to date."""

    path: Path | None = None
    sha256: str = ""
    fingerprint: Fingerprint = field(default_factory=dict)
    origin: str | None = None


class OutputState:
    """The PDFs that earlier runs printed into a folder.

    A PDF is up to date if its source's text and its fingerprint are those that it was printed from,
    if its record has the seal of this user, and if it is the file that was printed. The latter is
    known without reading the PDF if its stamp is the same; otherwise its bytes are compared.
    """

    def __init__(self, store: Store, settings: Settings) -> None:
        self._store = store
        self._settings = settings
        self._theme = Theme.of(settings.project)
        self._editions: dict[EditionKey, Fingerprint] = {}
        self._source = SourceState()
        self._current: set[str] = set()
        self._names: dict[str, frozenset[str]] = {}

    def find(self, job: Job) -> Outcome | None:
        """What an earlier run printed for a job, with its findings; None if it is to be printed.

        Raises SettingsError if kind, style or paper cannot be used.
        """
        try:
            record = self._store.get(target_of(job, self._store.folder))
            if record is None:
                return None
            source = self._read(job)
            same = is_printed(record) and record["source_sha256"] == source.sha256
            same = same and is_sealed(record)
            if same and record["fingerprint"] == {**self._edition(job), **source.fingerprint}:
                self._current.add(record["target"])
                return self._keep(job, record, source)
        except (OSError, KeyError, TypeError, ValueError):
            pass  # printing will report what is wrong
        return None

    def has_failed(self, job: Job) -> bool:
        """Whether a job could not be printed the last time. Raises OSError."""
        record = self._store.get(target_of(job, self._store.folder))
        return record is not None and not is_printed(record)

    def orphans(self) -> tuple[Path, ...]:
        """The PDFs that were printed from files that no longer exist. Raises OSError."""
        return tuple(self._store.folder / target for target in self._orphans())

    def prune(self) -> int:
        """Remove the orphans; the number of PDFs removed. Raises OSError."""
        removed = 0
        for target in self._orphans():
            folder = self._store.folder
            removed += files.remove(folder / target, inside=folder)
            files.remove(folder / thumbnail_of(target), inside=folder)
            self._store.forget(target)
        return removed

    def _orphans(self) -> tuple[str, ...]:
        origins = {
            target: record.get("origin")
            for target, record in self._store.items(skip=self._current)
            if is_printed(record)
        }
        return orphans(origins, self._store.folder)

    def _read(self, job: Job) -> SourceState:
        """What the source of a job is now; the kinds of a monograph come one after the other."""
        if self._source.path is not job.source:
            text = job.read()
            self._source = SourceState(
                job.source,
                sha256(text).hexdigest(),
                fingerprint.of_document({}, text, job.source.parent),
                origin_of(job, self._store.folder),
            )
        return self._source

    def _edition(self, job: Job) -> Fingerprint:
        key = EditionKey.of(job)
        if key not in self._editions:
            self._editions[key] = make_edition(key, self._theme, self._settings).fingerprint
        return self._editions[key]

    def _keep(self, job: Job, record: Record, source: SourceState) -> Outcome | None:
        """A PDF as it was printed, if it is still that file and its thumbnail exists."""
        if self._settings.catalogue and job.folder and not self._has_thumbnail(record["target"]):
            return None
        is_known = files.stamp(job.target) == record["stamp"]
        if not is_known and sha256(files.read(job.target)).hexdigest() != record["sha256"]:
            return None
        if not is_known or record["origin"] != source.origin:
            self._store.refresh(job)  # copied or moved: the next run need not read it
        return _outcome(job, record)

    def _has_thumbnail(self, target: str) -> bool:
        folder, _, name = thumbnail_of(target).rpartition("/")
        if folder not in self._names:  # to list a folder once is faster than to ask for each file
            self._names[folder] = files.names(self._store.folder / folder)
        return name in self._names[folder]


def orphans(origins: Mapping[str, str | None], folder: Path) -> tuple[str, ...]:
    """Those targets in a folder whose origin no longer exists; ``origins`` are by target."""
    here = os.path.realpath(folder)
    known = {origin for origin in origins.values() if origin is not None}
    gone = {origin for origin in known if not os.path.isfile(os.path.join(here, origin))}
    return tuple(target for target, origin in origins.items() if origin in gone)


def _outcome(job: Job, record: Record) -> Outcome:
    source = record["source"]
    return Outcome(
        job,
        Status.UNCHANGED,
        pages=record["pages"],
        sha256=record["sha256"],
        source_sha256=record["source_sha256"],
        # The source may be called otherwise when seen from the current folder of this run.
        diagnostics=tuple(
            Diagnostic.from_dict(each, file=job.name if each["file"] == source else each["file"])
            for each in record["diagnostics"]
        ),
        fingerprint=record["fingerprint"],
        checks=tuple(record["checks"]),
    )
