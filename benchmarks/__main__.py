"""leaflet compared with other tools, measured in one run, taking turns.

    python -m benchmarks [FOLDER] [--documents N] [--rounds N] [--page]

Prints every monograph of FOLDER (default: 12 made-up ones, or N) with every contender, ROUNDS times
(default 5), and takes the median. ``--page`` writes the tables into docs/performance.md.
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks import machine, stopwatch
from benchmarks.contenders import CONTENDERS, RATIOS, Contender, Missing
from benchmarks.monographs import write_monographs
from benchmarks.stopwatch import Cost
from benchmarks.table import Measurement, as_cpu_table, as_ratios, as_table

PAGE = stopwatch.CHECKOUT / "docs" / "performance.md"
BEGIN, END = "<!-- measured: make bench writes from here -->", "<!-- to here -->"


def main() -> None:
    asked = arguments()
    stopwatch.adopt_orphans()
    before = machine.load()
    with tempfile.TemporaryDirectory() as folder:
        sources = (
            sorted(asked.folder.resolve().rglob("*.md"))[: asked.documents]
            if asked.folder
            else write_monographs(Path(folder), asked.documents)
        )
        rows = compare(sources, asked.rounds)
        print(as_table(rows), as_ratios(rows, RATIOS), sep="\n\n", flush=True)
        loop = (sys.executable, "-m", "benchmarks.loop_page", str(asked.rounds))
        seconds = stopwatch.run_loop((*loop, *map(str, sources)))
    under = f"{len(sources)} monographs, medians of {asked.rounds} rounds; {machine.describe()}; "
    under += f"load of other work {before} before, {machine.load()} after."
    tables = "\n\n".join((under, as_table(rows), as_ratios(rows, RATIOS), as_cpu_table(seconds)))
    print(f"\n{as_cpu_table(seconds)}\n\n{under}")
    if asked.page:
        written = PAGE.read_text("utf-8")
        head, tail = written.split(BEGIN)[0], written.split(END)[1]
        PAGE.write_text(f"{head}{BEGIN}\n\n{tables}\n\n{END}{tail}", "utf-8")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--documents", type=int, default=12)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--page", action="store_true")
    return parser.parse_args()


def compare(sources: Sequence[Path], rounds: int) -> list[Measurement]:
    """Measure each contender in each round, in reverse order every other round, to be fair."""
    costs: dict[str, list[Cost]] = {each.name: [] for each in CONTENDERS}
    missing: dict[str, str] = {}
    for number in range(rounds):
        for each in CONTENDERS if number % 2 == 0 else CONTENDERS[::-1]:
            if each.name not in missing:
                try:
                    costs[each.name].append(once(each, sources))
                except Missing as why:
                    missing[each.name] = str(why)
        print(f"round {number + 1} of {rounds}", file=sys.stderr, flush=True)
    return [
        Measurement(c.name, costs[c.name], c.lacks, missing.get(c.name, "")) for c in CONTENDERS
    ]


def once(contender: Contender, sources: Sequence[Path]) -> Cost:
    with tempfile.TemporaryDirectory() as out:
        return contender.print(sources, Path(out))


if __name__ == "__main__":
    main()
