"""How the CPU time of a document grows with its size.

    python -m benchmarks.sizes [ROUNDS] [NUMBER...]

Prints monographs of 10, 40, 160 and 640 (or NUMBER) labels, list items and table rows in both
kinds, and writes the CPU milliseconds as a Markdown table, each the least of ROUNDS (default 3).
Garbage is collected as in a worker, and counts. A document that is refused, since it does not fit
on its sheet, counts with the time until then.
"""

import sys
import time
from contextlib import suppress
from pathlib import Path

from leaflet.batch import garbage
from leaflet.config.limits import Limits
from leaflet.config.settings import Settings
from leaflet.errors import DocumentError
from leaflet.job import Job
from leaflet.pipeline import Pipeline

LIMITS = Limits(file_size=1000, entries=20_000, emphases=40_000)
KINDS = ("patient", "clinician")

TEXT = """---
title: Testamide
---
### Usage
Testamide is used for mild pain.

### Dosage
{}

### Side Effects
Nausea.

### Precautions
Ask before you take it with other medicines.

### How it Works
It blocks pain.

### FAQs
**Q: May I drive?** A: Yes.
"""


def labels(number: int) -> str:
    return "\n\n".join(f"**Group {n}:** {n + 1} mg once daily." for n in range(number))


def items(number: int) -> str:
    return "\n".join(f"- group {n} takes {n + 1} mg once daily" for n in range(number))


def rows(number: int) -> str:
    lines = (f"| group {n} | {n + 1} mg once daily |" for n in range(number))
    return "\n".join(("| Who | Dose |", "| --- | --- |", *lines))


SHAPES = {"labels": labels, "items": items, "rows": rows}


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    numbers = [*map(int, sys.argv[2:])] or [10, 40, 160, 640]
    pipeline = Pipeline(Settings(limits=LIMITS))
    garbage.collect_rarely()
    print(f"| CPU ms | {' | '.join(map(str, numbers))} | last ÷ one before |")
    print(f"| --- | {'--: | ' * len(numbers)}--: |")
    for name, shape in SHAPES.items():
        for kind in KINDS:
            spent = [seconds(pipeline, kind, TEXT.format(shape(n)), rounds) for n in numbers]
            cells = " | ".join(f"{1000 * each:.0f}" for each in spent)
            print(f"| {name}, {kind} | {cells} | {spent[-1] / spent[-2]:.1f} |", flush=True)


def seconds(pipeline: Pipeline, kind: str, text: str, rounds: int) -> float:
    job = Job(Path("testamide.md"), "testamide.md", kind, (), "a4", Path("-"), text.encode())
    times = []
    for _ in range(rounds):
        start = time.process_time()
        with suppress(DocumentError):
            pipeline.run(job)
        garbage.collect_now()
        times.append(time.process_time() - start)
    return min(times)


if __name__ == "__main__":
    main()
