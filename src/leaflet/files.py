"""The one address of the file system: monographs are found and read here, PDFs written whole."""

import json
import os
import re
import secrets
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePath

from leaflet.errors import NothingMatched

ASIDE = ".leaflet-"
"""How the names of files begin that are being written, beside where they will stand."""

PIPE = Path("-")
"""Standard input as a source, standard output as a target."""

LARGEST_SOURCE = 5_000_000
"""Bytes of a monograph, whatever limits a user sets."""

SUFFIXES = frozenset({".md", ".markdown"})


@dataclass(frozen=True, slots=True)
class Found:
    """A monograph that was found.

    ``path`` is the file, spelled as the user spelled its folder. ``subpath`` is its path below that
    folder, without the suffix; its PDF gets the same path below the output folder. ``data`` is the
    text that came through standard input, which can be read only once.
    """

    path: Path
    subpath: PurePath
    data: bytes | None = None


def find(sources: Iterable[Path]) -> tuple[Found, ...]:
    """Every monograph in the given files and folders, each once.

    A file is taken whatever its suffix. Of a folder, ``*.md`` and ``*.markdown`` are taken, at any
    depth, in alphabetical order; hidden files and folders, README files and links that lead out of
    the folder are left alone. Raises NothingMatched where a source does not exist or where there
    is no monograph at all.
    """
    sources = tuple(dict.fromkeys(sources))
    found: dict[tuple[str, PurePath], Found] = {}
    for source in sources:
        inside = os.path.realpath(source if source.is_dir() else source.parent)
        for each in _find(source):
            found.setdefault((_real(each, inside), each.subpath), each)
    if not found:
        raise NothingMatched.of(
            "nothing-matched",
            f"no monograph (*.md, *.markdown) in {', '.join(map(str, sources))}",
            hint="name a monograph or a folder of monographs",
        )
    return tuple(found.values())


def _find(source: Path) -> Iterator[Found]:
    if source == PIPE:
        yield Found(PIPE, PurePath("stdin"), read_source(PIPE))
    elif source.is_dir():
        yield from _walk(source)
    elif source.is_file():
        yield Found(source, PurePath(source.stem))
    elif source.exists():
        raise NothingMatched.of(
            "no-such-source",
            "is neither a file nor a folder",
            file=str(source),
            hint="a pipe can be given as standard input: -",
        )
    else:
        raise NothingMatched.of(
            "no-such-source",
            "there is no such file or folder",
            file=str(source),
            hint="name a monograph or a folder of monographs",
        )


def _walk(folder: Path) -> Iterator[Found]:
    inside = folder.resolve()
    places = []
    for here, folders, names in os.walk(folder, onerror=_refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        places += [os.path.join(here, name) for name in names if _is_monograph(name)]
    before = len(os.path.join(folder, ""))
    for name in sorted(places, key=lambda name: name.split(os.sep)):
        leads_out = os.path.islink(name) and not Path(name).resolve().is_relative_to(inside)
        if os.path.isfile(name) and not leads_out:
            yield Found(Path(name), PurePath(os.path.splitext(name[before:])[0]))


def _real(found: Found, inside: str) -> str:
    """The file itself, whatever links lead to it. Only links are worth the asking: it is slow."""
    if os.path.islink(found.path):
        return os.path.realpath(found.path)
    return f"{inside}/{found.subpath}{os.path.splitext(found.path)[1]}"


def _is_monograph(name: str) -> bool:
    path = PurePath(name)
    return (
        path.suffix.lower() in SUFFIXES
        and not name.startswith(".")
        and path.stem.lower() != "readme"
    )


def _refuse(error: OSError) -> None:
    # os.walk would pass over a folder that it cannot list, and its leaflets would be missing.
    raise error


def read(path: Path) -> bytes:
    """The bytes of a file. Raises OSError."""
    return path.read_bytes()


def read_source(path: Path) -> bytes:
    """The bytes of a monograph, or of standard input, which may never end. Raises OSError.

    Of one that is larger than any limit allows, no more comes than shows that it is.
    """
    if path == PIPE:
        return sys.stdin.buffer.read(LARGEST_SOURCE + 1)
    with path.open("rb") as file:
        return file.read(LARGEST_SOURCE + 1)


def write(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Write a file whole or not at all, making its folders, or write to standard output.

    The bytes, in one piece or in several, are written beside their place and then moved into it,
    so that no reader ever sees half a file, whatever interrupts the writing. Raises OSError.
    """
    pieces = [data] if isinstance(data, bytes) else data
    if path == PIPE:
        sys.stdout.buffer.writelines(pieces)
        sys.stdout.buffer.flush()
        return
    make_folder(path.parent)
    # A name of its own, not one made from the target's: that may already be as long as names get.
    aside = path.with_name(f"{ASIDE}{secrets.token_hex(8)}")
    try:
        with aside.open("xb") as file:
            file.writelines(pieces)
        aside.replace(path)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise


def sweep(folder: Path) -> None:
    """Take away what a killed process was writing into a folder. Raises OSError."""
    for here, _, names in os.walk(folder):
        for name in names:
            if re.fullmatch(re.escape(ASIDE) + "[0-9a-f]{16}", name):
                os.unlink(os.path.join(here, name))


def stamp(path: Path) -> str:
    """What the file system says of a file, without reading it: a change of it changes this.

    The third number (the time of the last change of the inode) can be set by nobody, so not even a
    file of the same size with its old date passes for the same. Raises OSError.
    """
    told = os.stat(path)
    return f"{told.st_size} {told.st_mtime_ns} {told.st_ctime_ns}"


def as_json(content: object) -> bytes:
    """JSON for people and programs, in one line."""
    # A file name that is not UTF-8 holds lone surrogates: JSON can say them, UTF-8 cannot.
    return json.dumps(content, ensure_ascii=False).encode("utf-8", "backslashreplace")


def as_rows(head: dict[str, object], rows: Iterable[bytes]) -> Iterator[bytes]:
    """An object of JSON, piece by piece: its head, then ``documents``, each row in a line."""
    yield as_json(head)[:-1] + b', "documents": [\n'
    for number, row in enumerate(rows):
        yield b",\n" + row if number else row
    yield b"\n]}\n"


def make_folder(path: Path) -> None:
    """Make a folder, and those above it, unless it is there. Raises OSError."""
    path.mkdir(parents=True, exist_ok=True)


def reason(error: OSError) -> str:
    """What the system says to an error, and of which file, without its number."""
    said = error.strerror or str(error)
    return f"{said}: {os.fsdecode(error.filename)}" if error.filename else said


def remove(path: Path) -> bool:
    """Take a printed file away; whether there was one. Raises OSError."""
    if path == PIPE:
        return False
    try:
        path.unlink()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def owners(path: Path) -> set[int]:
    """The user ids of a file and, if it is a link, of what it leads to; none if it is missing."""
    found = set()
    for follow in (False, True):
        with suppress(OSError):
            found.add(os.stat(path, follow_symlinks=follow).st_uid)
    return found
