"""The lock of an output folder: one run at a time prints into it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from leaflet import files
from leaflet.errors import SettingsError

NAME = ".leaflet.lock"


class FolderLock:
    """The lock of one run on its output folder, a file that holds the number of the process.

    The operating system drops the lock when the process ends, so it is never stale. The file itself
    is removed at the end of a run: ``was_left`` says that an earlier run did not get that far.
    """

    def __init__(self, folder: Path) -> None:
        """Lock a folder. Raises BlockingIOError if another run has locked it; OSError."""
        self._path = folder / NAME
        self._file = files.lock(self._path)
        self.was_left = self._file.seek(0, os.SEEK_END) > 0
        try:
            self._file.write(f"{os.getpid()}\n".encode())
        except OSError:
            self.close()
            raise

    @property
    def is_lost(self) -> bool:
        """Whether somebody has removed the folder, and the lock with it, during the run."""
        return not files.is_at(self._file, self._path)

    def release(self) -> None:
        """Unlock the folder after a complete run. Raises OSError."""
        if not self.is_lost:
            files.remove(self._path)
        self.close()

    def close(self) -> None:
        """Unlock the folder, but leave the file as a sign that the run was not completed."""
        self._file.close()


@contextmanager
def refusing(folder: Path) -> Iterator[None]:
    """Turn what makes a folder unusable into SettingsError, before anything is printed."""
    try:
        yield
    except BlockingIOError:
        raise SettingsError.of(
            "folder-in-use",
            f"another run of leaflet (process {_holder(folder)}) is printing into {folder}",
            hint="wait until it has ended, or print into another folder with --output",
        ) from None
    except OSError as error:
        text, hint = files.reason(error), "make room, or print into another folder with --output"
        raise SettingsError.of("bad-output", text, file=str(folder), hint=hint) from error


def _holder(folder: Path) -> str:
    with suppress(OSError, IndexError):
        return files.read_regular(folder / NAME, 10_000).decode("ascii", "replace").split()[-1]
    return "unknown"
