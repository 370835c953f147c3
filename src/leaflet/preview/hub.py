"""What all open pages share: the shelf, the workers, the last good prints."""

import asyncio
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, Protocol, TypeVar

from leaflet import clock, files
from leaflet.config import settings, toml_file
from leaflet.errors import LeafletError
from leaflet.job import Job, Outcome
from leaflet.preview.choices import Choice, Choices, options
from leaflet.preview.print_cache import Print, PrintCache
from leaflet.preview.warm_pool import WarmPool
from leaflet.preview.watch import Changes, Places, watch
from leaflet.theme.search_path import Theme
from leaflet.verification.pdf.rasterise import draw_page, page_sizes

Made = TypeVar("Made")


class Listener(Protocol):
    """Who wants to hear of what is saved."""

    def heed(self, changes: Changes, *, restocked: bool) -> None:
        """Hear of it; ``restocked`` if what can be chosen may not be the same any more."""

    def close(self) -> None:
        """Hear that the preview ends."""


class Hub:
    """One preview of some sources. It belongs to one event loop.

    ``flags`` are what the command line gave; all other settings are read again for each print.
    ``home`` is the folder of the project. ``common`` is what concerns every page when it is saved.
    """

    def __init__(self, sources: Sequence[Path], flags: Mapping[str, object], home: Path) -> None:
        self._sources = tuple(sources)
        self._flags = flags
        themes = [root / part for root in Theme.of(home).roots for part in ("templates", "styles")]
        self.common = {place.resolve() for place in (*themes, home / toml_file.NAME)}
        self.print_cache = PrintCache()
        self._warm_pool = WarmPool()
        self._choices: Choices | None = None
        self._listeners: set[Listener] = set()
        # pdfium draws for one thread at a time.
        self._draughtsman = ThreadPoolExecutor(max_workers=1)

    async def catalogue(self) -> dict[str, Any]:
        """What can be chosen, as far as that can be told, and the findings where it cannot."""
        told: dict[str, Any] = {"monographs": [], "findings": []}
        try:
            told |= options(settings.load(self._flags))
            told["monographs"] = (await self.choices()).as_rows()
        except LeafletError as error:
            told["findings"] = [each.as_dict() for each in error.diagnostics]
        return told

    async def choices(self) -> Choices:
        """The monographs that are there now. Raises NothingMatched."""
        if self._choices is None:
            self._choices = Choices.of(await asyncio.to_thread(files.find, self._sources))
        return self._choices

    async def print(self, job: Job) -> Outcome:
        """Print a job with the settings that are in force now. Raises SettingsError."""
        return await self._warm_pool.print(job, settings.load(self._flags))

    async def keep(self, choice: Choice, outcome: Outcome) -> Print:
        """Keep what was printed as the last good print of a choice."""
        sizes = await self._with_pdfium(partial(page_sizes, outcome.data))
        made = Print(outcome.sha256, outcome.data, sizes, clock.seconds())
        self.print_cache.put(choice, made)
        return made

    async def draw(self, made: Print, page: int, width: int) -> bytes:
        """A page of a print, counted from 0, as a PNG of so many pixels across."""
        return await self._with_pdfium(partial(draw_page, made.data, page, width))

    async def _with_pdfium(self, work: Callable[[], Made]) -> Made:
        return await asyncio.get_running_loop().run_in_executor(self._draughtsman, work)

    @contextmanager
    def heard_by(self, listener: Listener) -> Iterator[None]:
        """Tell somebody of what is saved, within this context."""
        self._listeners.add(listener)
        try:
            yield
        finally:
            self._listeners.discard(listener)

    async def watch(self) -> None:
        """Tell all pages of what is saved, until cancelled. Raises OSError."""
        await watch(Places((*self._sources, *self.common)), self._heed)

    def _heed(self, changes: Changes) -> None:
        if outdated := self._choices is None or self._choices.is_outdated(changes):
            self._choices = None
        themed = any(path.is_relative_to(place) for path in changes for place in self.common)
        for each in self._listeners:
            each.heed(changes, restocked=outdated or themed)

    def dismiss(self) -> None:
        """End what all pages are told; they close then."""
        for each in self._listeners:
            each.close()

    async def close(self) -> None:
        """End all that is at work."""
        self.dismiss()
        await self._warm_pool.close()
        self._draughtsman.shutdown()
