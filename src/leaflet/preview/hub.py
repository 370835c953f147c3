"""What all open pages share: the choices, the workers, the last good prints."""

import asyncio
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Protocol, TypeVar

from leaflet import clock
from leaflet.config import settings, toml_file
from leaflet.diff.pairs import SourceText
from leaflet.errors import LeafletError
from leaflet.job import Job, Outcome
from leaflet.preview.changes import COMMIT, PRINT, SINCE, Older
from leaflet.preview.choices import Choices, Selection, check_names, print_options
from leaflet.preview.print_cache import Print, PrintCache
from leaflet.preview.warm_pool import WarmPool
from leaflet.preview.watch import Changes, WatchedPaths, watch
from leaflet.sources import find_monographs
from leaflet.sources.ignored import Ignored
from leaflet.theme.search_path import Theme
from leaflet.verification.pdf.rasterise import draw_page, page_sizes

T = TypeVar("T")


class Listener(Protocol):
    """Is notified of saved files."""

    def on_change(self, changes: Changes, *, options_changed: bool) -> None:
        """Files were saved; ``options_changed`` if other things may be selectable now."""

    def close(self) -> None:
        """The preview ends."""


class Hub:
    """The preview of some sources. It belongs to one event loop.

    ``flags`` are those of the command line; all other settings are read again for each print.
    ``project`` is the folder of the project. ``older`` finds what changes are marked against.
    ``common_paths`` are the paths that affect all pages.
    """

    def __init__(
        self,
        sources: Sequence[Path],
        flags: Mapping[str, object],
        project: Path,
        older: Older | None = None,
    ) -> None:
        self._older = older
        self._sources = tuple(sources)
        self._flags = flags
        self.project = project
        roots = Theme.of(project).roots
        theme_folders = [root / name for root in roots for name in ("templates", "styles")]
        # Not by Path.resolve, which fails where links lead in a circle.
        paths = map(os.path.realpath, (*theme_folders, project / toml_file.NAME))
        self.common_paths = set(map(Path, paths))
        self.print_cache = PrintCache()
        self._warm_pool = WarmPool()
        self._choices: Choices | None = None
        self._listeners: set[Listener] = set()
        # pdfium may be used by one thread at a time only.
        self._pdfium_thread = ThreadPoolExecutor(max_workers=1)

    async def options(self) -> dict[str, Any]:
        """What can be selected, as far as it can be read, and the findings otherwise."""
        options: dict[str, Any] = {"monographs": [], "findings": []}
        try:
            current = settings.load(self._flags)
            options |= print_options(current)
            options["since"] = [*SINCE] if self._older else []
            options["monographs"] = await asyncio.to_thread((await self.choices()).as_rows)
            check_names(current)
        except LeafletError as error:
            options["findings"] = [each.as_dict() for each in error.diagnostics]
        return options

    async def choices(self) -> Choices:
        """The monographs that exist now. Raises NothingMatched, SettingsError."""
        if self._choices is None:
            chosen = settings.load(self._flags)
            ignored = Ignored(chosen.project, chosen.not_sources)
            found = await asyncio.to_thread(find_monographs, self._sources, ignored)
            self._choices = Choices.of(found)
        return self._choices

    async def older(self, since: str, path: Path, kind: str) -> SourceText | None:
        """The version that changes are marked against, if there is to be one.

        Raises LeafletError if there is none, OSError.
        """
        if self._older is None or since not in (COMMIT, PRINT):
            return None
        current = replace(settings.load(self._flags), kinds=(kind,))
        return await asyncio.to_thread(self._older, since, path, current)

    async def print(self, job: Job) -> Outcome:
        """Print a job with the current settings. Raises SettingsError."""
        return await self._warm_pool.print(job, settings.load(self._flags))

    async def keep(self, selection: Selection, outcome: Outcome) -> Print:
        """Keep what was printed as the last good print of a selection."""
        sizes = await self._with_pdfium(partial(page_sizes, outcome.data))
        printed = Print(outcome.sha256, outcome.data, sizes, clock.seconds())
        self.print_cache.put(selection, printed)
        return printed

    async def draw(self, printed: Print, page: int, width: int) -> bytes:
        """Draw a page of a print, counted from 0, as a PNG of ``width`` pixels."""
        return await self._with_pdfium(partial(draw_page, printed.data, page, width))

    async def _with_pdfium(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._pdfium_thread, work)

    @contextmanager
    def listening(self, listener: Listener) -> Iterator[None]:
        """Notify a listener of saved files within this context."""
        self._listeners.add(listener)
        try:
            yield
        finally:
            self._listeners.discard(listener)

    async def watch(self) -> None:
        """Notify all listeners of saved files, until cancelled. Raises OSError."""
        await watch(WatchedPaths((*self._sources, *self.common_paths)), self._notify)

    def _notify(self, changes: Changes) -> None:
        if outdated := self._choices is None or self._choices.is_outdated(changes):
            self._choices = None
        common = any(path.is_relative_to(each) for path in changes for each in self.common_paths)
        for listener in self._listeners:
            listener.on_change(changes, options_changed=outdated or common)

    def close_sessions(self) -> None:
        """End the event streams of all pages."""
        for listener in self._listeners:
            listener.close()

    async def close(self) -> None:
        """End the sessions and stop all workers."""
        self.close_sessions()
        await self._warm_pool.close()
        self._pdfium_thread.shutdown()
