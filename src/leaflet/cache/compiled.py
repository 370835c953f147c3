"""What was compiled or parsed, such as templates, kept for the processes of later runs.

It is a fifth of what a first document takes. A template becomes code, so a file counts only with
the keyed hash of this user, whose key is in another folder than the cache: whoever can make one can
change the user's own programs as well. What is compiled for another version of Python or of a
library is in a file of another name.
"""

import hmac
import marshal
import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from types import CodeType
from typing import Any

from leaflet import cache, files
from leaflet.files.signature import hmac_of

LARGEST = 20_000_000
"""Bytes of a file that are read at most."""

_HASH = 64
"""Bytes of the keyed hash with which a file begins."""


_ALL: list["CompiledCache"] = []


def save() -> None:
    """Write what is new in the caches of this process."""
    for each in _ALL:
        each.save()


class CompiledCache:
    """What was compiled, by what it was compiled from; both are of types that marshal knows.

    ``version`` is that of whatever compiles. What is new is written when ``least`` are, if there
    are not more than ``most``: then only what this process has used is written.
    """

    def __init__(self, name: str, version: str, least: int = 1, most: int = 4000) -> None:
        self._name = f"{name}-{sha256(f'{sys.version} {version}'.encode()).hexdigest()[:16]}"
        self._least, self._most = least, most
        self._known: dict[Any, Any] | None = None
        self._used: dict[Any, Any] = {}
        self._new = 0
        _ALL.append(self)

    def get(self, source: object) -> Any:
        """What was compiled from a source; None if nothing was."""
        if self._known is None:
            self._known = self._load()
        compiled = self._known.get(source)
        if compiled is not None:
            self._used[source] = compiled
        return compiled

    def put(self, source: object, compiled: object) -> None:
        """Keep what was compiled from a source, which ``get`` does not know."""
        if self._known is None:
            self._known = self._load()
        self._known[source] = self._used[source] = compiled
        self._new += 1

    def code(self, text: str, mode: str) -> CodeType:
        """The code of a text in Python that is always compiled in one mode."""
        kept = self.get(text)
        if kept is not None:
            code: CodeType = marshal.loads(kept)  # noqa: S302 - this user's leaflet has written it
        else:
            code = compile(text, "<string>", mode)
            self.put(text, marshal.dumps(code))
        return code

    def save(self) -> None:
        """Write what is known, if enough of it is new and there is a place for it."""
        if self._new < self._least or self._known is None:
            return
        self._new = 0
        kept = self._load() | self._known  # another worker may just have written
        data = marshal.dumps(kept if len(kept) <= self._most else self._used)
        with suppress(OSError, RuntimeError):
            files.write(self._file(), hmac_of(data).encode() + data, mode=0o600)

    def _load(self) -> dict[Any, Any]:
        with suppress(OSError, RuntimeError, ValueError, EOFError, TypeError):
            data = files.read_regular(self._file(), LARGEST)
            if hmac.compare_digest(data[:_HASH], hmac_of(memoryview(data)[_HASH:]).encode()):
                # Only what this user's leaflet has written comes so far.
                return dict(marshal.loads(memoryview(data)[_HASH:]))  # noqa: S302
        return {}

    def _file(self) -> Path:
        return cache.folder("compiled") / self._name
