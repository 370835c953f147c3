"""Rows of JSON in little room, for a run that must remember ten thousand of them."""

import zlib


class Pack:
    """Rows packed by what each has in common with the first one, which is most of it."""

    def __init__(self) -> None:
        self._first = b""

    def pack(self, row: bytes) -> bytes:
        """A row in a quarter of its room."""
        self._first = self._first or row
        machine = zlib.compressobj(zlib.Z_BEST_SPEED, zdict=self._first)
        return machine.compress(row) + machine.flush()

    def unpack(self, packed: bytes) -> bytes:
        """A packed row as it was."""
        return zlib.decompressobj(zdict=self._first).decompress(packed)
