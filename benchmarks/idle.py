"""How long does a run take with nothing to do, and with one monograph to print?

    python -m benchmarks.idle [FOLDER] [DOCUMENTS] [ROUNDS]

Copies the monographs of FOLDER (default content/) under new names until they make DOCUMENTS PDFs
(default 12,894, both kinds of 6,447), writes PDFs of 40 kB, pictures of 6 kB, and the store that a
run would have left, runs `leaflet build` as a user would, ROUNDS times (default 5), and takes the
median. A first run, which is not counted, writes the catalogue.
"""

import sys
import tempfile
import time
from hashlib import sha256
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from subprocess import DEVNULL, run

from leaflet import files
from leaflet.batch import write_or_remove
from leaflet.config.settings import Settings
from leaflet.job import Job, Medicine, Outcome, Status
from leaflet.output import plan
from leaflet.output.store import Store
from leaflet.pipeline import Pipeline
from leaflet.sources import find_monographs

CHECKOUT = Path(__file__).parents[1]
KINDS = ("patient", "clinician")


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else CHECKOUT / "content"
    documents = int(sys.argv[2]) if len(sys.argv) > 2 else 12_894
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    with tempfile.TemporaryDirectory() as made:
        home = Path(made)
        copy(folder, home / "content", documents // len(KINDS))
        lay_down(home)
        seconds(home)
        idle = median(seconds(home) for _ in range(rounds))
        edited = median(seconds(home, edit=True) for _ in range(rounds))
    print(f"{documents} documents, medians of {rounds} rounds")
    print(f"nothing to do         {idle:6.2f} s")
    print(f"one monograph edited  {edited:6.2f} s")


def copy(folder: Path, into: Path, number: int) -> None:
    known = [path.read_bytes() for path in sorted(folder.glob("*.md"))]
    for index, text in enumerate(islice(cycle(known), number)):
        files.write(into / f"{index % 26:02}" / f"drug-{index:05}.md", text)


def lay_down(home: Path) -> None:
    """Write what a run would have left, without printing: the PDFs are noise of the usual size."""
    settings = Settings(output=home / "dist")
    pipeline = Pipeline(settings)
    with Store.open(settings.output) as store:
        for job in plan.plan(find_monographs([home / "content"]), KINDS, settings):
            store.record(write_or_remove(outcome(job, pipeline)))


def outcome(job: Job, pipeline: Pipeline) -> Outcome:
    text = files.read(job.source)
    pdf = sha256(str(job.target).encode()).digest() * 1250
    return Outcome(
        job,
        Status.PRINTED,
        data=pdf,
        thumbnail=pdf[:6000],
        medicine=Medicine(job.target.stem, drug_class="Benchmark inhibitor"),
        pages=3,
        sha256=sha256(pdf).hexdigest(),
        source_sha256=sha256(text).hexdigest(),
        fingerprint=pipeline.fingerprint(job, (), ""),
        checks=("words", "numbers", "place", "ink", "running", "closed", "access"),
        frames=((42.5, 56.7, 552.8, 785.2),) * 3,
    )


def seconds(home: Path, *, edit: bool = False) -> float:
    if edit:
        with next(home.glob("content/00/*.md")).open("a") as source:
            source.write("\n")
    started = time.monotonic()
    run((sys.executable, "-m", "leaflet", "build"), cwd=home, check=True, stderr=DEVNULL)
    return time.monotonic() - started


if __name__ == "__main__":
    main()
