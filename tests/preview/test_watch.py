import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers import write_monograph
from leaflet.preview.watch import Changes, Places, watch

PATIENCE = 20
"""Seconds until a change that is not told counts as lost."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_monograph(tmp_path / "content" / "a.md")
    (tmp_path / "leaflet.toml").touch()
    return tmp_path


def heard(folder: Path, *acts: Callable[[], object]) -> list[Changes]:
    """What is told after each act; the acts are made again until something is told."""

    async def listen() -> list[Changes]:
        told: asyncio.Queue[Changes] = asyncio.Queue()
        places = Places([folder / name for name in ("content", "styles", "leaflet.toml")])
        watching = asyncio.create_task(watch(places, told.put_nowait))
        ready = await first(told, folder / "content" / "ready.md")
        answers = [ready]
        for act in acts:
            act()
            async with asyncio.timeout(PATIENCE):
                answers.append(await told.get())
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)
        return answers[1:]

    return asyncio.run(listen())


async def first(told: "asyncio.Queue[Changes]", probe: Path) -> Changes:
    """The first that is told: a watch tells nothing before it has begun."""
    async with asyncio.timeout(PATIENCE):
        while told.empty():
            probe.write_text("x")
            await asyncio.sleep(0.05)
        answer = await told.get()
        # What else the probe has stirred up comes within the time of one telling.
        while not told.empty() or await comes(told):
            await told.get()
    return answer


async def comes(told: "asyncio.Queue[Changes]") -> bool:
    await asyncio.sleep(0.25)
    return not told.empty()


def test_what_is_saved_is_told(folder: Path) -> None:
    file = folder / "content" / "a.md"
    assert heard(folder, lambda: file.write_text("new")) == [{file: False}]


def test_what_comes_is_told_apart_from_what_is_written_anew(folder: Path) -> None:
    new = folder / "content" / "deep" / "new.md"
    told = heard(folder, lambda: write_monograph(new))
    # Of a file in a new folder the system may tell only that it was written, and the folder came.
    assert told[0].get(new) or told[0].get(new.parent)


def test_of_a_file_its_neighbours_are_told_too_and_a_folder_may_come_later(folder: Path) -> None:
    style = folder / "styles" / "ours.css"
    made, _, project, saved = heard(
        folder,
        style.parent.mkdir,
        lambda: None,  # it begins anew, and tells of all that may have been missed
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
