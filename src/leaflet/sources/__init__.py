"""The sources that a user names → the monographs found in them."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from leaflet.diagnostics import Diagnostic
from leaflet.errors import NothingMatched
from leaflet.files import PIPE, read_source
from leaflet.files.folders import walk
from leaflet.sources.ignored import NO_CONTENT, Ignored

SUFFIXES = (".md", ".markdown")


@dataclass(frozen=True, slots=True)
class Found:
    """A monograph that was found.

    ``path`` is the file, spelled as the user spelled its folder. ``subpath`` is its path below that
    folder, without the suffix; its PDF gets the same path below the output folder. ``data`` is the
    text that came through standard input, which can be read only once. ``may_be_link`` is false if
    the file was seen not to be a link: to ask for each of thousands takes time.
    """

    path: Path
    subpath: str
    data: bytes | None = None
    may_be_link: bool = True


Report = Callable[[Diagnostic], object]
"""What is called with each finding about what is left out."""


def find_monographs(
    sources: Iterable[Path], ignored: Ignored | None = None, report: Report = id
) -> tuple[Found, ...]:
    """Every monograph in the given files and folders, each once.

    A file is taken whatever its name. Of a folder, ``*.md`` and ``*.markdown`` are taken, at any
    depth, in alphabetical order; hidden files and folders, README files and the like, and what is
    ``ignored``, are skipped. So are links that lead out of the folder or to nothing, which are
    reported. A folder below it that cannot be listed is taken for a monograph, which then cannot be
    read. Raises NothingMatched if a source does not exist, or without any monograph; SettingsError
    for a faulty pattern; OSError.
    """
    sources = tuple(dict.fromkeys(sources))
    ignored = ignored or Ignored()
    found: dict[tuple[str, str], Found] = {}
    for source in sources:
        for real, each in _find(source, ignored, report):
            found.setdefault((real, each.subpath), each)
    if not found:
        raise NothingMatched.of(
            "nothing-matched",
            f"no monograph (*.md, *.markdown) in {', '.join(map(str, sources))}",
            hint="name a monograph or a folder of monographs",
        )
    return tuple(found.values())


def picture_root(source: Path, project: Path) -> Path | None:
    """The folder that a monograph may have pictures from: the project, if it is in that.

    None stands for its own folder.
    """
    within = _is_within(os.path.abspath(source.parent), os.path.abspath(project))
    return project if within else None


@lru_cache(maxsize=1000)
def _is_within(folder: str, project: str) -> bool:
    return os.path.realpath(folder).startswith(os.path.join(os.path.realpath(project), ""))


def _find(source: Path, ignored: Ignored, report: Report) -> Iterator[tuple[str, Found]]:
    """The monographs of one source, each with its real path."""
    if source == PIPE:
        yield "-", Found(PIPE, "stdin", read_source(PIPE))
    elif source.is_dir():
        yield from _walk(source, ignored, report)
    elif source.is_file():
        yield os.path.realpath(source), Found(source, source.stem)
    else:
        message, hint = "there is no such file or folder", "name a monograph or a folder of them"
        if source.exists():
            message, hint = "is neither a file nor a folder", "use - to read from standard input"
        raise NothingMatched.of("no-such-source", message, file=str(source), hint=hint)


def _walk(folder: Path, ignored: Ignored, report: Report) -> Iterator[tuple[str, Found]]:
    inside = os.path.realpath(folder)
    start = len(os.path.join(folder, ""))
    unlisted: list[str] = []
    found = [
        (entry.path.split(os.sep), real, entry.is_symlink())
        for entry in walk(folder, unlisted.append, hidden=False, skip=NO_CONTENT)
        if (real := _real_path(entry, inside, start, report))
        and not ignored.leaves_out(entry.path, folder)
    ]
    for parts, real, is_link in sorted(found):
        path = os.sep.join(parts)
        subpath = os.path.splitext(path[start:])[0]
        yield real, Found(Path(path), subpath, may_be_link=is_link)
    # Too deep, or not to be read: to print it fails, which stops nothing else. With an empty name
    # its PDF is no monograph's.
    for path in sorted(unlisted):
        yield path, Found(Path(path), f"{path[start:]}/")


def _real_path(entry: os.DirEntry[str], inside: str, start: int, report: Report) -> str:
    """Where a monograph really is; empty for other files, and links that lead out of the folder."""
    is_named = entry.name.lower().endswith(SUFFIXES)
    if not entry.is_symlink():  # to follow links is slow, and there are thousands of files
        return f"{inside}/{entry.path[start:]}" if is_named and entry.is_file() else ""
    real = os.path.realpath(entry)
    if is_named and not os.path.exists(real):
        message, hint = f"this link leads to {real}, where nothing is", "remove it"
        report(Diagnostic.warning("link-broken", message, file=entry.path, hint=hint))
        return ""
    if real.startswith(os.path.join(inside, "")) or real == inside:
        return real if is_named and os.path.isfile(real) else ""
    if is_named or os.path.isdir(real):
        hint = "name what it leads to, or copy it into the folder"
        message = f"this link leads out of the folder, to {real}, and is not followed"
        report(Diagnostic.warning("link-outside", message, file=entry.path, hint=hint))
    return ""
