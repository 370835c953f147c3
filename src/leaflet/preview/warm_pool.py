"""The worker processes of the preview, which are kept between prints.

They are those of a run, with its limits of time and memory: a monograph that hangs the layout
engine hangs a process that is stopped, and never the preview.
"""

import asyncio
from contextlib import suppress
from datetime import date
from multiprocessing.connection import Connection
from typing import Any

from leaflet import clock
from leaflet.batch.local import PRELOAD, on_crash
from leaflet.batch.worker import WorkSpec
from leaflet.batch.worker_process import WorkerProcess
from leaflet.config.settings import Settings
from leaflet.errors import SettingsError
from leaflet.job import Job, Outcome
from leaflet.preview.worker import make_printer

PrintWorker = WorkerProcess[Job, Outcome]

MAX_IDLE = 2
"""How many workers are kept when there is nothing to do; each uses about 100 MB."""

GRACE = 1.0
"""Seconds to finish a print that nobody waits for any more: a warm worker is worth it."""


class WarmPool:
    """The workers and the prints that they are making. It belongs to one event loop."""

    def __init__(self) -> None:
        self._idle: list[tuple[Settings, date, PrintWorker]] = []
        self._prints: set[asyncio.Task[Outcome]] = set()

    async def print(self, job: Job, settings: Settings) -> Outcome:
        """Print a job and check its monograph; the findings of both are in the outcome.

        Raises SettingsError if the settings or the theme cannot be used.
        """
        task = asyncio.create_task(self._print(job, settings))
        self._prints.add(task)
        task.add_done_callback(self._prints.discard)
        try:
            return await asyncio.shield(task)
        except asyncio.CancelledError:
            asyncio.get_running_loop().call_later(GRACE, task.cancel)
            raise

    async def close(self) -> None:
        """Stop all workers, whatever they are doing."""
        tasks = tuple(self._prints)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        while self._idle:
            self._idle.pop()[2].stop()

    async def _print(self, job: Job, settings: Settings) -> Outcome:
        day = clock.today()
        worker = await self._take(settings, day)
        try:
            worker.send(job)
            while (outcome := await _receive(worker)) is None:
                pass
        except asyncio.CancelledError:
            worker.stop()
            raise
        finally:
            if len(self._idle) < MAX_IDLE and not worker.ended:
                self._idle.append((settings, day, worker))
            else:
                worker.stop()
        return outcome

    async def _take(self, settings: Settings, day: date) -> PrintWorker:
        """A worker that is ready, and was started with these settings and this day."""
        while self._idle:
            known, started, worker = self._idle.pop()
            died = worker.pipe.poll()  # an idle one sends nothing
            if (known, started) == (settings, day) and not died:
                return worker
            worker.stop()
        spec = WorkSpec(settings, make_printer, on_crash, PRELOAD, day)
        worker = await asyncio.to_thread(WorkerProcess, spec)
        try:
            await _receive(worker)
        except asyncio.CancelledError:
            worker.stop()
            raise
        if worker.ended:
            message = "a worker process ended before it was ready"
            raise SettingsError.of("no-workers", message, hint="run `leaflet doctor`")
        return worker


async def _receive(worker: PrintWorker) -> Outcome | None:
    """What a worker sends next, or the outcome of its timeout."""
    with suppress(TimeoutError):
        async with asyncio.timeout(max(worker.deadline - clock.seconds(), 0)):
            await _readable(worker.pipe)
    return worker.receive()


async def _readable(pipe: "Connection[Any, Any]") -> None:
    loop, readable = asyncio.get_running_loop(), asyncio.Event()
    loop.add_reader(pipe.fileno(), readable.set)
    try:
        await readable.wait()
    finally:
        loop.remove_reader(pipe.fileno())
