"""What is remembered of a document: where it is, what it was printed from, and what came of it."""

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeGuard

from leaflet import files
from leaflet.job import Job, Outcome, Status

Record = Mapping[str, Any]
"""The keys of the receipt, and those that ``make_record`` adds."""


def make_record(outcome: Outcome, folder: Path) -> Record:
    """The record of what came of a job.

    To the keys of the receipt it adds ``target`` and ``origin``, the paths of PDF and source from
    the folder, which stay true when a project moves; ``stamp``, what the file system says of the
    PDF; ``frames``, the type area of each page (left, bottom, right, top; points), which the proof
    needs; and ``medicine``, which the catalogue needs.
    """
    return {
        "target": target_of(outcome.job, folder),
        **whereabouts(outcome.job, folder),
        **outcome.as_dict(),
        "frames": [" ".join(f"{edge:.2f}" for edge in frame) for frame in outcome.frames],
        "medicine": outcome.medicine.as_dict() if outcome.medicine else {},
    }


def whereabouts(job: Job, folder: Path) -> Record:
    """What of a record changes when files are moved or copied: origin and stamp."""
    stamp = ""
    with suppress(OSError):
        stamp = files.stamp(job.target)
    return {"origin": origin_of(job, folder), "stamp": stamp}


def target_of(job: Job, folder: Path) -> str:
    """The path of a job's PDF below the folder."""
    # Much faster than relative_to, and called for every document of a run.
    return str(job.target).removeprefix(os.path.join(folder, ""))


def origin_of(job: Job, folder: Path) -> str | None:
    """The path of a job's source from the folder; None if it is not a file."""
    if job.data is not None:
        return None
    # Links are followed first: on the way back, ".." leads to where they point from.
    file = os.path.realpath(job.source) if os.path.islink(job.source) else str(job.source)
    parent, name = os.path.split(file)
    return os.path.join(_path_to(parent, str(folder)), name)


@lru_cache(maxsize=1000)
def _path_to(folder: str, start: str) -> str:
    return os.path.relpath(os.path.realpath(folder), os.path.realpath(start))


def is_printed(record: Record) -> bool:
    """Whether the document could be printed."""
    return record.get("status") != Status.FAILED


def is_sound(record: object) -> TypeGuard[Record]:
    """Whether all values have the types that leaflet writes, if some may be missing.

    The target must be a PDF inside the folder. A record may come from anywhere, and leaflet reads
    the files that it names, and removes them with ``--prune``.
    """
    if not isinstance(record, dict) or not _is_target(record.get("target")):
        return False
    return all(fits(record[key]) for key, fits in _TYPES.items() if key in record)


def _is_target(value: object) -> bool:
    # Much faster than with pathlib, and called for every document.
    target = value if isinstance(value, str) else ""
    return target.endswith(".pdf") and target[0] != "/" and ".." not in target.split("/")


def _is_text(value: object) -> bool:
    return isinstance(value, str) and "\0" not in value


def _list_of(element: type) -> Callable[[object], bool]:
    return lambda value: isinstance(value, list) and all(isinstance(e, element) for e in value)


_TYPES: Mapping[str, Callable[[object], bool]] = {
    **dict.fromkeys(("target", "status", "source", "kind", "paper", "sha256", "stamp"), _is_text),
    **dict.fromkeys(("styles", "checks", "frames"), _list_of(str)),
    "diagnostics": _list_of(dict),
    "fingerprint": lambda value: isinstance(value, dict),
    "origin": lambda value: value is None or _is_text(value),
    "pages": lambda value: isinstance(value, int),
}
