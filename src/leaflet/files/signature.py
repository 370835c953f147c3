"""What shows that leaflet wrote a record for this user: a keyed hash, which takes the user's key.

An output folder may come from anywhere, with a store that says whatever its sender likes. The hash
is an HMAC (RFC 2104) with SHA-256. Its key is kept in the user's state folder
(https://specifications.freedesktop.org/basedir-spec), and in no output folder.
"""

import hmac
import os
import secrets
from contextlib import suppress
from functools import cache
from pathlib import Path

from leaflet import files

SIZE = 32
"""Bytes of a key."""

_HEAD = b'{"hmac": "%s", '
_LENGTH = len(_HEAD % bytes(2 * SIZE))


def sign(record: bytes) -> bytes:
    """A JSON object with its keyed hash as the first key."""
    return _HEAD % hmac_of(record[1:]).encode() + record[1:]


def is_signed(record: bytes) -> bool:
    """Whether a JSON object is as it was signed, with the key of this user."""
    head = _HEAD % hmac_of(memoryview(record)[_LENGTH:]).encode()
    return hmac.compare_digest(record[:_LENGTH], head)


def hmac_of(data: bytes | memoryview) -> str:
    """The keyed hash of some bytes, in hexadecimal digits."""
    keyed = _key().copy()  # in two thirds of the time that the key takes each time
    keyed.update(data)
    return keyed.hexdigest()


def key_file() -> Path | None:
    """Where the key of this user is kept; None if there is no home to keep it in."""
    # A relative path counts as none, as the specification says: it might lead into the project.
    homes = os.environ.get("XDG_STATE_HOME", ""), os.path.expanduser("~/.local/state")
    return next((Path(home, "leaflet", "key") for home in homes if os.path.isabs(home)), None)


@cache
def _key() -> hmac.HMAC:
    """The keyed hash of nothing."""
    return hmac.new(_read_key(), digestmod="sha256")


def _read_key() -> bytes:
    """The key, made if there is none. One that cannot be kept serves this process only."""
    file = key_file()
    with suppress(OSError):
        if file and not files.owners(file):
            files.write(file, secrets.token_bytes(SIZE), mode=0o600)
        if file and len(key := files.read_private(file, SIZE)) == SIZE:
            return key
    return secrets.token_bytes(SIZE)
