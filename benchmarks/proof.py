"""What share of a document's CPU time does the proof take?

    python -m benchmarks.proof [FOLDER] [ROUNDS]

Prints every monograph of FOLDER (default content/) in every kind, with and without proof in turns,
in one process, ROUNDS times (default 5), and takes the median for each document. The target is at
most a fifth.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from unittest.mock import patch

from leaflet.config.settings import Settings
from leaflet.errors import DocumentError
from leaflet.job import Job
from leaflet.output import plan
from leaflet.pipeline import Pipeline
from leaflet.sources import find_monographs

CHECKOUT = Path(__file__).parents[1]


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else CHECKOUT / "content"
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    with tempfile.TemporaryDirectory() as out:
        settings = Settings(output=Path(out))
        pipeline = Pipeline(settings)
        jobs = plan.plan(find_monographs([folder]), ("patient", "clinician"), settings)
        known = [job for job in jobs if is_printed(pipeline, job)]
        proved, unproved = 0.0, 0.0
        for job in known:
            pairs = [
                (seconds(pipeline.run, job), without_proof(pipeline, job)) for _ in range(rounds)
            ]
            proved += median(pair[0] for pair in pairs)
            unproved += median(pair[1] for pair in pairs)
    each = 1000 / len(known)
    print(f"{len(known)} documents, medians of {rounds} rounds, CPU time")
    print(f"printed and proved  {proved * each:6.1f} ms per document")
    print(f"printed only        {unproved * each:6.1f} ms")
    print(f"share of the proof  {100 * (1 - unproved / proved):6.1f} %")


def is_printed(pipeline: Pipeline, job: Job) -> bool:
    """Whether a document passes; it also warms up the pipeline."""
    try:
        pipeline.run(job)
    except DocumentError:
        return False
    return True


def without_proof(pipeline: Pipeline, job: Job) -> float:
    with patch("leaflet.verification.prove", return_value=()):
        return seconds(pipeline.run, job)


def seconds(work: Callable[[Job], object], job: Job) -> float:
    start = time.process_time()
    work(job)
    return time.process_time() - start


if __name__ == "__main__":
    main()
