"""The records of an output folder: what was printed there, from what, and with which result.

They are kept in a database, which is complete even after a run was killed, and exported at the end
of a run as ``manifest.json``. If that is not the file that was exported last, somebody has replaced
it, or the folder came without its database: then the records are taken from there.
"""

import os
from collections.abc import Container, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from itertools import chain, starmap
from pathlib import Path
from typing import Self

from leaflet import clock, files
from leaflet.diagnostics import Diagnostic
from leaflet.files.folders import sweep
from leaflet.files.signature import is_signed, sign
from leaflet.job import Job, Outcome
from leaflet.output import manifest
from leaflet.output.database import Change, Database, put_record, set_exported
from leaflet.output.json_rows import as_json
from leaflet.output.lock import FolderLock, refusing
from leaflet.output.printed_texts import PrintedTexts, noting_sources
from leaflet.output.record import (
    LARGEST_RECORD,
    Record,
    changed_in,
    decode,
    is_printed,
    make_record,
    target_of,
    whereabouts,
)

NAME = ".leaflet.sqlite3"

JOURNAL = ".leaflet-journal"
"""What an older leaflet, which had no database, left behind when it was killed."""


class Store:
    """The records of a folder by target, the path of the PDF below the folder.

    ``texts`` are those that they were printed from. ``findings`` says what could not be read;
    ``catalogue`` describes the index.html that was written last; ``has_news`` says whether the
    manifest is out of date.
    """

    def __init__(self, folder: Path, database: Database, lock: FolderLock | None = None) -> None:
        """Use a database as the store of a folder. Raises OSError."""
        self.folder = folder
        self.findings: list[Diagnostic] = []
        self.has_news = lock is not None and lock.was_left
        self._database = database
        self._lock = lock
        self._pending: dict[str, bytes] = {}
        self.texts = PrintedTexts(database)
        self._ahead: dict[str, bytes] = {}
        self._run = clock.now().isoformat(timespec="milliseconds")
        if database.damage:
            self._warn("damaged-store", NAME, f"cannot be read ({database.damage})")
        self._import_manifest()

    @classmethod
    @contextmanager
    def open(cls, folder: Path) -> Iterator[Self]:
        """The store of a folder, for a run that prints into it; it is saved at the end of the run.

        Raises SettingsError if another run is printing there, if nothing can be written there, or
        if a newer leaflet has printed there; OSError if the store cannot be saved.
        """
        with ExitStack() as stack:
            with refusing(folder):
                files.make_folder(folder)
                lock = stack.enter_context(closing(FolderLock(folder)))
                database = stack.enter_context(closing(Database.open(folder / NAME)))
                store = cls(folder, database, lock)
                store._clean_up()
            try:
                yield store
            finally:
                store.save()
                database.close()
                lock.release()

    @classmethod
    def copy(cls, folder: Path) -> Self:
        """The store of a folder for reading; nothing in the folder is changed.

        Raises SettingsError if a run is printing there, or if a newer leaflet has.
        """
        with refusing(folder):
            return cls(folder, Database.copy(folder / NAME))

    @property
    def is_lost(self) -> bool:
        """Whether somebody has removed the folder during the run."""
        return self._lock is not None and self._lock.is_lost

    def targets(self) -> list[str]:
        """The targets of all documents, sorted. Raises OSError."""
        rows = self._database.read("SELECT CAST(target AS BLOB) FROM documents")
        return sorted({*(os.fsdecode(key) for (key,) in rows), *self._pending})

    def get(self, target: str) -> Record | None:
        """The record of a document, if there is one that leaflet can have written.

        Raises OSError.
        """
        return _decoded(target, self._json(target))

    def get_own(self, target: str) -> Record | None:
        """The same, but only if this user's leaflet has signed it. Raises OSError."""
        data = self._json(target)
        return _decoded(target, data) if is_signed(data) else None

    def read_ahead(self, targets: Sequence[str]) -> None:
        """Read the records of some documents at once, of which one by one takes twice as long.

        Raises OSError.
        """
        wanted = {os.fsencode(target): target for target in targets}
        marks = ", ".join("?" * len(wanted))
        sql = "SELECT CAST(target AS BLOB), CAST(record AS BLOB) FROM documents WHERE target IN"
        rows = self._database.read(f"{sql} ({marks})", *wanted)
        self._ahead = {wanted[key]: record for key, record in rows}

    def items(self, skip: Container[str] = ()) -> Iterator[tuple[str, Record]]:
        """The targets and records of all documents but some, sorted. Raises OSError."""
        for target in self.targets():
            if target not in skip and (record := self.get(target)):
                yield target, record

    def printed(self) -> Mapping[str, Record]:
        """The records of the documents that were printed, sorted by target. Raises OSError."""
        return {target: record for target, record in self.items() if is_printed(record)}

    def record(self, outcome: Outcome) -> None:
        """Keep the record of an outcome, in place of an older one. A kill does not lose it."""
        target, record = target_of(outcome.job, self.folder), make_record(outcome, self.folder)
        self.texts.add(outcome.source_sha256, outcome.text)
        self._set(target, {**record, "changed": changed_in(self.get(target), outcome, self._run)})
        # On a full disk, records stay in memory: there may be room at the end of the run.
        with suppress(OSError):
            self._write_pending()

    def refresh(self, job: Job) -> None:
        """Note where the source of an unchanged document is now, and the stamp of its PDF."""
        target = target_of(job, self.folder)
        record: Mapping[str, object] = self.get(target) or {"target": target}
        self._set(target, {**record, **whereabouts(job, self.folder)})

    def forget(self, target: str) -> None:
        """Delete the record of a document. Raises OSError."""
        self._pending.pop(target, None)
        self._ahead.pop(target, None)
        self._database.write([("DELETE FROM documents WHERE target = ?", (os.fsencode(target),))])
        self.has_news = True

    def set_catalogue(self, catalogue: str) -> None:
        """Note what the index.html that was just written was made of."""
        self.catalogue = catalogue
        self.has_news = True

    def save(self) -> None:
        """Write the manifest, if it is out of date, and all that is not written yet.

        Raises OSError. What then is in neither of the two files is printed again by the next run.
        """
        with suppress(OSError):  # the manifest may still find room
            self._write_pending()
        exported = []
        if self.has_news:
            used = set[str]()
            records = filter(None, map(self._json, self.targets()))
            written = manifest.write(self.folder, self.catalogue, noting_sources(records, used))
            exported = [*self.texts.without_others(used), *set_exported(written, self.catalogue)]
        self._write_pending(*exported)
        self.has_news = False

    def _import_manifest(self) -> None:
        """Take the records from the manifest, unless it is the one that was exported last."""
        sql = "SELECT CAST(manifest AS TEXT), CAST(catalogue AS TEXT) FROM exported"
        exported, self.catalogue = next(iter(self._database.read(sql)), ("", ""))
        try:
            data, found = manifest.read_another(self.folder, exported)
        except OSError as error:
            self._ignore_manifest(files.reason(error))
            return
        self.has_news |= found != exported
        if data is None:
            return
        try:
            catalogue, rows = manifest.parse(data)
            delete: Change = ("DELETE FROM documents", ())
            news = set_exported(found, catalogue)
            self._database.write(chain([delete], starmap(put_record, rows), news))
            self.catalogue, self.has_news = catalogue, False
        except ValueError as error:
            self._ignore_manifest(str(error))

    def _ignore_manifest(self, why: str) -> None:
        self._warn("damaged-manifest", manifest.NAME, f"cannot be read and is ignored ({why})")
        self.has_news = True

    def _clean_up(self) -> None:
        """Remove what a run that was killed has left behind. Raises OSError."""
        was_older = files.remove(self.folder / JOURNAL)
        if was_older:
            text = "is that of an older leaflet, which was stopped; its PDFs are printed again"
            self._warn("older-store", JOURNAL, text)
        if was_older or (self._lock and self._lock.was_left):
            sweep(self.folder)

    def _json(self, target: str) -> bytes:
        if target in self._pending:
            return self._pending[target]
        if data := self._ahead.get(target):
            return data
        sql = "SELECT CAST(record AS BLOB) FROM documents WHERE target = ?"
        rows = self._database.read(sql, os.fsencode(target))
        return rows[0][0] if rows else b""

    def _set(self, target: str, record: Mapping[str, object]) -> None:
        data = sign(as_json(record))
        # Rather printed again each time than more than the next run would read.
        too_large = len(data) > LARGEST_RECORD
        self._ahead.pop(target, None)
        self._pending[target] = as_json({"target": target}) if too_large else data
        self.has_news = True

    def _write_pending(self, *more: Change) -> None:
        """Write and commit; if that fails, the pending records stay pending. Raises OSError."""
        records = (put_record(*each) for each in self._pending.items())
        if changes := [*self.texts.pending(), *records, *more]:
            self._database.write(changes)
        self._pending.clear()
        self.texts.written()

    def _warn(self, code: str, name: str, text: str) -> None:
        self.findings.append(Diagnostic.warning(code, text, file=str(self.folder / name)))


def _decoded(target: str, data: bytes) -> Record | None:
    with suppress(ValueError):
        record = decode(data)
        return record if record["target"] == target else None
    return None
