"""How the time grows with the number of documents, measured and plotted.

    python -m benchmarks.growth [COUNT...]

Prints COUNT PDFs from made-up monographs, then runs again with nothing to do, and plots the seconds
in docs/images/growth.svg. Default: 10 30 100 300 1000.
"""

import sys
import tempfile
from collections.abc import Mapping, Sequence
from math import log10
from pathlib import Path

from benchmarks import contenders
from benchmarks.monographs import write_monographs
from benchmarks.stopwatch import CHECKOUT, measure

WIDTH, HEIGHT, LEFT, BOTTOM = 640, 360, 70, 50
LINES = {"printed, -j 2": "#1f4e79", "nothing to do": "#b3541e"}


def main() -> None:
    counts = [int(each) for each in sys.argv[1:]] or [10, 30, 100, 300, 1000]
    seconds = measure_growth(counts)
    (CHECKOUT / "docs" / "images" / "growth.svg").write_text(as_svg(seconds), "utf-8")


def measure_growth(counts: Sequence[int]) -> dict[str, dict[int, float]]:
    """Seconds of wall time to print each number of PDFs, and to find nothing to do."""
    seconds: dict[str, dict[int, float]] = {name: {} for name in LINES}
    for count in counts:
        with tempfile.TemporaryDirectory() as made:
            folder = Path(made)
            write_monographs(folder / "sources", count // 2)  # two PDFs of each
            out = ("-o", str(folder / "out"), str(folder / "sources"))
            for name in LINES:
                seconds[name][count] = measure([(*contenders.LEAFLET, "-j", "2", *out)])[0]
                print(f"  {count} PDFs, {name}: {seconds[name][count]:.1f} s", flush=True)
    return seconds


def as_svg(seconds: Mapping[str, Mapping[int, float]]) -> str:
    """The plot: PDFs to the right, seconds upwards, both on logarithmic axes."""
    points = [(n, s) for line in seconds.values() for n, s in line.items()]
    shortest = min(s for _, s in points)
    decades = (-1 if shortest >= 0.1 else -2, 4)
    parts = [*_axes(decades)]
    for name, line in seconds.items():
        positions = [_position(n, s, decades) for n, s in line.items()]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in positions)
        colour = LINES[name]
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour}"/>' for x, y in positions
        ]
        x, y = positions[-1]
        parts.append(_text(x - 8, y - 12, name, colour))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        'font-family="sans-serif" font-size="13" role="img" '
        'aria-label="Seconds of a run by number of PDFs">\n'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>\n' + "\n".join(parts) + "\n</svg>\n"
    )


def _position(count: float, seconds: float, decades: tuple[int, int]) -> tuple[float, float]:
    low, high = decades
    x = LEFT + (log10(count) - 1) / 3 * (WIDTH - LEFT - 40)
    y = HEIGHT - BOTTOM - (log10(seconds) - low) / (high - low) * (HEIGHT - BOTTOM - 30)
    return x, y


def _axes(decades: tuple[int, int]) -> list[str]:
    """Grid lines and numbers, one for each power of ten."""
    low, high = decades
    parts = []
    for power in range(1, 5):
        x, y = _position(10**power, 10.0**low, decades)
        parts.append(f'<path d="M{x:.1f} {y:.1f}V30" stroke="#ddd"/>')
        parts.append(_text(x + 4, y + 20, f"{10**power:,} PDFs"))
    for power in range(low, high + 1):
        x, y = _position(10, 10.0**power, decades)
        parts.append(f'<path d="M{x:.1f} {y:.1f}H{WIDTH - 40}" stroke="#ddd"/>')
        parts.append(_text(x - 8, y + 4, f"{10.0**power:g} s"))
    return parts


def _text(x: float, y: float, words: str, colour: str = "#333") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="end" fill="{colour}">{words}</text>'


if __name__ == "__main__":
    main()
