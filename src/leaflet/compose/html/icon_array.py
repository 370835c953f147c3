"""Icon arrays: how many people an effect may meet, as 10 or 100 people with one filled in.

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
_FILLED = Markup('<g fill="#000">{}</g>')
_EMPTY = Markup('<g fill="none" stroke="#000" stroke-width=".5">{}</g>')
_ROWS = Markup('<g stroke="#999" stroke-width="1.4" stroke-dasharray="1.4 1">{}</g>')

_STEP = 2.4
"""The distance between dots; a dot is 1.4 wide, the filled one 2.2."""

_DOTS = 10
"""Dots in a row, and rows."""

_LARGEST_PICTURE = 100
"""People in the largest picture; one of 1,000 would be too small to see."""


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
        return _svg(title, (60, 10.4), 0.36, _ten_people())
    return _svg(title, (_DOTS * _STEP, _DOTS * _STEP), 0.42, _dots())


def _svg(title: str, size: tuple[float, float], scale: float, shapes: Markup) -> Markup:
    """A picture of ``size`` units, each ``scale`` millimetres."""
    width, height = size
    return Markup(
        '<svg width="{:g}mm" height="{:g}mm" viewBox="0 0 {:g} {:g}"><title>{}</title>{}</svg> '
    ).format(width * scale, height * scale, width, height, title, shapes)


def _ten_people() -> Markup:
    """Ten people, the first filled in; that there may be more is said in words beside them."""
    others = Markup("").join(_person(index) for index in range(1, 10))
    return _FILLED.format(_person(0)) + _EMPTY.format(others)


def _person(index: int) -> Markup:
    middle = 3 + index * 6
    return _PERSON.format(x=middle, left=middle - 2, right=middle + 2)


def _dots() -> Markup:
    """Rows of dots, each row one dashed line, and the filled dot in the first position."""
    lines = Markup("").join(
        Markup('<path d="M{:g} {:g}H{:g}"/>').format(
            0.4 + (_STEP if row == 0 else 0), (row + 0.5) * _STEP, _DOTS * _STEP
        )
        for row in range(_DOTS)
    )
    return _ROWS.format(lines) + _FILLED.format(Markup('<path d="M0 .1H2.2V2.3H0Z"/>'))
