"""leaflet in-process: one warm process, both kinds of each monograph, proof included.

python -m benchmarks.loop_pipeline OUT FILE.md...
"""

import sys
from pathlib import Path

from benchmarks import loop
from leaflet import files
from leaflet.config.settings import Settings
from leaflet.output import plan
from leaflet.pipeline import Pipeline
from leaflet.sources import find_monographs


def main() -> None:
    settings = Settings(output=Path(sys.argv[1]))
    pipeline = Pipeline(settings)
    found = find_monographs(map(Path, sys.argv[2:]))
    jobs = {str(job.target): job for job in plan.plan(found, ("patient", "clinician"), settings)}

    def work(target: str) -> None:
        files.write(Path(target), pipeline.run(jobs[target]).data)

    loop.run(work, jobs)


if __name__ == "__main__":
    main()
