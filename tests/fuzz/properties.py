"""The two properties that every document must have, however hostile: ``reads`` and ``prints``."""

import re
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unicodedata import bidirectional, category

from helpers import words
from leaflet import batch, lint
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic, has_errors
from leaflet.errors import LeafletError, MonographRefused
from leaflet.job import Job, Outcome, Status
from leaflet.monograph import parse

READING = 5.0
"""Seconds of processor time for reading a document, and again for proof-reading it."""

PRINTING = 120.0
"""Seconds in which a document is printed or refused, even on a busy machine."""

KINDS = ("patient", "clinician")
NEVER = {"internal", "worker-died", "too-large", "timeout", "out-of-memory"}
"""Errors that are never the fault of a text, but of leaflet or of its limits."""

NAME = "mutant.md"


class TooSlow(AssertionError):
    """A document within the limits took too long."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise TooSlow inside the block if it takes more processor time than this."""

    def late(*_: object) -> None:
        raise TooSlow(f"longer than {seconds:g} seconds")

    before = signal.signal(signal.SIGPROF, late)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def reads(data: bytes) -> str:
    """Read and proof-read a document, as "read" or "refused".

    Raises AssertionError if that takes too long or a message is unsafe; any other exception is a
    fault too.
    """
    verdict = "read"
    with within(READING):
        try:
            findings: tuple[Diagnostic, ...] = parse(data, NAME).diagnostics
            assert not has_errors(findings), "an error was found, and the text was let through"
        except MonographRefused as refused:
            findings, verdict = refused.diagnostics, "refused"
            assert has_errors(findings), "refused without a reason"
    with within(READING):
        findings += tuple(lint.check(data, NAME, Settings()))
    for finding in findings:
        # Terminals obey control characters, and bidi controls change the order of reading.
        unsafe = [char for char in finding.message if _is_control(char)]
        assert not unsafe, f"cannot be shown: {unsafe}"
    return verdict


def _is_control(char: str) -> bool:
    reorders = bidirectional(char) in {
        "LRE",
        "RLE",
        "LRO",
        "RLO",
        "PDF",
        "LRI",
        "RLI",
        "FSI",
        "PDI",
    }
    return reorders or category(char) in {"Cc", "Cs", "Zl", "Zp"}


def prints(data: bytes) -> str:
    """Print a document in every kind, as a run would, and say for each "printed" or the error.

    A printed PDF was verified; a refused document leaves no file. Raises AssertionError if the run
    stops, or if the process that prints had to be stopped.
    """
    with tempfile.TemporaryDirectory(prefix="leaflet-fuzz-") as folder:
        source = Path(folder, NAME)
        source.write_bytes(data)
        jobs = [Job(source, NAME, kind, (), "a4", Path(folder, f"{kind}.pdf")) for kind in KINDS]
        try:
            settings = Settings(jobs=1, timeout=PRINTING, project=Path(folder))
            outcomes = list(batch.run(jobs, settings))
        except LeafletError as error:
            raise AssertionError(f"one document stopped the run: {error}") from error
        return " ".join(map(_verdict, outcomes))


def _verdict(outcome: Outcome) -> str:
    """The result of a job: "printed" or the code of its first error."""
    codes = [d.code for d in outcome.diagnostics if d.severity == "error"]
    assert not NEVER & set(codes), f"{outcome.diagnostics}\n{outcome.trace}"
    printed = outcome.status is Status.PRINTED
    assert printed != bool(codes), f"{outcome.status} with the errors {codes}"
    assert printed == outcome.job.target.exists(), (
        "a PDF of a refused document, or none of a printed one"
    )
    if printed:
        last = f"{outcome.pages} of {outcome.pages}"
        assert re.search(rf"(?:Page|Side) {last}", words(outcome.job.target))
    return "printed" if printed else codes[0]
