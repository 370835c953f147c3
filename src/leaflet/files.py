"""The one address of the file system: monographs are found and read here, PDFs written whole."""

import json
import os
import secrets
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from leaflet.errors import NothingMatched

PIPE = Path("-")
"""Standard input as a source, standard output as a target."""

SUFFIXES = frozenset({".md", ".markdown"})


@dataclass(frozen=True, slots=True)
class Found:
    """A monograph that was found.

    ``path`` is the file, spelled as the user spelled its folder; ``place`` where it stands in that
    folder, without its suffix, and so where its PDF will stand in the output. ``data`` is what
    came through standard input, which can be read only once.
    """

    path: Path
    place: PurePath
    data: bytes | None = None


def find(sources: Iterable[Path]) -> tuple[Found, ...]:
    """Every monograph in the given files and folders, each once.

    A file is taken whatever its suffix. Of a folder, ``*.md`` and ``*.markdown`` are taken, at any
    depth, in alphabetical order; hidden files and folders, README files and links that lead out of
    the folder are left alone. Raises NothingMatched where a source does not exist or where there
    is no monograph at all.
    """
    sources = tuple(dict.fromkeys(sources))
    found: dict[tuple[Path, PurePath], Found] = {}
    for source in sources:
        for each in _find(source):
            found.setdefault((each.path.resolve(), each.place), each)
    if not found:
        raise NothingMatched.of(
            "nothing-matched",
            f"no monograph (*.md, *.markdown) in {', '.join(map(str, sources))}",
            hint="name a monograph or a folder of monographs",
        )
    return tuple(found.values())


def _find(source: Path) -> Iterator[Found]:
    if source == PIPE:
        yield Found(PIPE, PurePath("stdin"), read(PIPE))
    elif source.is_dir():
        yield from _walk(source)
    elif source.exists():
        yield Found(source, PurePath(source.stem))
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
        places += [Path(here, name).relative_to(folder) for name in names if _is_monograph(name)]
    for place in sorted(places, key=lambda place: place.parts):
        path = folder / place
        if path.is_file() and path.resolve().is_relative_to(inside):
            yield Found(path, place.with_name(place.stem))


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
    """The bytes of a file, or of standard input. Raises OSError."""
    return sys.stdin.buffer.read() if path == PIPE else path.read_bytes()


def write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, making its folders, or write to standard output.

    The bytes are written beside their place and then moved into it, so that no reader ever sees
    half a file, whatever interrupts the writing. Raises OSError.
    """
    if path == PIPE:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    make_folder(path.parent)
    # A name of its own, not one made from the target's: that may already be as long as names get.
    aside = path.with_name(f".leaflet-{secrets.token_hex(8)}")
    try:
        aside.write_bytes(data)
        aside.replace(path)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise


def write_json(path: Path, content: object) -> None:
    """Write JSON for people and programs, whole or not at all. Raises OSError."""
    text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    # A file name that is not UTF-8 holds lone surrogates: JSON can say them, UTF-8 cannot.
    write(path, text.encode("utf-8", "backslashreplace"))


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
