"""What is to be printed where: monographs × kinds → jobs, no two of them for one place."""

import os
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic
from leaflet.errors import SettingsError
from leaflet.files import PIPE, Found
from leaflet.job import Job


def folder(settings: Settings) -> Path | None:
    """The folder that is printed into; None where the output is one PDF or standard output."""
    output = settings.output
    one = output == PIPE or (output.suffix.lower() == ".pdf" and not output.is_dir())
    return None if one else output


def plan(found: Iterable[Found], kinds: Iterable[str], settings: Settings) -> tuple[Job, ...]:
    """One job for each monograph and kind, in this order.

    ``OUTPUT/kind/place.pdf`` mirrors the source; with styles the folder is ``kind-style``, so that
    editions never overwrite one another. Raises SettingsError where an output cannot be used for
    these jobs, and where two sources, or a source and a PDF, would share one place.
    """
    into = folder(settings)
    jobs = tuple(
        Job(
            source=each.path,
            name=str(each.path),
            kind=kind,
            styles=settings.styles,
            paper=settings.paper,
            target=_target(into, each, kind, settings.styles) if into else settings.output,
            data=each.data,
            standard=settings.standard,
            folder=into,
        )
        for each in found
        for kind in dict.fromkeys(kinds)
    )
    if into is None and len(jobs) > 1:
        raise SettingsError.of(
            "one-pdf-many-documents",
            f"--output {settings.output} holds one document, but {len(jobs)} are to be printed",
            hint="name one source and one --kind, or a folder",
        )
    if into is not None and into.exists() and not into.is_dir():
        raise SettingsError.of("bad-output", f"--output {into} is a file, not a folder")
    if clashes := _clashes(jobs):
        raise SettingsError(clashes)
    return jobs


def _target(into: Path, found: Found, kind: str, styles: tuple[str, ...]) -> Path:
    return Path(f"{into}/{'-'.join((kind, *styles))}/{found.subpath}.pdf")


def _is_one_file(source: Path, target: Path) -> bool:
    # To follow all links is slow, and no other source than these can be where a PDF goes.
    possible = source.name.lower().endswith(".pdf") or os.path.islink(source)
    return possible and source != PIPE and source.resolve() == target.resolve()


def _clashes(jobs: Iterable[Job]) -> list[Diagnostic]:
    """Jobs whose targets are one file, if only on a disk that ignores case and composition."""
    taken: dict[str, Job] = {}
    faults = []
    for job in jobs:
        place = str(job.target)
        key = place if place.isascii() else unicodedata.normalize("NFC", place)
        first = taken.setdefault(key.casefold(), job)
        if first is not job:
            message = f"{first.name} and {job.name} would both be printed to {job.target}"
            hint = "rename one of them, or print them into different folders"
            faults.append(Diagnostic.error("shared-target", message, hint=hint))
        if _is_one_file(job.source, job.target):
            message = f"{job.name} would be overwritten by its own PDF"
            faults.append(Diagnostic.error("shared-target", message))
    return faults
