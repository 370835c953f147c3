import json
import os
import shutil
import time
from hashlib import sha256
from pathlib import Path

import pytest

from leaflet.output import manifest
from leaflet.output.json_rows import as_json
from leaflet.output.record import decode

DAMAGED = (
    *(b"", b"{", b"[]", b'{"documents": 3}', b'{"documents": [{}]}', b"\xff", b"null"),
    b"[" * 200_000,
    b'{"documents": [["target"]]}',
    b'{"documents": [{"target": "a.pdf"}, {"target": "../a.pdf"}]}',
    b'{"documents": [{"target": "\\ud800.pdf"}]}',
    b'{"documents": [\n{"target": "a.pdf"},\n',
    b'{"documents": [\n{"target": "a.pdf"}, {"target": "b.pdf"}\n]}\n',
    b'{"documents": [\n"a.pdf"\n]}\n',
)
"""Manifests that leaflet cannot have written."""


def test_what_is_written_can_be_read(tmp_path: Path) -> None:
    records = [{"target": name, "kind": "µ"} for name in ("a.pdf", os.fsdecode(b"\xff.pdf"))]
    known = manifest.write(tmp_path, "as it was", map(as_json, records))
    data = manifest.read(tmp_path)
    assert data is not None
    assert sha256(data).hexdigest() == known.partition(" ")[0]
    assert json.loads(data).keys() == {"leaflet", "catalogue", "documents"}
    catalogue, rows = manifest.parse(data)
    assert [(target, decode(row)) for target, row in rows] == [
        (record["target"], record) for record in records
    ]
    assert catalogue == "as it was"


def test_the_known_one_is_not_read_while_its_stamp_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = manifest.write(tmp_path, "", [])
    monkeypatch.setattr(manifest, "read", None)  # to call it would fail
    assert manifest.read_another(tmp_path, known) == (None, known)


def test_one_that_was_only_copied_is_the_known_one(tmp_path: Path) -> None:
    known = manifest.write(tmp_path, "", [])
    shutil.copy(tmp_path / manifest.NAME, tmp_path / "copy")
    os.replace(tmp_path / "copy", tmp_path / manifest.NAME)
    assert manifest.read_another(tmp_path, known) == (None, known)
    digest_only = known.partition(" ")[0]  # as older versions noted it
    assert manifest.read_another(tmp_path, digest_only) == (None, digest_only)


def test_another_of_the_same_size_and_date_is_another(tmp_path: Path) -> None:
    known = manifest.write(tmp_path, "a", [])
    file = tmp_path / manifest.NAME
    date = file.stat().st_mtime_ns
    time.sleep(0.02)  # the clock of a file system ticks up to every 10 ms
    file.write_bytes(another := file.read_bytes().replace(b'"a"', b'"b"'))
    os.utime(file, ns=(date, date))
    data, found = manifest.read_another(tmp_path, known)
    assert (data, found != known) == (another, True)
    assert manifest.read_another(tmp_path, found) == (None, found)
    file.unlink()
    assert manifest.read_another(tmp_path, found) == (None, "")


def test_a_folder_without_one_has_none(tmp_path: Path) -> None:
    assert manifest.read(tmp_path) is None
    assert manifest.read(tmp_path / "nowhere") is None


def test_one_of_an_older_leaflet_has_no_catalogue() -> None:
    data = b'{"leaflet": "0.0", "documents": [{"target": "a.pdf"}]}'
    catalogue, rows = manifest.parse(data)
    assert (catalogue, list(rows)) == ("", [("a.pdf", b'{"target": "a.pdf"}')])


@pytest.mark.parametrize("data", DAMAGED)
def test_a_damaged_one_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whatever it says
        list(manifest.parse(data)[1])


def test_only_a_regular_file_of_a_bearable_size_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / manifest.NAME
    os.mkfifo(file)
    with pytest.raises(OSError, match="not a regular file"):
        manifest.read(tmp_path)
    file.unlink()
    file.symlink_to("elsewhere.json")
    (tmp_path / "elsewhere.json").write_text('{"documents": []}')
    with pytest.raises(OSError, match="symbolic link"):
        manifest.read(tmp_path)
    file.unlink()
    monkeypatch.setattr(manifest, "LARGEST", 10)
    file.write_bytes(b"x" * 10)
    assert manifest.read(tmp_path) == b"x" * 10
    file.write_bytes(b"x" * 11)
    with pytest.raises(OSError, match="larger than 10 bytes"):
        manifest.read(tmp_path)
