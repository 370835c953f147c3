"""``make fuzz MINUTES=10``: try mutants for some minutes, and keep what fails.

Each session runs in a process of its own, so that a crash of the interpreter is a finding like any
other. ``build/fuzz/`` keeps the smallest document that fails, and how it fails. Each fault is
reported once.
"""

import argparse
import json
import sys
import time
from collections import Counter
from multiprocessing import get_context

from fuzz.session import FOUND, NOW, PROPERTIES, keep, session


def main() -> int:
    """Fuzz for some minutes and return the number of faults."""
    parser = argparse.ArgumentParser(prog="make fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=time.time_ns() % 10**9)
    asked = parser.parse_args()
    FOUND.mkdir(parents=True, exist_ok=True)
    (FOUND / "faults.json").write_text("[]")
    started, until = time.time(), time.time() + asked.minutes * 60
    totals: dict[str, Counter[str]] = {name: Counter() for name in PROPERTIES}
    number = asked.seed
    while time.time() < until:
        for name in PROPERTIES:
            number += 1
            (FOUND / "session.json").write_text("{}")
            process = get_context("spawn").Process(target=session, args=(name, number, until))
            process.start()
            process.join()
            totals[name].update(json.loads((FOUND / "session.json").read_text()))
            if process.exitcode:
                totals[name]["died"] += 1
                keep(f"{name} died with {process.exitcode}", NOW.read_bytes(), f"seed {number}")
    faults = json.loads((FOUND / "faults.json").read_text())
    print(f"{(time.time() - started) / 60:.1f} minutes from seed {asked.seed}")
    for name, verdicts in totals.items():
        print(f"{name}: {sum(verdicts.values())} documents: {dict(verdicts.most_common())}")
    print(f"{len(faults)} faults{': ' if faults else ''}{'; '.join(faults)}")
    return len(faults)


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
