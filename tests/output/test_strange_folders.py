"""Output folders that a stranger has prepared: nothing outside is written, removed or believed."""

import os
import sqlite3
import struct
import subprocess
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from leaflet import files
from leaflet.batch import write_or_remove
from leaflet.config.settings import Settings
from leaflet.files import signature
from leaflet.files.folders import sweep
from leaflet.job import Job, Outcome, Status
from leaflet.output import manifest
from leaflet.output.catalogue import Catalogue
from leaflet.output.database import Database
from leaflet.output.json_rows import as_json, as_rows
from leaflet.output.lock import NAME as LOCK
from leaflet.output.record import make_record
from leaflet.output.store import NAME, Store
from leaflet.output.up_to_date import OutputState

PDF = b"%PDF-1.7 5 mg"


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    (tmp_path / "dist").mkdir()
    (tmp_path / "victim").mkdir()
    (tmp_path / "victim/a.pdf").write_bytes(b"mine")
    (tmp_path / "victim/.leaflet-0123456789abcdef").write_bytes(b"mine")
    return tmp_path / "dist"


def outcome(dist: Path, status: Status = Status.PRINTED) -> Outcome:
    target = dist / "patient/a.pdf"
    job = Job(dist / "gone.md", "gone.md", "patient", (), "a4", target, folder=dist)
    return Outcome(job, status, 1, sha256(PDF).hexdigest(), data=PDF, thumbnail=b"picture")


def record(dist: Path, each: Outcome) -> None:
    with Store.open(dist) as store:
        store.record(each)


def untouched(dist: Path) -> bool:
    victims = dist.with_name("victim").iterdir()
    return {each.name: each.read_bytes() for each in victims} == {
        "a.pdf": b"mine",
        ".leaflet-0123456789abcdef": b"mine",
    }


# Links


LINKS = {
    "the folder of a kind": ("patient", "../victim"),
    "the folder of pictures": ("thumbnails", "../victim"),
    "a folder of pictures": ("thumbnails/patient", "../../victim"),
    "a folder that leads to itself": ("patient", "patient"),
    "a PDF": ("patient/a.pdf", "../../victim/a.pdf"),
}


def link_(dist: Path, name: str) -> None:
    at, to = LINKS[name]
    (dist / at).parent.mkdir(exist_ok=True)
    (dist / at).symlink_to(to)


@pytest.mark.parametrize("link", LINKS)
@pytest.mark.parametrize("status", [Status.PRINTED, Status.FAILED])
def test_nothing_is_written_or_removed_through_a_link(
    dist: Path, link: str, status: Status
) -> None:
    link_(dist, link)
    written = write_or_remove(outcome(dist, status))
    assert untouched(dist)
    if written.status is Status.FAILED and status is Status.PRINTED:
        (finding,) = written.diagnostics
        assert finding.code == "file-trouble"
        assert finding.message.endswith(f" {dist / 'patient'}")


@pytest.mark.parametrize("link", LINKS)
def test_nor_is_anything_pruned(dist: Path, link: str) -> None:
    link_(dist, link)
    record(dist, outcome(dist))
    with Store.open(dist) as store:
        assert [*OutputState(store, Settings(output=dist)).prune()] in ([], [None])
    assert untouched(dist)


def test_a_folder_called_like_a_pdf_is_reported_and_the_others_are_pruned(dist: Path) -> None:
    other = outcome(dist)
    other = replace(other, job=replace(other.job, target=dist / "patient/b.pdf"))
    (dist / "patient/a.pdf").mkdir(parents=True)
    write_or_remove(other)
    for each in (outcome(dist), other):
        record(dist, each)
    with Store.open(dist) as store:
        first, second = OutputState(store, Settings(output=dist)).prune()
    assert (first and first.code, second) == ("outdated-pdf", None)


def test_nothing_is_swept_up_behind_a_link_nor_missed_for_depth(dist: Path) -> None:
    (dist / "link").symlink_to("../victim")
    here = os.open(dist, os.O_DIRECTORY)
    for _ in range(1500):
        os.mkdir("deep", dir_fd=here)
        above, here = here, os.open("deep", os.O_DIRECTORY, dir_fd=here)
        os.close(above)
    os.close(here)
    (dist / "deep/.leaflet-0123456789abcdef").touch()
    sweep(dist)
    assert untouched(dist)
    assert not (dist / "deep/.leaflet-0123456789abcdef").exists()
    subprocess.run(("rm", "-rf", dist / "deep"), check=True)


def test_a_path_that_leads_upwards_is_refused(dist: Path) -> None:
    with pytest.raises(OSError, match="leads upwards"):
        files.write(dist / "patient/../../victim/a.pdf", b"theirs", dist)
    assert untouched(dist)


# Other names, and what SQLite would do


def test_nothing_is_written_into_a_file_that_has_another_name(dist: Path) -> None:
    elsewhere = dist.with_name("elsewhere")
    with closing(Database.open(elsewhere)) as database:
        database.write([("INSERT INTO documents VALUES (?, ?)", (b"a.pdf", b"{}"))])
    (dist / NAME).hardlink_to(elsewhere)
    (dist / "patient").mkdir()
    (dist / "patient/a.pdf").hardlink_to(dist.with_name("victim") / "a.pdf")
    (dist / LOCK).hardlink_to(dist.with_name("victim") / "a.pdf")
    before = elsewhere.read_bytes()
    record(dist, write_or_remove(outcome(dist)))
    assert elsewhere.read_bytes() == before
    assert untouched(dist)
    assert list(Store.copy(dist).printed()) == ["patient/a.pdf"]


def test_a_journal_that_names_a_file_to_remove_removes_nothing(dist: Path) -> None:
    record(dist, outcome(dist))
    victim = str(dist.with_name("victim") / "a.pdf").encode()
    size, pages = 4096, (dist / NAME).stat().st_size // 4096
    magic = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
    header = magic + struct.pack(">IIIII", 0, 1, pages, 512, size)
    superior = struct.pack(">I", 1) + victim + struct.pack(">II", len(victim), sum(victim)) + magic
    journal = (dist / NAME).with_name(f"{NAME}-journal")
    journal.write_bytes(header.ljust(512, b"\0") + superior)
    with closing(sqlite3.connect(dist / NAME)) as connection:  # what SQLite does by itself
        copy = dist.with_name("victim") / "a.pdf"
        connection.execute("SELECT count(*) FROM documents").fetchone()
        assert not copy.exists()
        copy.write_bytes(b"mine")
    journal.write_bytes(header.ljust(512, b"\0") + superior)
    assert Store.copy(dist).findings
    record(dist, outcome(dist))
    assert untouched(dist)


# Size


@pytest.mark.parametrize(
    "row",
    [
        b'{"target": "a.pdf", "diagnostics": [' + b"{}," * 6_000_000 + b"{}]}",
        b'{"target": "a.pdf", "checks": [' + b'"a",' * 4_000_000 + b'"a"]}',
        b"[" * 10_000_000,
        b"\n" * 10_000_000 + b"[",
    ],
)
@pytest.mark.parametrize("separator", [b"\n", b""])
def test_a_large_manifest_takes_no_more_memory_than_its_own_size(
    dist: Path, row: bytes, separator: bytes
) -> None:
    data = separator.join((b'{"documents": [', row, b"]}", b""))
    (dist / manifest.NAME).write_bytes(data)
    tracemalloc.start()
    try:
        findings = Store.copy(dist).findings
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert [finding.code for finding in findings] == ["damaged-manifest"]
    assert peak < 2.5 * len(data)


def test_a_manifest_of_too_many_documents_is_refused(
    dist: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(manifest, "MOST", 10)
    rows = [as_json({"target": f"{number}.pdf"}) for number in range(11)]
    for count, codes in ((10, []), (11, ["damaged-manifest"])):
        files.write(dist / manifest.NAME, as_rows({"leaflet": "1"}, rows[:count]))
        assert [finding.code for finding in Store.copy(dist).findings] == codes


@pytest.mark.parametrize("limit", ["MOST", "LARGEST_RECORD", "LARGEST"])
def test_so_is_such_a_database(dist: Path, limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    record(dist, outcome(dist))
    (dist / manifest.NAME).unlink()
    monkeypatch.setattr(f"leaflet.output.database.{limit}", 0)
    store = Store.copy(dist)
    assert [finding.code for finding in store.findings] == ["damaged-store"]
    assert store.targets() == []


def test_a_text_that_no_database_can_hold_is_a_damaged_manifest(dist: Path) -> None:
    (dist / manifest.NAME).write_text('{"catalogue": "\\ud800", "documents": [\n\n]}\n')
    assert [finding.code for finding in Store.copy(dist).findings] == ["damaged-manifest"]
    record(dist, outcome(dist))


# Belief


def forged(dist: Path, **changes: object) -> OutputState:
    """The state of a folder with a PDF and a record that says what its sender likes."""
    made = outcome(dist)
    write_or_remove(made)
    row = as_json({**make_record(made, dist), **changes})
    files.write(dist / manifest.NAME, as_rows({"leaflet": "1"}, [row]))
    return OutputState(Store.copy(dist), Settings(output=dist))


def test_a_record_without_our_signature_proves_nothing_and_the_user_is_informed(dist: Path) -> None:
    state = forged(dist)
    assert state.find(outcome(dist).job) is None
    (finding,) = state.findings()
    assert finding.code == "foreign-record"
    assert finding.message.startswith("1 documents were not recorded here")
    assert str(signature.key_file()) in finding.hint
    assert state.has_failed(outcome(dist).job)


@pytest.fixture
def another_home(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Looks for the key in another home; at the end, in that of the tests again."""

    def move(**homes: str) -> None:
        for name, value in homes.items():
            monkeypatch.setenv(name, value)
        signature._key.cache_clear()

    yield move
    signature._key.cache_clear()


def test_a_signature_is_of_one_record_with_one_key(another_home: Callable[..., None]) -> None:
    signed = signature.sign(b'{"target": "a.pdf", "sha256": "50"}')
    assert signature.is_signed(signed)
    for other in (signed.replace(b"50", b"51"), signed[:-1], b"", b"{}", signed + b" "):
        assert not signature.is_signed(other)
    another_home()
    assert signature.is_signed(signed)  # the key was kept
    another_home(XDG_STATE_HOME="/dev/null")
    assert not signature.is_signed(signed)


def test_the_key_is_private_and_never_in_the_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, another_home: Callable[..., None]
) -> None:
    monkeypatch.chdir(tmp_path)
    another_home(XDG_STATE_HOME=str(tmp_path / "state"))
    signed = signature.hmac_of(b"a")
    key = tmp_path / "state/leaflet/key"
    assert key.stat().st_mode & 0o777 == 0o600
    assert len(key.read_bytes()) == signature.SIZE
    key.chmod(0o644)  # anybody may have read it
    another_home()
    assert signature.hmac_of(b"a") != signed
    another_home(XDG_STATE_HOME="state", HOME=".")
    assert signature.key_file() is None
    assert signature.hmac_of(b"a") == signature.hmac_of(b"a") != signed
    assert not (tmp_path / ".local").exists()


# The catalogue


@pytest.mark.parametrize("way", ["a FIFO", "a link", "/dev/zero", "a folder"])
def test_what_is_no_catalogue_is_never_read_nor_replaced(dist: Path, way: str) -> None:
    page = dist / "index.html"
    victim = dist.with_name("victim") / "index.html"
    victim.write_bytes(b'<meta name="generator" content="leaflet 1">')
    if way == "a FIFO":
        os.mkfifo(page)
    elif way == "a folder":
        page.mkdir()
    else:
        page.symlink_to(victim if way == "a link" else way)
    with Store.open(dist) as store:
        catalogue = Catalogue(store, Settings(output=dist), ())
        assert [finding.code for finding in catalogue.update()] == ["foreign-page"]
        catalogue.remove()
    assert os.path.lexists(page)
    assert victim.exists()
