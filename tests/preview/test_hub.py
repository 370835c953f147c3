import asyncio
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from helpers import NO_MONOGRAPH, words, write_monograph
from leaflet import files
from leaflet.job import Job, Outcome, Status
from leaflet.preview.choices import Selection
from leaflet.preview.hub import Hub
from leaflet.preview.print_cache import Print
from leaflet.preview.watch import Changes

SELECTION = Selection("m", "patient", (), "a4")


class Recorder:
    """A listener that records its calls."""

    def __init__(self) -> None:
        self.calls: list[tuple[Changes, bool]] = []
        self.closed = asyncio.Event()

    def on_change(self, changes: Changes, *, options_changed: bool) -> None:
        self.calls.append((changes, options_changed))

    def close(self) -> None:
        self.closed.set()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_monograph(tmp_path / "content" / "a.md")
    return tmp_path


def hub(folder: Path, **flags: object) -> Hub:
    return Hub([folder / "content"], flags, folder)


def test_it_lists_what_can_be_selected(folder: Path) -> None:
    options = asyncio.run(hub(folder, kinds=("patient",)).options())
    assert [each["file"] for each in options["monographs"]] == ["a"]
    assert options["selected"]["kind"] == "patient"
    assert options["findings"] == []


def test_it_reports_what_cannot_be_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "content" / "a.md").unlink()
    options = asyncio.run(hub(folder).options())
    assert [each["code"] for each in options["findings"]] == ["nothing-matched"]
    assert options["kinds"]
    monkeypatch.chdir(folder)
    Path("leaflet.toml").write_text("[print]\npapper = 'a4'")
    options = asyncio.run(hub(folder).options())
    assert [(each["code"], each["line"]) for each in options["findings"]] == [
        ("unknown-setting", 2)
    ]


def test_it_prints_with_the_current_settings_and_keeps_good_prints(folder: Path) -> None:
    text = (folder / "content" / "a.md").read_bytes()
    job = Job(folder / "content" / "a.md", "a.md", "patient", (), "a4", files.PIPE, data=text)

    async def run() -> tuple[Outcome, Outcome, Print, bytes]:
        preview = hub(folder, paper="a4")
        good = await preview.print(job)
        bad = await preview.print(Job(job.source, "a.md", "patient", (), "a4", files.PIPE, REFUSED))
        made = await preview.keep(SELECTION, good)
        assert (preview.print_cache.last(SELECTION), preview.print_cache.find(good.sha256)) == (
            made,
            made,
        )
        picture = await preview.draw(made, 0, 400)
        await preview.close()
        return good, bad, made, picture

    good, bad, made, picture = asyncio.run(run())
    assert (good.status, bad.status) == (Status.PRINTED, Status.FAILED)
    assert "Testamide" in words(made.data)
    with pypdfium2.PdfDocument(made.data) as pdf:
        assert len(made.sizes) == len(pdf)
    with Image.open(BytesIO(picture)) as drawn:
        assert drawn.width == 400


REFUSED = NO_MONOGRAPH.encode()


def test_listeners_are_notified_of_saved_files_and_changed_options(folder: Path) -> None:
    async def run() -> list[tuple[Changes, bool]]:
        preview, recorder = hub(folder), Recorder()
        await preview.choices()
        watching = asyncio.create_task(preview.watch())
        with preview.listening(recorder):
            async with asyncio.timeout(20):
                for file in ("content/a.md", "content/b.md", "leaflet.toml"):
                    while not any(folder / file in changes for changes, _ in recorder.calls):
                        (folder / file).write_text("")
                        await asyncio.sleep(0.05)
                    if "b.md" in file:
                        assert len((await preview.choices()).found) == 2
        count = len(recorder.calls)
        (folder / "leaflet.toml").unlink()
        await asyncio.sleep(0.3)
        assert len(recorder.calls) == count
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)
        return recorder.calls

    calls = asyncio.run(run())
    changed = {
        path.name: options_changed
        for changes, options_changed in reversed(calls)
        for path in changes
    }
    assert changed == {"a.md": False, "b.md": True, "leaflet.toml": True}


def test_sessions_end_with_the_preview(folder: Path) -> None:
    async def run() -> bool:
        preview, recorder = hub(folder), Recorder()
        with preview.listening(recorder):
            await preview.close()
        return recorder.closed.is_set()

    assert asyncio.run(run())


def test_it_reports_a_misspelt_style_and_lists_the_rest(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    Path("leaflet.toml").write_text("[print]\nstyles = ['larg-print']\n")
    options = asyncio.run(hub(folder).options())
    (finding,) = options["findings"]
    assert (finding["code"], finding["line"]) == ("unknown-style", 2)
    assert [each["file"] for each in options["monographs"]] == ["a"]
