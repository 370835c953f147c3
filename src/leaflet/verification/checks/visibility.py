"""Every text run can be seen and read."""

from collections import Counter
from collections.abc import Iterable, Iterator

from leaflet.diagnostics import Diagnostic
from leaflet.theme.contrast import LEAST_CONTRAST, contrast
from leaflet.verification.checks.geometry import HANGING
from leaflet.verification.checks.style_hints import colour_hint, size_hint
from leaflet.verification.evidence import Evidence
from leaflet.verification.pdf.model import Colour, Graphic, Page, TextRun

SMALLEST_TYPE = 6.0
"""Points; nobody can read smaller type. Guidelines ask for 8 at least, see the styles."""

_MOST_FINDINGS = 3
"""Per code: a style that does something wrong once does it everywhere. One colour is one error."""

_PAPER: Colour = (255, 255, 255, 255)
_EDGE = 0.6
"""Points by which an area or a line that is drawn later may extend into the box of a run."""

_OVERHANG = 0.1
"""Em by which a slanted letter may extend over the edge of an area that is drawn before it."""

_TOUCH = 0.3
"""Share of its height by which a run may extend over the edge of an area that is drawn before it,
or over a line: as letters do that are unusually high or deep."""

_SLACK = 1.5
"""Points by which a run may extend over its clipping path."""


def check_visibility(evidence: Evidence) -> Iterator[Diagnostic]:
    """No run is hidden, clipped, covered, too small, or too close to its background in colour."""
    found: Counter[str] = Counter()
    for page in evidence.parsed.pages:
        areas, near = painted_areas(page), [g for g in page.graphics if g.outline or g.clip]
        for run in page.runs:
            hanging = HANGING * run.size * evidence.composition.right_to_left
            covered = _is_covered(run, near, hanging)
            behind = background(run, areas)
            for code, fault, hint in _faults(run, evidence, behind, covered=covered):
                kind, most = (fault, 1) if code == "faint" else (code, _MOST_FINDINGS)
                found[kind] += 1
                if found[kind] <= most:
                    yield evidence.run_error(code, run, fault, hint=hint)


def _faults(
    run: TextRun, evidence: Evidence, behind: Colour, *, covered: bool
) -> Iterator[tuple[str, str, str]]:
    """Code, fault and hint of each reason why a run on that colour cannot be read."""
    if not run.visible:
        yield "hidden", "is not drawn", ""
    if run.clip and not run.clip.contains(run.box, _SLACK):
        yield "clipped", "is cut off", ""
    if run.size < SMALLEST_TYPE:
        fault = f"is set in {run.size:.1f} pt; the minimum is {SMALLEST_TYPE:g} pt"
        yield "too-small", fault, size_hint(run, evidence)
    if covered:
        yield "covered", "is painted over, or crossed by a line or an edge", ""
    ratio = contrast(run.colour[:3], behind[:3])
    if ratio < LEAST_CONTRAST or run.colour[3] < 255:
        fault = f"has a contrast of {ratio:.1f} to 1; the minimum is {LEAST_CONTRAST:g} to 1"
        yield "faint", fault, colour_hint(run, behind, evidence)


def _is_covered(run: TextRun, graphics: Iterable[Graphic], hanging: float) -> bool:
    """Whether a graphic is drawn over a run, or begins or ends within it, or has a line there.

    ``hanging`` is the width of the space that may extend over the edge of an area, in points.
    """
    # Both cores are within the box of the run, which most graphics of a page do not meet.
    near = [graphic for graphic in graphics if graphic.box.meets(run.box)]
    if not near:
        return False
    below_later = run.box.shrunk(_EDGE, _EDGE)
    edge = _EDGE + _OVERHANG * run.size + hanging
    above_earlier = run.box.shrunk(edge, max(_EDGE, _TOUCH * run.box.height))
    for graphic in near:
        is_later = graphic.order > run.order
        core = below_later if is_later else above_earlier
        if graphic.box.meets(core) and (
            graphic.crosses(core) or (is_later and graphic.paints(*run.box.middle))
        ):
            return True
    return False


def painted_areas(page: Page) -> tuple[Graphic, ...]:
    """The graphics of a page that paint an area near a text, the last one first."""
    return tuple(g for g in reversed(page.graphics) if g.colour and g.filled and g.outline)


def background(run: TextRun, areas: Iterable[Graphic]) -> Colour:
    """The colour behind a run: that of the last area painted under its middle, or of paper.

    ``areas`` are the painted areas of its page, as ``painted_areas`` has them.
    """
    x, y = run.box.middle
    for area in areas:
        box = area.box
        # What ``paints`` asks first, here without a call: most areas are elsewhere.
        if not (box.left - 1 <= x <= box.right + 1 and box.bottom - 1 <= y <= box.top + 1):
            continue
        if area.colour and area.order < run.order and area.paints(x, y):
            return area.colour
    return _PAPER
