import asyncio
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from helpers import NO_MONOGRAPH, words, write_monograph
from leaflet import files
from leaflet.job import Job, Outcome, Status
from leaflet.preview.choices import Choice
from leaflet.preview.hub import Hub
from leaflet.preview.print_cache import Print
from leaflet.preview.watch import Changes

CHOICE = Choice("m", "patient", (), "a4")


class Ear:
    """Who writes down what it hears."""

    def __init__(self) -> None:
        self.heard: list[tuple[Changes, bool]] = []
        self.closed = asyncio.Event()

    def heed(self, changes: Changes, *, restocked: bool) -> None:
        self.heard.append((changes, restocked))

    def close(self) -> None:
        self.closed.set()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_monograph(tmp_path / "content" / "a.md")
    return tmp_path


def hub(folder: Path, **flags: object) -> Hub:
    return Hub([folder / "content"], flags, folder)


def test_it_tells_what_can_be_chosen(folder: Path) -> None:
    told = asyncio.run(hub(folder, kinds=("patient",)).catalogue())
    assert [each["title"] for each in told["monographs"]] == ["a"]
    assert told["chosen"]["kind"] == "patient"
    assert told["findings"] == []


def test_and_why_it_cannot(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "content" / "a.md").unlink()
    told = asyncio.run(hub(folder).catalogue())
    assert [each["code"] for each in told["findings"]] == ["nothing-matched"]
    assert told["kinds"]
    monkeypatch.chdir(folder)
    Path("leaflet.toml").write_text("[print]\npapper = 'a4'")
    told = asyncio.run(hub(folder).catalogue())
    assert [(each["code"], each["line"]) for each in told["findings"]] == [("unknown-setting", 2)]


def test_it_prints_with_the_settings_of_now_and_keeps_what_is_good(folder: Path) -> None:
    text = (folder / "content" / "a.md").read_bytes()
    job = Job(folder / "content" / "a.md", "a.md", "patient", (), "a4", files.PIPE, data=text)

    async def run() -> tuple[Outcome, Outcome, Print, bytes]:
        shop = hub(folder, paper="a4")
        good = await shop.print(job)
        bad = await shop.print(Job(job.source, "a.md", "patient", (), "a4", files.PIPE, REFUSED))
        made = await shop.keep(CHOICE, good)
        assert (shop.print_cache.last(CHOICE), shop.print_cache.find(good.sha256)) == (made, made)
        picture = await shop.draw(made, 0, 400)
        await shop.close()
        return good, bad, made, picture

    good, bad, made, picture = asyncio.run(run())
    assert (good.status, bad.status) == (Status.PRINTED, Status.FAILED)
    assert "Testamide" in words(made.data)
    with pypdfium2.PdfDocument(made.data) as pdf:
        assert len(made.sizes) == len(pdf)
    with Image.open(BytesIO(picture)) as drawn:
        assert drawn.width == 400


REFUSED = NO_MONOGRAPH.encode()


def test_pages_hear_of_what_is_saved_and_when_other_things_can_be_chosen(folder: Path) -> None:
    async def run() -> list[tuple[Changes, bool]]:
        shop, ear = hub(folder), Ear()
        await shop.choices()
        watching = asyncio.create_task(shop.watch())
        with shop.heard_by(ear):
            async with asyncio.timeout(20):
                for file in ("content/a.md", "content/b.md", "leaflet.toml"):
                    while not any(folder / file in changes for changes, _ in ear.heard):
                        (folder / file).write_text("")
                        await asyncio.sleep(0.05)
                    if "b.md" in file:
                        assert len((await shop.choices()).found) == 2
        heard = len(ear.heard)
        (folder / "leaflet.toml").unlink()
        await asyncio.sleep(0.3)
        assert len(ear.heard) == heard
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)
        return ear.heard

    heard = asyncio.run(run())
    restocked = {path.name: restocked for changes, restocked in reversed(heard) for path in changes}
    assert restocked == {"a.md": False, "b.md": True, "leaflet.toml": True}


def test_pages_are_let_go_when_it_ends(folder: Path) -> None:
    async def run() -> bool:
        shop, ear = hub(folder), Ear()
        with shop.heard_by(ear):
            await shop.close()
        return ear.closed.is_set()

    assert asyncio.run(run())
