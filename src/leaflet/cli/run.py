"""One run of ``leaflet build``: jobs → outcomes, with all who want to hear of them."""

import signal
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from leaflet import batch, files
from leaflet.cli.screen import Screen, say, screen
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic, has_errors
from leaflet.job import Job, Outcome, Status
from leaflet.output import plan
from leaflet.output.catalogue import Catalogue
from leaflet.output.report import Exit, Tally
from leaflet.output.store import Store
from leaflet.output.up_to_date import OutputState


def run(jobs: tuple[Job, ...], chosen: Settings) -> Exit:
    """Print the jobs; into a folder, only those whose PDFs there are not up to date.

    Raises SettingsError if nothing can be printed, or if another run is printing into the folder;
    OSError if store or receipt cannot be written.
    """
    into = plan.folder(chosen)
    if into is None:
        return _print(jobs, chosen)
    with Store.open(into) as store:
        for finding in store.findings:
            say(finding)
        output_state = OutputState(store, chosen)
        if chosen.only_failed:
            jobs = tuple(filter(output_state.has_failed, jobs))
        code = _print(jobs, chosen, store, output_state)
        if not store.is_lost:
            return code
        told = "was taken away while it was being printed into"
        hint = "print again: what is missing will be found"
        say(Diagnostic.error("output-lost", told, file=str(into), hint=hint))
        return Exit.INTERRUPTED if code is Exit.INTERRUPTED else Exit.FAILED


def _print(
    jobs: tuple[Job, ...],
    chosen: Settings,
    store: Store | None = None,
    output_state: OutputState | None = None,
) -> Exit:
    report = Tally(keep=chosen.report is not None)
    view = screen(report, chosen)
    interrupted = False
    try:
        with closing(_outcomes(jobs, chosen, view, output_state)) as outcomes:
            for outcome in outcomes:
                report.add(outcome)
                if store and outcome.status is not Status.UNCHANGED:
                    store.record(outcome)
                view.show(outcome)
    except KeyboardInterrupt:
        interrupted = True
    finally:
        view.stop()
    if output_state and chosen.prune and not interrupted:
        report.counts["removed"] += output_state.prune()
    if chosen.report:
        report.write(chosen.report)
    orphans = output_state.orphans() if output_state else ()
    whole = not store or store.is_lost or _update_catalogue(store, chosen, orphans)
    place = "standard output" if chosen.output == files.PIPE else str(chosen.output)
    view.end(place, orphans, interrupted=interrupted)
    if interrupted:
        return Exit.INTERRUPTED
    return report.exit_code(strict=chosen.strict) if whole else Exit.FAILED


def _update_catalogue(store: Store, chosen: Settings, orphans: Iterable[Path]) -> bool:
    """Update the catalogue, or remove it if none is wanted; whether that could be done."""
    catalogue = Catalogue(store, chosen, (str(each.relative_to(store.folder)) for each in orphans))
    if not chosen.catalogue:
        catalogue.remove()
        return True
    told = catalogue.update()
    for finding in told:
        say(finding)
    return not has_errors(told)


def _outcomes(
    jobs: Iterable[Job], chosen: Settings, view: Screen, output_state: OutputState | None
) -> Generator[Outcome, None, None]:
    """First what is in stock and may stay, then what is printed."""
    waiting = []
    for job in jobs:
        if output_state and not chosen.force and (kept := output_state.find(job)):
            yield kept
        else:
            waiting.append(job)
    view.begin(len(waiting))
    with closing(batch.run(waiting, chosen)) as printed:
        yield from printed


@contextmanager
def stoppable() -> Iterator[None]:
    """Let SIGTERM end a run as Ctrl-C does."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
