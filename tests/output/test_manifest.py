import json
import os
import tracemalloc
from hashlib import sha256
from pathlib import Path

import pytest

from leaflet.output import manifest
from leaflet.output.json_rows import as_json

DAMAGED = (
    *(b"", b"{", b"[]", b'{"documents": 3}', b'{"documents": [{}]}', b"\xff", b"null"),
    b"[" * 200_000,
    b'{"documents": [["target"]]}',
    b'{"documents": [{"target": "a.pdf"}, {"target": "../a.pdf"}]}',
    b'{"documents": [{"target": "\\ud800.pdf"}]}',
)
"""Manifests that leaflet cannot have written."""


def test_what_is_written_can_be_read(tmp_path: Path) -> None:
    records = [{"target": name, "kind": "µ"} for name in ("a.pdf", os.fsdecode(b"\xff.pdf"))]
    digest = manifest.write(tmp_path, "as it was", map(as_json, records))
    data = manifest.read(tmp_path)
    assert data is not None
    assert sha256(data).hexdigest() == digest
    assert json.loads(data).keys() == {"leaflet", "catalogue", "documents"}
    found, catalogue = manifest.parse(data)
    assert list(found) == records
    assert catalogue == "as it was"


def test_a_folder_without_one_has_none(tmp_path: Path) -> None:
    assert manifest.read(tmp_path) is None
    assert manifest.read(tmp_path / "nowhere") is None


def test_one_of_an_older_leaflet_has_no_catalogue() -> None:
    data = b'{"leaflet": "0.0", "documents": [{"target": "a.pdf"}]}'
    found, catalogue = manifest.parse(data)
    assert (list(found), catalogue) == ([{"target": "a.pdf"}], "")


@pytest.mark.parametrize("data", DAMAGED)
def test_a_damaged_one_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whatever it says
        list(manifest.parse(data)[0])


def test_a_large_one_is_read_row_by_row_or_not_at_all() -> None:
    row = b'{"target": "a.pdf", "frames": [' + b'"",' * 100_000 + b'""]}'
    rows = b",\n".join([row] * 20)
    records, _ = manifest.parse(b'{"documents": [\n' + rows + b"\n]}\n")
    tracemalloc.start()
    assert sum(1 for _ in records) == 20
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 3 * len(rows)
    with pytest.raises(ValueError, match="not in the form"):
        manifest.parse(b'{"documents": [' + rows + b"]}")


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
