"""What is to be printed into which file: monographs × kinds → jobs, each with its own target."""

import os
import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

from leaflet import files
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic
from leaflet.errors import SettingsError
from leaflet.files import PIPE
from leaflet.job import Job
from leaflet.sources import Found, picture_root
from leaflet.theme.search_path import Theme

CLASH = "shared-target"
"""The code of two files that would be one."""


def folder(settings: Settings) -> Path | None:
    """The folder that is printed into; None if the output is one PDF or standard output."""
    output = settings.output
    one = output == PIPE or (output.suffix.lower() == ".pdf" and not output.is_dir())
    return None if one else output


def plan(found: Iterable[Found], kinds: Iterable[str], settings: Settings) -> tuple[Job, ...]:
    """One job for each monograph and kind, in this order.

    Targets are ``OUTPUT/KIND/SUBPATH.pdf``; with styles the folder is ``KIND-STYLE``, so that
    editions never overwrite one another. Raises SettingsError if the output cannot be used for
    these jobs, and if two sources, or a source and a PDF, would be the same file.
    """
    into = folder(settings)
    jobs = _jobs(found, kinds, settings)
    if into is None and len(jobs) > 1:
        raise SettingsError.of(
            "one-pdf-many-documents",
            f"--output {settings.output} holds one document, but {len(jobs)} are to be printed",
            hint="name one source and one --kind, or a folder",
        )
    if into is not None and into.exists() and not into.is_dir():
        raise SettingsError.of("bad-output", f"--output {into} is a file, not a folder")
    if faults := _clashes(jobs):
        raise SettingsError(faults)
    return jobs


def clashes(found: Iterable[Found], settings: Settings) -> list[Diagnostic]:
    """An error for each monograph whose PDF would take the place of another file."""
    kinds = settings.kinds or Theme.of(settings.project).kinds()
    return _clashes(_jobs(found, kinds, settings)) if folder(settings) else []


def _jobs(found: Iterable[Found], kinds: Iterable[str], settings: Settings) -> tuple[Job, ...]:
    into = folder(settings)
    folders = {kind: f"{into}/{'-'.join((kind, *settings.styles))}/" for kind in kinds}
    roots: dict[str, Path | None] = {}
    return tuple(
        Job(
            source=each.path,
            name=name,
            kind=kind,
            styles=settings.styles,
            paper=settings.paper_for(kind),
            target=Path(f"{below}{each.subpath}.pdf") if into else settings.output,
            data=each.data,
            standard=settings.standard,
            folder=into,
            root=root,
            may_be_link=each.may_be_link,
        )
        for each in found
        for name, root in [(str(each.path), _root(each, roots, settings))]
        for kind, below in folders.items()
    )


def _root(found: Found, known: dict[str, Path | None], settings: Settings) -> Path | None:
    """The folder of a monograph's pictures; to find it is slow, and there are thousands."""
    parent = os.path.dirname(found.path)
    if parent not in known:
        known[parent] = picture_root(found.path, settings.project)
    return known[parent]


def check_report(settings: Settings) -> None:
    """Raises SettingsError if the receipt that is wanted must not be written where it is."""
    if settings.report is None:
        return
    if settings.report == settings.output:
        message = f"only one of --output and --report can be {settings.output}"
        raise SettingsError.of("two-outputs", message)
    if fault := spoiled_by(settings.report):
        hint = "choose a name that nothing else has, such as receipt.json"
        raise SettingsError.of("bad-report", fault, file=str(settings.report), hint=hint)


RECEIPT = re.compile(rb'\{"leaflet": "[^"]*", "seconds": |<\?xml[^>]*>\s*<testsuites\s|\Z')
"""How a receipt begins; an empty file may become one."""

READ_OR_WRITTEN = (
    *(".md", ".markdown", ".pdf", ".html", ".css", ".js", ".toml", ".po"),
    *(".jpg", ".jpeg", ".png", ".svg"),
)
"""How the names of monographs, templates, styles, pictures and PDFs end."""


def spoiled_by(report: Path) -> str:
    """Why a receipt must not be written there: it would replace anything but a receipt."""
    if report == PIPE:
        return ""
    name = report.name.casefold()
    if name in ("manifest.json", "index.html") or name.startswith(".leaflet"):
        return "has the name of a file that leaflet writes itself"
    if name.endswith(READ_OR_WRITTEN):
        return "has the name of a document, or of what one is made from"
    try:
        is_receipt = RECEIPT.match(files.read_start(report, 200))
    except FileNotFoundError:
        return ""
    except OSError as error:
        return f"cannot be replaced by a receipt ({error.strerror})"
    return "" if is_receipt else "is not a receipt, and would be overwritten"


def _clashes(jobs: Sequence[Job]) -> list[Diagnostic]:
    """Jobs with the same target, if only on a disk that ignores case or Unicode composition."""
    taken: dict[str, Job] = {}
    faults: dict[tuple[str, str], Diagnostic] = {}  # by the two, which clash in every kind
    for job in jobs:
        target = str(job.target)
        key = target if target.isascii() else unicodedata.normalize("NFC", target)
        first = taken.setdefault(key.casefold(), job)
        if first is not job:
            message = f"{first.name} and {job.name} would both be printed to {job.target}"
            hint = "rename one of them, or print them into different folders"
            fault = Diagnostic.error(CLASH, message, job.name, hint=hint)
            faults.setdefault((first.name, job.name), fault)
    for source, printed in groupby(jobs, key=lambda job: job.name):
        # Following links is slow, and no other source than these can be the target of a PDF.
        first = next(printed)
        if source != str(PIPE) and (source.lower().endswith(".pdf") or first.is_link):
            real = os.path.realpath(source)
            message = f"{source} would be overwritten by its own PDF"
            fault = Diagnostic.error(CLASH, message, source)
            if any(os.path.realpath(job.target) == real for job in (first, *printed)):
                faults[source, ""] = fault
    return [*faults.values()]
