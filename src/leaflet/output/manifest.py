"""``manifest.json``: what was printed from what, for people and for other programs."""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Required, TypedDict

from leaflet import __version__, files
from leaflet.output.json_rows import as_rows
from leaflet.output.record import Record, convert

NAME = "manifest.json"

LARGEST = 128_000_000
"""Bytes of a manifest that are read at most; that of 100,000 documents is smaller."""


def read(folder: Path) -> bytes | None:
    """The manifest of a folder as it is, if there is one. Raises OSError."""
    with suppress(FileNotFoundError):
        return files.read_regular(folder / NAME, LARGEST)
    return None


class _Content(TypedDict, total=False):
    documents: Required[list[Record]]
    catalogue: str


def parse(data: bytes) -> tuple[dict[str, Record], str]:
    """The records of a manifest by target, and what its catalogue was made of.

    Raises ValueError if any of it is not what leaflet writes.
    """
    content = convert(data, _Content)
    records = {record["target"]: record for record in content["documents"]}
    os.fsencode("".join(records))  # raises UnicodeEncodeError if no file can be named so
    return records, content.get("catalogue", "")


def write(folder: Path, catalogue: str, records: Iterable[bytes]) -> str:
    """Write the manifest of a folder; the SHA-256 of what was written. Raises OSError."""
    digest = sha256()

    def pieces() -> Iterator[bytes]:
        for piece in as_rows({"leaflet": __version__, "catalogue": catalogue}, records):
            digest.update(piece)
            yield piece

    files.write(folder / NAME, pieces())
    return digest.hexdigest()
