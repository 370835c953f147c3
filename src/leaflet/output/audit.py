"""A folder printed earlier → findings: is each PDF still what its source and the theme say?"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path

from leaflet import files
from leaflet.batch.pool import run_in_order
from leaflet.batch.worker import WorkSpec
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic, has_errors
from leaflet.edition.fingerprint import changes
from leaflet.errors import LeafletError, NothingMatched
from leaflet.files.folders import walk
from leaflet.job import Job, Standard
from leaflet.output import manifest
from leaflet.output.catalogue import Catalogue
from leaflet.output.record import Record
from leaflet.output.store import Store
from leaflet.output.up_to_date import orphans
from leaflet.pipeline import Pipeline
from leaflet.rendering import Frame
from leaflet.sources import picture_root
from leaflet.theme import pictures

AGAIN = "print it again"


@dataclass(frozen=True, slots=True)
class AuditedFile:
    """A file of the folder and what is wrong with it; a PDF without findings is proved."""

    file: Path
    findings: tuple[Diagnostic, ...]


class Audit:
    """The examination of an output folder: ``total`` PDFs known to its store or found there.

    A PDF is ``changed`` if its bytes are not those that were printed, ``missing`` if it is gone,
    ``foreign`` if the store does not know it, ``stale`` if its source or the theme have changed
    since, ``unproved`` if something that the proof needs is missing. Every other one is proved
    again from scratch. The catalogue is compared with the store.
    """

    def __init__(self, folder: Path, settings: Settings) -> None:
        """Look into a folder. Raises NothingMatched if it does not exist or holds no PDF."""
        self._folder = folder
        self._store = Store.copy(folder)
        self._settings = settings
        self._records = self._store.printed()
        here = walk(folder) if folder.is_dir() else ()
        pdfs = (each for each in here if each.name.lower().endswith(".pdf"))
        below = {os.path.relpath(each, folder) for each in pdfs if os.path.isfile(each)}
        self._others = sorted(below.difference(self._records))
        self.total = len(self._records) + len(self._others)
        if not self.total and not self._store.findings:
            raise NothingMatched.of(
                "nothing-printed",
                "there is no PDF here, and none was printed here"
                if folder.is_dir()
                else "there is no such folder",
                file=str(folder),
                hint="name the folder that `leaflet build` printed into",
            )

    def results(self) -> Iterator[AuditedFile]:
        """Each PDF, and each file of the store that cannot be read, as they are examined."""
        for finding in self._store.findings:
            yield AuditedFile(Path(finding.file), (finding,))
        start, on_crash = partial(_examiner, self._folder), partial(_unproved, self._folder)
        spec = WorkSpec(self._settings, start, on_crash, "leaflet.output.audit")
        yield from run_in_order(spec, tuple(self._records.items()))
        for target in self._others:
            file = self._folder / target
            yield AuditedFile(file, (self._unknown(file),))
        yield from self._check_catalogue()

    def _check_catalogue(self) -> Iterator[AuditedFile]:
        """Compare the catalogue, if there is one, with what would be written now."""
        origins = {target: each.get("origin") for target, each in self._records.items()}
        # Sources may have been there when it was written, and need not be now.
        possible = [
            Catalogue(self._store, self._settings, left_out)
            for left_out in ((), orphans(origins, self._folder))
        ]
        file = possible[0].file
        if possible[0].is_ours() and not any(each.is_current() for each in possible):
            message = "the catalogue is not that of what was printed here"
            yield AuditedFile(file, (_error(file, "stale", message, AGAIN),))

    def _unknown(self, file: Path) -> Diagnostic:
        if not self._store.targets():
            message = f"there is no {manifest.NAME} that says what it was printed from"
            return _warning(file, "unproved", message, AGAIN)
        return _error(
            file,
            "foreign",
            "leaflet did not print it here, or could not print it the last time",
            "remove it if nobody put it there on purpose",
        )


class Examiner:
    """What proves the PDFs of a folder, one by one, in a worker process."""

    def __init__(self, folder: Path, settings: Settings) -> None:
        self._folder = folder
        self._project = settings.project
        self._pipeline = Pipeline(settings)

    def examine(self, item: tuple[str, Record]) -> AuditedFile:
        """Examine a PDF, given by its target and its record."""
        target, record = item
        file = self._folder / target
        return AuditedFile(file, tuple(self._examine(file, record)))

    def _examine(self, file: Path, record: Record) -> Iterator[Diagnostic]:
        try:
            data = files.read(file)
            if sha256(data).hexdigest() != record["sha256"]:
                yield _error(file, "changed", "it is not the file that was printed", AGAIN)
            else:
                yield from self._compare(file, record, data)
        except FileNotFoundError:
            yield _error(file, "missing", "it was printed, and is gone", AGAIN)
        except OSError as error:
            yield _warning(file, "unproved", files.reason(error))
        except LeafletError as error:  # a kind or style that no longer exists
            message = "; ".join(finding.message for finding in error.diagnostics)
            yield _warning(file, "unproved", message)
        except (KeyError, TypeError, ValueError) as error:
            message = f"{manifest.NAME} says too little about it ({type(error).__name__}: {error})"
            yield _warning(file, "unproved", message, AGAIN)

    def _compare(self, file: Path, record: Record, data: bytes) -> Iterator[Diagnostic]:
        """Compare a PDF, whose bytes are those that were printed, with its source; prove it."""
        source = self._folder / record["origin"] if record["origin"] else files.PIPE
        if not source.is_file():
            yield _warning(file, "unproved", f"its source {record['source']} is not there")
            return
        text = files.read_source(source)
        job = Job(
            source=source,
            name=record["source"],
            kind=record["kind"],
            styles=tuple(record["styles"]),
            paper=record["paper"],
            target=file,
            data=text,
            standard=Standard(record["standard"]),
            root=picture_root(source, self._project),
        )
        names, due = tuple(pictures.of_text(text)), record["medicine"].get("review_due", "")
        changed = changes(record["fingerprint"], self._pipeline.fingerprint(job, names, due))
        if sha256(text).hexdigest() != record["source_sha256"]:
            changed = (record["source"], *changed)
        if changed:
            message = f"changed since it was printed: {', '.join(changed)}"
            yield _error(file, "stale", message, AGAIN)
            return
        for found in self._pipeline.prove(job, data, _frames(record)):
            if has_errors([found]):
                yield _error(file, found.code, found.message, found.hint)


def _examiner(folder: Path, settings: Settings) -> Callable[[tuple[str, Record]], AuditedFile]:
    return Examiner(folder, settings).examine


def _unproved(
    folder: Path, item: tuple[str, Record], finding: Diagnostic, _seconds: float
) -> AuditedFile:
    file = folder / item[0]
    return AuditedFile(file, (replace(finding, file=str(file)),))


def _frames(record: Record) -> tuple[Frame, ...]:
    return tuple(Frame(*map(float, edges.split())) for edges in record["frames"])


def _error(file: Path, code: str, message: str, hint: str = "") -> Diagnostic:
    return Diagnostic.error(code, message, file=str(file), hint=hint)


def _warning(file: Path, code: str, message: str, hint: str = "") -> Diagnostic:
    return Diagnostic.warning(code, message, file=str(file), hint=hint)
