"""All files below a folder, however deep."""

import os
import re
import stat
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from pathlib import Path

from leaflet.files import PARTIAL, remove


def walk(
    folder: Path,
    unlisted: Callable[[str], object] = str,
    *,
    hidden: bool = True,
    skip: Collection[str] = (),
) -> Iterator[os.DirEntry[str]]:
    """All but the folders below a folder, at any depth; links are not followed.

    ``unlisted`` is called with each folder that cannot be listed. ``hidden`` decides whether files
    and folders are among them whose names begin with a dot; folders named in ``skip`` are not
    entered. Raises OSError if ``folder`` itself
    cannot be listed.
    """
    waiting = [os.fspath(folder)]
    for here in waiting:  # grows: os.walk and rglob call themselves, and fail 1,000 folders deep
        try:
            with os.scandir(here) as entries:
                found = [each for each in entries if hidden or each.name[0] != "."]
        except OSError:
            if here == waiting[0]:
                raise
            unlisted(here)
            continue
        for entry in found:
            if entry.is_dir(follow_symlinks=False):
                waiting += [] if entry.name in skip else [entry.path]
            else:
                yield entry


def names(folder: Path) -> tuple[str, ...]:
    """The names of all that is in a folder; none if it cannot be listed."""
    with suppress(OSError):
        return tuple(os.listdir(folder))
    return ()


def sweep(folder: Path) -> None:
    """Remove what a killed process left half-written below a folder. Raises OSError."""
    for entry in walk(folder):
        if re.fullmatch(re.escape(PARTIAL) + "[0-9a-f]{16}", entry.name):
            # What is nested so deeply that it has no path, leaflet cannot have written.
            with suppress(OSError):
                remove(Path(entry.path), folder)


def is_gone(path: str) -> bool:
    """Whether there is certainly no file at a path: it may be in a folder that hides its files."""
    try:
        return not stat.S_ISREG(os.stat(path).st_mode)
    except OSError as error:
        return isinstance(error, (FileNotFoundError, NotADirectoryError))
