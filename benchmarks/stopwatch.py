"""What a command costs: wall time, and CPU time of it and every process it started."""

import ctypes
import json
import os
import resource
import subprocess
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CHECKOUT = Path(__file__).parents[1]
_CHILD_SUBREAPER = 36
"""prctl(2): processes that outlive a command become children of ours."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of wall and CPU time, and the number of PDFs printed."""

    wall: float
    cpu: float
    pdfs: int


def adopt_orphans() -> None:
    """Also count the time of processes that outlive their parents; Linux only."""
    ctypes.CDLL(None).prctl(_CHILD_SUBREAPER, 1, 0, 0, 0)


def measure(
    commands: Sequence[Sequence[str]],
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> tuple[float, float]:
    """Run commands one after the other; return their seconds of wall and CPU time.

    They run in an environment and a folder, by default those of this process.

    Raises RuntimeError, with the end of stderr, if a command does not start or is killed. Exit
    code 1 is accepted: a document that failed has no PDF.
    """
    start, before = time.perf_counter(), _spent()
    for command in commands:
        ended = subprocess.run(
            command, capture_output=True, text=True, check=False, env=environment, cwd=folder
        )
        if ended.returncode not in (0, 1):
            raise RuntimeError(f"{command[0]}: {ended.stderr.strip()[-300:]}")
    wall = time.perf_counter() - start
    _wait_for_all()
    return wall, _spent() - before


def run_loop(command: Sequence[str]) -> Any:
    """Run a loop that prints its own cost, without start-up, as a line of JSON."""
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
