"""Write a PDF that was changed with pikepdf as the layout engine would have written it.

A forger who knows what leaflet's reader wants would do the same: only what the PDF holds can then
give it away, not how its bytes are arranged.
"""

import re
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any

import pikepdf

from leaflet.verification.pdf.pages import read_pages
from leaflet.verification.pdf.strict import HEADER


def changed(data: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    """A PDF after a change, in leaflet's own form."""
    with pikepdf.open(BytesIO(data)) as pdf:
        change(pdf)
        identifier = pdf.trailer.get("/ID")
        saved = BytesIO()
        pdf.save(
            saved,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            compress_streams=False,
            recompress_flate=False,
            fix_metadata_version=False,
        )
    with pikepdf.open(BytesIO(saved.getvalue())) as pdf:
        # qpdf makes another one.
        own = {} if identifier is None else {"/ID": _unparse(identifier)}
        about = {key: _unparse(value) for key, value in pdf.trailer.items() if key != "/ID"}
        return _write(pdf, about | own)


def redrawn(pdf: pikepdf.Pdf, change: Callable[[bytes], bytes], page: int = 0) -> None:
    """Change what a page draws; it must change."""
    before = pdf.pages[page].Contents.read_bytes()
    after = change(before)
    assert after != before
    pdf.pages[page].Contents = pdf.make_stream(after)


def above(drawn: bytes) -> Callable[[pikepdf.Pdf], None]:
    """Draw something on the first page, after all that is there."""
    return lambda pdf: redrawn(pdf, lambda content: content[:-1] + drawn + content[-1:])


def below(drawn: bytes) -> Callable[[pikepdf.Pdf], None]:
    """Draw something on the first page, before all that is there."""
    opening = b"0.75 0 0 0.75 0 0 cm\n"
    return lambda pdf: redrawn(pdf, lambda content: content.replace(opening, opening + drawn, 1))


_POSITION = re.compile(rb"(?<= -1 )\S+ \S+(?= Tm)")


def exchanged(first: int, second: int) -> Callable[[pikepdf.Pdf], None]:
    """Print two texts of the first page each in the position of the other."""

    def change(content: bytes) -> bytes:
        positions = _POSITION.findall(content)
        positions[first], positions[second] = positions[second], positions[first]
        rest = iter(positions)
        return _POSITION.sub(lambda _: next(rest), content)

    return lambda pdf: redrawn(pdf, change)


def artifact(drawn: str) -> bytes:
    """Something drawn as leaflet draws lines and areas."""
    return f"/Artifact\nBMC\nq\n{drawn}\nQ\nEMC\n".encode()


def position(data: bytes, text: str) -> tuple[float, float, float, float]:
    """Left, top, width and height of the run on the first page that holds a text.

    The unit is that in which pages are drawn, a CSS pixel from the upper left corner.
    """
    page = read_pages(data)[0]
    box = next(run.box for run in page.runs if text in run.text)
    left, top = box.left / 0.75, (page.box.top - box.top) / 0.75
    return left, top, box.width / 0.75, box.height / 0.75


def _write(pdf: pikepdf.Pdf, trailer: Mapping[str, bytes]) -> bytes:
    out, positions, packed = bytearray(HEADER), dict[int, int](), dict[int, bytes]()

    def stream(number: int, about: Mapping[str, bytes], content: bytes) -> None:
        positions[number] = len(out)
        entries = b"".join(key.encode() + b" " + value for key, value in about.items())
        out.extend(b"%d 0 obj\n<<%b>>\nstream\n" % (number, entries))
        out.extend(content + b"\nendstream\nendobj\n")

    for number, item in enumerate(pdf.objects, 1):
        if isinstance(item, pikepdf.Stream):
            content = item.read_raw_bytes()
            about = {key: _unparse(value) for key, value in item.stream_dict.items()}
            if "/Filter" not in about:
                content, about["/Filter"] = zlib.compress(content), b"/FlateDecode"
            stream(number, about | {"/Length": str(len(content)).encode()}, content)
        else:
            packed[number] = _inline(item)
    index, at = "", 0
    for number, value in packed.items():
        index, at = f"{index} {number} {at}", at + len(value) + 1
    head = index.strip().encode() + b"\n"
    body = zlib.compress(head + b"\n".join(packed.values()))
    holder, table = len(pdf.objects) + 1, len(pdf.objects) + 2
    numbers = {"/N": len(packed), "/First": len(head), "/Length": len(body)}
    about = {key: str(value).encode() for key, value in numbers.items()}
    stream(holder, {"/Type": b"/ObjStm", "/Filter": b"/FlateDecode"} | about, body)
    positions[table] = len(out)
    rows = {0: (0, 0, 65535)} | {number: (1, position, 0) for number, position in positions.items()}
    rows |= {number: (2, holder, row) for row, number in enumerate(packed)}
    wide = (max(position for _, position, _ in rows.values()).bit_length() + 7) // 8
    content = b"".join(
        bytes([kind]) + position.to_bytes(wide, "big") + other.to_bytes(2, "big")
        for _, (kind, position, other) in sorted(rows.items())
    )
    content = zlib.compress(content)
    about = {
        **trailer,
        "/Type": b"/XRef",
        "/Filter": b"/FlateDecode",
        "/Length": b"%d" % len(content),
    }
    about |= {"/Index": b"[0 %d]" % len(rows), "/Size": b"%d" % len(rows), "/W": b"[1 %d 2]" % wide}
    position = len(out)
    stream(table, about, content)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % position)


def _unparse(value: Any) -> bytes:
    """An object as the layout engine writes it; a reference if it is not written inline."""
    if isinstance(value, pikepdf.Object) and value.is_indirect:
        return value.unparse()
    return _inline(value)


def _inline(value: Any) -> bytes:
    if isinstance(value, pikepdf.Dictionary):
        entries = (key.encode() + b" " + _unparse(each) for key, each in value.items())
        return b"<<%b>>" % b"".join(entries)
    if isinstance(value, pikepdf.Array):
        return b"[%b]" % b" ".join(map(_unparse, value))
    if isinstance(value, pikepdf.String):
        text = str(value)
        if text.isascii():
            return b"(%b)" % re.sub(r"([\\()])", r"\\\1", text).encode()
        return b"<feff%b>" % text.encode("utf-16-be").hex().encode()
    if isinstance(value, pikepdf.Object):
        return value.unparse()
    return {"True": b"true", "False": b"false", "None": b"null"}.get(
        str(value), str(value).encode()
    )
