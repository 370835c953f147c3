import gc
import json
import os
import subprocess
import sys
import tracemalloc
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from leaflet import files
from leaflet.diagnostics import Diagnostic
from leaflet.errors import SettingsError
from leaflet.files.folders import sweep
from leaflet.files.signature import is_signed
from leaflet.job import Job, Medicine, Outcome, Status
from leaflet.output.database import Database
from leaflet.output.json_rows import as_json
from leaflet.output.store import JOURNAL, NAME, Store

BETWEEN_RUNS = [NAME, "manifest.json"]


def outcome(folder: Path, name: str, status: Status = Status.PRINTED, pages: int = 2) -> Outcome:
    target = folder / "patient" / f"{name}.pdf"
    return Outcome(
        Job(Path(f"{name}.md"), f"{name}.md", "patient", (), "a4", target), status, pages
    )


def run(folder: Path, *outcomes: Outcome) -> list[Diagnostic]:
    """A run that prints these; what it finds wrong with the store."""
    with Store.open(folder) as store:
        for each in outcomes:
            store.record(each)
    return store.findings


def exported(folder: Path) -> list[dict[str, Any]]:
    records: list[dict[str, Any]] = json.loads((folder / "manifest.json").read_bytes())["documents"]
    return records


def printed(folder: Path) -> list[str]:
    return list(Store.copy(folder).printed())


def test_a_run_exports_what_it_recorded(tmp_path: Path) -> None:
    one = outcome(tmp_path, "one")
    run(tmp_path, one)
    assert sorted(os.listdir(tmp_path)) == BETWEEN_RUNS
    (record,) = exported(tmp_path)
    assert record == {**record, **one.as_dict(), "target": "patient/one.pdf"}
    assert is_signed(as_json(record))
    del record["hmac"]
    assert Store.copy(tmp_path).get("patient/one.pdf") == record
    assert Store.copy(tmp_path).get_own("patient/one.pdf") == record


def test_it_knows_what_was_printed(tmp_path: Path) -> None:
    run(
        tmp_path,
        outcome(tmp_path, "two", Status.UNCHANGED),
        outcome(tmp_path, "one"),
        outcome(tmp_path, "none", Status.FAILED),
    )
    store = Store.copy(tmp_path)
    assert list(store.printed()) == ["patient/one.pdf", "patient/two.pdf"]
    assert [target for target, _ in store.items(skip={"patient/one.pdf"})] == [
        *("patient/none.pdf", "patient/two.pdf")
    ]


def test_a_later_run_adds_to_it_and_replaces_its_own(tmp_path: Path) -> None:
    run(tmp_path, outcome(tmp_path, "one"), outcome(tmp_path, "two"))
    run(tmp_path, outcome(tmp_path, "two", Status.FAILED, 0), outcome(tmp_path, "a", pages=9))
    assert [(each["target"], each["status"], each["pages"]) for each in exported(tmp_path)] == [
        ("patient/a.pdf", "printed", 9),
        ("patient/one.pdf", "printed", 2),
        ("patient/two.pdf", "failed", 0),
    ]


def test_a_name_that_is_no_utf_8_is_kept(tmp_path: Path) -> None:
    name = os.fsdecode(b"\xff")
    run(tmp_path, outcome(tmp_path, name))
    (tmp_path / NAME).unlink()
    run(tmp_path)
    assert printed(tmp_path) == [f"patient/{name}.pdf"]


def test_a_run_without_news_writes_no_manifest(tmp_path: Path) -> None:
    run(tmp_path, outcome(tmp_path, "one"))
    before = (tmp_path / "manifest.json").stat()
    run(tmp_path)
    assert (tmp_path / "manifest.json").stat() == before


def test_a_copy_changes_nothing(tmp_path: Path) -> None:
    assert Store.copy(tmp_path).targets() == []
    assert os.listdir(tmp_path) == []
    assert Store.copy(tmp_path / "nowhere").findings == []


# Runs that are stopped


def test_whatever_ends_a_run_it_is_saved(tmp_path: Path) -> None:
    def interrupted() -> None:
        with Store.open(tmp_path) as store:
            store.record(outcome(tmp_path, "one"))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert sorted(os.listdir(tmp_path)) == BETWEEN_RUNS
    assert len(exported(tmp_path)) == 1


def kill_a_run(folder: Path) -> None:
    """Kill a run that has printed two."""
    code = (
        "import os, sys; from pathlib import Path\n"
        "from leaflet.output.store import Store; from output.test_store import outcome\n"
        "folder = Path(sys.argv[1])\n"
        "with Store.open(folder) as store:\n"
        "    store.record(outcome(folder, 'one')); store.record(outcome(folder, 'two'))\n"
        "    os.kill(os.getpid(), 9)"
    )
    path = os.pathsep.join(each for each in sys.path if each)
    environ = {**os.environ, "PYTHONPATH": path}
    ran = subprocess.run((sys.executable, "-c", code, folder), check=False, env=environ)
    assert ran.returncode == -9


def test_kill_9_loses_nothing_that_was_printed(tmp_path: Path) -> None:
    run(tmp_path, outcome(tmp_path, "zero"))
    kill_a_run(tmp_path)
    (tmp_path / ".leaflet-0123456789abcdef").touch()  # as if killed while writing
    three = [f"patient/{name}.pdf" for name in ("one", "two", "zero")]
    assert (len(exported(tmp_path)), printed(tmp_path)) == (1, three)
    with Store.open(tmp_path) as store:
        assert (list(store.printed()), store.has_news, store.findings) == (three, True, [])
    assert sorted(os.listdir(tmp_path)) == BETWEEN_RUNS
    assert [each["target"] for each in exported(tmp_path)] == three


def test_a_folder_has_one_run_at_a_time(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        with pytest.raises(SettingsError, match="another run of leaflet"), Store.open(tmp_path):
            pass
        store.record(outcome(tmp_path, "one"))
        with pytest.raises(SettingsError, match="another run of leaflet"):
            Store.copy(tmp_path)
    assert run(tmp_path) == []


# Disks


def full(*_: object) -> None:
    raise OSError(28, "No space left on device")


def test_what_finds_no_room_in_the_database_waits_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(tmp_path) as store:
        monkeypatch.setattr(Database, "write", full)
        store.record(outcome(tmp_path, "one"))
        assert list(store.printed()) == ["patient/one.pdf"]
        monkeypatch.undo()
        store.record(outcome(tmp_path, "two"))
        assert [store._database.read("SELECT count(*) FROM documents")] == [[(2,)]]
    assert len(exported(tmp_path)) == 2


def test_what_finds_no_room_in_the_database_at_all_is_in_the_manifest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(tmp_path) as store:
        monkeypatch.setattr(Database, "write", full)
        store.record(outcome(tmp_path, "one"))
        with pytest.raises(OSError, match="No space left"):
            store.save()
        monkeypatch.undo()
        store._pending.clear()  # as if this run had ended here
        store.has_news = False
    assert printed(tmp_path) == ["patient/one.pdf"]
    assert run(tmp_path) == []
    assert printed(tmp_path) == ["patient/one.pdf"]


def test_what_cannot_be_exported_stays_in_the_database(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(tmp_path, outcome(tmp_path, "zero"))
    monkeypatch.setattr(files, "write", full)
    with pytest.raises(OSError, match="No space left"):
        run(tmp_path, outcome(tmp_path, "one"))
    monkeypatch.undo()
    assert run(tmp_path) == []
    assert len(exported(tmp_path)) == 2
    assert sorted(os.listdir(tmp_path)) == BETWEEN_RUNS


# Stores that are not as they were left


def codes(found: list[Diagnostic]) -> list[str]:
    return [finding.code for finding in found]


@pytest.mark.parametrize("damage", [b"", b"garbage" * 1000])
def test_a_damaged_database_is_made_again_from_the_manifest(tmp_path: Path, damage: bytes) -> None:
    run(tmp_path, outcome(tmp_path, "one"))
    (tmp_path / NAME).write_bytes(damage)
    (finding,) = run(tmp_path)
    assert str(finding).startswith(f"{tmp_path}/{NAME}: warning[damaged-store] cannot be read")
    assert run(tmp_path) == []
    assert printed(tmp_path) == ["patient/one.pdf"]


@pytest.mark.parametrize("damage", [b"", b"{", b'{"documents": [{"target": "../a.pdf"}]}'])
def test_a_damaged_manifest_is_made_again_from_the_database(tmp_path: Path, damage: bytes) -> None:
    run(tmp_path, outcome(tmp_path, "one"))
    (tmp_path / "manifest.json").write_bytes(damage)
    (finding,) = run(tmp_path)
    assert str(finding).startswith(f"{tmp_path}/manifest.json: warning[damaged-manifest] cannot")
    assert [each["target"] for each in exported(tmp_path)] == ["patient/one.pdf"]
    assert run(tmp_path) == []


def test_where_both_are_damaged_nothing_is_known(tmp_path: Path) -> None:
    run(tmp_path, outcome(tmp_path, "one"))
    for name in BETWEEN_RUNS:
        (tmp_path / name).write_bytes(b"{")
    assert codes(run(tmp_path)) == ["damaged-store", "damaged-manifest"]
    assert printed(tmp_path) == []
    assert run(tmp_path) == []


def test_a_manifest_that_is_gone_is_written_again(tmp_path: Path) -> None:
    run(tmp_path, outcome(tmp_path, "one"))
    (tmp_path / "manifest.json").unlink()
    assert run(tmp_path) == []
    assert len(exported(tmp_path)) == 1


def test_neither_a_link_nor_a_fifo_is_read_or_written(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    for make in (lambda path: path.symlink_to(victim), os.mkfifo):
        dist = tmp_path / "dist"
        dist.mkdir()
        victim.write_text('{"documents": [{"target": "a.pdf"}]}')
        for name in (*BETWEEN_RUNS, JOURNAL):
            make(dist / name)
        assert codes(run(dist)) == ["damaged-store", "damaged-manifest", "older-store"]
        assert printed(dist) == []
        assert run(dist, outcome(dist, "one")) == []
        assert victim.read_text() == '{"documents": [{"target": "a.pdf"}]}'
        sweep(dist)
        for path in dist.iterdir():
            path.unlink()
        dist.rmdir()


def test_a_folder_without_its_database_takes_it_from_the_manifest(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.record(outcome(tmp_path, "one"))
        store.set_catalogue("as it was")
    (tmp_path / NAME).unlink()
    assert printed(tmp_path) == ["patient/one.pdf"]
    assert not (tmp_path / NAME).exists()
    with Store.open(tmp_path) as store:
        assert list(store.printed()) == ["patient/one.pdf"]
        assert (store.catalogue, store.has_news, store.findings) == ("as it was", False, [])


def test_a_manifest_that_somebody_has_replaced_counts(tmp_path: Path) -> None:
    """An older leaflet may have printed here, which knows nothing of the database."""
    run(tmp_path, outcome(tmp_path, "one"))
    (tmp_path / "manifest.json").write_text('{"leaflet": "0", "documents": [{"target": "a.pdf"}]}')
    assert printed(tmp_path) == ["a.pdf"]
    assert run(tmp_path) == []
    assert printed(tmp_path) == ["a.pdf"]


def test_what_an_older_leaflet_left_when_it_was_killed_is_removed_and_reported(
    tmp_path: Path,
) -> None:
    (tmp_path / "manifest.json").write_text('{"leaflet": "0", "documents": [{"target": "a.pdf"}]}')
    (tmp_path / JOURNAL).write_text('{"target": "b.pdf"}\n{"targ')
    (tmp_path / ".leaflet-0123456789abcdef").touch()
    (finding,) = run(tmp_path)
    assert (finding.code, finding.file) == ("older-store", f"{tmp_path}/{JOURNAL}")
    assert "printed again" in finding.message
    assert printed(tmp_path) == ["a.pdf"]
    assert sorted(os.listdir(tmp_path)) == BETWEEN_RUNS


@pytest.mark.parametrize(
    "record", [b"", b"{", b"[" * 200_000, b"3", b"\xff", b'{"target": "../a.pdf"}', 7, "text"]
)
def test_a_damaged_record_is_as_good_as_none(tmp_path: Path, record: object) -> None:
    run(tmp_path, outcome(tmp_path, "one"))
    with Store.open(tmp_path) as store:
        store._database.write([("UPDATE documents SET record = ?", (record,))])
        assert list(store.items()) == []
        assert store.get("patient/one.pdf") in (None, {"target": "../a.pdf"})
    assert printed(tmp_path) == []
    run(tmp_path, outcome(tmp_path, "one"))
    assert printed(tmp_path) == ["patient/one.pdf"]


# What a run changes


def test_what_is_forgotten_is_gone(tmp_path: Path) -> None:
    run(tmp_path, outcome(tmp_path, "one"), outcome(tmp_path, "two"))
    with Store.open(tmp_path) as store:
        store.record(outcome(tmp_path, "three"))
        for name in ("one", "three"):
            store.forget(f"patient/{name}.pdf")
    assert printed(tmp_path) == ["patient/two.pdf"]
    assert len(exported(tmp_path)) == 1


def test_what_was_moved_is_known_from_then_on(tmp_path: Path) -> None:
    one = outcome(tmp_path / "dist", "one")
    run(tmp_path / "dist", one)
    files.write(one.job.target, b"%PDF")
    moved = replace(one.job, source=tmp_path / "drugs/one.md")
    with Store.open(tmp_path / "dist") as store:
        store.refresh(moved)
    (record,) = exported(tmp_path / "dist")
    assert (record["origin"], record["stamp"]) == ("../drugs/one.md", files.stamp(moved.target))
    assert record["pages"] == 2


def test_it_remembers_the_catalogue_that_was_written(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        assert (store.catalogue, store.has_news) == ("", False)
        store.set_catalogue("as it was")
        assert store.has_news
    later = Store.copy(tmp_path)
    assert (later.catalogue, later.has_news) == ("as it was", False)
    assert json.loads((tmp_path / "manifest.json").read_bytes())["catalogue"] == "as it was"


def test_a_record_takes_no_memory(tmp_path: Path) -> None:
    warning = Diagnostic.warning("loose", "is loose", "a.md", 3, column=5, hint="fasten it")
    digest = "f00ba5" * 10
    outcomes = (
        replace(
            outcome(tmp_path, f"{n}"),
            diagnostics=(warning,),
            sha256=digest,
            source_sha256=digest,
            medicine=Medicine(f"Testamide {n}", brands=(f"Probil {n}",), drug_class=f"Class {n}"),
        )
        for n in range(1001)
    )
    with Store.open(tmp_path) as store:
        store.record(next(outcomes))
        tracemalloc.start()
        before, _ = tracemalloc.get_traced_memory()
        for each in outcomes:
            store.record(each)
        gc.collect()
        grown = tracemalloc.get_traced_memory()[0] - before
        tracemalloc.stop()
    assert grown < 1000 * 20


def test_what_was_read_ahead_does_not_outlive_a_change(tmp_path: Path) -> None:
    names = ("one", "two", "three")
    run(tmp_path, *(outcome(tmp_path, name) for name in names))
    targets = [f"patient/{name}.pdf" for name in names]
    with Store.open(tmp_path) as store:
        store.read_ahead([*targets, "patient/none.pdf"])
        assert all(map(store.get_own, targets))
        assert store.get("patient/none.pdf") is None
        store.record(outcome(tmp_path, "one", pages=7))
        store.forget("patient/two.pdf")
        one, two, three = map(store.get, targets)
    assert one
    assert one["pages"] == 7
    assert two is None
    assert three
