"""Monographs → what is wrong with their texts."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Unpack

from leaflet.api.arguments import CheckOptions, PathArgument, Progress, paths, settings_from
from leaflet.api.comparing import Texts, hashed, pair_files
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic
from leaflet.diff.pairs import pair
from leaflet.output.plan import CLASH, clashes
from leaflet.sources import Found, find_monographs
from leaflet.sources.ignored import Ignored

if TYPE_CHECKING:
    from leaflet.lint.reports.folder import FileFindings


def check(
    sources: bytes | PathArgument | Iterable[PathArgument],
    *,
    progress: Progress | None = None,
    **options: Unpack[CheckOptions],
) -> list[Diagnostic]:
    """Proof-read monographs, as ``leaflet check`` does; nothing is changed.

    ``sources`` are files and folders; ``bytes`` are the text of one monograph, which is read in
    this process. Findings come in the order of the files, and of the lines of each. Raises
    NothingMatched if there is no monograph, SettingsError for a rule or project that does not
    exist, ValueError for a text given as ``str``.
    """
    settings = settings_from(options, CheckOptions)
    if isinstance(sources, bytes):
        from leaflet import lint  # noqa: PLC0415 - loads every rule

        return list(lint.check(sources, "-", settings))
    ignored = Ignored(settings.project, settings.not_sources)
    verdicts = lint_all(find_monographs(paths(sources), ignored), settings, progress)
    verdicts, _ = unknown_only(verdicts, settings)
    return [finding for verdict in verdicts for finding in verdict.findings]


def lint_all(
    found: Sequence[Found],
    settings: Settings,
    progress: Progress | None = None,
    *,
    graded: bool = False,
    since: Texts | None = None,
) -> "list[FileFindings]":
    """What is found in each monograph, and in all of them together.

    With ``graded``, readability is measured too. With an older version, ``since``, only those are
    read that have changed, and the changes are examined as well. Raises SettingsError for an
    unknown rule.
    """
    if since:
        return _lint_since(found, settings, progress, since, graded=graded)
    # Loads every rule: not before there is something to read.
    from leaflet.batch.lint_pool import check_files, compare_files  # noqa: PLC0415

    verdicts = []
    for verdict in check_files(found, settings, graded=graded):
        verdicts.append(verdict)
        if progress:
            progress(len(verdicts), len(found))
    return _with_clashes(compare_files(verdicts, settings), found, settings)


def _lint_since(
    found: Sequence[Found],
    settings: Settings,
    progress: Progress | None,
    since: Texts,
    *,
    graded: bool,
) -> "list[FileFindings]":
    from leaflet.batch.since_pool import check_since  # noqa: PLC0415 - loads every rule

    pairs, gone, added = pair(since.side, tuple(hashed(found)))
    pairs += pair_files(gone, added, settings)
    changed = {each.new.path: each for each in pairs if each.new}
    files = [each for each in found if each.path in changed]
    verdicts = lint_all(files, settings, progress, graded=graded)
    about = check_since([changed[each.path] for each in files], settings)
    return [
        replace(each, findings=(*more, *each.findings))
        for each, more in zip(verdicts, about, strict=True)
    ]


def unknown_only(
    verdicts: "list[FileFindings]", settings: Settings
) -> "tuple[list[FileFindings], str]":
    """The findings that the baseline of the settings does not know, and what to say about it.

    Where there is no such file yet, all findings are written to it, and returned. Raises
    SettingsError if it is no baseline, OSError.
    """
    if settings.baseline is None:
        return verdicts, ""
    from leaflet.lint import baseline  # noqa: PLC0415 - loads every rule

    file = settings.baseline
    compared = baseline.compare_with(file, verdicts)
    if compared is None:
        baseline.write(file, verdicts)
        count = sum(len(each.findings) for each in verdicts)
        return verdicts, f"wrote {file}: findings known from now on: {count}"
    gone = f"; no longer found: {compared.gone}" if compared.gone else ""
    errors = (
        f", {compared.errors} of them errors, which may stop a build" if compared.errors else ""
    )
    return compared.results, f"known from {file} and not reported: {compared.known}{errors}{gone}"


def _with_clashes(
    verdicts: "list[FileFindings]", found: Sequence[Found], settings: Settings
) -> "list[FileFindings]":
    """Add the monographs whose PDFs would be the same file, unless other rules are selected."""
    if settings.select and CLASH not in settings.select:
        return verdicts
    faults = {fault.file: fault for fault in clashes(found, settings)}
    return [
        replace(each, findings=(faults[each.file], *each.findings)) if each.file in faults else each
        for each in verdicts
    ]
