"""What is asked of a press and what came of it: light values that travel between processes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from leaflet.diagnostics import Diagnostic


class Standard(StrEnum):
    """What a PDF conforms to: accessible (ISO 14289-1), or that and archivable (ISO 19005-2)."""

    UA = "ua-1"
    UA_AND_A = "ua-1+a-2a"


@dataclass(frozen=True, slots=True)
class Job:
    """One document to print: one monograph for one kind of reader.

    ``source`` is the file to read, ``name`` how messages call it, ``target`` the PDF to write.
    ``data`` is the text itself where it does not stand in a file, as with standard input.
    """

    source: Path
    name: str
    kind: str
    styles: tuple[str, ...]
    paper: str
    target: Path
    data: bytes | None = None
    standard: Standard = Standard.UA


class Status(StrEnum):
    """How a job ended."""

    PRINTED = "printed"
    UNCHANGED = "unchanged"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a job: the PDF's pages and fingerprint, or the errors that stopped it.

    ``fingerprint`` tells what else reached the page, ``checks`` which checks it passed, ``frames``
    the type area of each page (left, bottom, right, top; points). ``data`` is the PDF itself
    until it is written.

    ``removed`` says that an older PDF of a failed document was taken away; ``trace`` is the way
    to the place in the code that failed, for those who mend it.
    """

    job: Job
    status: Status
    pages: int = 0
    sha256: str = ""
    source_sha256: str = ""
    seconds: float = 0.0
    diagnostics: tuple[Diagnostic, ...] = ()
    removed: bool = False
    trace: str = ""
    fingerprint: Mapping[str, str] = field(default_factory=dict)
    checks: tuple[str, ...] = ()
    frames: tuple[tuple[float, float, float, float], ...] = ()
    data: bytes = field(default=b"", repr=False)

    def as_dict(self) -> dict[str, object]:
        """The outcome as a row of the receipt."""
        return {
            "source": self.job.name,
            "kind": self.job.kind,
            "styles": list(self.job.styles),
            "paper": self.job.paper,
            "standard": str(self.job.standard),
            "status": str(self.status),
            "pdf": None if self.status is Status.FAILED else self.job.target.as_posix(),
            "pages": self.pages,
            "sha256": self.sha256,
            "source_sha256": self.source_sha256,
            "fingerprint": dict(self.fingerprint),
            "checks": list(self.checks),
            "seconds": round(self.seconds, 3),
            "diagnostics": [d.as_dict() for d in self.diagnostics],
        }
