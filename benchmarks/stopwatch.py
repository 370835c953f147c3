"""What a command costs: seconds on the wall, and of the CPUs by it and all that it started."""

import ctypes
import json
import os
import resource
import subprocess
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CHECKOUT = Path(__file__).parents[1]
_CHILD_SUBREAPER = 36
"""prctl(2): whatever a command leaves running becomes a child of ours when that ends."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds on the wall and of CPU time, and how many PDFs came of them."""

    wall: float
    cpu: float
    pdfs: int


def adopt_orphans() -> None:
    """Have the time of processes counted that outlive who started them; Linux only."""
    ctypes.CDLL(None).prctl(_CHILD_SUBREAPER, 1, 0, 0, 0)


def measure(commands: Sequence[Sequence[str]]) -> tuple[float, float]:
    """Run commands one after the other; the seconds of wall and CPU they took together.

    Raises RuntimeError, with what it said, where a command does not start or is killed. An exit
    code of 1 is let pass: a document that failed is seen from its PDF.
    """
    start, before = time.perf_counter(), _spent()
    for command in commands:
        ended = subprocess.run(command, capture_output=True, text=True, check=False)
        if ended.returncode not in (0, 1):
            raise RuntimeError(f"{command[0]}: {ended.stderr.strip()[-300:]}")
    wall = time.perf_counter() - start
    _wait_for_all()
    return wall, _spent() - before


def told(command: Sequence[str]) -> Any:
    """What a loop tells of itself in a line of JSON: seconds without those of its start."""
    ended = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    if ended.returncode:
        raise RuntimeError(f"{command[2]}: {ended.stderr.strip()[-300:]}")
    return json.loads(ended.stdout)


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _wait_for_all() -> None:
    with suppress(ChildProcessError):
        while True:
            os.wait()
