"""One session of fuzzing: mutants tried on a property, and what they did kept in ``build/fuzz``."""

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
"""Seconds of work after the end for the last document, and to make a finding small."""

NOW = FOUND / "now.md"
PROPERTIES: dict[str, tuple[Callable[[bytes], str], int]] = {
    "reads": (reads, 1500),
    "prints": (prints, 40),
}
"""Each property, and how many mutants a session tries on it."""


def fault(error: BaseException) -> str:
    """What identifies a fault: its kind, and the line of leaflet that raised it."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "/src/leaflet/" in frame.filename]
    where = f"{Path(ours[-1].filename).name}:{ours[-1].name}" if ours else str(error)[:80]
    return f"{type(error).__name__} {where}"


def session(name: str, number: int, until: float) -> None:
    """Try mutants on a property; write the results to a file."""
    # Where no signal of ours reaches, the system ends it; on a busy machine, waiting costs nothing.
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
            if (message := fault(error)) not in known:
                smallest[message] = (data, "".join(traceback.format_exception(error)))
                if isinstance(error, TooSlow):
                    return  # to make it small would take all the time there is
                raise

    with suppress(Exception):
        run()
    for message, (data, how) in smallest.items():
        keep(message, data, f"{name}, seed {number}: {message}\n{how}")
    (FOUND / "session.json").write_text(json.dumps(verdicts))


def keep(message: str, data: bytes, how: str) -> None:
    """Keep a finding: the document, what it did, and that it is known."""
    stem = sha256(message.encode()).hexdigest()[:12]
    (FOUND / f"{stem}.md").write_bytes(data)
    (FOUND / f"{stem}.txt").write_text(how, "utf-8", "backslashreplace")
    known = json.loads((FOUND / "faults.json").read_text())
    (FOUND / "faults.json").write_text(json.dumps(sorted({*known, message})))
    print(f"found: {message}: {FOUND / stem}.md", flush=True)
