"""One session of fuzzing: mutants tried on a property; failures are kept in ``build/fuzz``."""

import json
import resource
import time
import traceback
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings

from fuzz.mutants import mutants
from fuzz.properties import TooSlow, prints, reads

FOUND = Path(__file__).parents[2] / "build" / "fuzz"
GRACE = 300
"""Seconds after the end for the last document, and for shrinking a failure."""

NOW = FOUND / "now.md"
PROPERTIES: dict[str, tuple[Callable[[bytes], str], int]] = {
    "reads": (reads, 1500),
    "prints": (prints, 40),
}
"""Each property, and how many mutants one session tries on it."""


def fault(error: BaseException) -> str:
    """What identifies a fault: its kind, and the line of leaflet that raised it."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "/src/leaflet/" in frame.filename]
    where = f"{Path(ours[-1].filename).name}:{ours[-1].name}" if ours else str(error)[:80]
    return f"{type(error).__name__} {where}"


def session(name: str, number: int, until: float) -> None:
    """Try mutants on a property and write the number of each result to ``session.json``."""
    # Code in C ignores our signals, but not the system's limit on processor time.
    resource.setrlimit(
        resource.RLIMIT_CPU, (int(max(until - time.time(), 0)) + GRACE, resource.RLIM_INFINITY)
    )
    holds, examples = PROPERTIES[name]
    known = set(json.loads((FOUND / "faults.json").read_text()))
    verdicts: Counter[str] = Counter()
    smallest: dict[str, tuple[bytes, str]] = {}

    @seed(number)
    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        phases=[Phase.generate, *([Phase.shrink] if name == "reads" else [])],
        suppress_health_check=list(HealthCheck),
        report_multiple_bugs=False,
    )
    @given(mutants())
    def run(data: bytes) -> None:
        if time.time() > until:
            return
        NOW.write_bytes(data)
        try:
            verdicts[holds(data)] += 1
        except Exception as error:
            verdicts["fault"] += 1
            if (name_of_fault := fault(error)) not in known:
                smallest[name_of_fault] = (data, "".join(traceback.format_exception(error)))
                if isinstance(error, TooSlow):
                    return  # shrinking it would take all the time there is
                raise

    with suppress(Exception):
        run()
    for found, (data, trace) in smallest.items():
        keep(found, data, f"{name}, seed {number}: {found}\n{trace}")
    (FOUND / "session.json").write_text(json.dumps(verdicts))


def keep(found: str, data: bytes, report: str) -> None:
    """Keep a fault: the document, the report, and its name among the known faults."""
    stem = sha256(found.encode()).hexdigest()[:12]
    (FOUND / f"{stem}.md").write_bytes(data)
    (FOUND / f"{stem}.txt").write_text(report, "utf-8", "backslashreplace")
    known = json.loads((FOUND / "faults.json").read_text())
    (FOUND / "faults.json").write_text(json.dumps(sorted({*known, found})))
    print(f"found: {found}: {FOUND / stem}.md", flush=True)
