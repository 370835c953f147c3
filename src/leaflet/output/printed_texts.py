"""The texts of the monographs that the documents of a folder were printed from, each kept once."""

import re
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import sha256

from leaflet.files import LARGEST_SOURCE
from leaflet.output.database import Change, Database

_SOURCE = re.compile(rb'"source_sha256":\s*"([0-9a-f]{64})"')


class PrintedTexts:
    """The texts in a database by their SHA-256, compressed, and those that wait to be written."""

    def __init__(self, database: Database) -> None:
        """Look up which texts there are. Raises OSError."""
        self._database = database
        self._pending: dict[str, bytes] = {}
        rows = database.read("SELECT CAST(digest AS TEXT) FROM texts")
        self._known = {digest for (digest,) in rows}

    def add(self, digest: str, packed: bytes) -> None:
        """Keep a text, if it is there and not known already."""
        if packed and digest not in self._known:
            self._known.add(digest)
            self._pending[digest] = packed

    def get(self, digest: str) -> bytes | None:
        """The text with a hash; None if it is not kept, or is another one. Raises OSError."""
        rows = self._database.read("SELECT CAST(text AS BLOB) FROM texts WHERE digest = ?", digest)
        with suppress(zlib.error):
            for (packed,) in rows:
                text = zlib.decompressobj().decompress(packed, LARGEST_SOURCE + 1)
                if sha256(text).hexdigest() == digest:
                    return text
        return None

    def pending(self) -> list[Change]:
        """What writes the waiting texts."""
        sql = "REPLACE INTO texts VALUES (?, ?)"
        return [(sql, each) for each in self._pending.items()]

    def written(self) -> None:
        """Note that the waiting texts were written."""
        self._pending.clear()

    def without_others(self, used: set[str]) -> list[Change]:
        """What deletes all texts but those that are used."""
        unused, self._known = self._known - used, self._known & used
        return [("DELETE FROM texts WHERE digest = ?", (each,)) for each in unused]


def noting_sources(records: Iterable[bytes], digests: set[str]) -> Iterator[bytes]:
    """The records as they are; the hashes of their monographs are added to a set."""
    for record in records:
        digests |= {found.decode() for found in _SOURCE.findall(record)}
        yield record
