"""Icon arrays: how many people an effect may meet, as 10, 100 or 1,000 people with one filled in.

Filled and empty icons differ without colour. The same words stand beside the picture and in its
title.
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
"""The distance between dots; a dot is 1.4 wide, the filled one 2.2."""

_LARGEST_PICTURE = 1_000
"""People in the largest picture; one of 10,000 would be too small to see."""


def frequency(band: Band, language: Language) -> Markup:
    """The line that gives a frequency: its picture, then the words."""
    words = language.words["more_than"] if band.more else language.words["up_to"]
    text = words.format(people=language.number(band.people))
    return Markup('<p class="frequency" data-own>{}{}</p>').format(picture(band, language), text)


def picture(band: Band, language: Language) -> Markup:
    """The picture of a frequency; empty for one that is too rare to draw."""
    if band.people > _LARGEST_PICTURE:
        return Markup("")
    words = language.words["picture_more"] if band.more else language.words["picture_up_to"]
    title = words.format(people=language.number(band.people))
    if band.people == 10:
        return _svg(title, (60, 10.4), 0.6, _ten_people(half_more=band.more))
    columns, rows, scale = (10, 10, 0.6) if band.people == 100 else (50, 20, 0.32)
    return _svg(title, (columns * _STEP, rows * _STEP), scale, _dots(columns, rows))


def _svg(title: str, size: tuple[float, float], scale: float, shapes: Markup) -> Markup:
    """A picture of ``size`` units, each ``scale`` millimetres."""
    width, height = size
    return Markup(
        '<svg width="{:g}mm" height="{:g}mm" viewBox="0 0 {:g} {:g}"><title>{}</title>{}</svg> '
    ).format(width * scale, height * scale, width, height, title, shapes)


def _ten_people(*, half_more: bool) -> Markup:
    """Ten people, the first filled in, and half of the second if there may be more."""
    others = Markup("").join(_person(_PERSON, index) for index in range(1, 10))
    filled = _person(_PERSON, 0) + (_person(_HALF_PERSON, 1) if half_more else "")
    return _FILLED.format(filled) + _EMPTY.format(others)


def _person(shape: Markup, index: int) -> Markup:
    middle = 3 + index * 6
    return shape.format(x=middle, left=middle - 2, right=middle + 2)


def _dots(columns: int, rows: int) -> Markup:
    """Rows of dots, each row one dashed line, and the filled dot in the first position."""
    lines = Markup("").join(
        Markup('<path d="M{:g} {:g}H{:g}"/>').format(
            0.4 + (_STEP if row == 0 else 0), (row + 0.5) * _STEP, columns * _STEP
        )
        for row in range(rows)
    )
    return _ROWS.format(lines) + _FILLED.format(Markup('<path d="M0 .1H2.2V2.3H0Z"/>'))
