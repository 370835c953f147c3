"""Check 2, second half: every glyph can be seen."""

from collections import Counter
from collections.abc import Iterator

from leaflet.diagnostics import Diagnostic
from leaflet.verification.checks.blame import blame_colour, blame_size
from leaflet.verification.evidence import Evidence, excerpt
from leaflet.verification.pdf.model import Colour, Page, TextRun

SMALLEST_TYPE = 6.0
"""Points; nothing smaller is read by anybody (the field asks for 8 at least, see the styles)."""

LEAST_CONTRAST = 4.5
"""Between text and its ground, for text of any size (WCAG 2.2, 1.4.3)."""

_MOST_FINDINGS = 3
"""Of one code: a style that does it once does it everywhere."""

_PAPER: Colour = (255, 255, 255, 255)
_COVER = 0.2
_SLACK = 1.5


def check_ink(evidence: Evidence) -> Iterator[Diagnostic]:
    """No run is hidden, cut off by a window, covered, in the colour of its ground, or tiny."""
    told: Counter[str] = Counter()
    for page in evidence.reading.pages:
        for run in page.runs:
            for code, what, hint in _faults(run, page, evidence):
                told[code] += 1
                if told[code] <= _MOST_FINDINGS:
                    message = f'page {run.page + 1}: "{excerpt(run.text, 40)}" {what}'
                    yield evidence.error(code, message, words=run.text, hint=hint)


def _faults(run: TextRun, page: Page, evidence: Evidence) -> Iterator[tuple[str, str, str]]:
    if not run.visible:
        yield "hidden", "is not drawn", ""
    if run.clip and not run.clip.contains(run.box, _SLACK):
        yield "clipped", "is cut off", ""
    if run.size < SMALLEST_TYPE:
        told = f"is set in {run.size:.1f} pt; {SMALLEST_TYPE:g} pt is the least"
        yield "too-small", told, blame_size(run, evidence)
    for shape in page.shapes:
        if shape.order > run.order and shape.box.intersection(run.box).area > _COVER * run.box.area:
            yield "covered", "is painted over", ""
            break
    below = ground(run, page)
    ratio = contrast(run.colour, below)
    if ratio < LEAST_CONTRAST or run.colour[3] < 255:
        told = f"has a contrast of {ratio:.1f} to 1; {LEAST_CONTRAST} to 1 is the least"
        yield "faint", told, blame_colour(run, below, evidence)


def ground(run: TextRun, page: Page) -> Colour:
    """The colour that a run stands on: the last area painted under its middle, or the paper."""
    across = (run.box.left + run.box.right) / 2
    up = (run.box.bottom + run.box.top) / 2
    colour = _PAPER
    for shape in page.shapes:
        inside = shape.box.left <= across <= shape.box.right
        if shape.order < run.order and inside and shape.box.bottom <= up <= shape.box.top:
            colour = shape.colour
    return colour


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (_linear(channel / 255) for channel in colour[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
