"""What is sent to a cluster and comes back.

What is sent is everything that a page is made of, as bytes: a machine with the same version of
leaflet needs nothing else to print the same document. What comes back is checked, field by field.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta

from leaflet import clock, files
from leaflet.compose import Makeup
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic
from leaflet.edition import fingerprint
from leaflet.job import Job, Outcome
from leaflet.theme import pictures
from leaflet.theme.search_path import Theme


@dataclass(frozen=True, slots=True)
class RemoteSetup:
    """What all documents of a run share.

    ``theme`` holds the project's own templates, styles, fonts and pictures by their relative paths,
    ``day`` is the date that documents bear, ``versions`` what must be the same on each machine.
    """

    settings: Settings
    theme: Mapping[str, bytes]
    day: date
    versions: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RemoteJob:
    """One document: its job with the text, and the pictures of the monograph by name.

    Their names are relative to the monograph, which is ``below`` the folder that holds them all.
    """

    job: Job
    pictures: Mapping[str, bytes]
    below: str = ""

    @property
    def size(self) -> int:
        """Bytes of the text and its pictures."""
        return len(self.job.data or b"") + sum(map(len, self.pictures.values()))


_Points = Annotated[float, Meta(ge=-1e5, le=1e5)]


@dataclass(frozen=True, slots=True)
class Answer:
    """What comes back of a document: a PDF to be proved, or why there is none.

    ``kind`` says of which; the others are as in ``Outcome``.
    """

    kind: str
    seconds: Annotated[float, Meta(ge=0, le=1e9)]
    diagnostics: tuple[Diagnostic, ...]
    trace: str
    fingerprint: dict[str, str]
    frames: tuple[tuple[_Points, _Points, _Points, _Points], ...]
    makeup: Makeup
    data: bytes


def pack_answers(outcomes: Iterable[Outcome]) -> bytes:
    """The outcomes of a chunk as they are sent back."""
    return msgspec.msgpack.encode([_answer(each) for each in outcomes])


def unpack_answers(data: object, count: int) -> list[Answer]:
    """What came back of ``count`` documents. Raises ValueError for anything else."""
    if not isinstance(data, bytes):
        raise ValueError(f"{type(data).__name__} instead of bytes")
    answers = msgspec.msgpack.decode(data, type=list[Answer])
    if len(answers) != count:
        raise ValueError(f"{len(answers)} answers instead of {count}")
    return answers


def _answer(outcome: Outcome) -> Answer:
    return Answer(
        outcome.job.kind,
        outcome.seconds,
        outcome.diagnostics,
        outcome.trace,
        dict(outcome.fingerprint),
        outcome.frames,
        Makeup(**outcome.makeup),
        outcome.data,
    )


def pack_setup(settings: Settings) -> RemoteSetup:
    """The setup of a run. Raises OSError if a file of the theme cannot be read."""
    theme = Theme.of(settings.project)
    own = {}
    names = [settings.brand.logo] if settings.brand.logo else []
    names += [name for font in settings.fonts.values() for name in font.names]
    for root in theme.roots:
        for file in _theme_files(root):
            data = files.read(file)
            text = data.decode("utf-8", "replace")
            find = pictures.of_style if file.suffix == ".css" else pictures.of_template
            names += find(text)
            if root == settings.project:
                own[file.relative_to(root).as_posix()] = data
    used = pictures.gather(names, (settings.project,))
    return RemoteSetup(settings, {**dict(used), **own}, clock.today(), versions())


def pack(job: Job) -> RemoteJob:
    """A document as it is sent. Raises OSError if its source or a picture cannot be read."""
    text = job.read()
    base = job.pictures
    used = pictures.gather(pictures.of_text(text), (base.root,), base.below)
    # Without its folder, for which a thumbnail would be drawn; that is done where it is written.
    return RemoteJob(replace(job, data=text, folder=None), dict(used), base.below)


def unpack_setup(setup: RemoteSetup, folder: Path) -> Settings:
    """Write the theme into an empty folder; the settings with which to print from there."""
    _write(setup.theme, folder)
    return replace(setup.settings, project=folder)


def unpack(remote_job: RemoteJob, folder: Path) -> Job:
    """Write the pictures of a document into an empty folder; the job that prints it there."""
    job, below = remote_job.job, remote_job.below
    named = remote_job.pictures.items()
    _write({os.path.normpath(os.path.join(below, name)): data for name, data in named}, folder)
    return replace(job, source=folder / below / job.source.name, root=folder)


def versions() -> dict[str, str]:
    """The versions of everything on this machine that can affect a page, by name."""
    return {**fingerprint.versions(), "code and fonts": fingerprint.of_leaflet()}


def _theme_files(root: Path) -> Iterator[Path]:
    for folder in ("templates", "styles"):
        yield from (file for file in sorted((root / folder).rglob("*")) if file.is_file())


def _write(contents: Mapping[str, bytes], folder: Path) -> None:
    for name, data in contents.items():
        files.write(folder / name, data)
