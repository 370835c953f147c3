"""What a Dask scheduler can take, and what travels: the figures of docs/scaling.md.

    python -m benchmarks.scheduler [FOLDER] [SHEAVES]

Starts a scheduler and two workers here. First every monograph of FOLDER (default: content/) is
printed by them, which tells the bytes of a document each way. Then SHEAVES sheaves (default 200)
of that size go there and back without being printed: what is left is the cost of the way.
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

from leaflet import batch, files
from leaflet.batch.cluster import LARGEST_SHEAF
from leaflet.batch.remote_job import RemoteJob, pack
from leaflet.config.settings import Settings
from leaflet.job import Outcome
from leaflet.output import plan

CHECKOUT = Path(__file__).parents[1]


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else CHECKOUT / "content"
    sheaves = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    with tempfile.TemporaryDirectory() as out, cluster() as address:
        settings = Settings(output=Path(out), scheduler=address)
        jobs = plan.plan(files.find([folder]), ("patient", "clinician"), settings)
        start = time.perf_counter()
        outcomes = list(batch.run(jobs, settings))
        took = time.perf_counter() - start
        parcels = [pack(job) for job in jobs]
        pdfs = [o.job.target.read_bytes() for o in outcomes if o.job.target.exists()]
        there, back = weight(parcels), weight(outcomes) + mean(map(len, pdfs))
        print(f"{len(jobs)} documents printed by two workers: {len(jobs) / took:.2f} a second")
        print(f"bytes of a document: {there:,.0f} there, {back:,.0f} back")
        sheaf = (parcels * LARGEST_SHEAF)[:LARGEST_SHEAF]
        rate = send(address, sheaf, int(back) * LARGEST_SHEAF, sheaves)
    print(f"sheaves of {LARGEST_SHEAF} there and back, not printed: {rate:.1f} a second")
    print(f"that is {rate * LARGEST_SHEAF:,.0f} documents a second, ", end="")
    print(f"{rate * LARGEST_SHEAF * back / 1e6:.0f} MB a second of PDFs")


def weight(values: Sequence[RemoteJob] | Sequence[Outcome]) -> float:
    """Bytes for one of the values when they travel together."""
    return len(pickle.dumps(list(values))) / len(values)


def send(address: str, sheaf: Sequence[RemoteJob], back: int, count: int) -> float:
    """Sheaves a second that go there and come back as so many bytes, four on the way at a time."""
    with Client(address, set_as_default=False) as client:
        start = time.perf_counter()
        done = as_completed(loop=client.loop)
        for number in range(count):
            done.add(client.submit(answer, sheaf, back, number, pure=False))
            if number >= 4:
                next(done).result()
        for future in done:
            future.result()
        return count / (time.perf_counter() - start)


def answer(_sheaf: Sequence[RemoteJob], size: int, number: int) -> bytes:
    return number.to_bytes(8) * (size // 8)


@contextmanager
def cluster() -> Iterator[str]:
    """A scheduler and two workers on this machine, gone in the end."""
    with tempfile.TemporaryDirectory() as place, ExitStack() as all_of_them:
        card = Path(place, "scheduler.json")
        given = ("--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(card))
        all_of_them.enter_context(process("dask_scheduler", *given))
        while not card.exists():
            time.sleep(0.1)
        for _ in range(2):
            own = ("--scheduler-file", str(card), "--no-nanny", "--nthreads", "1")
            all_of_them.enter_context(process("dask_worker", *own, "--local-directory", place))
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
