"""Every text run is inside its page, its type area and its table cell, and covers no other."""

from collections.abc import Iterator
from dataclasses import astuple
from itertools import islice, pairwise

from leaflet.diagnostics import Diagnostic
from leaflet.verification.checks.style_hints import space_hint
from leaflet.verification.evidence import Evidence, excerpt
from leaflet.verification.pdf.model import Box, TextRun

_SLACK = 1.5
"""Points by which the ink of a glyph may extend over the edge of its line."""

_MOST_FINDINGS = 5

HANGING = 0.3
"""Em of the space that ends a line of Latin words. From right to left, WeasyPrint 70 may let it
push the line over the margin by as much; the margin is at least five times as wide."""

_OVERLAP = 0.15
"""Share of the smaller of two runs that another may cover: kerning and accents need some."""

_LETTER = 0.3
"""Em of a line that another may cover, and share of its height: less than any letter is wide."""


def check_positions(evidence: Evidence) -> Iterator[Diagnostic]:
    """Text is inside the margins, running lines inside the page and outside the text."""
    return islice(_misplaced(evidence), _MOST_FINDINGS)


def _misplaced(evidence: Evidence) -> Iterator[Diagnostic]:
    for page, type_area in zip(evidence.parsed.pages, evidence.pdf.frames, strict=True):
        frame = Box(*astuple(type_area))
        for run in page.body_runs:
            slack = _SLACK + HANGING * run.size * evidence.composition.right_to_left
            if not frame.contains(run.box, slack):
                yield _error(evidence, run, "off-page", "extends over the margin")
        for run in page.artifact_runs:
            if not page.box.contains(run.box, -_SLACK):
                yield _error(evidence, run, "off-page", "extends over the edge of the page")
            elif run.box.intersection(frame).area > 0:
                yield _error(evidence, run, "off-page", "extends into the text")


def check_overprint(evidence: Evidence) -> Iterator[Diagnostic]:
    """No run is drawn over another one, or over a picture."""
    for page in evidence.parsed.pages:
        runs = sorted(page.runs, key=lambda run: run.box.bottom)
        for number, lower in enumerate(runs):
            for upper in runs[number + 1 :]:
                if upper.box.bottom >= lower.box.top:
                    break
                if _overlap(lower, upper):
                    fault = f'is printed over "{excerpt(lower.text, 30)}"'
                    yield _error(evidence, upper, "overprinted", fault)
    yield from _on_pictures(evidence)


def _overlap(one: TextRun, other: TextRun) -> bool:
    """Whether two runs overlap by more than neighbouring lines and letters do."""
    if not one.box.meets(other.box):  # as most neighbours on a line
        return False
    common = one.box.intersection(other.box)
    if common.area > _OVERLAP * min(one.box.area, other.box.area):
        return True
    wide = common.width > _LETTER * min(one.size, other.size)
    return wide and common.height > _LETTER * min(one.box.height, other.box.height)


def _on_pictures(evidence: Evidence) -> Iterator[Diagnostic]:
    """The runs that cover a picture, or are covered by it."""
    pictures = {(each.page, each.mcid) for each in evidence.parsed.marked_content if each.alt}
    for number, mcid in sorted(pictures):
        page = evidence.parsed.pages[number]
        picture = page.drawn(mcid)
        for run in page.runs:
            common = run.box.intersection(picture)
            if run.mcid != mcid and min(common.width, common.height) > _SLACK:
                yield _error(evidence, run, "overprinted", "is printed over a picture")


def check_cells(evidence: Evidence) -> Iterator[Diagnostic]:
    """No table cell extends into the next one of its row."""
    runs = evidence.parsed.runs_by_content()
    cells: dict[tuple[int, int], list[TextRun]] = {}
    for content in evidence.parsed.marked_content:
        if content.cell:
            cells.setdefault(content.cell, []).extend(runs.get((content.page, content.mcid), ()))
    for one, other in pairwise(sorted(cells)):
        if one[0] == other[0] and cells[one] and cells[other]:
            left, right = (other, one) if evidence.composition.right_to_left else (one, other)
            edge = min(run.box.left for run in cells[right])
            for run in cells[left]:
                if run.box.right > edge + _SLACK:
                    yield _error(evidence, run, "off-cell", "extends into the next cell")


def _error(evidence: Evidence, run: TextRun, code: str, fault: str) -> Diagnostic:
    cause = "a word may be too long for its line, or a style leaves too little space"
    hint = f"{cause}: {space_hint(run, evidence)}"
    return evidence.run_error(code, run, fault, hint=hint)
