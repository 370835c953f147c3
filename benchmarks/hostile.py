"""Do hostile documents affect the good ones in a run, and what do they cost?

    python -m benchmarks.hostile [DOCUMENTS] [SHARE] [SEED] [short]

Prints DOCUMENTS monographs (default 1,000), of which a SHARE (default 0.05), chosen and made with
SEED (default 8), are hostile (tests/hostile/texts.py); then the good ones alone. The good ones are
those of content/ under made-up names, or ``short`` ones of a page or two. Reports the result of
both, whether the good ones have the same bytes in both runs, and time and memory (Linux: VmRSS,
sampled five times per second).
"""

import json
import random
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from subprocess import DEVNULL, Popen
from typing import Any

from benchmarks import machine
from benchmarks.memory import below, memory
from benchmarks.monographs import write_monographs

CHECKOUT = Path(__file__).parents[1]
sys.path.append(str(CHECKOUT / "tests"))

from helpers import MONOGRAPH  # noqa: E402 (they are with the tests)
from hostile.texts import TEXTS  # noqa: E402


@dataclass(frozen=True)
class RunResult:
    """The receipt of a run, the hashes of its PDFs, seconds, and megabytes of memory."""

    documents: list[dict[str, Any]]
    pdfs: dict[str, str]
    seconds: float
    parent: float
    worker: float

    @property
    def codes(self) -> Counter[str]:
        """The first error of each document that failed."""
        errors = ([f for f in d["diagnostics"] if f["severity"] == "error"] for d in self.documents)
        return Counter(found[0]["code"] for found in errors if found)


def main() -> None:
    documents = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    share = float(sys.argv[2]) if len(sys.argv) > 2 else 0.05
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 8
    with tempfile.TemporaryDirectory() as made:
        home = Path(made)
        good, bad = lay_out(home, documents, share, seed, short="short" in sys.argv)
        both = run(home, good.parent, "both")
        for file in bad:
            file.unlink()
        alone = run(home, good.parent, "alone")
    print(f"{documents} documents, {len(bad)} of them hostile; {machine.describe()}")
    print(f"load of other work {machine.load()}")
    for name, each in (("with", both), ("without", alone)):
        print(
            f"{name:8} {len(each.documents)} documents, {len(each.pdfs)} printed, "
            f"{each.seconds:.0f} s, parent {each.parent:.0f} MB, "
            f"largest worker {each.worker:.0f} MB, {dict(each.codes)}"
        )
    same = sum(both.pdfs.get(name) == digest for name, digest in alone.pdfs.items())
    print(f"{same} of {len(alone.pdfs)} PDFs are the same, byte for byte")


def lay_out(
    home: Path, documents: int, share: float, seed: int, *, short: bool
) -> tuple[Path, list[Path]]:
    """Write the documents into one folder; return the first good one and the hostile ones."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    number = round(documents * share)
    good = write_monographs(home / "content", documents - number)
    for file in good if short else ():
        file.write_text(MONOGRAPH.format(title=file.stem.partition("-")[2].capitalize()), "utf-8")
    bad = []
    for index in sorted(chance.sample(range(documents), number)):
        make, _ = TEXTS[chance.choice(sorted(TEXTS))]
        bad.append(home / "content" / f"{index:05}-hostile.md")
        bad[-1].write_bytes(make())
    return good[0], bad


def run(home: Path, content: Path, into: str) -> RunResult:
    """Print a folder as a user would."""
    receipt = home / f"{into}.json"
    options = ("-k", "patient", "-o", str(home / into), "--report", str(receipt), "--quiet")
    timeout = ("--timeout", "900")  # the machine may be busy
    command = (sys.executable, "-m", "leaflet", "build", str(content), *options, *timeout)
    started = time.monotonic()
    process = Popen(command, cwd=home, stderr=DEVNULL)
    parent = worker = 0
    while process.poll() is None:
        time.sleep(0.2)
        try:
            parent = max(parent, memory(process.pid))
            servers = below(process.pid)
            held = [memory(pid) for each in servers for pid in below(each)]
            worker = max(worker, *held, 0)
        except (OSError, ValueError, IndexError):
            continue  # a process has just ended
    seconds = time.monotonic() - started
    rows = json.loads(receipt.read_bytes())["documents"]
    printed = sorted((home / into).rglob("*.pdf"))
    digests = {str(p.relative_to(home / into)): sha256(p.read_bytes()).hexdigest() for p in printed}
    return RunResult(rows, digests, seconds, parent / 1000, worker / 1000)


if __name__ == "__main__":
    main()
