"""The JSON that receipts and manifests are written in: a head, and a line for each document."""

import json
from collections.abc import Iterable, Iterator

from leaflet.escapes import escape


def as_json(content: object) -> bytes:
    """JSON in one line, characters as they are but for those that cannot be seen."""
    return escape(json.dumps(content, ensure_ascii=False)).encode()


def as_rows(head: dict[str, object], rows: Iterable[bytes]) -> Iterator[bytes]:
    """A JSON object in pieces: the keys of ``head``, then ``documents``, each row in a line."""
    yield as_json(head)[:-1] + b', "documents": [\n'
    for number, row in enumerate(rows):
        yield b",\n" + row if number else row
    yield b"\n]}\n"
