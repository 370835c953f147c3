import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from multiprocessing import active_children
from pathlib import Path

import pytest

from batch.broken_project import job, project
from leaflet.config.settings import Settings
from leaflet.errors import SettingsError
from leaflet.job import Job, Status
from leaflet.preview import warm_pool
from leaflet.preview.warm_pool import WarmPool


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return project(tmp_path)


def sound(settings: Settings, kind: str = "patient") -> Job:
    return replace(job(settings, kind), data=(settings.project / "a.md").read_bytes())


def work(script: Callable[[WarmPool], Awaitable[None]]) -> None:
    """Run a script with a pool, and check that no process is left."""

    async def run() -> None:
        pool = WarmPool()
        try:
            await script(pool)
        finally:
            await pool.close()

    asyncio.run(run())
    assert active_children() == []


def workers() -> set[int | None]:
    return {child.pid for child in active_children()}


def test_a_worker_stays_for_the_next_print_unless_the_settings_change(settings: Settings) -> None:
    async def script(pool: WarmPool) -> None:
        assert (await pool.print(sound(settings), settings)).status is Status.PRINTED
        before = workers()
        with pytest.raises(SettingsError, match="broken"):
            await pool.print(sound(settings, "broken"), settings)
        assert (await pool.print(sound(settings), settings)).status is Status.PRINTED
        assert workers() == before
        other = replace(settings, disclaimer={"en": "Ask."})
        assert (await pool.print(sound(settings), other)).status is Status.PRINTED
        assert len(workers()) == 1
        assert workers() != before

    work(script)


def test_a_monograph_that_hangs_is_stopped_and_the_next_one_printed(settings: Settings) -> None:
    async def script(pool: WarmPool) -> None:
        hurried = replace(settings, timeout=0.3)
        hung = await pool.print(sound(settings, "endless"), hurried)
        assert [each.code for each in hung.diagnostics] == ["timeout"]
        assert workers() == set()
        assert (await pool.print(sound(settings), settings)).status is Status.PRINTED

    work(script)


def test_a_print_that_nobody_waits_for_is_stopped(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(warm_pool, "GRACE", 0.1)

    async def script(pool: WarmPool) -> None:
        waiting = asyncio.create_task(pool.print(sound(settings, "endless"), settings))
        while not workers():
            await asyncio.sleep(0.02)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        async with asyncio.timeout(30):
            while workers():
                await asyncio.sleep(0.02)

    work(script)
