"""Which files were saved, as soon as they are."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from pathlib import Path

from watchfiles import Change, awatch

STEP = 25
"""Milliseconds without a change after which what changed is told as one."""

LONGEST = 200
"""Milliseconds after which it is told all the same."""

Changes = dict[Path, bool]
"""What was changed, and whether it came or went, and not only its content."""

Heed = Callable[[Changes], None]


class Places:
    """The files and folders that are watched, whether they are there yet or not.

    A folder is watched at any depth; of a file, the folder that it stands in.
    """

    def __init__(self, places: Iterable[Path]) -> None:
        self._places = frozenset(place.resolve() for place in places)

    def all(self) -> Changes:
        """As if each of them had come just now."""
        return dict.fromkeys(self._places, True)

    def folders(self) -> frozenset[Path]:
        """The folders of them that are there now."""
        return frozenset(place for place in self._places if place.is_dir())

    def around(self) -> frozenset[Path]:
        """The folders beside those in which one of them may come and go."""
        within = self.folders()
        return frozenset(
            place.parent
            for place in self._places
            if place.parent.is_dir() and not any(map(place.parent.is_relative_to, within))
        )

    def have_moved(self, changed: Changes, watched: frozenset[Path]) -> bool:
        """Whether a folder of them was made, or one that is watched was taken away."""
        return any(
            moved and path in self._places and (path in watched or path.is_dir())
            for path, moved in changed.items()
        )


async def watch(places: Places, heed: Heed) -> None:
    """Tell ``heed`` of every change, until cancelled."""
    polled = False
    missed: Changes = {}
    while True:
        anew = asyncio.Event()
        try:
            async with asyncio.TaskGroup() as group:
                for deep in (True, False):
                    group.create_task(_watch(places, heed, anew, deep=deep, polled=polled))
                await asyncio.sleep(0)  # both have begun
                heed(missed)
        except* OSError:
            # The system watches no more files for this user, or a folder went away just now.
            polled = True
        # Nobody has heard of what was saved just now, until watching begins again.
        missed = places.all()


async def _watch(
    places: Places, heed: Heed, anew: asyncio.Event, *, deep: bool, polled: bool
) -> None:
    within = places.folders()
    folders = within if deep else places.around()
    async for changed in _changes(folders, anew, deep=deep, polled=polled):
        heed(changed)
        if places.have_moved(changed, within):
            anew.set()


async def _changes(
    folders: Iterable[Path], anew: asyncio.Event, *, deep: bool, polled: bool
) -> AsyncIterator[Changes]:
    if not folders:
        await anew.wait()
        return
    changes = awatch(
        *folders,
        watch_filter=_matters,
        debounce=LONGEST,
        step=STEP,
        stop_event=anew,
        recursive=deep,
        force_polling=polled or None,
    )
    async for changed in changes:
        # A file that came just now was written as well, and both are told, in any order.
        moved = {path for change, path in changed if change is not Change.modified}
        yield {Path(path): path in moved for _, path in changed}


def _matters(_: Change, path: str) -> bool:
    """Whether a name is a file's own: editors write beside it under names such as these."""
    name = Path(path).name
    return not name.startswith(".") and not name.endswith(("~", ".swp", ".tmp"))
