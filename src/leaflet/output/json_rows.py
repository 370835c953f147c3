"""The JSON that receipts and manifests are written in: a head, and a line for each document."""

import json
from collections.abc import Iterable, Iterator


def as_json(content: object) -> bytes:
    """JSON in one line, characters as they are."""
    # A file name that is not UTF-8 holds lone surrogates: JSON can express them, UTF-8 cannot.
    return json.dumps(content, ensure_ascii=False).encode("utf-8", "backslashreplace")


def as_rows(head: dict[str, object], rows: Iterable[bytes]) -> Iterator[bytes]:
    """A JSON object in pieces: the keys of ``head``, then ``documents``, each row in a line."""
    yield as_json(head)[:-1] + b', "documents": [\n'
    for number, row in enumerate(rows):
        yield b",\n" + row if number else row
    yield b"\n]}\n"
