"""What share of a document's CPU time do the proof, its check of contexts and the topics take?

    python -m benchmarks.proof [FOLDER] [ROUNDS]

Prints every monograph of FOLDER (default content/) in every kind, with and without proof in turns,
in one process, ROUNDS times (default 5), and takes the median for each document. The target is at
most a fifth for the proof, and 8 % for topics and contexts together.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any
from unittest.mock import patch

from leaflet.config.settings import Settings
from leaflet.errors import DocumentError
from leaflet.job import Job
from leaflet.output import plan
from leaflet.pipeline import Pipeline
from leaflet.sources import find_monographs
from leaflet.topics.assign import assign_topics
from leaflet.verification import CHECKS
from leaflet.verification.checks.context import check_context

CHECKOUT = Path(__file__).parents[1]

PARTS = ("topics", "contexts")
"""What is measured by itself."""


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else CHECKOUT / "content"
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    with tempfile.TemporaryDirectory() as out:
        settings = Settings(output=Path(out))
        pipeline = Pipeline(settings)
        jobs = plan.plan(find_monographs([folder]), ("patient", "clinician"), settings)
        known = [job for job in jobs if is_printed(pipeline, job)]
        proved, unproved = 0.0, 0.0
        parts = dict.fromkeys(PARTS, 0.0)
        for job in known:
            pairs = [(in_parts(pipeline, job), without_proof(pipeline, job)) for _ in range(rounds)]
            proved += median(whole for (whole, _), _ in pairs)
            unproved += median(unproved for _, unproved in pairs)
            for part in PARTS:
                parts[part] += median(spent[part] for (_, spent), _ in pairs)
    each = 1000 / len(known)
    print(f"{len(known)} documents, medians of {rounds} rounds, CPU time")
    print(f"printed and proved  {proved * each:6.1f} ms per document")
    print(f"printed only        {unproved * each:6.1f} ms")
    print(f"share of the proof  {100 * (1 - unproved / proved):6.1f} %")
    for part, spent in parts.items():
        print(f"share of {part:11}{100 * spent / proved:6.1f} %")


def is_printed(pipeline: Pipeline, job: Job) -> bool:
    """Whether a document passes; it also warms up the pipeline."""
    try:
        pipeline.run(job)
    except DocumentError:
        return False
    return True


def in_parts(pipeline: Pipeline, job: Job) -> tuple[float, dict[str, float]]:
    """The seconds that a document takes, and those of each of the ``PARTS``."""
    spent = dict.fromkeys(PARTS, 0.0)

    def timed(part: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def measured(*arguments: Any) -> Any:
            start = time.process_time()
            result = work(*arguments)
            spent[part] += time.process_time() - start
            return result

        return measured

    checks = {**CHECKS, "context": timed("contexts", lambda each: (*check_context(each),))}
    topics = timed("topics", assign_topics)
    with (
        patch("leaflet.verification.CHECKS", checks),
        patch("leaflet.pipeline.assign_topics", topics),
    ):
        return seconds(pipeline.run, job), spent


def without_proof(pipeline: Pipeline, job: Job) -> float:
    with patch("leaflet.verification.prove", return_value=()):
        return seconds(pipeline.run, job)


def seconds(work: Callable[[Job], object], job: Job) -> float:
    start = time.process_time()
    work(job)
    return time.process_time() - start


if __name__ == "__main__":
    main()
