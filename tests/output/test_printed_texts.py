"""The texts of the monographs that documents were printed from."""

import sqlite3
import zlib
from hashlib import sha256
from pathlib import Path

import pytest

from leaflet.files import LARGEST_SOURCE
from leaflet.job import Job, Outcome, Status
from leaflet.output.database import TABLES, VERSION
from leaflet.output.store import NAME, Store


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def record(folder: Path, name: str, text: str) -> None:
    """A run that prints one document from a text."""
    target = folder / "patient" / f"{name}.pdf"
    job = Job(Path(f"{name}.md"), f"{name}.md", "patient", (), "a4", target)
    packed = zlib.compress(text.encode())
    with Store.open(folder) as store:
        store.record(Outcome(job, Status.PRINTED, source_sha256=digest(text), text=packed))


def kept(folder: Path, text: str) -> bytes | None:
    return Store.copy(folder).texts.get(digest(text))


def test_the_text_of_each_document_is_kept_until_another_is_printed(tmp_path: Path) -> None:
    record(tmp_path, "a", "one")
    record(tmp_path, "b", "two")
    assert [kept(tmp_path, text) for text in ("one", "two", "three")] == [b"one", b"two", None]
    record(tmp_path, "a", "three")
    assert [kept(tmp_path, text) for text in ("one", "two", "three")] == [None, b"two", b"three"]


def test_a_text_that_two_documents_have_is_kept_for_the_other(tmp_path: Path) -> None:
    record(tmp_path, "a", "one")
    record(tmp_path, "b", "one")
    record(tmp_path, "a", "two")
    assert kept(tmp_path, "one") == b"one"


@pytest.mark.parametrize(
    "forged",
    [zlib.compress(b"another"), b"no zlib", zlib.compress(b"\0" * (3 * LARGEST_SOURCE)), b""],
)
def test_a_text_that_is_not_the_one_of_its_hash_is_none(tmp_path: Path, forged: bytes) -> None:
    record(tmp_path, "a", "one")
    with sqlite3.connect(tmp_path / NAME) as database:
        database.execute("UPDATE texts SET text = ?", (forged,))
    database.close()
    assert kept(tmp_path, "one") is None


def test_a_database_without_texts_is_extended(tmp_path: Path) -> None:
    record(tmp_path, "a", "one")
    with sqlite3.connect(tmp_path / NAME) as database:
        database.execute("DROP TABLE texts")
        database.execute("PRAGMA user_version = 1")
    database.close()
    assert Store.copy(tmp_path).findings == []
    assert kept(tmp_path, "one") is None
    record(tmp_path, "b", "two")
    assert list(Store.copy(tmp_path).printed()) == ["patient/a.pdf", "patient/b.pdf"]
    assert kept(tmp_path, "two") == b"two"
    with sqlite3.connect(tmp_path / NAME) as database:
        assert database.execute("PRAGMA user_version").fetchone() == (VERSION,)
        assert len(TABLES) == 3
    database.close()
