"""Costs as a Markdown table, ratios first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from benchmarks.stopwatch import Cost

HEAD = ("way", "wall", "CPU", "ms per PDF", "CPU ms", "PDFs", "leaves out")


@dataclass(frozen=True, slots=True)
class Measurement:
    """The costs of a contender in all rounds, or why it could not be measured."""

    name: str
    costs: Sequence[Cost] = ()
    lacks: str = ""
    missing: str = ""

    def wall(self) -> float:
        """Seconds of wall time per PDF, the median of the rounds."""
        return median(cost.wall / cost.pdfs for cost in self.costs)

    def cpu(self) -> float:
        """Seconds of CPU time per PDF, the median of the rounds."""
        return median(cost.cpu / cost.pdfs for cost in self.costs)


def as_table(rows: Sequence[Measurement]) -> str:
    """The rows in Markdown; ratios are to the first row."""
    lines = [HEAD, *(_cells(row, rows[0]) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEAD))]
    lines.insert(1, ("---", *("--:",) * 5, "---"))
    return "\n".join("| " + " | ".join(map(str.ljust, line, widths)) + " |" for line in lines)


def as_cpu_table(seconds: Mapping[str, float]) -> str:
    """The CPU time of one patient leaflet, with leaflet and with the engine alone."""
    names = {
        "leaflet": "leaflet: read, tagged, proved",
        "plain": "WeasyPrint on the finished page, nothing shared",
        "shared": "WeasyPrint on the finished page, style sheet and fonts shared",
    }
    ratios = {key: each / seconds["leaflet"] for key, each in seconds.items()}
    rows = [f"| {names[key]} | {ratios[key]:.2f} | {1000 * seconds[key]:.0f} |" for key in names]
    return "\n".join(("| one patient leaflet, warm | CPU | CPU ms |", "| --- | --: | --: |", *rows))


def _cells(row: Measurement, first: Measurement) -> tuple[str, ...]:
    if row.missing:
        return (row.name, "-", "-", "-", "-", "-", row.missing)
    wall, cpu = row.wall(), row.cpu()
    return (
        row.name,
        f"{wall / first.wall():.2f}",
        f"{cpu / first.cpu():.2f}",
        f"{1000 * wall:.0f}",
        f"{1000 * cpu:.0f}",
        str(row.costs[0].pdfs),
        row.lacks,
    )
