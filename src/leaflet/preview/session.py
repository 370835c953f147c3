"""One open page in a browser: the events that it gets about its selection."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from leaflet import clock, files
from leaflet.batch.failure import findings_of
from leaflet.diagnostics import Diagnostic
from leaflet.diff.pairs import SourceText
from leaflet.errors import LeafletError
from leaflet.job import Job, Status
from leaflet.preview.changes import MarkedJob
from leaflet.preview.choices import Selection, real_paths
from leaflet.preview.hub import Hub
from leaflet.preview.print_cache import Print
from leaflet.preview.quote import quote
from leaflet.preview.watch import Changes
from leaflet.sources import Found, picture_root


@dataclass(frozen=True, slots=True)
class Event:
    """A server-sent event (HTML, 9.2)."""

    name: str
    data: dict[str, Any]

    def encode(self) -> bytes:
        """The event as it is sent; JSON has no line ends of its own."""
        return f"event: {self.name}\ndata: {json.dumps(self.data)}\n\n".encode()


class Session:
    """An open page. Its selection is printed again when a file that affects it is saved."""

    def __init__(self, hub: Hub, selection: Selection) -> None:
        self._hub = hub
        self._selection = selection
        self._own_paths: set[Path] = set()
        self._wake = asyncio.Event()
        self._must_print = True
        self._options_changed = self._closed = False

    async def events(self) -> AsyncIterator[Event]:
        """``printing``, then ``printed`` or ``failed``, for each print; ``options`` on a change.

        What is saved during a print is printed after it.
        """
        with self._hub.listening(self):
            while not self._closed:
                if self._must_print:
                    self._must_print = False
                    yield Event("printing", {"last": self._last()})
                    yield await self._print()
                elif self._options_changed:
                    self._options_changed = False
                    yield Event("options", {})
                else:
                    await self._wake.wait()
                    self._wake.clear()

    def on_change(self, changes: Changes, *, options_changed: bool) -> None:
        """Files were saved; ``options_changed`` if other things may be selectable now."""
        affected = any(
            path.is_relative_to(each) or each.is_relative_to(path)
            for path in changes
            for each in self._own_paths | self._hub.common_paths
        )
        self._options_changed |= options_changed
        self._must_print |= affected or (options_changed and not self._own_paths)
        self._wake.set()

    def close(self) -> None:
        """End the events."""
        self._closed = True
        self._wake.set()

    async def _print(self) -> Event:
        name, text = "", b""
        self._own_paths = set()
        try:
            found = (await self._hub.choices()).get(self._selection.monograph)
            name = str(found.path)
            # Only a worker finds out which pictures it names; until then, all beside it concern it.
            self._own_paths = real_paths([found.path, found.path.parent])
            text = await asyncio.to_thread(files.read_source, found.path)
            selected = self._selection
            older = await self._hub.older(selected.since, found.path, selected.kind)
            outcome = await self._hub.print(self._job(found, text, older))
            used = (found.path.parent / each for each in outcome.pictures)
            self._own_paths = real_paths([found.path, *used])
        except (LeafletError, OSError) as error:
            return self._failed(findings_of(error), name, text)
        if outcome.status is Status.FAILED:
            return self._failed(outcome.diagnostics, name, text)
        printed = await self._hub.keep(self._selection, outcome)
        rows = quote(outcome.diagnostics, name, text)
        return Event("printed", {"print": _row(printed), "findings": rows, "took": outcome.seconds})

    def _job(self, found: Found, text: bytes, older: SourceText | None) -> Job:
        job = Job(
            source=found.path,
            name=str(found.path),
            kind=self._selection.kind,
            styles=self._selection.styles,
            paper=self._selection.paper,
            target=files.PIPE,  # nothing is written
            data=text,
            root=picture_root(found.path, self._hub.project),
        )
        same = {each.name: getattr(job, each.name) for each in fields(job)}
        return MarkedJob(**same, older=older) if older else job

    def _failed(self, findings: Iterable[Diagnostic], name: str, text: bytes) -> Event:
        return Event("failed", {"last": self._last(), "findings": quote(findings, name, text)})

    def _last(self) -> dict[str, object] | None:
        last = self._hub.print_cache.last(self._selection)
        return _row(last) if last else None


def _row(printed: Print) -> dict[str, object]:
    """A print as it is sent to the page; with its age in seconds, since clocks may differ."""
    return {"name": printed.name, "sizes": printed.sizes, "age": clock.seconds() - printed.at}
