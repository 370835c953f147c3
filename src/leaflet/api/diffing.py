"""Two versions of monographs → what changed in each, as ``leaflet diff`` says it."""

from collections.abc import Iterable
from pathlib import Path
from typing import Unpack

from leaflet.api.arguments import CompareOptions, PathArgument, Progress, paths, settings_from
from leaflet.api.comparing import Comparison, compare_texts, texts_at, texts_in
from leaflet.api.writing_changes import write_list
from leaflet.errors import ProofFailed


def compare(
    old: PathArgument | Iterable[PathArgument],
    new: PathArgument | Iterable[PathArgument],
    *,
    revision: str = "",
    output: PathArgument | None = None,
    progress: Progress | None = None,
    **options: Unpack[CompareOptions],
) -> Comparison:
    """What changed in monographs, the gravest first, as ``leaflet diff OLD NEW`` does.

    Both are files or folders; with ``revision``, ``old`` is what git has of them there. Lists of
    the changes and marked editions are written into the folder ``output``, if there is one. Raises
    NothingMatched if there is no monograph, SettingsError for a setting, project or revision that
    cannot be used, DocumentError if a list cannot be printed, OSError.
    """
    settings = settings_from(options, CompareOptions)
    older = paths(old)
    before = texts_at(revision, older, settings) if revision else texts_in(older, settings)
    folder = Path(output) if output is not None else None
    compared = compare_texts(before, texts_in(paths(new), settings), settings, progress, folder)
    if folder and (trouble := write_list(compared, compared.summary, folder, settings)):
        raise ProofFailed(trouble)
    return compared
