"""Files that are damaged, doctored or hostile: each is refused at once, with a reason."""

import time
import zlib
from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest

from leaflet.verification.pdf import strict
from leaflet.verification.pdf.objects import ForeignForm, parse
from leaflet.verification.pdf.strict import HEADER, LARGEST_STREAM, inflated_size, read_strictly
from verification.fault_injection import codes_of_file, printed

SOUND = printed().data
SECONDS = 2.0
"""The longest that any of them may take; most take a few milliseconds."""


def _saved(**options: object) -> bytes:
    """The file as qpdf writes it."""
    out = BytesIO()
    with pikepdf.open(BytesIO(SOUND)) as pdf:
        pdf.save(out, **options)  # type: ignore[arg-type]
    return out.getvalue()


def _updated() -> bytes:
    """An incremental update that replaces the first page's content."""
    start = SOUND.rindex(b"startxref\n")
    previous = SOUND[start + 10 :].split()[0]
    at = len(SOUND)
    added = b"5 0 obj\n<</Length 0>>\nstream\n\nendstream\nendobj\n"
    table = b"xref\n5 1\n%010d 00000 n \n" % at
    trailer = b"trailer\n<</Size 400/Root 2 0 R/Prev %b>>\n" % previous
    end = b"startxref\n%d\n%%%%EOF\n" % (at + len(added))
    return SOUND + added + table + trailer + end


def _with_stream(about: bytes, content: bytes) -> bytes:
    """One more stream at the beginning of the file."""
    entries = b"<<%b/Length %d>>" % (about, len(content))
    added = b"999 0 obj\n%b\nstream\n%b\nendstream\nendobj\n" % (entries, content)
    return HEADER + added + SOUND[len(HEADER) :]


def _alone(body: bytes, index: bytes) -> bytes:
    """A file with nothing but an object stream and a cross-reference stream."""
    packed = zlib.compress(index + body)
    about = b"<</Type /ObjStm/Filter /FlateDecode/N 1/First %d/Length %d>>" % (
        len(index),
        len(packed),
    )
    file = HEADER + b"1 0 obj\n%b\nstream\n%b\nendstream\nendobj\n" % (about, packed)
    at = len(file)
    table = b"2 0 obj\n<</Type /XRef/Length 0>>\nstream\n\nendstream\nendobj\n"
    return file + table + b"startxref\n%d\n%%%%EOF\n" % at


BOMB = zlib.compress(zlib.compress(b"\0" * 1_000_000))

HOSTILE: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "no PDF": lambda: b"hello",
    "a header only": lambda: HEADER,
    "no stream": lambda: HEADER + b"startxref\n0\n%%EOF\n",
    "a single stream": lambda: (
        HEADER
        + b"1 0 obj\n<</Type /XRef/Index [0 2]/Size 2/W [1 1 2]/Length 0>>\nstream\n\nendstream\n"
        + b"endobj\nstartxref\n%d\n%%%%EOF\n" % len(HEADER)
    ),
    "bytes before": lambda: b"\n" + SOUND,
    "bytes after": lambda: SOUND + b"\n",
    "another end after": lambda: SOUND + b"startxref\n0\n%%EOF\n",
    "a comment": lambda: SOUND.replace(b"endobj\n", b"endobj\n% 50 mg\n", 1),
    "another version": lambda: SOUND.replace(b"%PDF-1.7", b"%PDF-2.0"),
    "an incremental update": _updated,
    "saved by qpdf": _saved,
    "linearised by qpdf": lambda: _saved(linearize=True),
    "saved by qpdf without object streams": lambda: _saved(
        object_stream_mode=pikepdf.ObjectStreamMode.disable
    ),
    "encrypted": lambda: _saved(encryption=pikepdf.Encryption(owner="x", user="x")),
    "encrypted without a password": lambda: _saved(
        encryption=pikepdf.Encryption(owner="x", user="")
    ),
    "a zip bomb": lambda: _with_stream(
        b"/Filter /FlateDecode", zlib.compress(b"\0" * (LARGEST_STREAM + 1))
    ),
    "a zip bomb in a zip bomb": lambda: _with_stream(b"/Filter [/FlateDecode /FlateDecode]", BOMB),
    "fifty streams that are large together": lambda: (
        HEADER
        + b"".join(
            b"%d 0 obj\n<</Filter /FlateDecode/Length %d>>\nstream\n%b\nendstream\nendobj\n"
            % (number, len(packed), packed)
            for packed in [zlib.compress(b"\0" * (LARGEST_STREAM // 2))]
            for number in range(1, 51)
        )
    ),
    "another filter": lambda: _with_stream(b"/Filter /LZWDecode", b"\x80\x0b"),
    "a filter that runs a program": lambda: _with_stream(b"/Filter /Crypt", b""),
    "a stream from outside": lambda: _with_stream(b"/F (/etc/passwd)", b""),
    "a stream that is cut off": lambda: _with_stream(b"/Filter /FlateDecode", b"x\x9c"),
    "a stream that is longer than it says": lambda: SOUND.replace(b"/Length ", b"/Length 1", 1),
    "an endless length": lambda: _with_stream(b"/Length 9999999999", b""),
    "a negative length": lambda: _with_stream(b"/Length -9", b""),
    "a length elsewhere": lambda: _with_stream(b"/Length 3 0 R", b""),
    "brackets 100,000 deep": lambda: _alone(b"[" * 100_000, b"3 0\n"),
    "dictionaries 100,000 deep": lambda: _alone(b"<</A " * 100_000, b"3 0\n"),
    "a million brackets in a string": lambda: _alone(b"(" + b"\\(" * 1_000_000, b"3 0\n"),
    "a name of a million letters": lambda: _alone(b"/" + b"A" * 1_000_000, b"3 0\n"),
    "a number of a million digits": lambda: _alone(b"9" * 1_000_000, b"3 0\n"),
    "objects over each other": lambda: _alone(
        b"[" * 1_000_000, b" ".join(b"%d 0" % number for number in range(3, 20_000)) + b"\n"
    ),
    "an index of no numbers": lambda: _alone(b"1", b"3 x\n"),
    "an index of one number": lambda: _alone(b"1", b"3\n"),
    "objects in two places": lambda: SOUND.replace(b"5 0 obj", b"13 0 obj", 1),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_at_once(name: str) -> None:
    data = HOSTILE[name]()
    begun = time.process_time()
    assert codes_of_file(data) == {"foreign-content"}
    assert time.process_time() - begun < SECONDS


def test_a_file_cut_off_anywhere_is_refused() -> None:
    for length in range(0, len(SOUND), 97):
        with pytest.raises(ForeignForm):
            read_strictly(SOUND[:length])


def test_the_size_of_a_picture_is_found_without_keeping_it() -> None:
    packed = zlib.compress(b"\0" * 3_000_000)
    assert inflated_size(packed, 3_000_000) == 3_000_000
    assert inflated_size(packed, 2_999_999) == -1
    assert inflated_size(packed[:-1], 3_000_000) == -1
    assert inflated_size(packed + b"x", 3_000_000) == -1
    assert inflated_size(b"no", 3_000_000) == -1


@pytest.mark.parametrize("positions", [{}, {1: 15}])
def test_a_cross_reference_table_of_fewer_than_two_streams_is_refused(
    positions: dict[int, int],
) -> None:
    size = len(positions) + 1
    trailer = parse(b"<</Type /XRef/Index [0 %d]/Size %d/W [1 2 2]>>" % (size, size))
    assert isinstance(trailer, dict)
    rows = bytes.fromhex("000000ffff" + "01000f0000" * len(positions))
    with pytest.raises(ForeignForm, match="no objects"):
        strict._check_table(trailer, rows, positions, [])


def test_a_cross_reference_table_is_compared_byte_by_byte() -> None:
    positions, inner = {1: 15, 2: 300, 5: 900}, [4, 3]
    trailer = parse(b"<</Type /XRef/Index [0 6]/Size 6/W [1 2 2]>>")
    assert isinstance(trailer, dict)
    rows = ("000000ffff", "01000f0000", "01012c0000", "0200020001", "0200020000", "0103840000")
    sound = bytes.fromhex("".join(rows))
    strict._check_table(trailer, sound, positions, inner)
    changed = [sound[:at] + bytes([sound[at] ^ 1]) + sound[at + 1 :] for at in range(len(sound))]
    for content in (b"", sound[:-1], sound + b"\0", *changed):
        with pytest.raises(ForeignForm):
            strict._check_table(trailer, content, positions, inner)


@pytest.mark.parametrize(
    "widths", [b"", b"[1 0 2]", b"[1 1 2]", b"[1 2 3]", b"[2 2 2]", b"[1 6 2]"]
)
def test_no_table_is_read_with_other_widths(widths: bytes) -> None:
    trailer = parse(b"<</Type /XRef/Index [0 4]/Size 4%b>>" % (widths and b"/W " + widths))
    assert isinstance(trailer, dict)
    with pytest.raises(ForeignForm):
        strict._check_table(trailer, b"", {1: 15, 3: 300}, [2])
