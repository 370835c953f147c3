"""The worker processes of the preview, kept warm between two prints.

They are those of a run, with its limits of time and memory, so a monograph that hangs the layout
engine hangs a process that is ended, and never the preview.
"""

import asyncio
from datetime import date
from multiprocessing.connection import Connection
from typing import Any

from leaflet import clock
from leaflet.batch.pool import Worker, WorkSpec, on_crash, start_server
from leaflet.config.settings import Settings
from leaflet.errors import SettingsError
from leaflet.job import Job, Outcome
from leaflet.preview.worker import begin

Printer = Worker[Job, Outcome]

SPARE = 2
"""How many workers stay when there is nothing to do; each holds about 100 MB."""

GRACE = 1.0
"""Seconds that a print may still take when nobody wants it any more: a warm worker is worth it."""


class WarmPool:
    """The workers, and what they are at. It belongs to one event loop."""

    def __init__(self) -> None:
        self._idle: list[tuple[Settings, date, Printer]] = []
        self._errands: set[asyncio.Task[Outcome]] = set()

    async def print(self, job: Job, settings: Settings) -> Outcome:
        """Print a job, proof-read its monograph, and tell both in one outcome.

        Raises SettingsError where the settings or the theme cannot be used.
        """
        errand = asyncio.create_task(self._print(job, settings))
        self._errands.add(errand)
        errand.add_done_callback(self._errands.discard)
        try:
            return await asyncio.shield(errand)
        except asyncio.CancelledError:
            asyncio.get_running_loop().call_later(GRACE, errand.cancel)
            raise

    async def close(self) -> None:
        """End all workers, whatever they are at."""
        in_flight = tuple(self._errands)
        for errand in in_flight:
            errand.cancel()
        await asyncio.gather(*in_flight, return_exceptions=True)
        while self._idle:
            self._idle.pop()[2].stop()

    async def _print(self, job: Job, settings: Settings) -> Outcome:
        day = clock.today()
        worker = await self._take(settings, day)
        try:
            worker.give(job)
            while (outcome := await _hear(worker)) is None:
                pass
        except asyncio.CancelledError:
            worker.stop()
            raise
        finally:
            if len(self._idle) < SPARE and not worker.ended:
                self._idle.append((settings, day, worker))
            else:
                worker.stop()
        return outcome

    async def _take(self, settings: Settings, day: date) -> Printer:
        """A worker that is ready, and was started with the settings and the day of now."""
        while self._idle:
            known, started, worker = self._idle.pop()
            died = worker.pipe.poll()  # one without a job has nothing else to say
            if (known, started) == (settings, day) and not died:
                return worker
            worker.stop()
        await asyncio.to_thread(start_server)
        worker = await asyncio.to_thread(Worker, WorkSpec(settings, day, begin, on_crash))
        try:
            await _hear(worker)
        except asyncio.CancelledError:
            worker.stop()
            raise
        if worker.ended:
            told = "a worker process has ended before it could print"
            raise SettingsError.of("no-workers", told, hint="see what `leaflet doctor` says")
        return worker


async def _hear(worker: Printer) -> Outcome | None:
    """What a worker says next; where its time is up, the outcome of that."""
    try:
        async with asyncio.timeout(max(worker.due - clock.seconds(), 0)):
            await _readable(worker.pipe)
    except TimeoutError:
        return worker.expire()
    return worker.receive()


async def _readable(pipe: "Connection[Any, Any]") -> None:
    loop, spoken = asyncio.get_running_loop(), asyncio.Event()
    loop.add_reader(pipe.fileno(), spoken.set)
    try:
        await spoken.wait()
    finally:
        loop.remove_reader(pipe.fileno())
