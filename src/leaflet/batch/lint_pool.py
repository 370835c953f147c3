"""Monographs proof-read, mended and proved by worker processes, within the limits of a run.

A text that no rule comes to the end of, or a PDF that brings its reader down, is told by name, and
the others go on.
"""

from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import replace
from functools import partial

from leaflet import clock, files
from leaflet.batch.failure import error, findings
from leaflet.batch.pool import WorkSpec, run_tasks, start_server
from leaflet.batch.worker import Handler, Result, Task
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic
from leaflet.errors import SettingsError
from leaflet.files import Found
from leaflet.lint.autofix import Mended, mend
from leaflet.lint.check import rules_in_force
from leaflet.lint.reports.folder import Verdict, read_one

Lost = Callable[[Task, Diagnostic], Result]
"""What makes the result of a task that was too much for whoever was at it."""


def check_files(
    found: Sequence[Found], settings: Settings, *, graded: bool = False
) -> Iterator[Verdict]:
    """Proof-read monographs, as many at a time as there are CPUs, and tell of each in turn.

    Raises SettingsError, before anything is read, where the settings name a rule that there is
    not.
    """
    rules_in_force(settings)
    begin = partial(_reader, graded=graded)
    yield from run_in_order(begin, found, settings, _unread, "leaflet.lint.reports.folder")


def _reader(settings: Settings, *, graded: bool) -> Callable[[Found], Verdict]:
    return partial(read_one, settings, graded)


def _unread(found: Found, finding: Diagnostic) -> Verdict:
    name = str(found.path)
    return Verdict(name, "", (replace(finding, file=name),))


def fix_files(found: Sequence[Found], settings: Settings) -> Iterator[Mended | Diagnostic]:
    """What each monograph becomes by its certain corrections, or why that cannot be told."""
    rules_in_force(settings)
    yield from run_in_order(_mender, found, settings, _unmended, "leaflet.lint.autofix")


def _mender(settings: Settings) -> Callable[[Found], Mended | Diagnostic]:
    return partial(_mend, settings)


def _mend(settings: Settings, found: Found) -> Mended | Diagnostic:
    try:
        return mend(files.read_source(found.path), str(found.path), settings)
    except OSError as trouble:
        return _unmended(found, error("file-trouble", files.reason(trouble)))


def _unmended(found: Found, finding: Diagnostic) -> Diagnostic:
    return replace(finding, file=str(found.path))


def run_in_order(
    begin: Callable[[Settings], Handler[Task, Result]],
    tasks: Sequence[Task],
    settings: Settings,
    lost: Lost[Task, Result],
    preload: str,
) -> Generator[Result, None, None]:
    """What workers make of the tasks, in the order of these.

    ``begin`` makes, in a worker, what does the work. ``preload`` is the module in which the work
    is done.
    """
    start_server(preload)
    spec = WorkSpec(settings, clock.today(), partial(_numbered, begin, lost), partial(_lost, lost))
    early: dict[int, Result] = {}
    due = 0
    for number, result in run_tasks(spec, tuple(enumerate(tasks))):
        early[number] = result
        while due in early:
            yield early.pop(due)
            due += 1


def _numbered(
    begin: Callable[[Settings], Handler[Task, Result]], lost: Lost[Task, Result], settings: Settings
) -> Handler[tuple[int, Task], tuple[int, Result]]:
    return partial(_do, begin(settings), lost)


def _do(
    handler: Handler[Task, Result], lost: Lost[Task, Result], numbered: tuple[int, Task]
) -> tuple[int, Result]:
    number, task = numbered
    try:
        return number, handler(task)
    except SettingsError:
        raise
    except Exception as trouble:  # the others go on, whatever it was
        return number, lost(task, findings(trouble)[0])


def _lost(
    lost: Lost[Task, Result], numbered: tuple[int, Task], finding: Diagnostic, _: float
) -> tuple[int, Result]:
    number, task = numbered
    return number, lost(task, finding)
