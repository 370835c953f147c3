"""What a program learns of a build: while it goes on, and at its end."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from leaflet import __version__
from leaflet.diagnostics import Diagnostic
from leaflet.job import Outcome
from leaflet.output.report import Exit, interruption


class Listener:
    """Receives the events of a build. Override the methods you need; by default they do nothing."""

    def begin(self, total: int, unchanged: int) -> None:
        """Printing begins: ``total`` documents are to be printed, the others are unchanged."""

    def document(self, outcome: Outcome) -> None:
        """A document was found to be unchanged, was printed, or failed."""

    def finding(self, finding: Diagnostic) -> None:
        """Something is wrong with the output folder itself."""


@dataclass(frozen=True, slots=True)
class Report:
    """The result of a build.

    ``exit_code`` is that of ``leaflet build``: 0 if everything is printed, 1 if a document failed,
    3 if there were warnings and ``strict`` was set. ``counts`` says how many documents were
    ``printed``, ``unchanged`` or ``failed``, and how many PDFs were ``removed``. ``findings`` are
    about the output folder, ``orphans`` are PDFs whose monographs no longer exist. ``output`` names
    what was printed to, and ``summary`` says it all in a few lines.
    """

    exit_code: Exit
    counts: Mapping[str, int]
    seconds: float
    output: str
    summary: str
    documents: tuple[Outcome, ...]
    findings: tuple[Diagnostic, ...]
    orphans: tuple[Path, ...]

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Every finding once: those about the output folder, then those about documents."""
        of_documents = (each for outcome in self.documents for each in outcome.diagnostics)
        return tuple(dict.fromkeys((*self.findings, *of_documents)))

    def as_dict(self) -> dict[str, object]:
        """The receipt that ``leaflet build --report FILE`` writes, as plain values."""
        documents = sorted(self.documents, key=lambda each: (each.job.name, each.job.kind))
        return {
            "leaflet": __version__,
            "seconds": round(self.seconds, 3),
            "counts": dict(self.counts),
            **interruption(is_interrupted=self.exit_code is Exit.INTERRUPTED),
            "documents": [each.as_dict() for each in documents],
        }
