"""What must hold of every document, however hostile: the two properties that fuzzing tries."""

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
"""Seconds of this process that reading and proof-reading a document may take, each."""

PRINTING = 120.0
"""Seconds in which a document within the limits is printed or refused on a busy machine."""

KINDS = ("patient", "clinician")
NEVER = {"internal", "worker-died", "too-large", "timeout", "out-of-memory"}
"""What no text can be the fault of: leaflet stumbled, or its limits let too much through."""

NAME = "mutant.md"


class TooSlow(AssertionError):
    """A document that was within the limits took longer than it may."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise TooSlow inside the block when it takes longer, the time of others not counted."""

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
    """Read and proof-read a document: nothing but our own refusal is raised, and nothing hangs."""
    verdict = "read"
    with within(READING):
        try:
            message: tuple[Diagnostic, ...] = parse(data, NAME).diagnostics
            assert not has_errors(message), "an error was found, and the text was let through"
        except MonographRefused as refused:
            message, verdict = refused.diagnostics, "refused"
            assert has_errors(message), "refused without a reason"
    with within(READING):
        message += tuple(lint.check(data, NAME, Settings()))
    for finding in message:
        # A terminal obeys control characters, and people read in the order that marks command.
        unsafe = [char for char in finding.message if _commands(char)]
        assert not unsafe, f"cannot be shown: {unsafe}"
    return verdict


def _commands(char: str) -> bool:
    moves = bidirectional(char) in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    return moves or category(char) in {"Cc", "Cs", "Zl", "Zp"}


def prints(data: bytes) -> str:
    """Print a document in every kind, as a run would: what comes out is proved, or there is none.

    The printing goes on in a process of its own, which may be stopped but must never have to be.
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
    """The result of a job in a word; raises AssertionError where that must not be."""
    codes = [d.code for d in outcome.diagnostics if d.severity == "error"]
    assert not NEVER & set(codes), f"{outcome.diagnostics}\n{outcome.trace}"
    printed = outcome.status is Status.PRINTED
    assert printed != bool(codes), f"{outcome.status} with the errors {codes}"
    assert printed == outcome.job.target.exists(), "a file that should not be there, or none"
    if printed:
        assert f"Page {outcome.pages} of {outcome.pages}" in words(outcome.job.target)
    return "printed" if printed else codes[0]
