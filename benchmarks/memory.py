"""How much memory do a run and its workers use, from the first document to the last?

    python -m benchmarks.memory [FOLDER] [DOCUMENTS] [WORKERS]

Copies the monographs of FOLDER (default content/) under new names until they make DOCUMENTS PDFs
(default 1,000), prints them with WORKERS processes (default 1) through `leaflet build`, receipt
included, and samples the memory of its processes (Linux: VmRSS).
"""

import json
import sys
import tempfile
from pathlib import Path
from subprocess import PIPE, Popen

from benchmarks.idle import copy

CHECKOUT = Path(__file__).parents[1]


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else CHECKOUT / "content"
    documents = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    workers = sys.argv[3] if len(sys.argv) > 3 else "1"
    with tempfile.TemporaryDirectory() as made:
        copy(folder, Path(made) / "content", documents // 2)
        command = ["build", "-j", workers, "--progress", "json", "--report", "receipt.json"]
        run = Popen((sys.executable, "-m", "leaflet", *command), cwd=made, stderr=PIPE)
        print(" done   parent, MB   workers, MB")
        for event in map(json.loads, run.stderr or ()):
            done = event.get("done", documents)
            if done < documents and done % (documents // 10) == 0:
                held = [f"{memory(pid) / 1000:.1f}" for pid in below(below(run.pid)[-1])]
                print(f"{done:5}   {memory(run.pid) / 1000:10.1f}   {' '.join(held)}")
        run.wait()


def below(pid: int) -> list[int]:
    """The child processes of a process."""
    return [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def memory(pid: int) -> int:
    """The memory of a process in kilobytes."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0])


if __name__ == "__main__":
    main()
