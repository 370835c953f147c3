"""The files of two versions of a folder → which of them are the same medicine."""

import errno
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from leaflet import files

ALIKE = 85
"""How alike two texts must be, from 0 to 100, to be one that was renamed and edited."""

MOST = 10_000
"""Pairs of files that are compared for likeness at most; beyond that, only titles are."""

_TITLE = re.compile(rb"^title:[ \t]*['\"]?(.+?)['\"]?[ \t]*$", re.M)
_START = 4000
"""Bytes of a file in which its title is looked for."""


@dataclass(frozen=True, slots=True)
class SourceText:
    """A monograph of one version: its path below the folder without suffix, its name in messages.

    ``data`` is its text, if it is not in the file ``path``. Without both it is not available.
    """

    subpath: str
    name: str
    sha256: str
    path: Path | None = None
    data: bytes | None = None

    def read(self) -> bytes:
        """Its bytes. Raises OSError."""
        if self.data is not None:
            return self.data
        if self.path is None:
            raise FileNotFoundError(errno.ENOENT, "the text that was printed is not kept")
        return files.read_source(self.path)


@dataclass(frozen=True, slots=True)
class FilePair:
    """A monograph in the old version and in the new one; None where it is not there."""

    old: SourceText | None
    new: SourceText | None


Side = Sequence[SourceText]

Match = Callable[[Side, Side], Iterable[tuple[int, int]]]


def pair(old: Side, new: Side) -> tuple[list[FilePair], Side, Side]:
    """Pair files by their paths, then by their bytes; those with the same of both are left out.

    Returns the pairs that differ, and what is left of both versions.
    """
    before = {each.subpath: each for each in old}
    pairs, added = [], []
    for each in new:
        same = before.pop(each.subpath, None)
        if same is None:
            added.append(each)
        elif same.sha256 != each.sha256:
            pairs.append(FilePair(same, each))
    if len(old) == len(new) == len(before) == 1:
        return [FilePair(old[0], new[0])], (), ()  # two files that were named
    by_hash = {each.sha256: each for each in before.values()}
    left = []
    for each in added:
        if found := by_hash.pop(each.sha256, None):
            pairs.append(FilePair(found, each))
            del before[found.subpath]
        else:
            left.append(each)
    return pairs, tuple(before.values()), left


def pair_renamed(old: Side, new: Side) -> list[FilePair]:
    """Pair files that were renamed and edited: the same title, or nearly the same text.

    What is not paired is gone, or new. Raises OSError.
    """
    gone, added = dict(enumerate(old)), dict(enumerate(new))
    pairs = []
    for match in (_same_titles, _alike):
        ones, others = [*gone], [*added]
        found = match([gone[n] for n in ones], [added[n] for n in others])
        for one, other in found:
            if ones[one] in gone and others[other] in added:
                pairs.append(FilePair(gone.pop(ones[one]), added.pop(others[other])))
    left = [FilePair(each, None) for each in gone.values()]
    return [*pairs, *left, *(FilePair(None, each) for each in added.values())]


def title_in(data: bytes) -> str:
    """The title that a text begins with, as far as that is seen without reading it as a whole."""
    found = _TITLE.search(data[:_START])
    return " ".join(found[1].decode("utf-8", "replace").casefold().split()) if found else ""


def _same_titles(old: Side, new: Side) -> Iterator[tuple[int, int]]:
    titles = {title_in(each.read()): number for number, each in enumerate(old)}
    for number, each in enumerate(new):
        title = title_in(each.read())
        if title and title in titles:
            yield titles[title], number


def _alike(old: Side, new: Side) -> list[tuple[int, int]]:
    if not old or not new or len(old) * len(new) > MOST:
        return []
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 (slow to import)
    from rapidfuzz.process import extract_iter  # noqa: PLC0415

    texts = {number: each.read().decode("utf-8", "replace") for number, each in enumerate(new)}
    scored = [
        (-score, one, other)
        for one, each in enumerate(old)
        for _, score, other in extract_iter(
            each.read().decode("utf-8", "replace"), texts, scorer=ratio, score_cutoff=ALIKE
        )
    ]
    return [(one, other) for _, one, other in sorted(scored)]
