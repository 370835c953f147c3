"""The rows of a run as they come, in a file that is locked for as long as the run is at work.

A run that comes to its end takes the file away. One that lies there unlocked was left by a run that
was killed: its rows tell what that run had printed, and that something may be there to sweep up.
"""

import fcntl
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from leaflet import files
from leaflet.errors import SettingsError

NAME = ".leaflet-journal"


class Journal:
    """The journal of the run that prints into a folder; there is never more than one.

    ``found`` says that an earlier run left one behind.
    """

    def __init__(self, folder: Path) -> None:
        """Begin the journal of a folder, or go on with what was left there.

        Raises SettingsError where another run is at work on the folder, or nothing can be written
        there: on a disk that is full or read-only, without permission.
        """
        self._path = folder / NAME
        with _refusing(folder):
            self._file = _lock(self._path)
            self.found = self._path.stat().st_size > 0
            try:
                self.add({"process": os.getpid()})
            except OSError:
                self.close()
                raise

    def add(self, row: Mapping[str, Any]) -> None:
        """Keep a row, whatever happens next. Raises OSError."""
        self._file.write(files.as_json(row) + b"\n")

    @property
    def is_lost(self) -> bool:
        """Whether somebody has taken the folder, and the journal with it, away from the run."""
        return not _is_at(self._file, self._path)

    def end(self) -> None:
        """Take the journal away: what it says is kept elsewhere."""
        self._path.unlink(missing_ok=True)
        self.close()

    def close(self) -> None:
        """Let the folder go, and leave the journal to the next run."""
        self._file.close()


def read(folder: Path) -> Iterator[Mapping[str, Any]]:
    """The rows of a journal that lies in a folder; none, if there is no journal."""
    try:
        lines = files.read(folder / NAME).splitlines()
    except OSError:
        return
    for line in lines:
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            continue  # a line that was cut off, or that no run wrote
        if isinstance(row, dict) and "target" in row:
            yield row


def _holder(path: Path) -> str:
    with suppress(OSError, ValueError, IndexError):
        rows = map(json.loads, files.read(path).splitlines())
        return str([row["process"] for row in rows if "process" in row][-1])
    return "unknown"


@contextmanager
def _refusing(folder: Path) -> Iterator[None]:
    """Say of trouble with the disk, before anything is printed, that the folder cannot be used."""
    try:
        yield
    except OSError as error:
        told, hint = files.reason(error), "make room, or print into another folder with --output"
        raise SettingsError.of("bad-output", told, file=str(folder), hint=hint) from error


def _is_at(file: IO[bytes], path: Path) -> bool:
    return path.exists() and os.path.samestat(os.fstat(file.fileno()), path.stat())


def _lock(path: Path) -> IO[bytes]:
    while True:
        file = path.open("ab", buffering=0)
        try:
            # Ends with the process, whatever ends that: no lock is ever stale.
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if _is_at(file, path):
                return file
        except BlockingIOError:
            file.close()
            raise SettingsError.of(
                "folder-in-use",
                f"another run of leaflet (process {_holder(path)}) is printing into {path.parent}",
                hint="wait for its end, or print into another folder with --output",
            ) from None
        file.close()  # the run before has just taken it away
