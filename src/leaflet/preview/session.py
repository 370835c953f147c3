"""One page in a browser that looks at one choice: what it is told, as long as it is open."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from leaflet import clock, files
from leaflet.batch.failure import findings
from leaflet.diagnostics import Diagnostic
from leaflet.errors import LeafletError
from leaflet.files import Found
from leaflet.job import Job, Status
from leaflet.preview.choices import Choice, real_places
from leaflet.preview.hub import Hub
from leaflet.preview.print_cache import Print
from leaflet.preview.quote import quote
from leaflet.preview.watch import Changes
from leaflet.theme import pictures


@dataclass(frozen=True, slots=True)
class Event:
    """Something that a page is told, in the form of server-sent events (HTML, 9.2)."""

    name: str
    told: dict[str, Any]

    def encode(self) -> bytes:
        """The event as it goes over the line; JSON holds no line ends of its own."""
        return f"event: {self.name}\ndata: {json.dumps(self.told)}\n\n".encode()


class Session:
    """A page that is open. What concerns it is printed anew; what else is saved is not."""

    def __init__(self, hub: Hub, choice: Choice) -> None:
        self._hub = hub
        self._choice = choice
        self._mine: set[Path] = set()
        self._stirred = asyncio.Event()
        self._due = True
        self._restocked = self._closed = False

    async def events(self) -> AsyncIterator[Event]:
        """``printing``, then ``printed`` or ``failed``, each time; ``catalogue`` on its change.

        What is saved during a print is printed after it.
        """
        with self._hub.heard_by(self):
            while not self._closed:
                if self._due:
                    self._due = False
                    yield Event("printing", {"last": self._last()})
                    yield await self._print()
                elif self._restocked:
                    self._restocked = False
                    yield Event("catalogue", {})
                else:
                    await self._stirred.wait()
                    self._stirred.clear()

    def heed(self, changes: Changes, *, restocked: bool) -> None:
        """Hear of what was saved; ``restocked`` if what can be chosen is not the same any more."""
        mine = self._mine | self._hub.common
        concerned = any(
            path.is_relative_to(each) or each.is_relative_to(path)
            for path in changes
            for each in mine
        )
        self._restocked |= restocked
        self._due |= concerned or (restocked and not self._mine)
        self._stirred.set()

    def close(self) -> None:
        """End the events: the preview ends."""
        self._closed = True
        self._stirred.set()

    async def _print(self) -> Event:
        name, text = "", b""
        self._mine = set()
        try:
            found = (await self._hub.choices()).take(self._choice.monograph)
            name = str(found.path)
            self._mine = real_places([found.path])
            text = await asyncio.to_thread(files.read_source, found.path)
            self._mine |= real_places(found.path.parent / each for each in pictures.of_text(text))
            outcome = await self._hub.print(self._job(found, text))
        except (LeafletError, OSError) as trouble:
            return self._fail(findings(trouble), name, text)
        if outcome.status is Status.FAILED:
            return self._fail(outcome.diagnostics, name, text)
        made = await self._hub.keep(self._choice, outcome)
        told = quote(outcome.diagnostics, name, text)
        return Event("printed", {"print": _row(made), "findings": told, "took": outcome.seconds})

    def _job(self, found: Found, text: bytes) -> Job:
        return Job(
            source=found.path,
            name=str(found.path),
            kind=self._choice.kind,
            styles=self._choice.styles,
            paper=self._choice.paper,
            target=files.PIPE,  # nothing is written
            data=text,
        )

    def _fail(self, found: tuple[Diagnostic, ...], name: str, text: bytes) -> Event:
        return Event("failed", {"last": self._last(), "findings": quote(found, name, text)})

    def _last(self) -> dict[str, object] | None:
        last = self._hub.print_cache.last(self._choice)
        return _row(last) if last else None


def _row(made: Print) -> dict[str, object]:
    """A print as the page is told of it; its age in seconds, since clocks may differ."""
    return {"name": made.name, "sizes": made.sizes, "age": clock.seconds() - made.at}
