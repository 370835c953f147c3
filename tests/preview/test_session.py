import asyncio
import json
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from helpers import write_monograph
from leaflet.diagnostics import Diagnostic
from leaflet.errors import SettingsError
from leaflet.job import Job, Outcome, Status
from leaflet.preview.choices import Choice
from leaflet.preview.hub import Hub
from leaflet.preview.print_cache import Print
from leaflet.preview.session import Event, Session

WARNING = Diagnostic.warning("no-dose", "told", "", 2)
ERROR = Diagnostic.error("words-lost", "told", "", 1)


class Instant(Hub):
    """A workshop that prints without a press: a text that holds ``ERROR`` fails."""

    jobs: list[Job]
    meanwhile: Callable[[], None] = staticmethod(lambda: None)

    async def print(self, job: Job) -> Outcome:
        self.jobs = [*getattr(self, "jobs", []), job]
        self.meanwhile()
        text = (job.data or b"").decode()
        if "SETTINGS" in text:
            raise SettingsError([ERROR])
        if "ERROR" in text:
            return Outcome(job, Status.FAILED, diagnostics=(ERROR,))
        return Outcome(job, Status.PRINTED, sha256=text, diagnostics=(WARNING,), seconds=0.5)

    async def keep(self, choice: Choice, outcome: Outcome) -> Print:
        made = Print(outcome.sha256, b"%PDF", ((595, 842),), 0)
        self.print_cache.put(choice, made)
        return made


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "content" / "a.md"
    file.parent.mkdir()
    file.write_text("one\ntwo")
    return file


def sit(
    file: Path, script: Callable[[Instant, Session, AsyncIterator[Event]], AsyncIterator[Any]]
) -> list[Any]:
    """Run a script with a page that looks at a file; what it yields."""

    async def run() -> list[Any]:
        hub = Instant([file.parent], {}, file.parents[1])
        (name,) = (await hub.choices()).found
        session = Session(hub, Choice(name, "patient", ("large-print",), "a5"))
        return [each async for each in script(hub, session, aiter(session.events()))]

    return asyncio.run(run())


async def two(events: AsyncIterator[Event]) -> tuple[str, str]:
    return ((await anext(events)).name, (await anext(events)).name)


def test_it_prints_what_is_chosen_and_tells_of_it(file: Path) -> None:
    async def script(hub: Instant, _: Session, events: AsyncIterator[Event]) -> AsyncIterator[Any]:
        yield await anext(events)
        yield await anext(events)
        yield hub.jobs

    printing, printed, jobs = sit(file, script)
    assert printing == Event("printing", {"last": None})
    assert isinstance(printed, Event)
    assert printed.name == "printed"
    assert printed.told["took"] == 0.5
    assert printed.told["print"] | {"age": 0} == {
        "name": "one\ntwo",
        "sizes": ((595, 842),),
        "age": 0,
    }
    (finding,) = printed.told["findings"]
    assert (finding["code"], finding["origin"]) == ("no-dose", "check")
    (job,) = jobs
    assert (job.source, job.data) == (file, b"one\ntwo")
    assert (job.kind, job.styles, job.paper) == ("patient", ("large-print",), "a5")


@pytest.mark.parametrize("text", ["ERROR", "SETTINGS"])
def test_where_it_fails_the_last_good_print_stays(file: Path, text: str) -> None:
    async def script(
        _: Instant, session: Session, events: AsyncIterator[Event]
    ) -> AsyncIterator[Any]:
        yield await two(events)
        file.write_text(text)
        session.heed({file: False}, restocked=False)
        yield await anext(events)
        yield await anext(events)
        file.write_text("mended")
        session.heed({file: False}, restocked=False)
        yield await two(events)

    _, printing, failed, mended = sit(file, script)
    assert isinstance(printing, Event)
    assert isinstance(failed, Event)
    assert printing.told["last"]["name"] == "one\ntwo"
    assert (failed.name, failed.told["last"]["name"]) == ("failed", "one\ntwo")
    assert failed.told["findings"][0]["code"] == "words-lost"
    assert mended == ("printing", "printed")


def test_a_file_that_goes_and_comes_back_is_told_and_printed(file: Path) -> None:
    async def script(
        _: Instant, session: Session, events: AsyncIterator[Event]
    ) -> AsyncIterator[Any]:
        yield await two(events)
        file.unlink()
        session.heed({file: True}, restocked=False)
        yield await two(events)
        file.write_text("back")
        session.heed({file: True}, restocked=False)
        yield await two(events)

    assert sit(file, script)[1:] == [("printing", "failed"), ("printing", "printed")]


@pytest.mark.parametrize(
    ("place", "again"),
    [
        ("content/a.md", True),
        ("content", True),
        ("content/my picture.png", True),
        ("styles/ours.css", True),
        ("templates/patient/page.html", True),
        ("leaflet.toml", True),
        ("content/b.md", False),
        ("content/other.png", False),
        ("receipt.json", False),
    ],
)
def test_it_prints_again_what_concerns_it_and_nothing_else(
    file: Path, place: str, again: bool
) -> None:
    file.write_text("![a picture](my%20picture.png)")

    async def script(
        _: Instant, session: Session, events: AsyncIterator[Event]
    ) -> AsyncIterator[Any]:
        await two(events)
        session.heed({file.parents[1] / place: False}, restocked=False)
        session.heed({}, restocked=True)
        yield (await anext(events)).name

    assert sit(file, script) == ["printing" if again else "catalogue"]


def test_what_is_saved_during_a_print_is_printed_after_it(file: Path) -> None:
    async def script(
        hub: Instant, session: Session, events: AsyncIterator[Event]
    ) -> AsyncIterator[Any]:
        def save() -> None:
            hub.meanwhile = lambda: None
            for text in ("two", "three"):
                file.write_text(text)
                session.heed({file: False}, restocked=False)

        hub.meanwhile = save
        yield [(await anext(events)).name for _ in range(4)]
        yield [job.data for job in hub.jobs]

    assert sit(file, script) == [["printing", "printed"] * 2, [b"one\ntwo", b"three"]]


def test_it_ends_with_the_preview(file: Path) -> None:
    async def script(hub: Instant, _: Session, events: AsyncIterator[Event]) -> AsyncIterator[Any]:
        await two(events)
        hub.dismiss()
        yield [event async for event in events]

    assert sit(file, script) == [[]]


def test_a_name_that_is_not_on_the_shelf_is_an_error_and_nothing_is_read(tmp_path: Path) -> None:
    write_monograph(tmp_path / "content" / "a.md")

    async def run() -> Event:
        hub = Instant([tmp_path / "content"], {}, tmp_path)
        events = Session(hub, Choice("../../etc/passwd", "patient", (), "a4")).events()
        await anext(events)
        return await anext(events)

    event = asyncio.run(run())
    assert event.name == "failed"
    assert [each["code"] for each in event.told["findings"]] == ["no-such-monograph"]


def test_an_event_is_two_lines_whatever_it_tells() -> None:
    name, data, *rest = (
        Event("printed", {"x": "a\n\nevent: evil\u2028\udc80"}).encode().split(b"\n")
    )
    assert (name, rest) == (b"event: printed", [b"", b""])
    assert json.loads(data.removeprefix(b"data: ")) == {"x": "a\n\nevent: evil\u2028\udc80"}
