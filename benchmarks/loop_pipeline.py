"""leaflet in-process: one warm process like a worker, the kinds of each monograph, proof included.

python -m benchmarks.loop_pipeline KIND,KIND OUT FILE.md...
"""

import sys
from pathlib import Path

from benchmarks import loop
from leaflet import files
from leaflet.batch import garbage
from leaflet.config.settings import Settings
from leaflet.errors import DocumentError
from leaflet.output import plan
from leaflet.pipeline import Pipeline
from leaflet.sources import find_monographs


def main() -> None:
    kinds, out, *sources = sys.argv[1:]
    settings = Settings(output=Path(out))
    pipeline = Pipeline(settings)
    found = find_monographs(map(Path, sources))
    jobs = {str(job.target): job for job in plan.plan(found, kinds.split(","), settings)}

    def work(target: str) -> bool:
        try:
            files.write(Path(target), pipeline.run(jobs[target]).data)
        except DocumentError:
            return False
        finally:
            garbage.collect_now()
        return True

    garbage.collect_rarely()
    loop.run(work, jobs)


if __name__ == "__main__":
    main()
