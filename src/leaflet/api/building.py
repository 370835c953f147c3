"""Monographs → PDFs in a folder, a file or standard output: only what is not up to date."""

from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from itertools import groupby, repeat
from pathlib import Path
from typing import Unpack

from leaflet import batch, clock, files
from leaflet.api.arguments import BuildOptions, PathArgument, paths, settings_from
from leaflet.api.report import Listener, Report
from leaflet.api.trial import Trial
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic, has_errors
from leaflet.edition.edition import EditionKey, design
from leaflet.files import PIPE
from leaflet.job import Job, Outcome, Status
from leaflet.output import plan
from leaflet.output.catalogue import Catalogue
from leaflet.output.report import Exit, Tally
from leaflet.output.store import Store
from leaflet.output.up_to_date import OutputState
from leaflet.sources import find_monographs
from leaflet.sources.drafts import find_draft
from leaflet.sources.ignored import Ignored
from leaflet.theme.search_path import Theme


def build(
    sources: PathArgument | Iterable[PathArgument],
    output: PathArgument | None = None,
    *,
    listener: Listener | None = None,
    **options: Unpack[BuildOptions],
) -> Report:
    """Print monographs into a folder, as ``leaflet build`` does, with several processes.

    ``sources`` are files and folders; ``output`` is a folder, or for a single document a ``.pdf``
    file; by default it is that of the project, or ``dist``. A document that fails stops no other
    and raises nothing: see ``counts`` and ``exit_code``.

    Raises NothingMatched if there is no monograph; SettingsError if an option, the project or the
    output cannot be used; OSError if a folder, the receipt or the manifest cannot be read or
    written; KeyboardInterrupt after Ctrl-C, when all files are whole and recorded.
    """
    settings = settings_from(options, BuildOptions)
    if output is not None:
        settings = replace(settings, output=Path(output))
    report = run_build(paths(sources), settings, listener or Listener(), keep=True)
    if report.exit_code is Exit.INTERRUPTED:
        raise KeyboardInterrupt
    return report


def run_build(
    sources: Sequence[Path],
    settings: Settings,
    listener: Listener,
    *,
    keep: bool = False,
    may_fork: bool = False,
) -> Report:
    """Print monographs with the settings of a project.

    ``keep`` decides whether the report has ``documents``: thousands of them take much memory.
    ``may_fork`` says that this process is leaflet's own, from which a worker may be forked.
    Raises as ``build`` does; after Ctrl-C it raises nothing and sets the ``exit_code``.
    """
    plan.check_report(settings)
    run = _Run(settings, listener, keep=keep, may_fork=may_fork)
    ignored = Ignored(settings.project, settings.not_sources)
    found = find_monographs(sources, ignored, run.note)
    jobs = plan.plan(found, _kinds(settings), settings)
    folder = plan.folder(settings)
    if folder is None:
        run.print(jobs)
    else:
        run.print_into(folder, jobs)
    return run.finish()


def _kinds(settings: Settings) -> tuple[str, ...]:
    """The kinds to print. Raises SettingsError if one, or a style or paper, cannot be used."""
    theme = Theme.of(settings.project)
    kinds = settings.kinds or tuple(theme.kinds())
    for kind in kinds:
        design(EditionKey(kind, settings.styles, settings.paper_for(kind)), theme, settings)
    return kinds


class _Run:
    """A build and its results so far."""

    def __init__(
        self, settings: Settings, listener: Listener, *, keep: bool, may_fork: bool
    ) -> None:
        self._settings = settings
        self._listener = listener
        self._keep = keep
        self._may_fork = may_fork
        self._started = clock.seconds()
        self._tally = Tally(keep=settings.report is not None)
        self._documents: list[Outcome] = []
        self._findings: list[Diagnostic] = []
        self._orphans: tuple[Path, ...] = ()
        self._interrupted = False
        self._trial = Trial(settings)

    def print_into(self, folder: Path, jobs: Sequence[Job]) -> None:
        """Print into a folder those jobs that are not up to date there, and record them."""
        is_done = False
        try:
            with Store.open(folder) as store:
                self._print_and_record(store, jobs)
                is_done = True
        except OSError as error:
            if not is_done:
                raise
            # The records could not be saved, but there is still something to report.
            self._note([Diagnostic.error("file-trouble", files.reason(error))])

    def _print_and_record(self, store: Store, jobs: Sequence[Job]) -> None:
        self._note(store.findings)
        state = OutputState(store, self._settings)
        if self._settings.only_failed:
            self._note(state.never_printed(jobs))
            jobs = tuple(filter(state.has_failed, jobs))
        self.print(jobs, store, state)
        if self._settings.prune and not self._interrupted:
            for trouble in state.prune():
                self._tally.counts["removed"] += trouble is None
                self._note([trouble] if trouble else [])
        self._orphans = state.orphans()
        if store.is_lost:
            message = "was removed while it was being printed into"
            hint = "print again: only what is missing will be printed"
            self._note([Diagnostic.error("output-lost", message, str(store.folder), hint=hint)])
        else:
            self._update_catalogue(store)

    def print(
        self,
        jobs: Sequence[Job],
        store: Store | None = None,
        state: OutputState | None = None,
    ) -> None:
        """Print the jobs, record them if there is a store, and stop at Ctrl-C."""
        try:
            with closing(self._outcomes(jobs, state)) as outcomes:
                for outcome in outcomes:
                    self._trial.require_sound(outcome)
                    self._tally.add(outcome)
                    if store and outcome.status is not Status.UNCHANGED:
                        store.record(outcome)
                    if self._keep:
                        self._documents.append(replace(outcome, text=b""))
                    self._listener.document(outcome)
        except KeyboardInterrupt:
            self._interrupted = True

    def _outcomes(
        self, jobs: Sequence[Job], state: OutputState | None
    ) -> Generator[Outcome, None, None]:
        """First the documents that are up to date, then the others as they are printed."""
        waiting = []
        known = (
            state.find_all(jobs) if state and not self._settings.force else zip(jobs, repeat(None))
        )
        for job, kept in known:
            if kept:
                yield kept
            else:
                waiting.append(job)
        if state:
            self._note(state.findings())
        waiting = [*self._published(waiting, state)]
        self._listener.begin(len(waiting), len(jobs) - len(waiting))
        with closing(batch.run(waiting, self._settings, may_fork=self._may_fork)) as printed:
            yield from printed

    def _published(self, jobs: Iterable[Job], state: OutputState | None) -> Iterator[Job]:
        """The jobs whose monographs are no drafts; a draft is reported, and its PDFs are removed.

        Only files that would be printed are looked into: an unchanged one was no draft before.
        """
        for source, group in groupby(jobs, key=lambda job: job.source):
            of_one = [*group]
            note = find_draft(source, of_one[0].data)
            if note is None:
                yield from of_one
                continue
            self.note(note)
            for job in of_one:
                self._withdraw(job, state)

    def _withdraw(self, job: Job, state: OutputState | None) -> None:
        """Remove the PDF of a draft, as that of a document that failed: it only looks current."""
        outcome = batch.write_or_remove(Outcome(job, Status.FAILED))
        self._tally.counts["removed"] += outcome.removed
        self._note(outcome.diagnostics)
        if state:
            state.forget(job)

    def _update_catalogue(self, store: Store) -> None:
        """Update the catalogue, or remove it if none is wanted."""
        orphans = (str(each.relative_to(store.folder)) for each in self._orphans)
        catalogue = Catalogue(store, self._settings, orphans)
        if self._settings.catalogue:
            self._note(catalogue.update())
        else:
            catalogue.remove()

    def _note(self, findings: Iterable[Diagnostic]) -> None:
        for finding in findings:
            self.note(finding)

    def note(self, finding: Diagnostic) -> None:
        """Report a finding about the whole run."""
        self._findings.append(finding)
        self._listener.finding(finding)

    def finish(self) -> Report:
        """Write the receipt, if one is wanted. Raises OSError."""
        if self._settings.report:
            folder = plan.folder(self._settings)
            self._tally.write(self._settings.report, folder, is_interrupted=self._interrupted)
        is_pipe = self._settings.output == PIPE
        output = "standard output" if is_pipe else str(self._settings.output)
        return Report(
            exit_code=self._exit_code(),
            counts=self._tally.counts,
            seconds=clock.seconds() - self._started,
            output=output,
            summary=self._tally.summary(output, self._orphans),
            documents=tuple(self._documents),
            findings=tuple(self._findings),
            orphans=self._orphans,
        )

    def _exit_code(self) -> Exit:
        if self._interrupted:
            return Exit.INTERRUPTED
        if has_errors(self._findings):
            return Exit.FAILED
        return self._tally.exit_code(strict=self._settings.strict)
