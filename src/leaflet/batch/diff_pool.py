"""Versions of monographs compared by worker processes, each within the limits of a run."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from leaflet.batch.pool import run_in_order
from leaflet.batch.worker import WorkSpec
from leaflet.config.limits import Limits
from leaflet.config.markup import MarkupChoice
from leaflet.config.section_names import SectionNames
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic, Severity, with_file
from leaflet.diff.compare import compare
from leaflet.diff.file_changes import FileChanges, FileState, Version
from leaflet.diff.pairs import FilePair, Side, SourceText, pair_renamed
from leaflet.errors import DocumentError, MonographRefused
from leaflet.monograph import parse
from leaflet.monograph.medicine import describe
from leaflet.monograph.model import Monograph
from leaflet.monograph.refused import parse_refused
from leaflet.theme.search_path import Theme
from leaflet.topics.assign import assign_topics

if TYPE_CHECKING:
    from leaflet.batch.marked_editions import MarkedEditions

Parser = Callable[[bytes, str, Limits, SectionNames, MarkupChoice], Monograph]

_PRELOAD = "leaflet.batch.diff_pool"
_ENGINE = "leaflet.batch.preload"


def compare_files(
    pairs: Sequence[FilePair], settings: Settings, *, marked: bool = False
) -> Iterator[FileChanges]:
    """What changed in each pair of files, in their order; with its ``marked`` edition if wanted.

    Raises SettingsError if the styles or the paper of the settings cannot be used for that.
    """
    start, preload = (_start_marking, _ENGINE) if marked else (_start_comparing, _PRELOAD)
    yield from run_in_order(WorkSpec(settings, start, _uncompared, preload), pairs)


def pair_files(old: Side, new: Side, settings: Settings) -> list[FilePair]:
    """Pair the files that were renamed, in a process of its own: it looks into their texts."""
    if not old or not new:
        return [*(FilePair(each, None) for each in old), *(FilePair(None, each) for each in new)]
    spec = WorkSpec(settings, _start_pairing, _unpaired, _PRELOAD)
    (pairs,) = run_in_order(spec, [(old, new)])
    return pairs


def compare_in_process(pair: FilePair, settings: Settings) -> FileChanges:
    """What changed in one pair of files, with its marked editions, found in this process."""
    return _start_marking(settings)(pair)


def _start_pairing(_: Settings) -> Callable[[tuple[Side, Side]], list[FilePair]]:
    return lambda sides: pair_renamed(*sides)


def _unpaired(sides: tuple[Side, Side], _finding: Diagnostic, _seconds: float) -> list[FilePair]:
    """Each file on its own: nobody could say which of them were renamed."""
    old, new = sides
    return [*(FilePair(each, None) for each in old), *(FilePair(None, each) for each in new)]


def _start_comparing(settings: Settings) -> Callable[[FilePair], FileChanges]:
    return _Comparer(settings).compare


def _start_marking(settings: Settings) -> Callable[[FilePair], FileChanges]:
    from leaflet.batch.marked_editions import MarkedEditions  # noqa: PLC0415 - loads the engine

    return _Comparer(settings, MarkedEditions(settings)).compare


def _uncompared(pair: FilePair, finding: Diagnostic, _seconds: float) -> FileChanges:
    return _failed(pair, (finding,))


def _failed(pair: FilePair, findings: tuple[Diagnostic, ...]) -> FileChanges:
    """A file that cannot be compared, for reasons that are about its new version, if it has one."""
    text = pair.new or pair.old
    name = text.name if text else ""
    found = with_file(findings, name)
    old, new = (Version(each.name) if each else None for each in (pair.old, pair.new))
    return FileChanges(text.subpath if text else "", FileState.FAILED, old, new, (), found)


def read_version(text: SourceText, parser: Parser, settings: Settings, theme: Theme) -> Monograph:
    """A version of a monograph with the topics of its statements. Raises MonographRefused, OSError.

    The parser of older versions may take what is refused today.
    """
    names = theme.section_names()
    monograph = parser(text.read(), text.name, settings.limits, names, settings.markup)
    return assign_topics(monograph, theme.topics(monograph.front.lang))


class _Comparer:
    """Compares files in a worker, and prints marked editions if it has some to print."""

    def __init__(self, settings: Settings, editions: "MarkedEditions | None" = None) -> None:
        self._settings = settings
        self._theme = Theme.of(settings.project)
        self._editions = editions

    def compare(self, pair: FilePair) -> FileChanges:
        """What changed from one version of a file to the other."""
        try:
            read = partial(read_version, settings=self._settings, theme=self._theme)
            new = read(pair.new, parse) if pair.new else None
            # The older version may be one that is refused today.
            old = read(pair.old, parse_refused) if pair.old else None
        except MonographRefused as refused:
            return _failed(pair, refused.diagnostics)
        before, after = (_version(each) if each else None for each in (old, new))
        title = next(each.name for each in (new, old) if each)
        subpath = next(each.subpath for each in (pair.new, pair.old) if each)
        if not old or not new:
            state = FileState.NEW if new else FileState.GONE
            return FileChanges(title, state, before, after, subpath=subpath)
        changes = compare(old, new, self._theme.vocabulary(new.front.lang))
        is_renamed = pair.old and pair.new and pair.old.subpath != pair.new.subpath
        same = FileState.RENAMED if is_renamed else FileState.SAME
        state = FileState.CHANGED if changes else same
        found = FileChanges(title, state, before, after, changes, _refused_today(old), subpath)
        if not changes or self._editions is None:
            return found
        printed = [*self._editions.print(old, new, found)]
        marked = tuple(each for each in printed if not isinstance(each, DocumentError))
        errors = (each for each in printed if isinstance(each, DocumentError))
        faults = with_file((one for each in errors for one in each.diagnostics), new.source.name)
        return replace(found, marked=marked, findings=(*found.findings, *faults))


def _version(monograph: Monograph) -> Version:
    medicine = describe(monograph)
    return Version(monograph.source.name, medicine.version, medicine.reviewed)


def _refused_today(old: Monograph) -> tuple[Diagnostic, ...]:
    """A warning if the older version would be refused: its medicines and labels are guessed."""
    reasons = [each for each in old.diagnostics if each.severity is Severity.ERROR]
    if not reasons:
        return ()
    message = f"the older version could not be printed today: {reasons[0].message}"
    return (Diagnostic.warning("old-refused", message, reasons[0].file, reasons[0].line),)
