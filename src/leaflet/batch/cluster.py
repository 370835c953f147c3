"""The machines of a Dask cluster: documents go out in sheaves, PDFs come back.

The scheduler gives a sheaf to whoever is free, and again to somebody else if a machine is lost with
it. No more sheaves are on the way than keep all machines busy, so that neither this process nor the
scheduler ever holds more than a few of a register's documents.
"""

from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from distributed import Client, Future, KilledWorker, as_completed
from distributed.client import FutureCancelledError

from leaflet.batch.failure import error, failed, findings
from leaflet.batch.remote_job import RemoteJob, RemoteSetup, pack, pack_setup
from leaflet.batch.remote_worker import examine, print_sheaf
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic
from leaflet.errors import SettingsError
from leaflet.job import Job, Outcome

LARGEST_SHEAF = 48
"""Documents: to make ready for a sheaf takes as long as to print two of them."""

SHEAVES = 4
"""Each thread of the cluster gets so many sheaves, if there are enough documents for that."""

AHEAD = 2
"""Sheaves on the way for each thread: the one that it prints, and the next."""

PATIENCE = 10
"""Seconds to wait for a scheduler, and for its first worker."""


def print_all(jobs: Sequence[Job], settings: Settings) -> Generator[Outcome, None, None]:
    """An outcome for each job, as they come, from the cluster of ``settings.scheduler``.

    Sources, pictures, templates and styles are read here and travel with the documents. Raises
    SettingsError where no document can be printed: without a scheduler or workers, or with a
    worker whose leaflet is another than this.
    """
    with _connected(settings.scheduler) as client:
        try:
            setup = pack_setup(settings)
        except OSError as trouble:
            raise SettingsError(findings(trouble)) from trouble
        _examine(client, setup)
        size = min(max(len(jobs) // (_threads(client) * SHEAVES), 1), LARGEST_SHEAF)
        in_flight = InFlight(client, setup)
        for start in range(0, len(jobs), size):
            yield from in_flight.send(jobs[start : start + size])
            if len(in_flight) >= AHEAD * _threads(client):
                yield from in_flight.await_one()
        while in_flight:
            yield from in_flight.await_one()


class InFlight:
    """The sheaves that are on the way."""

    def __init__(self, client: Client, setup: RemoteSetup) -> None:
        self._client = client
        # As a task, not as data: the scheduler can have a task done again, wherever it is lost.
        self._kit = client.submit(_keep, setup, pure=False)
        self._away: dict[Future[list[Outcome]], list[Job]] = {}
        self._done = as_completed(loop=client.loop)

    def __len__(self) -> int:
        return len(self._away)

    def send(self, jobs: Sequence[Job]) -> Iterator[Outcome]:
        """Send a sheaf; the outcomes of those jobs that cannot be read here."""
        sheaf: list[RemoteJob] = []
        sent = []
        for job in jobs:
            try:
                sheaf.append(pack(job))
                sent.append(job)
            except OSError as trouble:
                yield failed(job, findings(trouble))
        if sheaf:
            future = self._client.submit(print_sheaf, self._kit, sheaf, pure=False)
            self._away[future] = sent
            self._done.add(future)

    def await_one(self) -> Iterator[Outcome]:
        """The outcomes of the next sheaf that comes back, or is lost for good."""
        future = next(self._done)
        jobs = self._away.pop(future)
        trouble = future.exception()
        if isinstance(trouble, SettingsError):
            raise trouble
        printed = [] if trouble else future.result()
        future.release()  # left to the collector, it could swallow a Ctrl-C
        if trouble:  # the others go on, whatever it was
            printed = [failed(job, _findings(trouble)) for job in jobs]
        for job, outcome in zip(jobs, printed, strict=True):
            yield replace(outcome, job=job)


def _threads(client: Client) -> int:
    """The threads of all machines, of which some may have joined or been lost a moment ago."""
    return sum(client.nthreads().values()) or 1


def _keep(setup: RemoteSetup) -> RemoteSetup:
    return setup


def _findings(trouble: Exception) -> tuple[Diagnostic, ...]:
    if not isinstance(trouble, KilledWorker):
        return findings(trouble)
    told = "the machines of the cluster that printed it, or others of its sheaf, were lost with it"
    return (error("worker-died", told),)


@contextmanager
def _connected(address: str) -> Iterator[Client]:
    try:
        client = Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as trouble:
        told = f"there is no scheduler at {address}: {trouble}"
        hint = "start one with `dask scheduler`, and name it as in tcp://host:8786"
        raise SettingsError.of("no-scheduler", told, hint=hint) from trouble
    with client:
        try:
            client.wait_for_workers(1, timeout=PATIENCE)
        except TimeoutError:
            told = f"the scheduler at {address} has no workers"
            hint = f"start one on each machine: `dask worker {address} --no-nanny`"
            raise SettingsError.of("no-workers", told, hint=hint) from None
        try:
            yield client
        except (FutureCancelledError, OSError) as lost:
            told = f"the scheduler at {address} is lost: {lost}"
            hint = "what was printed before stays; the next run goes on from there"
            raise SettingsError.of("no-scheduler", told, hint=hint) from lost


def _examine(client: Client, setup: RemoteSetup) -> None:
    """Refuse the whole run, before anything is printed, for one worker that cannot print alike."""
    for worker, trouble in client.run(examine, setup.make, on_error="return").items():
        if isinstance(trouble, SettingsError):
            first = trouble.diagnostics[0]
            raise SettingsError([replace(first, message=f"{worker}: {first.message}")])
        if isinstance(trouble, Exception):
            told = f"{worker}: a worker of the cluster cannot load leaflet: {trouble}"
            raise SettingsError.of("no-leaflet", told, hint="install the same leaflet there")
