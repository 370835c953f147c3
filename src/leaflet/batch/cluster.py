"""The engine of a Dask cluster: documents are sent to its machines in chunks, PDFs come back.

The scheduler gives a chunk to any free thread, and to another one if a machine is lost with it. No
more chunks are in flight than keep all threads busy, so that neither this process nor the
scheduler ever holds more than a few of the documents.
"""

from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from distributed import Client, Future, KilledWorker, as_completed
from distributed.client import FutureCancelledError

from leaflet.batch.failure import failed, findings_of
from leaflet.batch.remote_job import RemoteJob, RemoteSetup, pack, pack_setup
from leaflet.batch.remote_worker import check_machine, print_chunk
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic
from leaflet.errors import SettingsError
from leaflet.job import Job, Outcome

MAX_CHUNK = 48
"""Documents per chunk. A process takes as long to get ready for one as to print two documents."""

CHUNKS_PER_THREAD = 4
"""Each thread of the cluster gets at least so many chunks, if there are enough documents."""

IN_FLIGHT_PER_THREAD = 2
"""The chunk that a thread is printing, and the next one."""

CONNECT_TIMEOUT = 10
"""Seconds to wait for a scheduler, and for its first worker."""


def print_all(jobs: Sequence[Job], settings: Settings) -> Generator[Outcome, None, None]:
    """Print the jobs on the cluster; yields the outcome of each when it is known.

    Sources, pictures, templates and styles are read here and sent with the documents. Raises
    SettingsError if no document can be printed: there is no scheduler or worker, or a worker has
    another version of leaflet.
    """
    with _connect(settings.scheduler) as client:
        try:
            setup = pack_setup(settings)
        except OSError as error:
            raise SettingsError(findings_of(error)) from error
        _check_machines(client, setup)
        size = min(max(len(jobs) // (_threads(client) * CHUNKS_PER_THREAD), 1), MAX_CHUNK)
        in_flight = InFlight(client, setup)
        for start in range(0, len(jobs), size):
            yield from in_flight.send(jobs[start : start + size])
            if len(in_flight) >= IN_FLIGHT_PER_THREAD * _threads(client):
                yield from in_flight.await_one()
        while in_flight:
            yield from in_flight.await_one()


class InFlight:
    """The chunks that were sent and have not come back."""

    def __init__(self, client: Client, setup: RemoteSetup) -> None:
        self._client = client
        # A task and not data: the scheduler can repeat a task wherever its result is lost.
        self._setup = client.submit(_identity, setup, pure=False)
        self._jobs: dict[Future[list[Outcome]], list[Job]] = {}
        self._done = as_completed(loop=client.loop)

    def __len__(self) -> int:
        return len(self._jobs)

    def send(self, jobs: Sequence[Job]) -> Iterator[Outcome]:
        """Send a chunk; yields the outcomes of the jobs that cannot be read here."""
        chunk: list[RemoteJob] = []
        sent = []
        for job in jobs:
            try:
                chunk.append(pack(job))
                sent.append(job)
            except OSError as error:
                yield failed(job, findings_of(error))
        if chunk:
            future = self._client.submit(print_chunk, self._setup, chunk, pure=False)
            self._jobs[future] = sent
            self._done.add(future)

    def await_one(self) -> Iterator[Outcome]:
        """The outcomes of the next chunk that comes back, or is lost for good."""
        future = next(self._done)
        jobs = self._jobs.pop(future)
        error = future.exception()
        if isinstance(error, SettingsError):
            raise error
        outcomes = [] if error else future.result()
        future.release()  # left to the garbage collector, it could swallow a Ctrl-C
        if error:  # whatever it was, the other chunks go on
            outcomes = [failed(job, _findings_of(error)) for job in jobs]
        for job, outcome in zip(jobs, outcomes, strict=True):
            yield replace(outcome, job=job)


def _threads(client: Client) -> int:
    """The threads of the cluster now: machines may join or be lost at any time."""
    return sum(client.nthreads().values()) or 1


def _identity(setup: RemoteSetup) -> RemoteSetup:
    return setup


def _findings_of(error: Exception) -> tuple[Diagnostic, ...]:
    if not isinstance(error, KilledWorker):
        return findings_of(error)
    message = "the machines that tried to print it, or others of its chunk, were lost"
    return (Diagnostic.error("worker-died", message),)


@contextmanager
def _connect(address: str) -> Iterator[Client]:
    try:
        client = Client(address, timeout=CONNECT_TIMEOUT, set_as_default=False)
    except (OSError, ValueError) as error:
        message = f"there is no scheduler at {address}: {error}"
        hint = "start one with `dask scheduler`, and give its address as in tcp://host:8786"
        raise SettingsError.of("no-scheduler", message, hint=hint) from error
    with client:
        try:
            client.wait_for_workers(1, timeout=CONNECT_TIMEOUT)
        except TimeoutError:
            message = f"the scheduler at {address} has no workers"
            hint = f"start one on each machine: `dask worker {address} --no-nanny`"
            raise SettingsError.of("no-workers", message, hint=hint) from None
        try:
            yield client
        except (FutureCancelledError, OSError) as error:
            message = f"the connection to the scheduler at {address} is lost: {error}"
            hint = "printed documents are kept; run it again to print the rest"
            raise SettingsError.of("no-scheduler", message, hint=hint) from error


def _check_machines(client: Client, setup: RemoteSetup) -> None:
    """Refuse the whole run, before anything is printed, if any worker might print differently."""
    errors = client.run(check_machine, setup.versions, on_error="return")
    for worker, error in errors.items():
        if isinstance(error, SettingsError):
            first = error.diagnostics[0]
            raise SettingsError([replace(first, message=f"{worker}: {first.message}")])
        if isinstance(error, Exception):
            message = f"{worker}: this worker of the cluster cannot load leaflet: {error}"
            raise SettingsError.of("no-leaflet", message, hint="install the same leaflet there")
