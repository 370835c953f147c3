import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers import write_monograph
from leaflet.preview.watch import Changes, WatchedPaths, watch

PATIENCE = 20
"""Seconds until a change that is not reported counts as lost."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_monograph(tmp_path / "content" / "a.md")
    (tmp_path / "leaflet.toml").touch()
    return tmp_path


def heard(folder: Path, *acts: Callable[[], object]) -> list[Changes]:
    """The changes that are reported after each act."""

    async def listen() -> list[Changes]:
        events: asyncio.Queue[Changes] = asyncio.Queue()
        paths = WatchedPaths([folder / name for name in ("content", "styles", "leaflet.toml")])
        watching = asyncio.create_task(watch(paths, events.put_nowait))
        ready = await first(events, folder / "content" / "ready.md")
        answers = [ready]
        for act in acts:
            act()
            async with asyncio.timeout(PATIENCE):
                answers.append(await events.get())
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)
        return answers[1:]

    return asyncio.run(listen())


async def first(events: "asyncio.Queue[Changes]", probe: Path) -> Changes:
    """The first changes that are reported: none are before watching has begun."""
    async with asyncio.timeout(PATIENCE):
        while events.empty():
            probe.write_text("x")
            await asyncio.sleep(0.05)
        answer = await events.get()
        # Wait for all other changes of the probe.
        while not events.empty() or await comes(events):
            await events.get()
    return answer


async def comes(events: "asyncio.Queue[Changes]") -> bool:
    await asyncio.sleep(0.25)
    return not events.empty()


def test_what_is_saved_is_reported(folder: Path) -> None:
    file = folder / "content" / "a.md"
    assert heard(folder, lambda: file.write_text("new")) == [{file: False}]


def test_a_new_file_is_not_reported_as_rewritten(folder: Path) -> None:
    new = folder / "content" / "deep" / "new.md"
    changes = heard(folder, lambda: write_monograph(new))
    # Of a new folder with a file, the system may report only that the file was written.
    assert changes[0].get(new) or changes[0].get(new.parent)


def test_a_folder_may_be_added_later(folder: Path) -> None:
    style = folder / "styles" / "ours.css"
    made, _, project, saved = heard(
        folder,
        style.parent.mkdir,
        lambda: None,  # it restarts, and reports all that may have been missed
        lambda: (folder / "leaflet.toml").write_text("[print]"),
        lambda: style.write_text(":root {}"),
    )
    assert made == {style.parent: True}
    assert project == {folder / "leaflet.toml": False}
    assert style in saved


def test_what_an_editor_writes_beside_is_not(folder: Path) -> None:
    beside = [folder / "content" / name for name in (".a.md.swp", "a.md~", ".leaflet-0123")]

    def save() -> None:
        for file in beside:
            file.write_text("x")
        (folder / "content" / "a.md").write_text("new")

    assert list(heard(folder, save)[0]) == [folder / "content" / "a.md"]
