"""Where the CPU time of a document goes, stage by stage and check by check.

    python -m benchmarks.parts [FOLDER] [ROUNDS]

Prints every monograph of FOLDER (default content/) in one warm process, ROUNDS times (default 5),
and writes the medians as a Markdown table. What one part does within another counts for the inner.
"""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any
from unittest.mock import patch

from leaflet.batch import garbage
from leaflet.config.settings import Settings
from leaflet.errors import DocumentError
from leaflet.job import Job
from leaflet.output import plan
from leaflet.pipeline import Pipeline
from leaflet.sources import find_monographs
from leaflet.verification import CHECKS

CHECKOUT = Path(__file__).parents[1]
KINDS = ("patient", "clinician")

STAGES = {
    "leaflet.pipeline.parse": "reading",
    "leaflet.pipeline.assign_topics": "topics",
    "leaflet.pipeline.lint.findings_for_build": "checking",
    "leaflet.pipeline.prepare": "drafting",
    "leaflet.pipeline.compose": "composing",
    "leaflet.pipeline.verification.preflight": "preflight",
    "leaflet.pipeline.fit": "fitting",
    "leaflet.pipeline.fit_sides": "fitting",
    "leaflet.pipeline.lay_out": "laying out",
    "leaflet.pipeline.draw": "drawing",
    "leaflet.verification.pdf.pages.draw_thumbnail": "thumbnail",
    "leaflet.verification.known_objects": "proof: objects",
    "leaflet.verification._read": "proof: reading the PDF",
    "leaflet.verification.expected_lines": "proof: expected lines",
    "leaflet.verification.align": "proof: comparing",
    "leaflet.pipeline.verification.examine": "proof: the rest",
    "leaflet.pipeline.Pipeline._proved": "outcome",
}
"""The functions that are measured, and what they are called in the table."""

OTHER = "the rest"


@dataclass(slots=True)
class Spent:
    """CPU seconds by part, each without those of the parts within it."""

    parts: dict[str, float] = field(default_factory=dict)
    _open: list[str] = field(default_factory=list)
    _since: float = 0.0

    def enter(self, part: str) -> None:
        """A part begins."""
        self._note()
        self._open.append(part)

    def leave(self) -> None:
        """The part that began last ends."""
        self._note()
        self._open.pop()

    def _note(self) -> None:
        now = time.process_time()
        if self._open:
            part = self._open[-1]
            self.parts[part] = self.parts.get(part, 0.0) + now - self._since
        self._since = now

    def timed(self, part: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """The function ``work``, measured as a part."""

        def measured(*arguments: Any, **named: Any) -> Any:
            self.enter(part)
            try:
                result = work(*arguments, **named)
                return (*result,) if isinstance(result, Iterator) else result
            finally:
                self.leave()

        return measured


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else CHECKOUT / "content"
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    settings = Settings(output=Path("dist"))
    pipeline = Pipeline(settings)
    table = {kind: cost(pipeline, folder, kind, settings, rounds) for kind in KINDS}
    print("\n".join(as_table(table)))


def cost(
    pipeline: Pipeline, folder: Path, kind: str, settings: Settings, rounds: int
) -> dict[str, float]:
    """The CPU time of a document by part: the medians of the rounds, in ms."""
    jobs = plan.plan(find_monographs([folder]), (kind,), settings)
    jobs = tuple(job for job in jobs if is_printed(pipeline, job))
    each = [run(pipeline, jobs) for _ in range(rounds)]
    names = dict.fromkeys(name for spent in each for name in spent)
    return {
        name: median(1000 * spent.get(name, 0.0) / len(jobs) for spent in each) for name in names
    }


def is_printed(pipeline: Pipeline, job: Job) -> bool:
    """Whether a document passes; it also warms up the pipeline."""
    with suppress(DocumentError):
        return bool(pipeline.run(job))
    return False


def run(pipeline: Pipeline, jobs: tuple[Job, ...]) -> dict[str, float]:
    """The CPU seconds of all jobs by part, with garbage collected as in a worker."""
    spent = Spent()
    garbage.collect_now()
    garbage.collect_rarely()
    with measured(spent):
        for job in jobs:
            spent.timed(OTHER, pipeline.run)(job)
            spent.timed("garbage collection", garbage.collect_now)()
    return spent.parts


@contextmanager
def measured(spent: Spent) -> Iterator[None]:
    """Within it, each stage and each check of the proof is measured."""
    checks = {name: spent.timed(f"proof: {name}", check) for name, check in CHECKS.items()}
    with ExitStack() as stack:
        for target, part in STAGES.items():
            patcher = patch(target)
            original = patcher.get_original()[0]
            stack.enter_context(patch(target, spent.timed(part, original)))
        stack.enter_context(patch("leaflet.verification.CHECKS", checks))
        yield


def as_table(table: dict[str, dict[str, float]]) -> Iterator[str]:
    """The parts in Markdown, the dearest of a leaflet first."""
    first = table[KINDS[0]]
    names = sorted(dict.fromkeys(n for each in table.values() for n in each), key=first.get)  # type: ignore[arg-type]
    proof = {
        kind: sum(ms for name, ms in parts.items() if name.startswith("proof"))
        for kind, parts in table.items()
    }
    sums = {kind: sum(parts.values()) for kind, parts in table.items()}
    yield f"| CPU ms of a document | {' | '.join(KINDS)} |"
    yield "| --- | --: | --: |"
    for name in reversed(names):
        yield f"| {name} | {' | '.join(f'{table[kind].get(name, 0.0):.1f}' for kind in KINDS)} |"
    yield f"| **all** | {' | '.join(f'{sums[kind]:.1f}' for kind in KINDS)} |"
    yield f"| share of the proof | {' | '.join(f'{proof[k] / sums[k]:.0%}' for k in KINDS)} |"


if __name__ == "__main__":
    main()
