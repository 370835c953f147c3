"""The engine of a Dask cluster: documents are sent to its machines in chunks, PDFs come back.

The scheduler gives a chunk to any free thread, and to another one if a machine is lost with it. No
more chunks are in flight than keep all threads busy, so that neither this process nor the
scheduler ever holds more than a few of the documents.
"""

from asyncio import wait_for
from collections.abc import Awaitable, Callable, Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from functools import partial
from queue import Empty, SimpleQueue
from typing import TypeVar

from distributed import Client, Future, KilledWorker, rpc
from distributed.client import FutureCancelledError
from distributed.utils import LoopRunner

from leaflet.batch.cluster_local import Answered, bad_answer, pack_all, prove_all
from leaflet.batch.failure import findings_of
from leaflet.batch.remote_job import Answer, RemoteJob, RemoteSetup, pack_setup, unpack_answers
from leaflet.batch.remote_worker import check_machine, print_chunk
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic
from leaflet.errors import SettingsError
from leaflet.job import Job, Outcome

T = TypeVar("T")

MAX_CHUNK = 48
"""Documents per chunk. A process takes as long to get ready for one as to print two documents."""

MAX_CHUNK_BYTES = 20_000_000
"""Bytes of texts and pictures after which a chunk is sent with fewer documents."""

CHUNKS_PER_THREAD = 4
"""Each thread of the cluster gets at least so many chunks, if there are enough documents."""

IN_FLIGHT_PER_THREAD = 2
"""The chunk that a thread is printing, and the next one."""

CONNECT_TIMEOUT = 10
"""Seconds to wait for a scheduler, and for its first worker."""

ANSWER_TIMEOUT = 60
"""Seconds to wait for the answer to a question that takes no time."""

CHECK_INTERVAL = 15
"""Seconds in which nothing comes back, after which the scheduler is asked for its workers."""

_AGAIN = "printed documents are kept; run it again to print the rest"


def print_all(jobs: Sequence[Job], settings: Settings) -> Generator[Outcome, None, None]:
    """Print the jobs on the cluster; yields the outcome of each when it is known and proved here.

    Sources, pictures, templates and styles are read here and sent with the documents. Raises
    SettingsError if no document can be printed: there is no scheduler or worker, or a worker has
    another version of leaflet; and if the scheduler, or all workers, are lost.
    """
    with _connect(settings.scheduler) as client:
        try:
            setup = pack_setup(settings)
        except OSError as error:
            raise SettingsError(findings_of(error)) from error
        _check_machines(client, setup)
        with closing(_answers(client, setup, jobs)) as answered:
            yield from prove_all(answered, len(jobs), setup)


def _answers(
    client: Client, setup: RemoteSetup, jobs: Sequence[Job]
) -> Generator[Answered, None, None]:
    """What comes back of each job, in any order."""
    in_flight = InFlight(client, setup)
    size = min(max(len(jobs) // (in_flight.threads() * CHUNKS_PER_THREAD), 1), MAX_CHUNK)
    chunk: list[tuple[Job, RemoteJob]] = []
    with closing(pack_all(jobs, setup.settings)) as packed:
        for job, each in zip(jobs, packed, strict=True):
            if isinstance(each, Diagnostic):
                yield Answered(job, b"", each)
                continue
            chunk.append((job, each))
            if len(chunk) == size or sum(one.size for _, one in chunk) > MAX_CHUNK_BYTES:
                in_flight.send(chunk)
                chunk = []
                if len(in_flight) >= IN_FLIGHT_PER_THREAD * in_flight.threads():
                    yield from in_flight.await_one()
    if chunk:
        in_flight.send(chunk)
    while in_flight:
        yield from in_flight.await_one()


class InFlight:
    """The chunks that were sent and have not come back."""

    def __init__(self, client: Client, setup: RemoteSetup) -> None:
        self._client = client
        # A task and not data: the scheduler can repeat a task wherever its result is lost.
        self._setup = client.submit(_identity, setup, pure=False)
        self._chunks: dict[Future[bytes], list[tuple[Job, RemoteJob]]] = {}
        self._done: SimpleQueue[Future[bytes]] = SimpleQueue()

    def __len__(self) -> int:
        return len(self._chunks)

    def threads(self) -> int:
        """The threads of the cluster now: machines may join or be lost at any time."""
        return sum(_ask(self._client, self._client.nthreads).values()) or 1

    def send(self, chunk: list[tuple[Job, RemoteJob]]) -> None:
        """Send a chunk: jobs, and what is sent of each."""
        remote_jobs = [each for _, each in chunk]
        future = self._client.submit(print_chunk, self._setup, remote_jobs, pure=False)
        self._wait_for(future, chunk)

    def _wait_for(self, future: Future[bytes], chunk: list[tuple[Job, RemoteJob]]) -> None:
        self._chunks[future] = chunk
        future.add_done_callback(self._done.put)

    def await_one(self) -> Iterator[Answered]:
        """What comes back of the next chunk, or why nothing does.

        Yields nothing if the result was lost with its machine: the chunk is printed again.
        """
        future = self._next()
        chunk = self._chunks.pop(future)
        answers: Sequence[Answer | Diagnostic]
        try:
            answers = unpack_answers(future.result(ANSWER_TIMEOUT), len(chunk))
        except SettingsError:
            raise
        except Exception as error:  # whatever it was, the other chunks go on
            if self._is_lost(future, error):
                self._wait_for(future, chunk)
                return
            answers = [_finding_of(error)] * len(chunk)
        future.release()  # left to the garbage collector, it could swallow a Ctrl-C
        for (job, sent), answer in zip(chunk, answers, strict=True):
            yield Answered(job, sent.job.data or b"", answer)

    def _is_lost(self, future: Future[bytes], error: Exception) -> bool:
        """Whether the result was lost with its machine. Raises SettingsError if the cluster is."""
        if future.status == "cancelled":
            raise _lost(self._client, error) from error
        lost = isinstance(error, TimeoutError) and future.status != "error"
        if lost and not _ask(self._client, self._client.nthreads):
            raise _without_workers(self._client) from error
        return lost

    def _next(self) -> Future[bytes]:
        """The next chunk that is done. Raises SettingsError if the cluster is lost."""
        without_workers = 0
        while without_workers < 2:
            try:
                return self._done.get(timeout=CHECK_INTERVAL)
            except Empty:
                workers = _ask(self._client, self._client.nthreads)
                without_workers = 0 if workers else without_workers + 1
        raise _without_workers(self._client)


def _ask(client: Client, question: Callable[[], Awaitable[T]]) -> T:
    """What the scheduler, or its workers, answer in time. Raises SettingsError if they do not."""

    async def ask() -> T:
        return await question()

    try:
        return client.sync(ask, callback_timeout=ANSWER_TIMEOUT)  # type: ignore[no-any-return]
    except (FutureCancelledError, OSError) as error:  # a TimeoutError is an OSError
        raise _lost(client, error) from error


def _lost(client: Client, error: BaseException) -> SettingsError:
    why = str(error) or f"no answer in {ANSWER_TIMEOUT} seconds"
    message = f"the connection to the scheduler at {_address(client)} is lost: {why}"
    return SettingsError.of("no-scheduler", message, hint=_AGAIN)


def _without_workers(client: Client) -> SettingsError:
    message = f"all workers of the scheduler at {_address(client)} are lost"
    return SettingsError.of("no-workers", message, hint=_AGAIN)


def _address(client: Client) -> str:
    return str(client.scheduler.address) if client.scheduler else "its address"


def _identity(setup: RemoteSetup) -> RemoteSetup:
    return setup


def _finding_of(error: Exception) -> Diagnostic:
    """Why nothing usable came back of a chunk, for each of its documents."""
    match error:
        case KilledWorker():
            message = "the machines that tried to print it, or others of its chunk, were lost"
            return Diagnostic.error("worker-died", message)
        case ValueError():
            return bad_answer(str(error)).diagnostics[0]
    return findings_of(error)[0]


@contextmanager
def _connect(address: str) -> Iterator[Client]:
    try:
        LoopRunner().run_sync(_knock, address)
        client = Client(address, timeout=CONNECT_TIMEOUT, set_as_default=False)
    except Exception as error:  # an address may be wrong, or its certificates, in many ways
        why = str(error) or f"no answer in {CONNECT_TIMEOUT} seconds"
        message = f"there is no scheduler at {address}: {why}"
        hint = "start one with `dask scheduler`, and give its address as in tcp://host:8786"
        raise SettingsError.of("no-scheduler", message, hint=hint) from error
    with client:
        try:
            client.wait_for_workers(1, timeout=CONNECT_TIMEOUT)
        except TimeoutError:
            message = f"the scheduler at {address} has no workers"
            hint = f"start one on each machine: `dask worker {address} --no-nanny`"
            raise SettingsError.of("no-workers", message, hint=hint) from None
        yield client


async def _knock(address: str) -> None:
    """Raise an exception unless a scheduler answers in time. A client would wait for ever."""
    async with rpc(address) as scheduler:
        await wait_for(scheduler.identity(), CONNECT_TIMEOUT)


def _check_machines(client: Client, setup: RemoteSetup) -> None:
    """Refuse the whole run, before anything is printed, if any worker might print differently."""
    errors = _ask(client, partial(client.run, check_machine, setup.versions, on_error="return"))
    for worker, error in errors.items():
        if isinstance(error, SettingsError):
            first = error.diagnostics[0]
            raise SettingsError([replace(first, message=f"{worker}: {first.message}")])
        if isinstance(error, Exception):
            message = f"{worker}: this worker of the cluster cannot load leaflet: {error}"
            raise SettingsError.of("no-leaflet", message, hint="install the same leaflet there")
