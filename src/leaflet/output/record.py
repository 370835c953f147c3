"""What is remembered of a document: its path, its source, and the result of printing it."""

import json
import os
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, Required, TypedDict, TypeVar

import msgspec

from leaflet import files
from leaflet.job import Job, Outcome, Status

Content = TypeVar("Content")

Target = Annotated[str, msgspec.Meta(pattern=r"\A(?!/)(?!([^\0]*/)?\.\./)[^\0]+\.pdf\Z")]
"""The path of a PDF from its output folder, which it cannot lead out of."""


LARGEST_RECORD = 2_000_000
"""Bytes of a record at most: one with five thousand findings is smaller."""

MOST = 500_000
"""Documents of a folder at most."""


class Record(TypedDict, total=False):
    """The keys of the receipt, and those that ``make_record`` adds. Only the target is certain.

    A record may come from anywhere, and leaflet reads the files that it names, and removes them
    with ``--prune``. Therefore records are only read by ``decode``, which checks their types.
    """

    target: Required[Target]
    origin: str | None
    stamp: str
    source: str
    kind: str
    styles: list[str]
    paper: str
    standard: str
    status: str
    pdf: str | None
    pages: int
    sha256: str
    source_sha256: str
    fingerprint: dict[str, str]
    checks: list[str]
    seconds: float
    diagnostics: list[dict[str, Any]]
    frames: list[str]
    pictures: list[str]
    medicine: dict[str, Any]
    changed: str


_DECODER = msgspec.json.Decoder(Record)


def decode(data: bytes) -> Record:
    """The record that JSON describes. Raises ValueError if leaflet cannot have written it."""
    try:
        return _DECODER.decode(data)
    except msgspec.ValidationError:
        raise
    except (ValueError, RecursionError):
        # msgspec refuses the lone surrogates of a file name that is not UTF-8.
        return convert(data, Record)


def convert(data: bytes, type_: type[Content]) -> Content:
    """The value of a type that JSON describes. Raises ValueError."""
    try:
        return msgspec.convert(json.loads(data), type_)
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error


def make_record(outcome: Outcome, folder: Path) -> dict[str, object]:
    """The record of an outcome.

    To the keys of the receipt it adds ``target`` and ``origin``, the paths of PDF and source from
    the folder, which stay true when a project moves; ``stamp``, what the file system says of the
    PDF; ``frames``, the type area of each page (left, bottom, right, top; points), which the proof
    needs; ``pictures``, the names of those in the monograph, so that the next run need not look
    into its text; and ``medicine``, which the catalogue needs.
    """
    return {
        "target": target_of(outcome.job, folder),
        **whereabouts(outcome.job, folder),
        **outcome.as_dict(),
        "frames": [" ".join(f"{edge:.2f}" for edge in frame) for frame in outcome.frames],
        "pictures": list(outcome.pictures),
        "medicine": outcome.medicine.as_dict() if outcome.medicine else {},
    }


def changed_in(last: Record | None, outcome: Outcome, run: str) -> str:
    """The run that printed another text than the run before: this one, or that of the record."""
    same = last is not None and last.get("source_sha256") == outcome.source_sha256
    return last.get("changed", "") if last and same else run


def whereabouts(job: Job, folder: Path) -> dict[str, object]:
    """What of a record changes when files are moved or copied: origin and stamp."""
    stamp = ""
    with suppress(OSError):
        stamp = files.stamp(job.target)
    return {"origin": origin_of(job, folder), "stamp": stamp}


def target_of(job: Job, folder: Path) -> str:
    """The path of a job's PDF below the folder."""
    # Much faster than relative_to, and called for every document of a run.
    return str(job.target).removeprefix(_with_slash(folder))


@lru_cache(maxsize=10)
def _with_slash(folder: Path) -> str:
    return os.path.join(folder, "")


def origin_of(job: Job, folder: Path) -> str | None:
    """The path of a job's source from the folder; None if it is not a file."""
    if job.data is not None:
        return None
    # Links are followed first: on the way back, ".." leads to where they point from.
    file = os.path.realpath(job.source) if job.is_link else str(job.source)
    parent, name = os.path.split(file)
    return os.path.join(_path_to(parent, str(folder)), name)


@lru_cache(maxsize=1000)
def _path_to(folder: str, start: str) -> str:
    return os.path.relpath(os.path.realpath(folder), os.path.realpath(start))


def is_printed(record: Record) -> bool:
    """Whether the document could be printed."""
    return record.get("status") != Status.FAILED
