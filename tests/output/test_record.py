import os
from dataclasses import replace
from pathlib import Path

import pytest

from leaflet.job import Job, Medicine, Outcome, Status
from leaflet.output.json_rows import as_json
from leaflet.output.record import decode, make_record

TARGETS = ("../a.pdf", "/a.pdf", "a/../../a.pdf", "notes.txt", "", 3, None)
NOT_OURS: tuple[object, ...] = (
    *({"target": target} for target in TARGETS),
    {"target": "a.pdf", "origin": ["a.md"]},
    {"target": "a.pdf", "frames": [1, 2]},
    {"target": "a.pdf", "styles": 3},
    {"target": "a.pdf", "fingerprint": "none"},
    {"target": "a\0.pdf"},
    {},
    ["target"],
    None,
)


def outcome(folder: Path, name: str = "one", status: Status = Status.PRINTED) -> Outcome:
    """The outcome of a monograph ``content/NAME.md`` beside the folder."""
    source = folder.parent / "content" / f"{name}.md"
    target = folder / "patient" / f"{name}.pdf"
    return Outcome(Job(source, f"{name}.md", "patient", (), "a4", target), status, 2)


def test_a_record_has_what_the_receipt_has(tmp_path: Path) -> None:
    one = outcome(tmp_path)
    record = make_record(one, tmp_path)
    assert record == {**record, **one.as_dict()}


def test_its_paths_stay_true_when_a_project_moves(tmp_path: Path) -> None:
    record = make_record(outcome(tmp_path / "dist"), tmp_path / "dist")
    assert (record["target"], record["origin"]) == ("patient/one.pdf", "../content/one.md")


def test_a_link_to_a_source_is_followed_first(tmp_path: Path) -> None:
    one = outcome(tmp_path / "dist")
    one.job.source.parent.mkdir()
    (tmp_path / "elsewhere.md").touch()
    one.job.source.symlink_to(tmp_path / "elsewhere.md")
    assert make_record(one, tmp_path / "dist")["origin"] == "../elsewhere.md"


def test_what_came_through_standard_input_has_no_origin(tmp_path: Path) -> None:
    one = outcome(tmp_path)
    assert make_record(replace(one, job=replace(one.job, data=b"")), tmp_path)["origin"] is None


def test_it_keeps_the_type_area_of_each_page(tmp_path: Path) -> None:
    frames = ((10.0, 20.0, 300.004, 400.5), (1.0, 2.0, 3.0, 4.0))
    record = make_record(replace(outcome(tmp_path), frames=frames), tmp_path)
    assert record["frames"] == ["10.00 20.00 300.00 400.50", "1.00 2.00 3.00 4.00"]


def test_it_keeps_what_a_catalogue_needs_of_the_medicine(tmp_path: Path) -> None:
    medicine = Medicine("Testamide", brands=("Probil",), reviewed="2026-01-02")
    assert make_record(replace(outcome(tmp_path), medicine=medicine), tmp_path)["medicine"] == {
        **{"name": "Testamide", "brands": ("Probil",), "lang": "en"},
        "reviewed": "2026-01-02",
    }
    assert make_record(outcome(tmp_path), tmp_path)["medicine"] == {}


@pytest.mark.parametrize("name", ["one", os.fsdecode(b"\xff"), "..a", "a\nb", "a..", "µ"])
def test_what_leaflet_writes_can_be_read(tmp_path: Path, name: str) -> None:
    record = make_record(outcome(tmp_path, name), tmp_path)
    assert decode(as_json(record)) == record


def test_keys_may_be_missing_or_new() -> None:
    assert decode(b'{"target": "a.pdf"}') == decode(b'{"target": "a.pdf", "x": 1}')


@pytest.mark.parametrize("record", NOT_OURS, ids=str)
def test_what_leaflet_cannot_have_written_is_refused(record: object) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whatever it says
        decode(as_json(record))


@pytest.mark.parametrize("data", [b"", b"{", b"\xff", b"[" * 200_000, b'{"x":' * 200_000])
def test_what_is_no_json_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whatever it says
        decode(data)
