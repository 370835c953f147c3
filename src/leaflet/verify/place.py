"""Check 2, first half: every glyph lies inside its page, its type area, and its cell."""

from collections.abc import Iterator
from itertools import islice, pairwise

from leaflet.diagnostics import Diagnostic
from leaflet.verify.blame import blame_place
from leaflet.verify.evidence import Evidence, body_runs, excerpt, running_lines
from leaflet.verify.reading import Run

_SLACK = 1.5
"""Points by which the ink of a glyph may reach over the edge of its line."""

_MOST_FINDINGS = 5

_HANGING = 0.3
"""Em of the space that ends a line of Latin words. From right to left, WeasyPrint 70 may let it
push the line over the margin by as much; the margin is five times as wide at least."""

_OVERLAP = 0.15
"""Share of the smaller of two runs that another may cover: kerning and accents need some."""


def check_place(evidence: Evidence) -> Iterator[Diagnostic]:
    """Each run of the text inside the margins; running lines inside the page, outside the text."""
    return islice(_misplaced(evidence), _MOST_FINDINGS)


def _misplaced(evidence: Evidence) -> Iterator[Diagnostic]:
    for page, frame in zip(evidence.reading.pages, evidence.frames, strict=True):
        for run in body_runs(page):
            slack = _SLACK + _HANGING * run.size * evidence.composition.right_to_left
            if not frame.holds(run.box, slack):
                yield _told(evidence, run, "off-page", "runs over the margin")
        for run in running_lines(page):
            if not page.box.holds(run.box, -_SLACK):
                yield _told(evidence, run, "off-page", "runs over the edge of the page")
            elif run.box.common(frame).area > 0:
                yield _told(evidence, run, "off-page", "stands in the text")


def check_overprint(evidence: Evidence) -> Iterator[Diagnostic]:
    """No run is drawn over another one."""
    for page in evidence.reading.pages:
        runs = sorted(page.runs, key=lambda run: run.box.bottom)
        for number, lower in enumerate(runs):
            for upper in runs[number + 1 :]:
                if upper.box.bottom >= lower.box.top:
                    break
                smaller = min(lower.box.area, upper.box.area)
                if lower.box.common(upper.box).area > _OVERLAP * smaller:
                    yield _told(
                        evidence, upper, "overprinted", f'stands on "{excerpt(lower.text, 30)}"'
                    )


def check_cells(evidence: Evidence) -> Iterator[Diagnostic]:
    """No cell of a table reaches into the next one of its row."""
    runs: dict[tuple[int, int], list[Run]] = {}
    for page in evidence.reading.pages:
        for run in body_runs(page):
            runs.setdefault((run.page, run.mark), []).append(run)
    cells: dict[tuple[int, int], list[Run]] = {}
    for place in evidence.reading.tagged:
        if place.cell:
            cells.setdefault(place.cell, []).extend(runs.get((place.page, place.mark), ()))
    for one, other in pairwise(sorted(cells)):
        if one[0] == other[0] and cells[one] and cells[other]:
            first, second = (other, one) if evidence.composition.right_to_left else (one, other)
            edge = min(run.box.left for run in cells[second])
            for run in cells[first]:
                if run.box.right > edge + _SLACK:
                    yield _told(evidence, run, "off-cell", "runs into the next cell")


def _told(evidence: Evidence, run: Run, code: str, what: str) -> Diagnostic:
    return evidence.error(
        code,
        f'page {run.page + 1}: "{excerpt(run.text, 40)}" {what}',
        words=run.text,
        hint="a word may be too long for its line, or a style leaves too little room: "
        f"{blame_place(run, evidence)}",
    )
