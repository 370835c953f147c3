"""Notification of saved files, as soon as they are saved."""

import asyncio
import os
from collections.abc import AsyncIterator, Callable, Iterable
from pathlib import Path

from watchfiles import Change, awatch

STEP = 25
"""Milliseconds without a change after which the changes are reported together."""

MAX_DELAY = 200
"""Milliseconds after which they are reported in any case."""

Changes = dict[Path, bool]
"""Changed paths; True for one that was added or removed, and not only rewritten."""

OnChange = Callable[[Changes], None]


class WatchedPaths:
    """The files and folders that are watched, whether they exist yet or not.

    Folders are watched with all that they contain; for a file, its folder is watched.
    """

    def __init__(self, paths: Iterable[Path]) -> None:
        self._paths = frozenset(map(Path, map(os.path.realpath, paths)))

    def all_added(self) -> Changes:
        """All paths, as if they had just been added."""
        return dict.fromkeys(self._paths, True)

    def folders(self) -> frozenset[Path]:
        """The watched folders that exist now."""
        return frozenset(path for path in self._paths if path.is_dir())

    def parents(self) -> frozenset[Path]:
        """The other folders in which a watched path may be added or removed."""
        folders = self.folders()
        return frozenset(
            path.parent
            for path in self._paths
            if path.parent.is_dir() and not any(map(path.parent.is_relative_to, folders))
        )

    def folders_changed(self, changes: Changes, folders: frozenset[Path]) -> bool:
        """Whether a watched folder was added, or one of ``folders`` removed."""
        return any(
            moved and path in self._paths and (path in folders or path.is_dir())
            for path, moved in changes.items()
        )


async def watch(paths: WatchedPaths, on_change: OnChange) -> None:
    """Call ``on_change`` for every change, until cancelled.

    Watching restarts when a folder is added or removed.
    """
    polling = False
    missed: Changes = {}
    while True:
        restart = asyncio.Event()
        try:
            async with asyncio.TaskGroup() as group:
                for recursive in (True, False):
                    watcher = _Watcher(restart, recursive=recursive, polling=polling)
                    group.create_task(watcher.run(paths, on_change))
                await asyncio.sleep(0)  # both have started
                on_change(missed)
        except* OSError:
            # The user's limit of watched files is reached, or a folder was just removed.
            polling = True
        # What is saved before watching has restarted goes unnoticed.
        missed = paths.all_added()


class _Watcher:
    """Watches the folders with all that they contain (``recursive``), or the other folders."""

    def __init__(self, restart: asyncio.Event, *, recursive: bool, polling: bool) -> None:
        self._restart = restart
        self._recursive = recursive
        self._polling = polling

    async def run(self, paths: WatchedPaths, on_change: OnChange) -> None:
        """Call ``on_change`` for every change until a restart is needed."""
        folders = paths.folders()
        async for changes in self._changes(folders if self._recursive else paths.parents()):
            on_change(changes)
            if paths.folders_changed(changes, folders):
                self._restart.set()

    async def _changes(self, folders: Iterable[Path]) -> AsyncIterator[Changes]:
        if not folders:
            await self._restart.wait()
            return
        watcher = awatch(
            *folders,
            watch_filter=_is_relevant,
            debounce=MAX_DELAY,
            step=STEP,
            stop_event=self._restart,
            recursive=self._recursive,
            force_polling=self._polling or None,
        )
        async for changes in watcher:
            # A new file was written too, and both are reported, in any order.
            moved = {path for change, path in changes if change is not Change.modified}
            yield {Path(path): path in moved for _, path in changes}


def _is_relevant(_: Change, path: str) -> bool:
    """Whether a file is not a temporary file of an editor."""
    name = Path(path).name
    return not name.startswith(".") and not name.endswith(("~", ".swp", ".tmp"))
