import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from leaflet.errors import SettingsError
from leaflet.output.database import TABLES, VERSION, Database

PUT = "INSERT INTO documents VALUES (?, ?)"
COUNT = "SELECT count(*) FROM documents"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database with a thousand documents."""
    path = tmp_path / "store.sqlite3"
    with closing(Database.open(path)) as database:
        database.write((PUT, (b"%d" % n, b"x" * 500)) for n in range(1000))
    return path


def count(database: Database) -> int:
    return int(database.read(COUNT)[0][0])


def test_what_was_written_is_read_again(path: Path) -> None:
    assert os.listdir(path.parent) == [path.name]
    with closing(Database.open(path)) as database:
        assert (count(database), database.damage) == (1000, "")
        assert database.read("SELECT record FROM documents WHERE target = ?", b"7") == [
            (b"x" * 500,)
        ]


def test_changes_are_made_together_or_not_at_all(path: Path) -> None:
    with closing(Database.open(path)) as database:
        with pytest.raises(OSError, match="UNIQUE"):
            database.write([(PUT, (b"new", b"")), (PUT, (b"7", b""))])
        assert count(database) == 1000


def test_kill_9_loses_nothing_that_was_written(path: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from leaflet.output.database import Database\n"
        "database = Database.open(Path(sys.argv[1]))\n"
        f"database.write([({PUT!r}, (b'new', b''))]); os.kill(os.getpid(), 9)"
    )
    assert subprocess.run((sys.executable, "-c", code, path), check=False).returncode == -9
    with closing(Database.copy(path)) as copy:
        assert count(copy) == 1001
    with closing(Database.open(path)) as database:
        assert (count(database), database.damage) == (1001, "")
    assert os.listdir(path.parent) == [path.name]


def test_one_that_is_written_to_is_in_use(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("leaflet.output.database._WAIT", 0)
    with closing(Database.open(path)) as database:
        database.write([(PUT, (b"new", b""))])
        with pytest.raises(BlockingIOError):
            Database.copy(path)
        with pytest.raises(BlockingIOError):
            Database.open(path)


def test_a_copy_leaves_the_file_alone(path: Path) -> None:
    before = path.stat()
    path.parent.chmod(0o500)
    with closing(Database.copy(path)) as copy:
        copy.write([(PUT, (b"new", b""))])
        assert count(copy) == 1001
    path.parent.chmod(0o700)
    assert path.stat() == before
    assert os.listdir(path.parent) == [path.name]


def test_a_copy_of_nothing_is_empty(tmp_path: Path) -> None:
    with closing(Database.copy(tmp_path / "gone")) as copy:
        assert (count(copy), copy.damage) == (0, "")
    assert os.listdir(tmp_path) == []


def _foreign(path: Path, sql: str) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(sql)


def _cut(path: Path, size: int) -> None:
    os.truncate(path, size)


def _scribble(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(8192)
        file.write(os.urandom(8192))


def _replace(path: Path, make: Callable[[Path], object]) -> None:
    path.unlink()
    make(path)


OURS = f"{'; '.join(TABLES)}; PRAGMA user_version = {VERSION};"
DAMAGES: dict[str, Callable[[Path], object]] = {
    "garbage": lambda path: path.write_bytes(b"garbage" * 1000),
    "empty": lambda path: _cut(path, 0),
    "half a header": lambda path: _cut(path, 50),
    "half": lambda path: _cut(path, path.stat().st_size // 2),
    "a scribble": _scribble,
    "other tables": lambda path: _foreign(path, "CREATE TABLE songs (title)"),
    "a view": lambda path: _foreign(
        path,
        "CREATE VIEW documents AS WITH RECURSIVE n(target) AS (SELECT 1 UNION ALL SELECT 1 FROM n)"
        " SELECT target, target AS record FROM n",
    ),
    "a trigger": lambda path: _foreign(
        path,
        f"{OURS} CREATE TRIGGER t AFTER INSERT ON documents BEGIN SELECT 1; END",
    ),
    "a FIFO": lambda path: _replace(path, os.mkfifo),
    "a link": lambda path: _replace(path, lambda p: p.symlink_to(p.with_name("victim"))),
    "a log that is a link": lambda path: Path(f"{path}-wal").symlink_to(path.with_name("victim")),
    "a log that is a FIFO": lambda path: os.mkfifo(f"{path}-wal"),
    "a journal that is a FIFO": lambda path: os.mkfifo(f"{path}-journal"),
}


@pytest.fixture(params=DAMAGES)
def damaged(path: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    """A damaged database, beside a file that nothing has to do with it."""
    victim = path.with_name("victim")
    with closing(Database.open(victim)) as database:
        database.write([(PUT, (b"theirs", b""))])
    before = victim.read_bytes()
    DAMAGES[request.param](path)
    yield path
    assert victim.read_bytes() == before


def test_a_damaged_one_is_rebuilt(damaged: Path) -> None:
    with closing(Database.open(damaged)) as database:
        assert database.damage
        assert count(database) == 0
        database.write([(PUT, (b"new", b""))])
    with closing(Database.open(damaged)) as database:
        assert (database.damage, count(database)) == ("", 1)
    assert sorted(os.listdir(damaged.parent)) == [damaged.name, "victim"]


def test_the_copy_of_a_damaged_one_is_empty(damaged: Path) -> None:
    with closing(Database.copy(damaged)) as copy:
        assert copy.damage
        assert count(copy) == 0
    assert os.path.lexists(damaged)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
@pytest.mark.parametrize("mode", [0o000, 0o400])
def test_so_is_one_without_permission(path: Path, mode: int) -> None:
    path.chmod(mode)
    with closing(Database.open(path)) as database:
        assert database.damage
    with closing(Database.open(path)) as database:
        assert not database.damage


@pytest.mark.parametrize("open_", [Database.open, Database.copy])
def test_one_of_a_newer_leaflet_is_refused_and_left_alone(
    path: Path, open_: Callable[[Path], Database]
) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    before = path.read_bytes()
    with pytest.raises(SettingsError) as caught:
        open_(path)
    assert str(caught.value).startswith(
        f"{path}: error[newer-store] was written by a newer leaflet (version {VERSION + 1}; "
    )
    assert "--output" in caught.value.diagnostics[0].hint
    assert path.read_bytes() == before


def test_a_folder_of_that_name_is_not_removed(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite3"
    path.mkdir()
    with pytest.raises(OSError, match=r"store\.sqlite3"):
        Database.open(path)


def test_any_folder_name_will_do(tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"\xff a?b#c%20")
    folder.mkdir()
    for _ in range(2):
        with closing(Database.open(folder / "store.sqlite3")) as database:
            assert not database.damage
    assert os.listdir(folder) == ["store.sqlite3"]
