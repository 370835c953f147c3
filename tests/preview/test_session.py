import asyncio
import json
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from helpers import write_monograph
from leaflet.diagnostics import Diagnostic
from leaflet.errors import SettingsError
from leaflet.job import Job, Outcome, Status
from leaflet.preview.choices import Selection
from leaflet.preview.hub import Hub
from leaflet.preview.print_cache import Print
from leaflet.preview.session import Event, Session
from leaflet.theme import pictures

WARNING = Diagnostic.warning("no-dose", "a message", "", 2)
ERROR = Diagnostic.error("words-lost", "a message", "", 1)


class Instant(Hub):
    """A hub that prints at once, without a pipeline: a text with ``ERROR`` fails."""

    jobs: list[Job]
    meanwhile: Callable[[], None] = staticmethod(lambda: None)

    async def print(self, job: Job) -> Outcome:
        self.jobs = [*getattr(self, "jobs", []), job]
        self.meanwhile()
        text = (job.data or b"").decode()
        names = tuple(pictures.of_text(job.data or b""))
        if "SETTINGS" in text:
            raise SettingsError([ERROR])
        if "ERROR" in text:
            return Outcome(job, Status.FAILED, diagnostics=(ERROR,), pictures=names)
        outcome = Outcome(job, Status.PRINTED, sha256=text, diagnostics=(WARNING,), pictures=names)
        return replace(outcome, seconds=0.5)

    async def keep(self, selection: Selection, outcome: Outcome) -> Print:
        printed = Print(outcome.sha256, b"%PDF", ((595, 842),), 0)
        self.print_cache.put(selection, printed)
        return printed


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "content" / "a.md"
    file.parent.mkdir()
    file.write_text("one\ntwo")
    return file


def run_session(
    file: Path, script: Callable[[Instant, Session, AsyncIterator[Event]], AsyncIterator[Any]]
) -> list[Any]:
    """Run a script with a page that looks at a file; what it yields."""

    async def run() -> list[Any]:
        hub = Instant([file.parent], {}, file.parents[1])
        (name,) = (await hub.choices()).found
        session = Session(hub, Selection(name, "patient", ("large-print",), "a5"))
        return [each async for each in script(hub, session, aiter(session.events()))]

    return asyncio.run(run())


async def two(events: AsyncIterator[Event]) -> tuple[str, str]:
    return ((await anext(events)).name, (await anext(events)).name)


def test_it_prints_what_is_chosen_and_reports_it(file: Path) -> None:
    async def script(hub: Instant, _: Session, events: AsyncIterator[Event]) -> AsyncIterator[Any]:
        yield await anext(events)
        yield await anext(events)
        yield hub.jobs

    printing, printed, jobs = run_session(file, script)
    assert printing == Event("printing", {"last": None})
    assert isinstance(printed, Event)
    assert printed.name == "printed"
    assert printed.data["took"] == 0.5
    assert printed.data["print"] | {"age": 0} == {
        "name": "one\ntwo",
        "sizes": ((595, 842),),
        "age": 0,
    }
    (finding,) = printed.data["findings"]
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
        session.on_change({file: False}, options_changed=False)
        yield await anext(events)
        yield await anext(events)
        file.write_text("fixed")
        session.on_change({file: False}, options_changed=False)
        yield await two(events)

    _, printing, failed, fixed = run_session(file, script)
    assert isinstance(printing, Event)
    assert isinstance(failed, Event)
    assert printing.data["last"]["name"] == "one\ntwo"
    assert (failed.name, failed.data["last"]["name"]) == ("failed", "one\ntwo")
    assert failed.data["findings"][0]["code"] == "words-lost"
    assert fixed == ("printing", "printed")


def test_a_file_that_goes_and_comes_back_is_reported_and_printed(file: Path) -> None:
    async def script(
        _: Instant, session: Session, events: AsyncIterator[Event]
    ) -> AsyncIterator[Any]:
        yield await two(events)
        file.unlink()
        session.on_change({file: True}, options_changed=False)
        yield await two(events)
        file.write_text("back")
        session.on_change({file: True}, options_changed=False)
        yield await two(events)

    assert run_session(file, script)[1:] == [("printing", "failed"), ("printing", "printed")]


@pytest.mark.parametrize(
    ("path", "again"),
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
    file: Path, path: str, again: bool
) -> None:
    file.write_text("![a picture](my%20picture.png)")

    async def script(
        _: Instant, session: Session, events: AsyncIterator[Event]
    ) -> AsyncIterator[Any]:
        await two(events)
        session.on_change({file.parents[1] / path: False}, options_changed=False)
        session.on_change({}, options_changed=True)
        yield (await anext(events)).name

    assert run_session(file, script) == ["printing" if again else "options"]


def test_what_is_saved_during_a_print_is_printed_after_it(file: Path) -> None:
    async def script(
        hub: Instant, session: Session, events: AsyncIterator[Event]
    ) -> AsyncIterator[Any]:
        def save() -> None:
            hub.meanwhile = lambda: None
            for text in ("two", "three"):
                file.write_text(text)
                session.on_change({file: False}, options_changed=False)

        hub.meanwhile = save
        yield [(await anext(events)).name for _ in range(4)]
        yield [job.data for job in hub.jobs]

    assert run_session(file, script) == [["printing", "printed"] * 2, [b"one\ntwo", b"three"]]


def test_so_is_a_picture_that_it_turned_out_to_name(file: Path) -> None:
    file.write_text("![a picture](mine.png)")

    async def script(
        hub: Instant, session: Session, events: AsyncIterator[Event]
    ) -> AsyncIterator[Any]:
        def save() -> None:
            hub.meanwhile = lambda: None
            session.on_change({file.parent / "mine.png": True}, options_changed=False)

        hub.meanwhile = save
        yield [(await anext(events)).name for _ in range(4)]

    assert run_session(file, script) == [["printing", "printed"] * 2]


def test_a_picture_in_a_circle_of_links_is_just_not_there(file: Path) -> None:
    (file.parent / "round").symlink_to("round")
    file.write_text("![a picture](round/mine.png)")

    async def script(_: Instant, __: Session, events: AsyncIterator[Event]) -> AsyncIterator[Any]:
        yield await two(events)

    assert run_session(file, script) == [("printing", "printed")]


def test_it_ends_with_the_preview(file: Path) -> None:
    async def script(hub: Instant, _: Session, events: AsyncIterator[Event]) -> AsyncIterator[Any]:
        await two(events)
        hub.close_sessions()
        yield [event async for event in events]

    assert run_session(file, script) == [[]]


def test_a_name_that_is_not_known_is_an_error_and_nothing_is_read(tmp_path: Path) -> None:
    write_monograph(tmp_path / "content" / "a.md")

    async def run() -> Event:
        hub = Instant([tmp_path / "content"], {}, tmp_path)
        events = Session(hub, Selection("../../etc/passwd", "patient", (), "a4")).events()
        await anext(events)
        return await anext(events)

    event = asyncio.run(run())
    assert event.name == "failed"
    assert [each["code"] for each in event.data["findings"]] == ["no-such-monograph"]


def test_an_event_is_two_lines_whatever_it_holds() -> None:
    name, data, *rest = (
        Event("printed", {"x": "a\n\nevent: evil\u2028\udc80"}).encode().split(b"\n")
    )
    assert (name, rest) == (b"event: printed", [b"", b""])
    assert json.loads(data.removeprefix(b"data: ")) == {"x": "a\n\nevent: evil\u2028\udc80"}
