"""Check 2, first half: every glyph lies inside its page, its type area, and its cell."""

from collections.abc import Iterator
from itertools import islice, pairwise

from leaflet.diagnostics import Diagnostic
from leaflet.verification.checks.blame import blame_place
from leaflet.verification.evidence import Evidence, body_runs, excerpt, running_lines
from leaflet.verification.pdf.model import Box, TextRun

_SLACK = 1.5
"""Points by which the ink of a glyph may reach over the edge of its line."""

_MOST_FINDINGS = 5

_HANGING = 0.3
"""Em of the space that ends a line of Latin words. From right to left, WeasyPrint 70 may let it
push the line over the margin by as much; the margin is five times as wide at least."""

_OVERLAP = 0.15
"""Share of the smaller of two runs that another may cover: kerning and accents need some."""

_NOWHERE = Box(0, 0, 0, 0)

_LETTER = 0.3
"""Em of a line that another may cover, and share of its height: less than any letter is wide."""


def check_place(evidence: Evidence) -> Iterator[Diagnostic]:
    """Each run of the text inside the margins; running lines inside the page, outside the text."""
    return islice(_misplaced(evidence), _MOST_FINDINGS)


def _misplaced(evidence: Evidence) -> Iterator[Diagnostic]:
    for page, frame in zip(evidence.reading.pages, evidence.frames, strict=True):
        for run in body_runs(page):
            slack = _SLACK + _HANGING * run.size * evidence.composition.right_to_left
            if not frame.contains(run.box, slack):
                yield _told(evidence, run, "off-page", "runs over the margin")
        for run in running_lines(page):
            if not page.box.contains(run.box, -_SLACK):
                yield _told(evidence, run, "off-page", "runs over the edge of the page")
            elif run.box.intersection(frame).area > 0:
                yield _told(evidence, run, "off-page", "stands in the text")


def check_overprint(evidence: Evidence) -> Iterator[Diagnostic]:
    """No run is drawn over another one, or over a picture."""
    for page in evidence.reading.pages:
        runs = sorted(page.runs, key=lambda run: run.box.bottom)
        for number, lower in enumerate(runs):
            for upper in runs[number + 1 :]:
                if upper.box.bottom >= lower.box.top:
                    break
                if _overlap(lower, upper):
                    yield _told(
                        evidence, upper, "overprinted", f'stands on "{excerpt(lower.text, 30)}"'
                    )
    yield from _on_pictures(evidence)


def _overlap(one: TextRun, other: TextRun) -> bool:
    """Whether two runs share more than lines and letters beside one another do."""
    intersection = one.box.intersection(other.box)
    if intersection.area > _OVERLAP * min(one.box.area, other.box.area):
        return True
    height = min(run.box.top - run.box.bottom for run in (one, other))
    wide = intersection.right - intersection.left > _LETTER * min(one.size, other.size)
    return wide and intersection.top - intersection.bottom > _LETTER * height


def _on_pictures(evidence: Evidence) -> Iterator[Diagnostic]:
    """The runs that stand on a picture, or under it."""
    pictures = {(place.page, place.mcid) for place in evidence.reading.marked_content if place.alt}
    for page, mcid in sorted(pictures):
        drawn = evidence.reading.pages[page].drawn.get(mcid, _NOWHERE)
        for run in evidence.reading.pages[page].runs:
            intersection = run.box.intersection(drawn)
            deep = min(
                intersection.right - intersection.left, intersection.top - intersection.bottom
            )
            if run.mcid != mcid and deep > _SLACK:
                yield _told(evidence, run, "overprinted", "stands on a picture")


def check_cells(evidence: Evidence) -> Iterator[Diagnostic]:
    """No cell of a table reaches into the next one of its row."""
    runs: dict[tuple[int, int], list[TextRun]] = {}
    for page in evidence.reading.pages:
        for run in body_runs(page):
            runs.setdefault((run.page, run.mcid), []).append(run)
    cells: dict[tuple[int, int], list[TextRun]] = {}
    for place in evidence.reading.marked_content:
        if place.cell:
            cells.setdefault(place.cell, []).extend(runs.get((place.page, place.mcid), ()))
    for one, other in pairwise(sorted(cells)):
        if one[0] == other[0] and cells[one] and cells[other]:
            first, second = (other, one) if evidence.composition.right_to_left else (one, other)
            edge = min(run.box.left for run in cells[second])
            for run in cells[first]:
                if run.box.right > edge + _SLACK:
                    yield _told(evidence, run, "off-cell", "runs into the next cell")


def _told(evidence: Evidence, run: TextRun, code: str, what: str) -> Diagnostic:
    return evidence.error(
        code,
        f'page {run.page + 1}: "{excerpt(run.text, 40)}" {what}',
        words=run.text,
        hint="a word may be too long for its line, or a style leaves too little room: "
        f"{blame_place(run, evidence)}",
    )
