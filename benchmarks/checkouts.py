"""Two checkouts of leaflet compared: how many documents per second, and how soon the first one.

    python -m benchmarks.checkouts OLD [FOLDER] [--documents N] [--rounds N]

OLD is another checkout (``git worktree add ../old COMMIT``); its dependencies are those of this
one. Both print the monographs of FOLDER (default content/), or the first N of them, in both kinds
with two workers, and the one that is in the middle by size alone. They take turns, in reverse order
every other round, and the medians of the rounds (default 5) count, after one that does not.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from statistics import median

from benchmarks import machine, stopwatch
from benchmarks.stopwatch import CHECKOUT, Cost

LEAFLET = (sys.executable, "-m", "leaflet")
BUILD = (*LEAFLET, "build", "--quiet")

Run = Callable[[Mapping[str, str], Path], Cost]
"""Does something once, with the environment of a checkout, in a folder that is empty at first."""

Costs = Mapping[str, Sequence[tuple[Cost, Cost]]]
"""The costs by the name of what was done: in each round those of the old and the new checkout."""

ALL = "both kinds, two workers"
FIRST, FIRST_PAIR = "first PDF: patient", "first PDF: both kinds"
AGAIN, ENGINE, HELP = "nothing to do", "import weasyprint", "leaflet --help"


def main() -> None:
    asked = arguments()
    stopwatch.adopt_orphans()
    sources = sorted(asked.folder.resolve().rglob("*.md"))[: asked.documents]
    before = machine.load()
    with tempfile.TemporaryDirectory() as bytecode:
        old, new = (environment(each, bytecode) for each in (asked.old.resolve(), CHECKOUT))
        costs = compare(runs(sources), old, new, asked.rounds)
    print(f"{len(sources)} monographs, medians of {asked.rounds} rounds; {machine.describe()};")
    print(f"load of other work {before} before, {machine.load()} after.\n")
    print("\n".join(as_table(costs)))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("old", type=Path)
    parser.add_argument("folder", nargs="?", type=Path, default=CHECKOUT / "content")
    parser.add_argument("--documents", type=int)
    parser.add_argument("--rounds", type=int, default=5)
    return parser.parse_args()


def environment(checkout: Path, bytecode: str) -> dict[str, str]:
    """The environment in which ``python -m leaflet`` is that of a checkout, compiled once."""
    changed = {"PYTHONPATH": str(checkout / "src"), "PYTHONPYCACHEPREFIX": bytecode}
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | changed


def runs(sources: Sequence[Path]) -> dict[str, Run]:
    """What is done in each round, in this order; by its name."""
    middle = str(sorted(sources, key=lambda each: each.stat().st_size)[len(sources) // 2])
    every = ("-j", "2", "-o", "all", *map(str, sources))
    return {
        ENGINE: partial(run, (sys.executable, "-c", "import weasyprint")),
        HELP: partial(run, (*LEAFLET, "--help")),
        FIRST: partial(run, (*BUILD, "-k", "patient", "-o", "first", middle)),
        FIRST_PAIR: partial(run, (*BUILD, "-o", "pair", middle)),
        AGAIN: partial(run, (*BUILD, "-o", "pair", middle)),
        ALL: partial(run, (*BUILD, *every)),
    }


def run(command: Sequence[str], environment: Mapping[str, str], folder: Path) -> Cost:
    """What a command costs, and the PDFs that lie in its output folder then."""
    wall, cpu = stopwatch.measure([command], environment, folder)
    output = folder / command[command.index("-o") + 1] if "-o" in command else folder
    return Cost(wall, cpu, sum(1 for _ in output.rglob("*.pdf")))


def compare(
    all_runs: Mapping[str, Run], old: Mapping[str, str], new: Mapping[str, str], rounds: int
) -> Costs:
    """Do everything with the old checkout and the new one, which begins every other round."""
    costs: dict[str, list[tuple[Cost, Cost]]] = {name: [] for name in all_runs}
    for number in range(rounds + 1):
        with tempfile.TemporaryDirectory() as a, tempfile.TemporaryDirectory() as b:
            for name, each in all_runs.items():
                turns = ((old, Path(a)), (new, Path(b)))
                found = [each(*turn) for turn in (turns if number % 2 else turns[::-1])]
                if number:
                    costs[name].append((found[0], found[1]) if number % 2 else (found[1], found[0]))
        print(f"round {number} of {rounds}", file=sys.stderr, flush=True)
    return costs


def as_table(costs: Costs) -> Iterator[str]:
    """The medians of both checkouts, and of the ratios of each round, in Markdown."""
    yield "| what | old | new | new ÷ old |"
    yield "| --- | --: | --: | --: |"
    printed = [each[0].pdfs for each in _turned(costs[ALL])]
    yield _row(f"{ALL}: documents per second", costs[ALL], _per_second, ".2f")
    yield f"| {ALL}: documents | {printed[0]} | {printed[1]} | {printed[1] / printed[0]:.2f} |"
    yield _row(f"{ALL}: CPU ms a document", costs[ALL], lambda c: 1000 * c.cpu / c.pdfs, ".0f")
    for name in (FIRST, FIRST_PAIR, ENGINE, HELP, AGAIN):
        yield _row(f"{name}: CPU s", costs[name], lambda cost: cost.cpu, ".3f")
    for name in (HELP, AGAIN):
        yield _row(f"{name}: wall s", costs[name], lambda cost: cost.wall, ".3f")
    old, new = (
        median(first.cpu - engine.cpu for first, engine in zip(*both, strict=True))
        for both in zip(_turned(costs[FIRST]), _turned(costs[ENGINE]), strict=True)
    )
    yield f"| {FIRST}, over the engine's import: CPU s | {old:.3f} | {new:.3f} | {new / old:.2f} |"


def _turned(costs: Sequence[tuple[Cost, Cost]]) -> tuple[tuple[Cost, ...], ...]:
    """The costs of all rounds: of the old checkout, and of the new one."""
    return tuple(zip(*costs, strict=True))


def _row(
    name: str, costs: Sequence[tuple[Cost, Cost]], value: Callable[[Cost], float], form: str
) -> str:
    old, new = (median(map(value, each)) for each in _turned(costs))
    ratio = median(value(after) / value(before) for before, after in costs)
    return f"| {name} | {old:{form}} | {new:{form}} | {ratio:.2f} |"


def _per_second(cost: Cost) -> float:
    return cost.pdfs / cost.wall


if __name__ == "__main__":
    main()
