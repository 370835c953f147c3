"""Two versions of monographs → what changed in each medicine."""

from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from leaflet import __version__, files
from leaflet.api.arguments import Progress
from leaflet.config.settings import Settings
from leaflet.diff.file_changes import FileChanges, FileState
from leaflet.diff.pairs import FilePair, Side, SourceText, pair
from leaflet.sources import Found, Report, find_monographs
from leaflet.sources.ignored import Ignored


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed from one version to another, the gravest changes first.

    ``old`` and ``new`` name the versions. ``files`` are the monographs whose text changed,
    ``unchanged`` is the number of all others.
    """

    old: str
    new: str
    files: tuple[FileChanges, ...]
    unchanged: int

    @property
    def listed(self) -> tuple[FileChanges, ...]:
        """The monographs that say something else now, or cannot be compared."""
        return tuple(each for each in self.files if each.state is not FileState.SAME)

    @property
    def counts(self) -> Counter[FileState]:
        """How many monographs there are in each state; the unchanged ones are the same."""
        counts = Counter(each.state for each in self.files)
        counts[FileState.SAME] += self.unchanged
        return counts

    @property
    def summary(self) -> str:
        """What was compared, and how many monographs are in each state, in one line."""
        counts = self.counts
        text = ", ".join(f"{counts[state]} {state}" for state in FileState if counts[state])
        first = sum(len(each.first) for each in self.files)
        changes = f"{first} change{'' if first == 1 else 's'} to look at first"
        return f"{self.old} → {self.new}: {text}; {changes}"

    def as_dict(self) -> dict[str, object]:
        """The comparison as plain values."""
        return {
            "leaflet": __version__,
            "old": self.old,
            "new": self.new,
            "counts": {str(state): self.counts[state] for state in FileState},
            "medicines": [each.as_dict() for each in self.listed],
        }


@dataclass(frozen=True, slots=True)
class Texts:
    """The monographs of one version, and what that is called."""

    name: str
    side: Side


def compare_texts(
    old: Texts,
    new: Texts,
    settings: Settings,
    progress: Progress | None = None,
    into: Path | None = None,
) -> Comparison:
    """Compare two versions, in worker processes; only texts that differ are read.

    The marked editions are written below the folder ``into``, if there is one. Raises SettingsError
    if no text can be read on this machine; OSError.
    """
    # Loads the parser: not before there is something to read.
    from leaflet.batch.diff_pool import compare_files  # noqa: PLC0415

    pairs, gone, added = pair(old.side, new.side)
    pairs += pair_files(gone, added, settings)
    found = []
    for each in compare_files(pairs, settings, marked=into is not None):
        found.append(_written(each, into) if into else each)
        if progress:
            progress(len(found), len(pairs))
    unchanged = len(new.side) - sum(each.new is not None for each in pairs)
    return Comparison(
        old.name, new.name, tuple(sorted(found, key=lambda each: each.weight)), unchanged
    )


def _written(file: FileChanges, folder: Path) -> FileChanges:
    for each in file.marked:
        files.write(folder / each.file, each.pdf, folder)
    return replace(file, marked=tuple(replace(each, pdf=b"") for each in file.marked))


def pair_files(gone: Side, added: Side, settings: Settings) -> list[FilePair]:
    """Pair what is gone with what is new, where it was renamed."""
    from leaflet.batch import diff_pool  # noqa: PLC0415 - loads the parser

    return diff_pool.pair_files(gone, added, settings)


def texts_in(sources: Sequence[Path], settings: Settings, report: Report = id) -> Texts:
    """The monographs in files and folders. Raises NothingMatched, SettingsError, OSError."""
    found = find_monographs(sources, Ignored(settings.project, settings.not_sources), report)
    return Texts(", ".join(map(str, sources)), tuple(hashed(found)))


def texts_at(revision: str, sources: Sequence[Path], settings: Settings) -> Texts:
    """The monographs at a revision in git. Raises NothingMatched, SettingsError."""
    from leaflet.sources.revisions import find_at  # noqa: PLC0415 - few runs need it

    found = find_at(revision, sources, Ignored(settings.project, settings.not_sources))
    return Texts(revision, tuple(hashed(found, f"{revision}:")))


def texts_printed(new: Texts, sources: Sequence[Path], settings: Settings) -> Texts:
    """The monographs in files and folders as they were printed last into the output folder.

    Where the kinds of a document were not printed from the same text, the one that differs from
    that in ``new`` counts. Raises NothingMatched if nothing was printed there, SettingsError,
    OSError.
    """
    from leaflet.output.printed_sources import printed_sources  # noqa: PLC0415 - few runs need it

    found = printed_sources(settings.output, sources, new.side, settings.kinds)
    return Texts(f"{settings.output} as printed", tuple(found))


def older_version(since: str, path: Path, settings: Settings) -> SourceText:
    """The version of a monograph of the "last commit" or the "last print", for the preview.

    Raises NothingMatched if there is none, SettingsError, OSError.
    """
    if since == "last commit":
        (text,) = texts_at("HEAD", [path], settings).side
        return text
    (text,) = texts_printed(texts_in([path], settings), [path], settings).side
    return text if text.data is not None else replace(text, path=path)


def hashed(found: Iterable[Found], prefix: str = "") -> Iterable[SourceText]:
    """The texts with their hashes; one that cannot be read is reported when it is compared."""
    for each in found:
        digest, data = "", each.data
        with suppress(OSError):
            digest = sha256(files.read_source(each.path) if data is None else data).hexdigest()
        yield SourceText(each.subpath, f"{prefix}{each.path}", digest, each.path, data)
