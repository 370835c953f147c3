"""What was printed from what: ``manifest.json`` beside the PDFs of an output folder."""

import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from leaflet import __version__, files
from leaflet.diagnostics import Diagnostic
from leaflet.job import Job, Outcome, Status
from leaflet.output import journal
from leaflet.output.journal import Journal
from leaflet.output.row_codec import Pack

NAME = "manifest.json"

Row = Mapping[str, Any]
"""What is remembered of a document: the keys of the receipt, and those that ``note`` adds."""


class Manifest:
    """The receipt's row of every document that a folder holds, whichever run printed it.

    ``damage`` says what of an older manifest could not be read; ``catalogue`` is the seal of the
    catalogue that was last written from it.
    """

    def __init__(self, folder: Path) -> None:
        """Take up the manifest of a folder, if it has one; a damaged one counts as empty."""
        self.folder = folder
        self._prefix = os.path.join(folder, "")
        self._rows: dict[str, Row] = {}
        self._noted: dict[str, bytes] = {}
        self._pack = Pack()
        self._homes: dict[str, str] = {}
        self._journal: Journal | None = None
        self._is_saved = True
        self.damage: tuple[Diagnostic, ...] = ()
        self.catalogue = ""
        file = folder / NAME
        try:
            whole = json.loads(files.read(file))
            self._rows = {_vouched(row)["target"]: row for row in whole["documents"]}
            self.catalogue = str(whole.get("catalogue", ""))
        except FileNotFoundError:
            pass
        except (ValueError, TypeError, KeyError, RecursionError, OSError) as error:
            message = f"cannot be read and counts as empty ({type(error).__name__}: {error})"
            self.damage = (Diagnostic.warning("damaged-manifest", message, file=str(file)),)
        for row in journal.read(folder):
            with suppress(ValueError):
                self._rows[_vouched(row)["target"]] = row
                self._is_saved = False

    @classmethod
    @contextmanager
    def held(cls, folder: Path) -> Iterator["Manifest"]:
        """The manifest of a folder for a run that prints into it, saved at the end of the run.

        Until then each row stands in the folder's journal, so that even a run that is killed
        loses nothing; what it left half-written is swept up. Raises SettingsError where
        another run is at work there; OSError where the manifest cannot be saved.
        """
        lines = Journal(folder)
        try:
            if lines.found:
                files.sweep(folder)
            manifest = cls(folder)
            manifest._journal = lines
            try:
                yield manifest
            finally:
                manifest.save()
                lines.end()
        finally:
            lines.close()

    @property
    def is_lost(self) -> bool:
        """Whether the folder was taken away while this run printed into it."""
        return self._journal is not None and self._journal.is_lost

    def printed(self) -> Mapping[str, Row]:
        """The documents that were printed, by their place in the folder, in order."""
        return {target: row for target, row in self.all() if row.get("status") != Status.FAILED}

    def all(self) -> Iterator[tuple[str, Row]]:
        """Every document, printed or failed, by its place in the folder, in order."""
        for target in sorted({**self._rows, **self._noted}):
            yield target, self.at(target) or {}

    def row(self, target: Path) -> Row | None:
        """What is remembered of a PDF, or of the failure to print it."""
        return self.at(self.place(target))

    def at(self, place: str) -> Row | None:
        """What is remembered of the document at a place in the folder."""
        packed = self._noted.get(place)
        return self._unpack(packed) if packed else self._rows.get(place)

    @property
    def has_news(self) -> bool:
        """Whether something was noted, touched or forgotten that is not saved yet."""
        return not self._is_saved

    def seal(self, catalogue: str) -> None:
        """Remember the catalogue that has just been written."""
        self.catalogue = catalogue
        self._is_saved = False

    def note(self, outcome: Outcome) -> None:
        """Remember what came of a job, in place of what came of it earlier.

        Added to the receipt's row are ``target`` and ``origin``, the places of PDF and source as
        seen from the folder, which stay true when a project moves; ``stamp``, what the file
        system says of the PDF; and ``frames``, the type area of each page (left, bottom, right,
        top; points), which the proof asks for; and ``medicine``, what the catalogue tells of it.
        """
        target = self.place(outcome.job.target)
        row = {
            "target": target,
            "origin": self.origin(outcome.job),
            "stamp": _stamp(outcome.job.target),
            **outcome.as_dict(),
            "frames": [" ".join(f"{edge:.2f}" for edge in frame) for frame in outcome.frames],
            "medicine": outcome.medicine.as_dict() if outcome.medicine else {},
        }
        # Packed: ten thousand rows as they are would be most of what a run holds in memory.
        self._noted[target] = self._pack.pack(json.dumps(row).encode())
        self._is_saved = False
        if self._journal:
            # On a full disk, the manifest may still find room at the end.
            with suppress(OSError):
                self._journal.add(row)

    def touch(self, job: Job) -> None:
        """Remember where the source of a job is now, and what the file system says of its PDF."""
        place = self.place(job.target)
        told = {"origin": self.origin(job), "stamp": _stamp(job.target)}
        self._rows[place] = {**self._rows[place], **told}
        self._is_saved = False

    def origin(self, job: Job) -> str | None:
        """The place of a job's source as seen from the folder, if it is a file."""
        if job.data is not None:
            return None
        # Links are followed first: on the way back, ".." leads to where they point from.
        file = os.path.realpath(job.source) if os.path.islink(job.source) else job.source
        parent, name = os.path.split(file)
        if parent not in self._homes:
            here = os.path.realpath(self.folder)
            self._homes[parent] = os.path.relpath(os.path.realpath(parent), here)
        return os.path.join(self._homes[parent], name)

    def forget(self, target: Path) -> None:
        """Remember a document no longer."""
        self._rows.pop(self.place(target), None)
        self._noted.pop(self.place(target), None)
        self._is_saved = False

    def save(self) -> None:
        """Write the manifest whole, in the order of its targets, if it changed. Raises OSError."""
        if self._is_saved:
            return
        head: dict[str, object] = {"leaflet": __version__, "catalogue": self.catalogue}
        rows = (files.as_json(row) for _, row in self.all())
        files.write(self.folder / NAME, files.as_rows(head, rows))
        self._is_saved = True

    def _unpack(self, packed: bytes) -> Row:
        row: Row = json.loads(self._pack.unpack(packed))
        return row

    def place(self, target: Path) -> str:
        """The place of a PDF as seen from the folder."""
        # Much faster than relative_to, and asked for every document of a run.
        return str(target).removeprefix(self._prefix)


def _vouched(row: object) -> Row:
    """A row that has the form of ours, or ValueError; it may tell too little, but nothing else.

    Its target is a PDF inside the folder: a manifest may come from anywhere, and what it names is
    read, and removed by ``--prune``.
    """
    if not isinstance(row, dict) or not _is_place(row.get("target")):
        raise ValueError("a document's target is no PDF in this folder")
    wrong = [key for key, form in _FORMS.items() if key in row and not form(row[key])]
    if wrong:
        raise ValueError(f"a document's {', '.join(wrong)} is none that leaflet writes")
    return row


def _is_place(value: object) -> bool:
    # Much faster than a path, and asked of every document of a run.
    place = value if isinstance(value, str) else ""
    return place.endswith(".pdf") and place[0] != "/" and ".." not in place.split("/")


def _is_text(value: object) -> bool:
    return isinstance(value, str) and "\0" not in value


def _all_of(form: type) -> Callable[[object], bool]:
    return lambda value: isinstance(value, list) and all(isinstance(each, form) for each in value)


_FORMS: Mapping[str, Callable[[object], bool]] = {
    **dict.fromkeys(("target", "status", "source", "kind", "paper", "sha256", "stamp"), _is_text),
    **dict.fromkeys(("styles", "checks", "frames"), _all_of(str)),
    "diagnostics": _all_of(dict),
    "fingerprint": lambda value: isinstance(value, dict),
    "origin": lambda value: value is None or _is_text(value),
    "pages": lambda value: isinstance(value, int),
}


def _stamp(target: Path) -> str:
    with suppress(OSError):
        return files.stamp(target)
    return ""
