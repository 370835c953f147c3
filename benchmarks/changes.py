"""What it costs to find what changed, as a multiple of reading all monographs once.

    python -m benchmarks.changes [NUMBER] [PERCENT]

Writes NUMBER (default 6447) made-up monographs twice, in PERCENT (default 5) of them a dose of ten
times as much the second time. Prints the seconds of the wall clock and of all processors that
reading all of them in one process takes, and ``leaflet diff`` of the two folders.
"""

import shutil
import sys
import tempfile
import time
from pathlib import Path

from benchmarks import stopwatch
from benchmarks.monographs import write_monographs
from leaflet.config.settings import Settings
from leaflet.monograph import parse
from leaflet.theme.search_path import Theme
from leaflet.topics.assign import assign_topics


def main() -> None:
    number, percent = (int(each) for each in (*sys.argv[1:], *("6447", "5")[len(sys.argv) - 1 :]))
    stopwatch.adopt_orphans()
    with tempfile.TemporaryDirectory() as folder:
        old, new = Path(folder) / "old", Path(folder) / "new"
        old.mkdir()
        write_monographs(old, number)
        shutil.copytree(old, new)
        changed = sorted(new.rglob("*.md"))[:: 100 // percent]
        for file in changed:
            text = file.read_text("utf-8")
            file.write_text(text.replace(" mg", "0 mg", 1), "utf-8")
        read = reading(new)
        command = (sys.executable, "-m", "leaflet", "diff", "-q", str(old), str(new))
        wall, cpu = stopwatch.measure([command])
    print(f"{number} monographs, {len(changed)} changed")
    print(f"reading all once, in one process: {read:.1f} s")
    print(f"leaflet diff: {wall:.1f} s, {cpu:.1f} s CPU; {cpu / read:.2f} times reading")


def reading(folder: Path) -> float:
    """Seconds in which all monographs are read, with the topics of their statements."""
    settings = Settings()
    theme = Theme.of(Path(folder))
    started = time.process_time()
    for file in sorted(folder.rglob("*.md")):
        monograph = parse(file.read_bytes(), file.name, settings.limits, theme.section_names())
        assign_topics(monograph, theme.topics(monograph.front.lang))
    return time.process_time() - started


if __name__ == "__main__":
    main()
