"""The capacity of a Dask scheduler, and the bytes sent: the figures of docs/scaling.md.

    python -m benchmarks.scheduler [FOLDER] [CHUNKS]

Starts a scheduler and two workers on this machine. They first print every monograph of FOLDER
(default: content/), which gives the bytes sent and received per document. Then CHUNKS chunks
(default 200) of that size are sent and received without printing, which gives the transport cost.
"""

import pickle
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import mean

from distributed import Client, as_completed

from leaflet import batch
from leaflet.batch.cluster import MAX_CHUNK
from leaflet.batch.remote_job import RemoteJob, pack
from leaflet.config.settings import Settings
from leaflet.job import Outcome
from leaflet.output import plan
from leaflet.sources import find_monographs

CHECKOUT = Path(__file__).parents[1]


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else CHECKOUT / "content"
    chunks = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    with tempfile.TemporaryDirectory() as out, cluster() as address:
        settings = Settings(output=Path(out), scheduler=address)
        jobs = plan.plan(find_monographs([folder]), ("patient", "clinician"), settings)
        start = time.perf_counter()
        outcomes = list(batch.run(jobs, settings))
        took = time.perf_counter() - start
        remote_jobs = [pack(job) for job in jobs]
        pdfs = [o.job.target.read_bytes() for o in outcomes if o.job.target.exists()]
        sent, received = weight(remote_jobs), weight(outcomes) + mean(map(len, pdfs))
        print(f"{len(jobs)} documents printed by two workers: {len(jobs) / took:.2f} per second")
        print(f"bytes per document: {sent:,.0f} sent, {received:,.0f} received")
        chunk = (remote_jobs * MAX_CHUNK)[:MAX_CHUNK]
        rate = send(address, chunk, int(received) * MAX_CHUNK, chunks)
    print(f"chunks of {MAX_CHUNK} sent and received, not printed: {rate:.1f} per second")
    print(f"that is {rate * MAX_CHUNK:,.0f} documents per second, ", end="")
    print(f"{rate * MAX_CHUNK * received / 1e6:.0f} MB of PDFs per second")


def weight(values: Sequence[RemoteJob] | Sequence[Outcome]) -> float:
    """Bytes per value when all are pickled together."""
    return len(pickle.dumps(list(values))) / len(values)


def send(address: str, chunk: Sequence[RemoteJob], received: int, count: int) -> float:
    """Chunks per second that are sent, and answered with ``received`` bytes; four in flight."""
    with Client(address, set_as_default=False) as client:
        start = time.perf_counter()
        done = as_completed(loop=client.loop)
        for number in range(count):
            done.add(client.submit(answer, chunk, received, number, pure=False))
            if number >= 4:
                next(done).result()
        for future in done:
            future.result()
        return count / (time.perf_counter() - start)


def answer(_chunk: Sequence[RemoteJob], size: int, number: int) -> bytes:
    return number.to_bytes(8) * (size // 8)


@contextmanager
def cluster() -> Iterator[str]:
    """The address of a scheduler with two workers on this machine, stopped at the end."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as processes:
        card = Path(folder, "scheduler.json")
        given = ("--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(card))
        processes.enter_context(process("dask_scheduler", *given))
        while not card.exists():
            time.sleep(0.1)
        for _ in range(2):
            own = ("--scheduler-file", str(card), "--no-nanny", "--nthreads", "1")
            processes.enter_context(process("dask_worker", *own, "--local-directory", folder))
        with Client(scheduler_file=str(card), set_as_default=False) as client:
            client.wait_for_workers(2, timeout=60)
            yield str(client.scheduler.address)


@contextmanager
def process(module: str, *given: str) -> Iterator[None]:
    command = (sys.executable, "-m", f"distributed.cli.{module}", *given, "--no-dashboard")
    with subprocess.Popen(command, cwd=CHECKOUT, stderr=subprocess.DEVNULL) as running:
        try:
            yield
        finally:
            running.kill()


if __name__ == "__main__":
    main()
