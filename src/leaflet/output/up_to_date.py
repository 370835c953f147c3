"""Which PDFs in the output folder are up to date, and which have lost their source."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from leaflet import files
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic
from leaflet.edition import fingerprint
from leaflet.edition.edition import EditionKey, make_edition
from leaflet.edition.fingerprint import Fingerprint
from leaflet.files.folders import is_gone
from leaflet.files.signature import key_file
from leaflet.job import Job, Outcome, Status, thumbnail_of
from leaflet.output.record import Record, is_printed, origin_of, target_of
from leaflet.output.store import Store
from leaflet.theme.search_path import Theme

_AT_ONCE = 500
"""Records that are read at once."""


@dataclass(frozen=True, slots=True)
class SourceState:
    """What must be the same about a monograph for its documents to be up to date."""

    path: Path | None = None
    sha256: str = ""
    origin: str | None = None


class OutputState:
    """The PDFs that earlier runs printed into a folder.

    A PDF is up to date if its source's text and its fingerprint are those that it was printed from,
    and if it is the file that was printed. The latter is known without reading the PDF if its stamp
    is the same; otherwise its bytes are compared. Only records that this user's leaflet has signed
    count: ``strange`` is the number of those found that it has not.
    """

    def __init__(self, store: Store, settings: Settings) -> None:
        self._store = store
        self._settings = settings
        self._theme = Theme.of(settings.project)
        self._editions: dict[tuple[object, ...], Fingerprint] = {}
        self._source = SourceState()
        self._current: set[str] = set()
        self._names: dict[str, frozenset[str]] = {}
        self.strange = 0

    def find_all(self, jobs: Sequence[Job]) -> Iterator[tuple[Job, Outcome | None]]:
        """Each job with what ``find`` says of it. Raises SettingsError as ``find`` does."""
        folder = self._store.folder
        for start in range(0, len(jobs), _AT_ONCE):
            some = jobs[start : start + _AT_ONCE]
            with suppress(OSError):  # then they are read one by one
                self._store.read_ahead([target_of(job, folder) for job in some])
            for job in some:
                yield job, self.find(job)

    def find(self, job: Job) -> Outcome | None:
        """What an earlier run printed for a job, with its findings; None if it is to be printed.

        Raises SettingsError if kind, style or paper cannot be used.
        """
        try:
            target = target_of(job, self._store.folder)
            record = self._store.get_own(target)
            if record is None:
                self.strange += self._store.get(target) is not None
                return None
            source = self._read(job)
            same = is_printed(record) and record["source_sha256"] == source.sha256
            if same and record["fingerprint"] == self._fingerprint(job, record):
                self._current.add(record["target"])
                return self._keep(job, record, source)
        except (OSError, LookupError, TypeError, ValueError):
            pass  # printing will report what is wrong
        return None

    def findings(self) -> Iterator[Diagnostic]:
        """What the user should know of the records that were looked up."""
        if self.strange:
            yield Diagnostic.warning(
                "foreign-record",
                f"{self.strange} documents were not recorded here by this user's leaflet on this "
                "machine, and are printed again",
                file=str(self._store.folder),
                hint=f"the key that shows it is kept in {key_file() or 'a home folder'}",
            )

    def has_failed(self, job: Job) -> bool:
        """Whether a job could not be printed the last time, as far as is known. Raises OSError."""
        target = target_of(job, self._store.folder)
        record = self._store.get_own(target)
        return not is_printed(record) if record else self._store.get(target) is not None

    def never_printed(self, jobs: Sequence[Job]) -> Iterator[Diagnostic]:
        """A warning if some jobs were never tried here, as after Ctrl-C. Raises OSError."""
        folder = self._store.folder
        if count := sum(self._store.get(target_of(job, folder)) is None for job in jobs):
            were = "document was" if count == 1 else "documents were"
            message = f"{count} {were} never printed here, and not now either"
            hint = "print without --only-failed"
            yield Diagnostic.warning("never-printed", message, str(folder), hint=hint)

    def orphans(self) -> tuple[Path, ...]:
        """The PDFs that were printed from files that no longer exist. Raises OSError."""
        return tuple(self._store.folder / target for target in self._orphans())

    def prune(self) -> Iterator[Diagnostic | None]:
        """Remove the orphans; None for each PDF that was removed, and what is wrong with others.

        Raises OSError.
        """
        folder = self._store.folder
        for target in self._orphans():
            try:
                was_there = files.remove(folder / target, folder)
                files.remove(folder / thumbnail_of(target), folder)
            except OSError as error:
                message = f"a PDF without a monograph could not be removed: {files.reason(error)}"
                yield Diagnostic.error("outdated-pdf", message, str(folder / target))
            else:
                self._store.forget(target)
                if was_there:
                    yield None

    def forget(self, job: Job) -> None:
        """Delete the record of a job whose PDF was removed, if there is one. Raises OSError."""
        target = target_of(job, self._store.folder)
        if self._store.get(target):
            self._store.forget(target)

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
            digest = sha256(job.read()).hexdigest()
            self._source = SourceState(job.source, digest, origin_of(job, self._store.folder))
        return self._source

    def _fingerprint(self, job: Job, record: Record) -> Fingerprint:
        """That of a document now. What its text needs is in the record: no text is read here."""
        due = record["medicine"].get("review_due", "")
        return fingerprint.of_document(self._edition(job), job, record["pictures"], due)

    def _edition(self, job: Job) -> Fingerprint:
        key = job.kind, job.styles, job.paper, job.standard
        if key not in self._editions:
            edition = make_edition(EditionKey(*key), self._theme, self._settings)
            self._editions[key] = edition.fingerprint
        return self._editions[key]

    def _keep(self, job: Job, record: Record, source: SourceState) -> Outcome | None:
        """A PDF as it was printed, if it is still that file and its thumbnail exists."""
        if (
            self._settings.catalogue
            and job.folder
            and not self._has(thumbnail_of(record["target"]))
        ):
            return None
        if not self._has(record["target"]):
            return None
        is_known = files.stamp(job.target) == record["stamp"]
        if not is_known:
            data = files.read_regular(job.target, int(record["stamp"].split()[0]))
            if sha256(data).hexdigest() != record["sha256"]:
                return None
        if not is_known or record["origin"] != source.origin:
            self._store.refresh(job)  # copied or moved: the next run need not read it
        return _outcome(job, record)

    def _has(self, file: str) -> bool:
        """Whether there is a regular file at a path from the output folder, behind no link."""
        folder, _, name = file.rpartition("/")
        if folder not in self._names:  # to list a folder once is faster than to ask for each file
            within = self._store.folder
            self._names[folder] = files.names(within / folder, within)
        return name in self._names[folder]


def orphans(origins: Mapping[str, str | None], folder: Path) -> tuple[str, ...]:
    """Those targets in a folder whose origin no longer exists; ``origins`` are by target."""
    here = os.path.realpath(folder)
    known = {origin for origin in origins.values() if origin is not None}
    gone = {origin for origin in known if is_gone(os.path.join(here, origin))}
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
            [
                Diagnostic.from_dict(
                    each, file=job.name if each["file"] == source else each["file"]
                )
                for each in record["diagnostics"]
            ]
        ),
        fingerprint=record["fingerprint"],
        checks=tuple(record["checks"]),
    )
