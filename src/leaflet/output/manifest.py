"""``manifest.json``: what was printed from what, for people and for other programs."""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Required, TypedDict

from leaflet import __version__, files
from leaflet.output.json_rows import as_rows
from leaflet.output.record import Record, convert, decode

NAME = "manifest.json"

LARGEST = 128_000_000
"""Bytes of a manifest that are read at most; that of 100,000 documents is smaller."""

LARGEST_IN_ONE_PIECE = 1_000_000
"""Bytes of a manifest that somebody has formatted otherwise than a document in each line."""


def read(folder: Path) -> bytes | None:
    """The manifest of a folder as it is, if there is one. Raises OSError."""
    with suppress(FileNotFoundError):
        return files.read_regular(folder / NAME, LARGEST)
    return None


class _Head(TypedDict, total=False):
    documents: Required[list[Record]]
    catalogue: str


def parse(data: bytes) -> tuple[Iterator[Record], str]:
    """The records of a manifest, and what its catalogue was made of.

    The records are read one by one, so that a manifest of a stranger, full of small values, never
    takes much more memory than its bytes. Both raise ValueError for what leaflet does not write.
    """
    first, end, rows = data.partition(b"[\n")
    if not end and len(data) > LARGEST_IN_ONE_PIECE:
        raise ValueError("it is not in the form that leaflet writes")
    head = convert(first + b"[]}" if end else data, _Head)
    return _records(rows, head["documents"]), head.get("catalogue", "")


def _records(rows: bytes, others: Iterable[Record]) -> Iterator[Record]:
    lines = (line.rstrip(b",") for line in rows.splitlines() if line not in (b"]}", b""))
    for record in chain(others, map(decode, lines)):
        os.fsencode(record["target"])  # raises UnicodeEncodeError if no file can be named so
        yield record


def write(folder: Path, catalogue: str, records: Iterable[bytes]) -> str:
    """Write the manifest of a folder; the SHA-256 of what was written. Raises OSError."""
    digest = sha256()

    def pieces() -> Iterator[bytes]:
        for piece in as_rows({"leaflet": __version__, "catalogue": catalogue}, records):
            digest.update(piece)
            yield piece

    files.write(folder / NAME, pieces())
    return digest.hexdigest()
