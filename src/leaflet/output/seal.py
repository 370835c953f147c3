"""The seal of a record: what only leaflet, run by this user, can have written.

An output folder may come from a stranger, who can change a PDF and its hash in the database. So a
PDF counts as unchanged only if its record has a seal: an HMAC (RFC 2104) under a key that is not in
the folder, but in the user's own state folder. Without that key, a folder is printed again.
"""

import hmac
import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

from leaflet import files

KEY_BYTES = 32

SEALED = ("target", "kind", "sha256", "source_sha256", "fingerprint")
"""The keys of a record that decide whether a PDF is up to date."""


def seal_of(record: Mapping[str, Any]) -> str:
    """The seal of a record, in hexadecimal digits."""
    content = repr([_plain(record.get(key)) for key in SEALED])
    return hmac.digest(_key(key_file()), content.encode("utf-8", "surrogatepass"), "sha256").hex()


def is_sealed(record: Mapping[str, Any]) -> bool:
    """Whether a record has the seal that this user's leaflet gave it."""
    return hmac.compare_digest(str(record.get("seal", "")).encode(), seal_of(record).encode())


def key_file() -> Path:
    """Where the key is: ``leaflet/seal.key`` in ``$XDG_STATE_HOME``, or in ``~/.local/state``."""
    home = os.environ.get("XDG_STATE_HOME") or os.path.expanduser("~/.local/state")
    return Path(home) / "leaflet" / "seal.key"


@lru_cache(maxsize=4)
def _key(file: Path) -> bytes:
    """The user's key, made when it is first needed; one that is never kept if there is no room."""
    for _ in range(2):
        with suppress(OSError):
            key = files.read_regular(file, KEY_BYTES)
            if len(key) == KEY_BYTES and files.owners(file) <= {os.geteuid()}:
                return key
        with suppress(OSError):
            files.create_private(file, secrets.token_bytes(KEY_BYTES))
    return secrets.token_bytes(KEY_BYTES)


def _plain(value: object) -> object:
    return sorted(value.items()) if isinstance(value, Mapping) else value
