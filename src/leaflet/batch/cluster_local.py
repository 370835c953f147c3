"""The part of a run on a cluster that this machine's worker processes do.

They read what is sent, and prove what comes back. Nothing is written because another machine says
that it is right: its PDF is proved here against the text that was sent, and all else of an outcome
is found out here.
"""

from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from leaflet.batch.failure import failed, findings_of
from leaflet.batch.local import PRELOAD, attempt
from leaflet.batch.pool import WorkerPool, run_in_order
from leaflet.batch.remote_job import Answer, RemoteJob, RemoteSetup, pack
from leaflet.batch.worker import WorkSpec
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic, has_errors
from leaflet.errors import DocumentError
from leaflet.job import Job, Outcome

if TYPE_CHECKING:
    from leaflet.pipeline import Pipeline


@dataclass(frozen=True, slots=True)
class Answered:
    """A job, the text that was sent, and what came back of it or why there is nothing."""

    job: Job
    text: bytes
    answer: Answer | Diagnostic


def pack_all(
    jobs: Sequence[Job], settings: Settings
) -> Generator[RemoteJob | Diagnostic, None, None]:
    """What is sent of each job, or why it cannot be sent, in their order; read when asked for."""
    spec: WorkSpec[Job, RemoteJob | Diagnostic]
    spec = WorkSpec(replace(settings, jobs=1), _start_packing, _unpacked, PRELOAD)
    yield from run_in_order(spec, jobs)


def _start_packing(_: Settings) -> Callable[[Job], RemoteJob | Diagnostic]:
    return pack


def _unpacked(_job: Job, finding: Diagnostic, _seconds: float) -> Diagnostic:
    return finding


def prove_all(
    answered: Iterable[Answered], count: int, setup: RemoteSetup
) -> Generator[Outcome, None, None]:
    """The outcomes of ``count`` jobs, each when it is proved. Raises SettingsError."""
    spec = WorkSpec(setup.settings, _start_proving, _unproved, PRELOAD, setup.day)
    with WorkerPool(spec, answered, count) as pool:
        for _, outcome in pool.results():
            yield outcome


def _start_proving(settings: Settings) -> Callable[[Answered], Outcome]:
    # Imports the layout engine, in a worker only.
    from leaflet.pipeline import Pipeline  # noqa: PLC0415

    return partial(_prove, Pipeline(settings))


def _unproved(each: Answered, finding: Diagnostic, seconds: float) -> Outcome:
    return failed(each.job, (finding,), seconds)


def _prove(pipeline: "Pipeline", each: Answered) -> Outcome:
    if isinstance(each.answer, Diagnostic):
        return failed(each.job, (each.answer,))
    adopt = partial(_adopt, pipeline, each.answer)
    outcome = attempt(adopt, replace(each.job, data=each.text))
    seconds = each.answer.seconds + outcome.seconds
    return replace(outcome, job=each.job, seconds=seconds, trace=each.answer.trace or outcome.trace)


def _adopt(pipeline: "Pipeline", answer: Answer, job: Job) -> Outcome:
    """The outcome of a document, once its answer is proved. Raises DocumentError."""
    from leaflet.rendering import Frame, Pdf  # noqa: PLC0415 - loads the layout engine

    if answer.kind != job.kind:
        raise bad_answer(f"it is of the kind {answer.kind}")
    if not answer.data and has_errors(answer.diagnostics):
        raise DocumentError(answer.diagnostics)
    frames = tuple(Frame(*edges) for edges in answer.frames)
    try:
        pdf = Pdf(answer.data, len(frames), frames, (), job.standard)
        outcome = pipeline.adopt(job, pdf, answer.makeup)
    except DocumentError:
        raise
    except Exception as error:  # whatever a PDF that is none may lead to
        raise bad_answer(findings_of(error)[0].message) from error
    if answer.fingerprint != outcome.fingerprint:
        raise bad_answer("a picture, template or style was changed during the run")
    # The layout's own findings are known only where it was laid out.
    findings = tuple(dict.fromkeys((*answer.diagnostics, *outcome.diagnostics)))
    return replace(outcome, diagnostics=findings)


def bad_answer(why: str) -> DocumentError:
    """The error for what a machine of the cluster should not have sent back."""
    message = f"what a machine of the cluster sent back is not this document: {why}"
    return DocumentError.of("bad-answer", message, hint="print it again")
