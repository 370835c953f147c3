"""Other bytes for a file that stays the same file to all who look at it."""

import errno
import os
import secrets
import shutil
from pathlib import Path

from leaflet.files import PARTIAL, open_regular


def rewrite(path: Path, before: bytes, after: bytes) -> None:
    """Put other bytes into a file, and keep its mode, owner, extended attributes and hard links.

    The file must still hold ``before``, because somebody may have saved it meanwhile, or already
    ``after``, which was written under another of its names. It is replaced as in ``write``, unless
    it has several names or this user may not make its equal; then its bytes are overwritten.
    Raises OSError.
    """
    with os.fdopen(open_regular(path, os.O_RDWR | os.O_NOFOLLOW), "rb+", 0) as file:
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
