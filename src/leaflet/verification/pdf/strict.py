"""A PDF read as the layout engine writes it, byte for byte; any other form is refused.

qpdf, pdfium and a patient's viewer each read a damaged or doctored file in their own way. So that
they cannot disagree, only one form passes: a header, streams one after the other, an object
stream with all other objects, a cross-reference stream that lists exactly these, an end. Nothing is
between them, after them, or twice. (The form is that of pydyf 0.13; ISO 32000-1, 7.5.)
"""

import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from leaflet.verification.pdf.objects import ForeignForm, Ref, Value, parse

HEADER = b"%PDF-1.7\n%\xf0\x9f\x96\xa4\n"

LARGEST_STREAM = 50_000_000
"""Bytes of a stream once it is decompressed. Pictures are not decompressed here."""

LARGEST_TOTAL = 200_000_000
"""Bytes of all decompressed streams of a file."""

_PART = 1_000_000
"""Bytes of a picture that are decompressed at once."""

_OPENING = re.compile(rb"(\d{1,7}) 0 obj\n(<<[^\n]*>>)\nstream\n")
_CLOSING = b"\nendstream\nendobj\n"
_END = re.compile(rb"startxref\n(\d{1,10})\n%%EOF\n")


@dataclass(frozen=True, slots=True)
class StrictPdf:
    """The objects of a PDF by their numbers, and its streams, decompressed unless pictures.

    The dictionary of a stream is among the ``objects``. ``trailer`` is that of the
    cross-reference stream.
    """

    objects: Mapping[int, Value]
    streams: Mapping[int, bytes]
    trailer: dict[str, Value]

    def follow(self, value: Value) -> Value:
        """The object that a reference leads to; any other value itself. None if there is none."""
        return self.objects.get(value.number) if isinstance(value, Ref) else value


def read_strictly(data: bytes) -> StrictPdf:
    """Read a PDF in leaflet's own form. Raises ForeignForm with the reason if it has another."""
    objects, streams, positions = _read_streams(data)
    numbers = list(streams)
    if len(numbers) < 2:
        raise ForeignForm("it has no objects")
    packed, table = numbers[-2:]
    trailer = _dictionary(objects[table])
    inner = _unpack(_dictionary(objects[packed]), streams[packed])
    if objects.keys() & inner.keys():
        raise ForeignForm("it has an object twice")
    _check_table(trailer, streams[table], positions, list(inner))
    del objects[packed], objects[table], streams[packed], streams[table]
    return StrictPdf({**objects, **inner}, streams, trailer)


def _read_streams(data: bytes) -> tuple[dict[int, Value], dict[int, bytes], dict[int, int]]:
    """The dictionary, the content and the position of each stream, to the end of the file."""
    if not data.startswith(HEADER):
        raise ForeignForm("it does not begin as a PDF of leaflet's does")
    objects: dict[int, Value] = {}
    streams: dict[int, bytes] = {}
    positions: dict[int, int] = {}
    at, left = len(HEADER), LARGEST_TOTAL
    while opening := _OPENING.match(data, at):
        number, content = int(opening[1]), _dictionary(parse(opening[2]))
        length = content.get("Length")
        end = opening.end() + (length if type(length) is int and length >= 0 else len(data))
        if number in objects or data[end : end + len(_CLOSING)] != _CLOSING:
            raise ForeignForm(f"object {number} is there twice, or not as long as it says")
        streams[number] = _decode(
            content, data[opening.end() : end], max(0, min(left, LARGEST_STREAM))
        )
        left -= len(streams[number])
        objects[number], positions[number] = content, at
        at = end + len(_CLOSING)
    end_of_file = _END.fullmatch(data, at)
    if (
        not end_of_file
        or not positions
        or int(end_of_file[1]) != positions[next(reversed(positions))]
    ):
        raise ForeignForm(f"after {at} bytes is something that leaflet never writes")
    return objects, streams, positions


def _decode(content: Mapping[str, Value], data: bytes, most: int) -> bytes:
    """The decompressed content of a stream; that of a picture is left as it is."""
    if "Filter" not in content or content.get("Subtype") == "Image":
        return data
    if content["Filter"] != "FlateDecode":
        raise ForeignForm(f"a stream is packed by {content['Filter']}")
    return inflate(data, most)


def inflate(data: bytes, most: int) -> bytes:
    """Decompress a whole stream of at most ``most`` bytes. Raises ForeignForm."""
    packed = zlib.decompressobj()
    try:
        found = packed.decompress(data, most + 1)
    except zlib.error as error:
        raise ForeignForm("a stream is damaged") from error
    if len(found) > most or not packed.eof or packed.unused_data:
        raise ForeignForm("a stream is too large, cut off, or followed by something else")
    return found


def inflated_size(data: bytes, most: int) -> int:
    """The size of a stream once it is decompressed; -1 if it is damaged or has over ``most`` bytes.

    Takes no memory for it.
    """
    packed, size = zlib.decompressobj(), 0
    try:
        while not packed.eof and size <= most:
            part = packed.decompress(data, _PART)
            data, size = packed.unconsumed_tail, size + len(part)
            if not part:
                break
    except zlib.error:
        return -1
    return size if packed.eof and not packed.unused_data and size <= most else -1


def _dictionary(value: Value) -> dict[str, Value]:
    if not isinstance(value, dict):
        raise ForeignForm("a stream has no dictionary")
    return value


def _unpack(about: Mapping[str, Value], content: bytes) -> dict[int, Value]:
    """The objects of the object stream by their numbers."""
    first = about.get("First")
    if about.get("Type") != "ObjStm" or type(first) is not int:
        raise ForeignForm("it has no object stream")
    try:
        index = [int(number) for number in content[:first].split()]
    except ValueError as error:
        raise ForeignForm("its object stream has no index") from error
    starts = index[1::2]
    if len(index) % 2 or any(one >= other for one, other in pairwise(starts)):
        raise ForeignForm("the objects of its object stream are not one after the other")
    parts = [content[start:end] for start, end in _spans(starts, first, len(content))]
    head = " ".join(map(str, index)).encode() + b"\n"
    if about.get("N") != len(parts) or content != head + b"\n".join(parts):
        raise ForeignForm("its object stream holds something else as well")
    found = {number: parse(part) for number, part in zip(index[::2], parts, strict=True)}
    if len(found) != len(parts):
        raise ForeignForm("it has an object twice")
    return found


def _spans(starts: list[int], first: int, length: int) -> Iterator[tuple[int, int]]:
    ends = [first + start - 1 for start in starts[1:]] + [length]
    return ((first + start, end) for start, end in zip(starts, ends, strict=True))


def _check_table(
    trailer: Mapping[str, Value], content: bytes, positions: Mapping[int, int], inner: list[int]
) -> None:
    """The cross-reference table says of each object where it is, and nothing else."""
    if len(positions) < 2:
        raise ForeignForm("it has no objects")
    *_, packed, table = positions
    size = len(positions) + len(inner) + 1
    numbers = {0, *positions, *inner}
    whole = trailer.get("Type") == "XRef" and trailer.get("Index") == [0, size]
    if not whole or trailer.get("Size") != size or numbers != {*range(size)}:
        raise ForeignForm("its objects are not numbered from 1 to the last")
    wide = next((wide for wide in range(1, 6) if trailer.get("W") == [1, wide, 2]), 0)
    fits = max(packed, *positions.values()) < 256**wide
    if not fits or content != _table(positions, inner, packed, wide) or table != size - 1:
        raise ForeignForm("its cross-reference table lists other objects than there are")


def _table(positions: Mapping[int, int], inner: list[int], packed: int, wide: int) -> bytes:
    """The cross-reference table of objects at these positions, and of those in an object stream.

    ``packed`` is the number of that stream; a position has ``wide`` bytes.
    """
    within = b"\x02" + packed.to_bytes(wide, "big")
    rows = {0: bytes(1 + wide) + b"\xff\xff"}
    for number, position in positions.items():
        rows[number] = b"\x01" + position.to_bytes(wide, "big") + b"\0\0"
    for at, number in enumerate(inner):
        rows[number] = within + at.to_bytes(2, "big")
    return b"".join(rows[number] for number in range(len(rows)))
