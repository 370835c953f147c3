"""Costs as a Markdown table, ratios first."""

from collections.abc import Iterable, Mapping, Sequence
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

    def ratio_to(self, other: "Measurement") -> float | None:
        """CPU time per PDF divided by another's in the same round; None if one is missing."""
        if self.missing or other.missing:
            return None
        rounds = zip(self.costs, other.costs, strict=True)
        return median(own.cpu / own.pdfs / (each.cpu / each.pdfs) for own, each in rounds)


def as_table(rows: Sequence[Measurement]) -> str:
    """The rows in Markdown; ratios are to the first row."""
    lines = [HEAD, *(_cells(row, rows[0]) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEAD))]
    lines.insert(1, ("---", *("--:",) * 5, "---"))
    return "\n".join("| " + " | ".join(map(str.ljust, line, widths)) + " |" for line in lines)


def as_ratios(rows: Sequence[Measurement], pairs: Iterable[tuple[str, str]]) -> str:
    """The CPU time per PDF of some ways divided by that of others: the median of the rounds."""
    by_name = {row.name: row for row in rows}
    lines = ["| CPU time per PDF | ratio |", "| --- | --: |"]
    for one, other in pairs:
        ratio = by_name[one].ratio_to(by_name[other])
        lines.append(f"| {one} ÷ {other} | {'-' if ratio is None else f'{ratio:.2f}'} |")
    return "\n".join(lines)


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
