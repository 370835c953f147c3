"""Pictures of how many people an effect may meet: 10, 100 or 1,000 of them, one filled in.

Filled and empty can be told apart without colour, the words stand beside the picture, and its
title says what it shows.
"""

from markupsafe import Markup

from leaflet.i18n.messages import Language
from leaflet.monograph.frequency import Band

_PERSON = Markup(
    '<circle cx="{x}" cy="2" r="1.6"/>'
    '<path d="M{left} 10V6.6Q{left} 4.4 {x} 4.4Q{right} 4.4 {right} 6.6V10Z"/>'
)
_HALF_PERSON = Markup(
    '<path d="M{x} .4A1.6 1.6 0 0 0 {x} 3.6Z"/><path d="M{left} 10V6.6Q{left} 4.4 {x} 4.4V10Z"/>'
)
_FILLED = Markup('<g fill="#000">{}</g>')
_EMPTY = Markup('<g fill="none" stroke="#000" stroke-width=".5">{}</g>')
_ROWS = Markup('<g stroke="#999" stroke-width="1.4" stroke-dasharray="1.4 1">{}</g>')

_STEP = 2.4
"""From one dot to the next; a dot is 1.4 wide, the one that counts 2.2."""

_LARGEST_PICTURE = 1_000
"""People in the largest picture; one of 10,000 could not be seen."""


def frequency(band: Band, language: Language) -> Markup:
    """The line that tells a band in words, after its picture."""
    said = language.words["more_than"] if band.more else language.words["up_to"]
    words = said.format(people=language.number(band.people))
    return Markup('<p class="frequency" data-own>{}{}</p>').format(picture(band, language), words)


def picture(band: Band, language: Language) -> Markup:
    """The picture of a band; nothing for one that is too rare to be drawn."""
    if band.people > _LARGEST_PICTURE:
        return Markup("")
    said = language.words["picture_more"] if band.more else language.words["picture_up_to"]
    title = said.format(people=language.number(band.people))
    if band.people == 10:
        return _svg(title, (60, 10.4), 0.6, _row(half=band.more))
    across, down, scale = (10, 10, 0.6) if band.people == 100 else (50, 20, 0.32)
    return _svg(title, (across * _STEP, down * _STEP), scale, _dots(across, down))


def _svg(title: str, size: tuple[float, float], scale: float, shapes: Markup) -> Markup:
    """A picture of ``size`` units, each ``scale`` millimetres."""
    width, height = size
    return Markup(
        '<svg width="{:g}mm" height="{:g}mm" viewBox="0 0 {:g} {:g}"><title>{}</title>{}</svg> '
    ).format(width * scale, height * scale, width, height, title, shapes)


def _row(*, half: bool) -> Markup:
    """Ten people, the first filled, and half of the second where there may be more."""
    others = Markup("").join(_person(_PERSON, at) for at in range(1, 10))
    filled = _person(_PERSON, 0) + (_person(_HALF_PERSON, 1) if half else "")
    return _FILLED.format(filled) + _EMPTY.format(others)


def _person(shape: Markup, at: int) -> Markup:
    middle = 3 + at * 6
    return shape.format(x=middle, left=middle - 2, right=middle + 2)


def _dots(across: int, down: int) -> Markup:
    """Rows of dots, each a dashed line: a thousand are twenty lines. The first one stands out."""
    rows = Markup("").join(
        Markup('<path d="M{:g} {:g}H{:g}"/>').format(
            0.4 + (0 if row else _STEP), (row + 0.5) * _STEP, across * _STEP
        )
        for row in range(down)
    )
    return _ROWS.format(rows) + _FILLED.format(Markup('<path d="M0 .1H2.2V2.3H0Z"/>'))
