"""What is asked of a press and what came of it: light values that travel between processes."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from leaflet.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Job:
    """One document to print: one monograph for one kind of reader.

    ``source`` is the file to read, ``name`` how messages call it, ``target`` the PDF to write.
    """

    source: Path
    name: str
    kind: str
    styles: tuple[str, ...]
    paper: str
    target: Path


class Status(StrEnum):
    """How a job ended."""

    PRINTED = "printed"
    UNCHANGED = "unchanged"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a job: the PDF's pages and fingerprint, or the errors that stopped it."""

    job: Job
    status: Status
    pages: int = 0
    sha256: str = ""
    source_sha256: str = ""
    seconds: float = 0.0
    diagnostics: tuple[Diagnostic, ...] = ()
