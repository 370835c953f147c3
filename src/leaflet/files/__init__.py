"""Access to the file system: reading, writing files whole, removing, locking."""

import errno
import fcntl
import os
import secrets
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import takewhile
from pathlib import Path
from typing import IO

PARTIAL = ".leaflet-"
"""How the names of files begin that are still being written."""

PIPE = Path("-")
"""Standard input as a source, standard output as a target."""

LARGEST_SOURCE = 5_000_000
"""Bytes of a monograph that are read at most, whatever limits a user sets."""


_PIECE = 65_536
"""Bytes that are read at a time."""


def read(path: Path) -> bytes:
    """The bytes of a file. Raises OSError."""
    return path.read_bytes()


def read_text(path: Path) -> str:
    """The text of a UTF-8 file, whatever ends its lines. Raises OSError, UnicodeDecodeError."""
    return path.read_text("utf-8")


def read_source(path: Path) -> bytes:
    """The bytes of a monograph, or of standard input. Raises OSError.

    Stops one byte after LARGEST_SOURCE: a source may never end. So may a wait, which is an OSError.
    """
    if str(path) == str(PIPE):  # in a third of the time that paths take; there are thousands
        return sys.stdin.buffer.read(LARGEST_SOURCE + 1)
    return read_beginning(path, LARGEST_SOURCE + 1)


def read_beginning(path: Path, size: int) -> bytes:
    """The first bytes of a monograph. Raises OSError."""
    # Without a file object, and so in two thirds of the time; there are thousands of monographs.
    number = open_regular(path, os.O_RDONLY)
    try:
        data = more = os.read(number, min(size, _PIECE))
        while more and len(data) < size:
            more = os.read(number, min(size - len(data), _PIECE))
            data += more
    except BlockingIOError as error:
        raise OSError(error.errno, "cannot be read without waiting for it", str(path)) from error
    finally:
        os.close(number)
    return data


def read_regular(path: Path, largest: int) -> bytes:
    """The bytes of a file that somebody else may have put there.

    Raises OSError for anything but a regular file, even for a link to one, and for one of more than
    ``largest`` bytes.
    """
    data = read_start(path, largest + 1)
    if len(data) > largest:
        raise OSError(errno.EFBIG, f"is larger than {largest:,} bytes", str(path))
    return data


def read_start(path: Path, size: int) -> bytes:
    """The first bytes of a regular file. Raises OSError, as ``read_regular`` does."""
    with os.fdopen(open_regular(path, os.O_RDONLY | os.O_NOFOLLOW), "rb", 0) as file:
        return file.read(min(size, os.fstat(file.fileno()).st_size + 1))


def open_regular(path: Path, flags: int) -> int:
    """The descriptor of a regular file. Raises OSError for anything else."""
    # O_NONBLOCK: to open a FIFO, or to read some files of /proc, would wait for whoever writes.
    number = os.open(path, flags | os.O_NONBLOCK, 0o666)
    if not stat.S_ISREG(os.fstat(number).st_mode):
        os.close(number)
        raise OSError(errno.EINVAL, "is not a regular file", str(path))
    return number


def read_private(path: Path, largest: int) -> bytes:
    """The bytes of a file that nobody but this user can have written or read. Raises OSError."""
    found = os.lstat(path)
    if found.st_uid != os.geteuid() or found.st_mode & 0o077:
        raise OSError(errno.EPERM, "is not private to this user", str(path))
    return read_regular(path, largest)


def is_regular(path: Path) -> bool:
    """Whether a regular file is at a path, and not a link to one."""
    return path.is_file() and not path.is_symlink()


def is_shared(path: Path) -> bool:
    """Whether a file has another name too (a hard link), perhaps in another place."""
    with suppress(OSError):
        return os.lstat(path).st_nlink > 1
    return False


def lock(path: Path) -> IO[bytes]:
    """Open a file to append to, or create it, and lock it until it is closed or the process ends.

    Raises BlockingIOError if another process has locked it; OSError.
    """
    while True:
        flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW
        file = os.fdopen(open_regular(path, flags), "ab+", 0)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            file.close()
            raise
        if is_at(file, path):
            if not is_shared(path):
                return file
            remove(path)  # nothing is written to a file that has another name
        file.close()  # its owner has just removed it


def is_at(file: IO[bytes], path: Path) -> bool:
    """Whether an open file is still the one at a path."""
    return path.exists() and os.path.samestat(os.fstat(file.fileno()), path.stat())


@contextmanager
def _opened(folder: Path, within: Path | None, *, make: bool = False) -> Iterator[int]:
    """The descriptor of a folder. Raises OSError.

    Below ``within`` it is reached name by name, and no link is followed: nothing that is put there,
    not even while this runs, leads to another place.
    """
    names = folder.relative_to(within).parts if within else ()
    if os.pardir in names:
        raise OSError(errno.EINVAL, "leads upwards", str(folder))
    number = os.open(within or folder, os.O_DIRECTORY)
    here = within or folder
    try:
        for name in names:
            if make:
                with suppress(FileExistsError):
                    os.mkdir(name, dir_fd=number)
            above = number
            number = os.open(name, os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=above)
            os.close(above)
            here /= name
        yield number
    except OSError as error:
        if isinstance(error.filename, str) and os.sep not in error.filename:
            error.filename = str(here / error.filename)
        raise
    finally:
        os.close(number)


def write(
    path: Path, data: bytes | Iterable[bytes], within: Path | None = None, mode: int = 0o666
) -> None:
    """Write a file whole or not at all, making its folders, or write to standard output.

    The bytes, in one piece or several, go into a file beside ``path``, which then replaces it: no
    reader ever sees half a file, whatever interrupts the writing. Raises OSError, also where a link
    below the folder ``within`` would lead elsewhere.
    """
    pieces = [data] if isinstance(data, bytes) else data
    if path == PIPE:
        sys.stdout.buffer.writelines(pieces)
        sys.stdout.buffer.flush()
        return
    make_folder(within or path.parent)
    # Not named after the target, whose name may already be as long as names can be.
    partial = f"{PARTIAL}{secrets.token_hex(8)}"
    with _opened(path.parent, within, make=True) as folder:
        try:
            number = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode, dir_fd=folder)
            with os.fdopen(number, "wb") as file:
                file.writelines(pieces)
            os.replace(partial, path.name, src_dir_fd=folder, dst_dir_fd=folder)
        except BaseException:
            with suppress(FileNotFoundError):
                os.unlink(partial, dir_fd=folder)
            raise


def stamp(path: Path) -> str:
    """Size and both times of change of a file, as one text; changes whenever the file does.

    Nobody can set the third number (the inode's time of change), so not even a file of the same
    size with its old date passes for the same. Raises OSError.
    """
    found = os.lstat(path)
    return f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns}"


def names(folder: Path, within: Path) -> frozenset[str]:
    """The names of the regular files in a folder; none if no path without links leads there."""
    with suppress(OSError), _opened(folder, within) as number, os.scandir(number) as entries:
        return frozenset(entry.name for entry in entries if entry.is_file(follow_symlinks=False))
    return frozenset()


def make_folder(path: Path) -> None:
    """Make a folder, and those above it, unless it exists. Raises OSError."""
    # mkdir(parents=True) calls itself for each folder, and fails for 1,000.
    missing = [*takewhile(lambda each: not each.exists(), (path, *path.parents))]
    for each in reversed(missing):
        each.mkdir(exist_ok=True)


def reason(error: OSError) -> str:
    """What the system says of an error, and of which file, without its number."""
    text = error.strerror or str(error)
    return f"{text}: {os.fsdecode(error.filename)}" if error.filename else text


def owners(path: Path) -> set[int]:
    """The user ids of a file and, if it is a link, of what it leads to; none if it is missing."""
    found = set()
    for follow in (False, True):
        with suppress(OSError):
            found.add(os.stat(path, follow_symlinks=follow).st_uid)
    return found


def remove(path: Path, within: Path | None = None) -> bool:
    """Remove a file, or a link; whether there was one. Raises OSError.

    Below the folder ``within``, nothing behind a link is there.
    """
    try:
        if path != PIPE:
            with _opened(path.parent, within) as folder:
                os.unlink(path.name, dir_fd=folder)
            return True
    except OSError as error:
        if error.errno not in (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG):
            raise
    return False
