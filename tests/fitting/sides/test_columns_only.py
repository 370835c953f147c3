"""A leaflet in columns only leaves no last side nearly empty."""

from dataclasses import dataclass, field
from typing import Any, cast

import pytest

from leaflet.compose import Makeup
from leaflet.fitting.model import Fit
from leaflet.fitting.sides.columns_only import fit_columns
from leaflet.kinds.model import Sides
from leaflet.rendering.model import Anchor, Frame

SIDES = cast(Sides, type("Sides", (), {"sizes": (12, 11.5, 11, 10.5), "long_size": 11}))
PAPER = 842.0
FRAME = Frame(34, 51, 561, 791)
LOW, FULL = (3, 0.06, 0.5), (3, 0.06, 0.8)
"""Where a text ends whose lines are further apart."""


@dataclass(frozen=True)
class Composed:
    makeup: Makeup
    right_to_left: bool = False


@dataclass(frozen=True)
class LaidOut:
    pages: int
    anchors: dict[str, Anchor]
    divided: float = 0
    frames: list[Frame] = field(default_factory=lambda: [FRAME] * 9)


def fitted(ends: dict[float, tuple[int, float, float]]) -> Fit:
    """The fit of a text that ends on a page, at a left edge and a bottom, in each size.

    A negative size is one with lines further apart.
    """

    def make(makeup: Makeup) -> Any:
        page, left, bottom = ends[-makeup.size if makeup.spaced else makeup.size]
        return Composed(makeup), LaidOut(page, {"end": Anchor(page, left, 0.1, bottom)})

    return fit_columns(make, SIDES, PAPER)


@pytest.mark.parametrize(
    ("ends", "size", "trials"),
    [
        ({11: (2, 0.06, 0.2)}, 11, 1),
        ({11: (3, 0.06, 0.9)}, 11, 1),
        ({11: (3, 0.53, 0.2)}, 11, 1),
        ({11: (3, 0.06, 0.3), 10.5: (2, 0.53, 0.9)}, 10.5, 2),
        ({11: (3, 0.06, 0.4), 10.5: (3, 0.06, 0.2), 12: (3, 0.06, 0.8)}, 12, 3),
        ({11: (3, 0.06, 0.2), 10.5: (3, 0.06, 0.1), 12: (3, 0.06, 0.4), -12: LOW}, 11, 4),
        ({11: (3, 0.06, 0.2), 10.5: (3, 0.06, 0.1), 12: (3, 0.06, 0.4), -12: FULL}, 12, 4),
        ({11: (5, 0.06, 0.2)}, 11, 1),
    ],
)
def test_another_size_is_taken_only_if_it_fills_or_saves_the_last_side(
    ends: dict[float, tuple[int, float, float]], size: float, trials: int
) -> None:
    fit = fitted(ends)
    assert (fit.composition.makeup.size, fit.trials) == (size, trials)
