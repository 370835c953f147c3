"""Access to the file system: reading, writing files whole, removing, locking."""

import errno
import fcntl
import os
import re
import secrets
import shutil
import stat
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import IO

PARTIAL = ".leaflet-"
"""How the names of files begin that are still being written."""

PIPE = Path("-")
"""Standard input as a source, standard output as a target."""

LARGEST_SOURCE = 5_000_000
"""Bytes of a monograph that are read at most, whatever limits a user sets."""


def read(path: Path) -> bytes:
    """The bytes of a file. Raises OSError."""
    return path.read_bytes()


def read_text(path: Path) -> str:
    """The text of a UTF-8 file, whatever ends its lines. Raises OSError, UnicodeDecodeError."""
    return path.read_text("utf-8")


def read_source(path: Path) -> bytes:
    """The bytes of a monograph, or of standard input. Raises OSError.

    Stops one byte after LARGEST_SOURCE: a source may never end. Raises OSError, too, for a file
    whose bytes have to be waited for.
    """
    if path == PIPE:
        return sys.stdin.buffer.read(LARGEST_SOURCE + 1)
    with _open(path, os.O_RDONLY, "rb", buffering=-1) as file:
        # Python allocates as many bytes as are asked for, which takes longer than to read them.
        data = file.read(65_536)
        more = file.read(LARGEST_SOURCE - 65_535) if data and len(data) == 65_536 else b""
    if data is None or more is None:
        raise OSError(errno.EAGAIN, "cannot be read without waiting for it", str(path))
    return data + more


def read_regular(path: Path, largest: int) -> bytes:
    """The bytes of a file that somebody else may have put there.

    Raises OSError for anything but a regular file, even for a link to one, and for one of more than
    ``largest`` bytes.
    """
    with _open(path, os.O_RDONLY | os.O_NOFOLLOW, "rb") as file:
        data = file.read(largest + 1)
    if len(data) > largest:
        raise OSError(errno.EFBIG, f"is larger than {largest:,} bytes", str(path))
    return data


def _open(path: Path, flags: int, mode: str, buffering: int = 0) -> IO[bytes]:
    """A regular file, opened. Raises OSError for anything else."""
    # O_NONBLOCK: to open a FIFO, or to read some files of /proc, would wait for whoever writes.
    number = os.open(path, flags | os.O_NONBLOCK, 0o666)
    if not stat.S_ISREG(os.fstat(number).st_mode):
        os.close(number)
        raise OSError(errno.EINVAL, "is not a regular file", str(path))
    return os.fdopen(number, mode, buffering)


def is_regular(path: Path) -> bool:
    """Whether a regular file is at a path, and not a link to one."""
    return path.is_file() and not path.is_symlink()


def lock(path: Path) -> IO[bytes]:
    """Open a file to append to, or create it, and lock it until it is closed or the process ends.

    Raises BlockingIOError if another process has locked it; OSError.
    """
    while True:
        file = _open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW, "ab+")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            file.close()
            raise
        if is_at(file, path):
            return file
        file.close()  # its owner has just removed it


def is_at(file: IO[bytes], path: Path) -> bool:
    """Whether an open file is still the one at a path."""
    return path.exists() and os.path.samestat(os.fstat(file.fileno()), path.stat())


def write(path: Path, data: bytes | Iterable[bytes], inside: Path | None = None) -> None:
    """Write a file whole or not at all, making its folders, or write to standard output.

    The bytes, in one piece or several, go into a file beside ``path``, which then replaces it: no
    reader ever sees half a file, whatever interrupts the writing. Raises OSError, also where a link
    leads out of the folder ``inside``.
    """
    _check_inside(path, inside)
    pieces = [data] if isinstance(data, bytes) else data
    if path == PIPE:
        sys.stdout.buffer.writelines(pieces)
        sys.stdout.buffer.flush()
        return
    make_folder(path.parent)
    # Not named after the target, whose name may already be as long as names can be.
    partial = path.with_name(f"{PARTIAL}{secrets.token_hex(8)}")
    try:
        with partial.open("xb") as file:
            file.writelines(pieces)
        partial.replace(path)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


def rewrite(path: Path, before: bytes, after: bytes) -> None:
    """Put other bytes into a file, and keep its mode, owner, extended attributes and hard links.

    The file must still hold ``before``, because somebody may have saved it meanwhile, or already
    ``after``, which was written under another of its names. It is replaced as in ``write``, unless
    it has several names or this user may not make its equal; then its bytes are overwritten.
    Raises OSError.
    """
    with _open(path, os.O_RDWR | os.O_NOFOLLOW, "rb+") as file:
        found = file.read(max(len(before), len(after)) + 1)
        if found == after:
            return
        if found != before:
            raise OSError(errno.EBUSY, "has been changed meanwhile", str(path))
        if os.fstat(file.fileno()).st_nlink > 1 or not _replaced(path, after):
            # A full disk is noticed before anything is overwritten.
            os.posix_fallocate(file.fileno(), 0, len(after))
            file.seek(0)
            file.write(after)
            file.truncate()


def _replaced(path: Path, data: bytes) -> bool:
    """Replace a file by its equal with other bytes; False if that is not permitted."""
    partial = path.with_name(f"{PARTIAL}{secrets.token_hex(8)}")
    try:
        with partial.open("xb") as file:
            file.write(data)
        owner = path.stat()
        os.chown(partial, owner.st_uid, owner.st_gid)
        shutil.copystat(path, partial)
        os.utime(partial)
        partial.replace(path)
    except PermissionError:
        return False
    finally:
        partial.unlink(missing_ok=True)
    return True


def sweep(folder: Path) -> None:
    """Remove what a killed process left half-written below a folder. Raises OSError."""
    for here, _, names in os.walk(folder):
        for name in names:
            if re.fullmatch(re.escape(PARTIAL) + "[0-9a-f]{16}", name):
                os.unlink(os.path.join(here, name))


def stamp(path: Path) -> str:
    """Size and both times of change of a file, as one text; changes whenever the file does.

    Nobody can set the third number (the inode's time of change), so not even a file of the same
    size with its old date passes for the same. Raises OSError.
    """
    found = os.stat(path)
    return f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns}"


def names(folder: Path) -> frozenset[str]:
    """The names of the files in a folder; none if it cannot be listed."""
    with suppress(OSError), os.scandir(folder) as entries:
        return frozenset(entry.name for entry in entries if entry.is_file())
    return frozenset()


def make_folder(path: Path) -> None:
    """Make a folder, and those above it, unless it exists. Raises OSError."""
    path.mkdir(parents=True, exist_ok=True)


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


def _check_inside(path: Path, folder: Path | None) -> None:
    """Raises OSError if a link below a folder leads to where the file of a path would be."""
    if folder is None or path == PIPE:
        return
    parent, top = os.path.realpath(path.parent), os.path.realpath(folder)
    if parent != top and not parent.startswith(os.path.join(top, "")):
        raise OSError(errno.ELOOP, "a link leads out of the output folder", str(path.parent))


def create_private(path: Path, data: bytes) -> None:
    """Write a file that only the user may read, unless there is one. Raises OSError."""
    make_folder(path.parent)
    partial = path.with_name(f"{PARTIAL}{secrets.token_hex(8)}")
    with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(data)
    try:
        with suppress(FileExistsError):
            os.link(partial, path)
    finally:
        partial.unlink()


def remove(path: Path, inside: Path | None = None) -> bool:
    """Remove a file; whether there was one.

    Raises OSError, also where a link leads out of the folder ``inside``.
    """
    _check_inside(path, inside)
    with suppress(FileNotFoundError, NotADirectoryError):
        if path != PIPE:
            path.unlink()
            return True
    return False
