"""The SQLite database of an output folder, and what can be wrong with it.

Only the run that holds the folder's lock writes. It opens the database in exclusive mode, in which
SQLite needs no shared memory; network file systems have none. Each commit is appended to the
write-ahead log (WAL), where it outlives the process, even one killed with ``kill -9``. With
``synchronous = NORMAL``, SQLite waits for the disk only when it copies the log into the database:
a power cut may cost the last records, but not the database. Between runs there is no log, just one
file, which can be read without permission to write.
"""

import errno
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Self

from leaflet import files
from leaflet.errors import SettingsError
from leaflet.output.record import LARGEST_RECORD, MOST

VERSION = 2
"""The version of the tables. A higher one is that of a newer leaflet."""

_FIRST = (
    "CREATE TABLE documents (target BLOB PRIMARY KEY, record BLOB NOT NULL)",
    "CREATE TABLE exported (manifest TEXT NOT NULL, catalogue TEXT NOT NULL)",
)
"""The tables of version 1."""

TABLES = (*_FIRST, "CREATE TABLE texts (digest TEXT PRIMARY KEY, text BLOB NOT NULL)")

_CREATE = f"BEGIN; {'; '.join(TABLES)}; PRAGMA user_version = {VERSION}; COMMIT"

_UPGRADE = f"BEGIN; {TABLES[-1]}; PRAGMA user_version = {VERSION}; COMMIT"
"""From version 1: the texts of the documents that are printed from now on."""

_SIZES = "SELECT count(*), ifnull(max(length({})), 0), ifnull(max(length({})), 0) FROM {}"
_COLUMNS = {"documents": ("target", "record"), "texts": ("digest", "text")}

LARGEST = 512_000_000
"""Bytes of a database and its log that are read at most."""

_WAIT = 5.0
"""Seconds to wait for another process that is reading; ``leaflet verify`` reads once, at once."""

_TROUBLE = {
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_BUSY: errno.EAGAIN,
    sqlite3.SQLITE_IOERR: errno.EIO,
    sqlite3.SQLITE_NOMEM: errno.ENOMEM,
}
"""Errors that say nothing about the database itself, as numbers of the operating system."""

Change = tuple[str, tuple[object, ...]]
"""A statement of SQL and its values."""


def put_record(target: str, record: bytes) -> Change:
    """What writes the record of a document, in place of an older one."""
    return "REPLACE INTO documents VALUES (?, ?)", (os.fsencode(target), record)


def set_exported(manifest: str, catalogue: str) -> list[Change]:
    """What notes the descriptions of the manifest and of the catalogue written last."""
    values = (manifest, catalogue)
    return [("DELETE FROM exported", ()), ("INSERT INTO exported VALUES (?, ?)", values)]


class DamagedError(Exception):
    """A file that is not a database, or not one that leaflet can have made."""


class Database:
    """An open database. ``damage`` says why the one that was there could not be used."""

    def __init__(self, connection: sqlite3.Connection, damage: str = "") -> None:
        self._connection = connection
        self._has_log = False
        self.damage = damage

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a database to write in; make an empty one if there is none, or a damaged one.

        Raises SettingsError if a newer leaflet has made it; BlockingIOError if another program is
        using it; OSError.
        """
        try:
            return cls(_open(path))
        except DamagedError as error:
            for each in _files(path):
                files.remove(each)
            return cls(_open(path), str(error))

    @classmethod
    def copy(cls, path: Path) -> Self:
        """A copy in memory, empty if there is nothing to copy. The file is left alone.

        Raises as ``open`` does.
        """
        copy = sqlite3.connect(":memory:")
        copy.executescript(_CREATE)
        try:
            if os.path.lexists(path):
                with _connect(path, "ro") as source:
                    named = source.execute("SELECT name FROM sqlite_master WHERE sql IS NOT NULL")
                    for (table,) in named.fetchall():
                        rows = source.execute(f"SELECT * FROM {table}")  # noqa: S608 - checked
                        copy.executemany(f"INSERT INTO {table} VALUES (?, ?)", rows)  # noqa: S608
                    source.close()
                copy.commit()  # or a change that fails later would undo it
        except DamagedError as error:
            return cls(copy, str(error))
        return cls(copy)

    def read(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """The rows of a query. Raises OSError."""
        try:
            return self._connection.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise _as_os_error(error) from error

    def write(self, changes: Iterable[Change]) -> None:
        """Make all of the changes or, raising OSError, none. They outlive a killed process."""
        try:
            if not self._has_log:  # a run that changes nothing need not wait for the disk
                self._connection.execute("PRAGMA journal_mode = WAL")
                self._has_log = True
            with self._connection:
                for change in changes:
                    self._connection.execute(*change)
        except sqlite3.Error as error:
            raise _as_os_error(error) from error

    def close(self) -> None:
        """Close the database; on a full disk, its log stays there for the next run."""
        with suppress(sqlite3.Error):
            self._connection.execute("PRAGMA journal_mode = DELETE")
        self._connection.close()


def _open(path: Path) -> sqlite3.Connection:
    _remove_left_overs(path)
    with _connect(path, "rwc") as connection:
        connection.execute("PRAGMA synchronous = NORMAL")
        if not os.access(path, os.W_OK):
            raise DamagedError("there is no permission to write")
        return connection


def _remove_left_overs(path: Path) -> None:
    """Remove what SQLite would take for its own, and what is not the database's alone."""
    files.remove(path.with_name(f"{path.name}-shm"))  # left by a copy of what a killed run left
    # Of a run killed at its beginning or end, when a database has no records that a manifest lacks.
    # SQLite would believe one of a stranger, and remove whatever file it names as its superior.
    if files.is_regular(journal := path.with_name(f"{path.name}-journal")):
        files.remove(journal)
    if any(files.is_shared(each) for each in _files(path)):
        raise DamagedError("it is also another file, which must not be written to")


@contextmanager
def _connect(path: Path, mode: str) -> Iterator[sqlite3.Connection]:
    """Connect to a database, and close it again if it turns out that it cannot be used."""
    # SQLite would follow a link, and wait for ever at a FIFO.
    for each in _files(path):
        if os.path.lexists(each) and not files.is_regular(each):
            raise DamagedError(f"{each.name} is not a regular file")
    is_new = not path.exists()
    connection = None
    try:
        address = f"{path.absolute().as_uri()}?mode={mode}"
        connection = sqlite3.connect(address, uri=True, timeout=_WAIT)
        if mode != "ro":
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        if is_new:
            connection.executescript(_CREATE)
        _check(connection, path)
        if mode != "ro" and _version(connection) < VERSION:
            connection.executescript(_UPGRADE)
        yield connection
    except BaseException as error:
        if connection:
            connection.close()
        if not isinstance(error, sqlite3.Error):
            raise
        if _code(error) in _TROUBLE:
            raise _as_os_error(error) from error
        raise DamagedError(str(error)) from error


def _files(path: Path) -> Iterator[Path]:
    """The database and the files that SQLite makes beside it."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        yield path.with_name(path.name + suffix)


def _check(connection: sqlite3.Connection, path: Path) -> None:
    version = _version(connection)
    if version > VERSION:
        raise SettingsError.of(
            "newer-store",
            f"was written by a newer leaflet (version {version}; this one reads {VERSION})",
            file=str(path),
            hint="use the newer leaflet, or print into another folder with --output, or remove "
            "this file, which leaflet makes again from manifest.json",
        )
    if sum(os.path.getsize(each) for each in _files(path) if os.path.lexists(each)) > LARGEST:
        raise DamagedError(f"is larger than {LARGEST:,} bytes")
    # Nothing else may be there: a view could run for ever, a trigger change what is written.
    tables = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")
    if tuple(sql for (sql,) in tables) != (TABLES if version == VERSION else _FIRST):
        raise DamagedError("it does not have the tables of leaflet")
    (first,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if first != "ok":
        raise DamagedError(first)
    for table, columns in _COLUMNS.items():
        if version == VERSION or table == "documents":
            number, *sizes = connection.execute(_SIZES.format(*columns, table)).fetchone()
            if number > MOST or max(sizes) > LARGEST_RECORD:
                raise DamagedError("it is larger than leaflet writes it")


def _version(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def _code(error: sqlite3.Error) -> int:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF  # without the details


def _as_os_error(error: sqlite3.Error) -> OSError:
    number = _TROUBLE.get(_code(error), errno.EIO)
    return OSError(number, os.strerror(number) if number == errno.ENOSPC else str(error))
