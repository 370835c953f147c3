"""``manifest.json``: what was printed from what, for people and for other programs."""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import partial
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any, Required, TypedDict

from leaflet import __version__, files
from leaflet.output.json_rows import as_json, as_rows
from leaflet.output.record import LARGEST_RECORD, MOST, convert, decode

NAME = "manifest.json"

LARGEST = 128_000_000
"""Bytes of a manifest that are read at most; that of 100,000 documents is smaller."""


def read(folder: Path) -> bytes | None:
    """The manifest of a folder as it is, if there is one. Raises OSError."""
    with suppress(FileNotFoundError):
        return files.read_regular(folder / NAME, LARGEST)
    return None


def read_another(folder: Path, known: str) -> tuple[bytes | None, str]:
    """The manifest of a folder, if it is not the ``known`` one, and what describes the one there.

    A description is its hash and its stamp: while the stamp is the same, it is not read. That of
    no manifest is empty. Raises OSError.
    """
    digest, _, last = known.partition(" ")
    stamp = _stamp(folder)
    if stamp and stamp == last:
        return None, known
    data = read(folder)
    found = sha256(data).hexdigest() if data is not None else ""
    return (None, known) if found == digest else (data, f"{found} {stamp}" if found else "")


def _stamp(folder: Path) -> str:
    """What the file system says of the manifest of a folder; empty if there is none."""
    with suppress(FileNotFoundError):
        return files.stamp(folder / NAME)
    return ""


Row = tuple[str, bytes]
"""The target of a document and its record, as JSON."""


class _Content(TypedDict, total=False):
    documents: Required[list[dict[str, Any]]]
    catalogue: str


def parse(data: bytes) -> tuple[str, Iterator[Row]]:
    """What the catalogue of a manifest was made of, and its rows one by one.

    As leaflet writes it, a row is a line, so that no more than one is in memory at a time. Raises
    ValueError, while the rows are read as well, if any of it is not what leaflet writes.
    """
    text = BytesIO(data)
    # A longer line comes in pieces, and is refused.
    lines = iter(partial(text.readline, LARGEST_RECORD), b"")
    head = next(lines, b"").removesuffix(b"\n")
    if head.endswith(b"["):
        return convert(head + b"]}", _Content).get("catalogue", ""), _checked(_lines(lines))
    if len(data) > LARGEST_RECORD:
        raise ValueError("its documents are not one to a line")
    content = convert(data, _Content)  # somebody has formatted it
    return content.get("catalogue", ""), _checked(map(as_json, content["documents"]))


def _lines(lines: Iterable[bytes]) -> Iterator[bytes]:
    for line in lines:
        if line == b"]}\n":
            return
        if not line.endswith(b"\n"):
            break
        if row := line.removesuffix(b"\n").removesuffix(b","):
            yield row
    raise ValueError("it is cut off, or has too long a line")


def _checked(rows: Iterable[bytes]) -> Iterator[Row]:
    for number, row in enumerate(rows):
        if number >= MOST:
            raise ValueError(f"it has more than {MOST:,} documents")
        target = decode(row)["target"]
        os.fsencode(target)  # raises UnicodeEncodeError if no file can be named so
        yield target, row


def write(folder: Path, catalogue: str, records: Iterable[bytes]) -> str:
    """Write the manifest of a folder; what describes it, for ``read_another``. Raises OSError."""
    digest = sha256()

    def pieces() -> Iterator[bytes]:
        for piece in as_rows({"leaflet": __version__, "catalogue": catalogue}, records):
            digest.update(piece)
            yield piece

    files.write(folder / NAME, pieces(), folder)
    return f"{digest.hexdigest()} {_stamp(folder)}"
