"""A run with hostile documents among the good ones, in small; benchmarks has it large."""

import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]


def test_hostile_documents_leave_the_good_ones_alone() -> None:
    """Six of eighteen are hostile; the twelve others have the bytes that they have on their own."""
    command = (sys.executable, "-m", "benchmarks.hostile", "18", "0.34", "8", "short")
    done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    assert "18 documents, 6 of them hostile" in done.stdout
    assert "12 of 12 PDFs are the same, byte for byte" in done.stdout
