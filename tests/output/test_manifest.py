import json
import os
import tracemalloc
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from leaflet import files
from leaflet.diagnostics import Diagnostic
from leaflet.errors import SettingsError
from leaflet.job import Job, Medicine, Outcome, Status
from leaflet.output import journal
from leaflet.output.manifest import Manifest


def outcome(folder: Path, name: str, status: Status = Status.PRINTED, pages: int = 2) -> Outcome:
    target = folder / "patient" / f"{name}.pdf"
    return Outcome(
        Job(Path(f"{name}.md"), f"{name}.md", "patient", (), "a4", target), status, pages
    )


def print_all(folder: Path, *outcomes: Outcome) -> list[dict[str, Any]]:
    manifest = Manifest(folder)
    for each in outcomes:
        manifest.note(each)
    manifest.save()
    rows: list[dict[str, Any]] = json.loads((folder / "manifest.json").read_bytes())["documents"]
    return rows


def test_it_keeps_the_receipts_row_of_each_document(tmp_path: Path) -> None:
    one = outcome(tmp_path, "one")
    (row,) = print_all(tmp_path, one)
    assert row == row | one.as_dict()


def test_it_tells_places_that_stay_true_when_a_project_moves(tmp_path: Path) -> None:
    one = outcome(tmp_path / "dist", "one")
    source = tmp_path / "content" / "one.md"
    (row,) = print_all(tmp_path / "dist", replace(one, job=replace(one.job, source=source)))
    assert (row["target"], row["origin"]) == ("patient/one.pdf", "../content/one.md")


def test_what_came_through_standard_input_has_no_place(tmp_path: Path) -> None:
    one = outcome(tmp_path, "stdin")
    (row,) = print_all(tmp_path, replace(one, job=replace(one.job, data=b"")))
    assert row["origin"] is None


def test_it_keeps_the_type_area_of_each_page(tmp_path: Path) -> None:
    frames = ((10.0, 20.0, 300.004, 400.5), (1.0, 2.0, 3.0, 4.0))
    (row,) = print_all(tmp_path, replace(outcome(tmp_path, "one"), frames=frames))
    assert row["frames"] == ["10.00 20.00 300.00 400.50", "1.00 2.00 3.00 4.00"]


def test_it_knows_what_was_printed(tmp_path: Path) -> None:
    print_all(
        tmp_path,
        outcome(tmp_path, "two", Status.UNCHANGED),
        outcome(tmp_path, "one"),
        outcome(tmp_path, "none", Status.FAILED),
    )
    assert list(Manifest(tmp_path).printed()) == ["patient/one.pdf", "patient/two.pdf"]


def test_a_later_run_adds_to_it_and_replaces_its_own(tmp_path: Path) -> None:
    print_all(tmp_path, outcome(tmp_path, "one"), outcome(tmp_path, "two"))
    rows = print_all(
        tmp_path, outcome(tmp_path, "two", Status.FAILED, pages=0), outcome(tmp_path, "a", pages=9)
    )
    assert [(row["target"], row["status"], row["pages"]) for row in rows] == [
        ("patient/a.pdf", "printed", 9),
        ("patient/one.pdf", "printed", 2),
        ("patient/two.pdf", "failed", 0),
    ]


def test_a_folder_without_one_is_no_damage(tmp_path: Path) -> None:
    assert Manifest(tmp_path / "nowhere").damage == ()


DAMAGED = (
    *(b"", b"{", b"[]", b'{"documents": 3}', b'{"documents": [{}]}', b"\xff", b"null"),
    b"[" * 200_000,
    b'{"documents": [["target"]]}',
)
PLACES = ("../a.pdf", "/a.pdf", "a/../../a.pdf", "notes.txt", 3, None)
NOT_OURS: tuple[dict[str, object], ...] = (
    *(dict[str, object](target=place) for place in PLACES),
    {"target": "a.pdf", "origin": ["a.md"]},
    {"target": "a.pdf", "frames": [1, 2]},
    {"target": "a.pdf", "styles": 3},
    {"target": "a.pdf", "fingerprint": "none"},
    {"target": "a\0.pdf"},
)


@pytest.mark.parametrize("row", NOT_OURS, ids=str)
def test_a_row_that_leaflet_does_not_write_vouches_for_nothing(
    tmp_path: Path, row: dict[str, object]
) -> None:
    text = json.dumps(row)
    (tmp_path / "manifest.json").write_text(f'{{"documents": [{text}]}}')
    assert [d.code for d in Manifest(tmp_path).damage] == ["damaged-manifest"]
    (tmp_path / "manifest.json").unlink()
    (tmp_path / journal.NAME).write_text(f"{text}\n")
    assert Manifest(tmp_path).printed() == {}


@pytest.mark.parametrize("data", DAMAGED)
def test_a_damaged_one_counts_as_empty_and_is_told(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "manifest.json").write_bytes(data)
    (damage,) = Manifest(tmp_path).damage
    assert str(damage).startswith(f"{tmp_path}/manifest.json: warning[damaged-manifest]")
    assert len(print_all(tmp_path, outcome(tmp_path, "one"))) == 1
    assert Manifest(tmp_path).damage == ()


def test_a_run_holds_its_folder_and_keeps_each_row_at_once(tmp_path: Path) -> None:
    with Manifest.held(tmp_path) as manifest:
        manifest.note(outcome(tmp_path, "one"))
        assert list(Manifest(tmp_path).printed()) == ["patient/one.pdf"]
        assert not (tmp_path / "manifest.json").exists()
        with pytest.raises(SettingsError), Manifest.held(tmp_path):
            pass
    assert os.listdir(tmp_path) == ["manifest.json"]
    assert list(Manifest(tmp_path).printed()) == ["patient/one.pdf"]


def test_whatever_ends_a_run_it_is_saved(tmp_path: Path) -> None:
    def interrupted() -> None:
        with Manifest.held(tmp_path) as manifest:
            manifest.note(outcome(tmp_path, "one"))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert os.listdir(tmp_path) == ["manifest.json"]


def test_a_run_without_news_writes_nothing(tmp_path: Path) -> None:
    print_all(tmp_path, outcome(tmp_path, "one"))
    before = (tmp_path / "manifest.json").stat().st_mtime_ns
    with Manifest.held(tmp_path):
        pass
    assert (tmp_path / "manifest.json").stat().st_mtime_ns == before


def test_what_cannot_be_saved_stays_in_the_journal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(files, "write", full)
    with pytest.raises(OSError, match="disk full"), Manifest.held(tmp_path) as manifest:
        manifest.note(outcome(tmp_path, "one"))
    monkeypatch.undo()
    with Manifest.held(tmp_path) as manifest:
        assert list(manifest.printed()) == ["patient/one.pdf"]
    assert os.listdir(tmp_path) == ["manifest.json"]


def test_what_is_forgotten_is_gone(tmp_path: Path) -> None:
    print_all(tmp_path, outcome(tmp_path, "one"), outcome(tmp_path, "two"))
    manifest = Manifest(tmp_path)
    manifest.note(outcome(tmp_path, "three"))
    for name in ("one", "three"):
        manifest.forget(tmp_path / "patient" / f"{name}.pdf")
    manifest.save()
    assert list(Manifest(tmp_path).printed()) == ["patient/two.pdf"]


def test_a_row_takes_little_room(tmp_path: Path) -> None:
    """A run of ten thousand documents remembers each in less than a kilobyte."""
    manifest = Manifest(tmp_path)
    warning = Diagnostic.warning("loose", "is loose", "a.md", 3, column=5, hint="fasten it")
    seal = "f00ba5" * 10
    told = [
        replace(
            outcome(tmp_path, f"{n}"),
            diagnostics=(warning,),
            sha256=seal,
            source_sha256=seal,
            medicine=Medicine(f"Testamide {n}", brands=(f"Probil {n}",), drug_class=f"Class {n}"),
        )
        for n in range(500)
    ]
    manifest.note(told[0])
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    for each in told[1:]:
        manifest.note(each)
    grown = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    assert grown < 499 * 700  # 560 bytes with Python 3.11.7, 620 with Debian's 3.11.2


def test_it_keeps_what_a_catalogue_tells_of_the_medicine(tmp_path: Path) -> None:
    medicine = Medicine("Testamide", brands=("Probil",), reviewed="2026-01-02")
    one, two = print_all(
        tmp_path, replace(outcome(tmp_path, "one"), medicine=medicine), outcome(tmp_path, "two")
    )
    assert one["medicine"] == {
        **{"name": "Testamide", "brands": ["Probil"], "lang": "en"},
        "reviewed": "2026-01-02",
    }
    assert two["medicine"] == {}


def test_it_remembers_the_catalogue_that_was_written(tmp_path: Path) -> None:
    with Manifest.held(tmp_path) as manifest:
        assert (manifest.catalogue, manifest.has_news) == ("", False)
        manifest.seal("as it was")
        assert manifest.has_news
    later = Manifest(tmp_path)
    assert (later.catalogue, later.has_news) == ("as it was", False)


def test_one_of_an_older_leaflet_has_no_catalogue(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text(
        '{"leaflet": "0.0", "documents": [{"target": "a.pdf"}]}'
    )
    older = Manifest(tmp_path)
    assert (older.damage, older.catalogue) == ((), "")
    assert list(older.all()) == [("a.pdf", {"target": "a.pdf"})]
