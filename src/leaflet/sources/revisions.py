"""The monographs of a revision, read by the git command of this machine.

Only commands are run that call no hooks, filters or pagers of the repository, and nothing is
fetched from other machines.
"""

import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from leaflet.errors import NothingMatched, SettingsError
from leaflet.files import LARGEST_SOURCE
from leaflet.sources import SUFFIXES, Found
from leaflet.sources.ignored import NO_CONTENT, Ignored

_ENVIRONMENT = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_FILES = ("100644", "100755")
"""Modes of regular files; links and submodules have others."""

_MINUTES = 10
"""Minutes after which git is stopped."""


@dataclass(frozen=True, slots=True)
class _Blob:
    """A file of a revision; ``name`` is its path from the folder that was asked for."""

    name: str
    hash: str
    size: int


def find_at(revision: str, sources: Iterable[Path], ignored: Ignored) -> tuple[Found, ...]:
    """The monographs that files and folders had at a revision, as ``find_monographs`` finds them.

    Raises SettingsError if there is no git, no repository or no such revision; NothingMatched if
    there was no monograph.
    """
    found = [each for source in sources for each in _find(revision, source, ignored)]
    if not found:
        message = f"no monograph (*.md, *.markdown) at the revision {revision}"
        raise NothingMatched.of("nothing-matched", message, hint="name a folder of monographs")
    return tuple(found)


def _find(revision: str, source: Path, ignored: Ignored) -> Iterator[Found]:
    missing = [*takewhile(lambda each: not each.is_dir(), (source, *source.parents))]
    folder = missing[-1].parent if missing else source
    commit = f"{revision}^{{commit}}"
    name = ("rev-parse", "--verify", "--end-of-options", commit)
    known = _git(folder, *name, fault=f"there is no revision {revision}").decode().strip()
    below = os.path.relpath(source, folder)
    listing = _git(folder, "ls-tree", "-r", "-l", "-z", known, "--", below)
    blobs = [each for each in _blobs(listing) if _is_monograph(each, folder, source, ignored)]
    texts = _texts(folder, {each.hash for each in blobs if each.size <= LARGEST_SOURCE})
    for each in blobs:
        path = folder / each.name
        subpath = path.stem if path == source else os.path.relpath(path.with_suffix(""), source)
        # What is too large is refused as such, without being read.
        yield Found(path, subpath, texts.get(each.hash, bytes(LARGEST_SOURCE + 1)))


def _blobs(listing: bytes) -> Iterator[_Blob]:
    for row in filter(None, listing.split(b"\0")):
        facts, _, name = row.partition(b"\t")
        mode, _, digest, size = facts.decode().split()
        if mode in _FILES:
            yield _Blob(os.fsdecode(name), digest, int(size))


def _is_monograph(blob: _Blob, folder: Path, source: Path, ignored: Ignored) -> bool:
    if folder / blob.name == source:
        return True
    parts = Path(blob.name).parts
    hidden = any(part.startswith(".") or part in NO_CONTENT for part in parts)
    is_named = blob.name.lower().endswith(SUFFIXES)
    return is_named and not hidden and not ignored.leaves_out(str(folder / blob.name), source)


def _texts(folder: Path, hashes: set[str]) -> Mapping[str, bytes]:
    """The contents of blobs by their hashes."""
    names = "".join(f"{each}\n" for each in sorted(hashes)).encode()
    data = _git(folder, "cat-file", "--batch", given=names) if names else b""
    found, at = {}, 0
    while at < len(data):
        end = data.index(b"\n", at)
        digest, _, size = data[at:end].decode().split()
        found[digest] = data[end + 1 : end + 1 + int(size)]
        at = end + 2 + int(size)
    return found


def _git(folder: Path, *arguments: str, given: bytes = b"", fault: str = "") -> bytes:
    command: Sequence[str] = ("git", "-C", str(folder), "--no-pager", *arguments)
    try:
        return subprocess.run(  # noqa: S603 - no shell, and a revision cannot pass for an option
            command,
            input=given,
            env=os.environ | _ENVIRONMENT,
            capture_output=True,
            check=True,
            timeout=60 * _MINUTES,
        ).stdout
    except FileNotFoundError:
        message = "there is no git command on this machine"
        raise SettingsError.of("no-git", message, hint="compare two folders instead") from None
    except subprocess.TimeoutExpired:
        message = f"git took longer than {_MINUTES} minutes"
        raise SettingsError.of("no-git", message) from None
    except subprocess.CalledProcessError as error:
        why = error.stderr.decode("utf-8", "replace").strip().split("\n")[-1]
        raise SettingsError.of("no-revision", fault or why, hint=why if fault else "") from None
