import json
from hashlib import sha256

from leaflet.output.row_codec import Pack


def row(number: int) -> bytes:
    seals = [sha256(f"{number} {n}".encode()).hexdigest() for n in range(2)]
    fixed = {"kind": "patient", "checks": ["words", "numbers", "place"] * 20}
    return json.dumps({"source": f"content/{number}.md", "seals": seals, **fixed}).encode()


def test_rows_come_back_as_they_were() -> None:
    pack = Pack()
    rows = [row(1), row(2), b"{}", row(3)]
    packed = [pack.pack(each) for each in rows]
    assert [pack.unpack(each) for each in packed] == rows


def test_what_rows_have_in_common_takes_no_room() -> None:
    pack = Pack()
    pack.pack(row(1))
    assert len(pack.pack(row(2))) < len(row(2)) / 4
