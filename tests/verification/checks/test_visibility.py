"""What lies over or behind a text, compared with an answer that asks each graphic everything."""

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from leaflet.verification.checks import visibility
from leaflet.verification.checks.geometry import _overlap
from leaflet.verification.pdf.model import Box, Graphic, Point, TextRun

POINTS = st.tuples(st.integers(0, 12), st.integers(0, 12)).map(
    lambda point: (float(point[0]), float(point[1]))
)
BOXES = st.builds(
    lambda start, wide, high: Box(start[0], start[1], start[0] + wide, start[1] + high),
    POINTS,
    st.integers(1, 9),
    st.integers(1, 9),
)
RUNS = st.builds(
    lambda box, size: TextRun(0, 5, "5", box, size, (0, 0, 0, 255), True, 0, None, box.left),
    BOXES,
    st.integers(1, 12),
)


def around(points: Iterable[Point], wide: float) -> Box:
    """The box around some points, wider on each side."""
    return Box.around(Box(x - wide, y - wide, x + wide, y + wide) for x, y in points)


def graphic(order: int, corners: tuple[Point, ...], colour: int, wide: float) -> Graphic:
    """An area with straight edges."""
    outline = tuple(zip(corners, (*corners[1:], corners[0]), strict=True))
    return Graphic(order, 0, around(corners, wide), (colour, 0, 0, 255), outline, width=2 * wide)


GRAPHICS = st.lists(
    st.builds(
        graphic,
        st.integers(0, 9),
        st.lists(POINTS, min_size=3, max_size=4).map(tuple),
        st.integers(1, 9),
        st.sampled_from([0.0, 1.0]),
    ),
    max_size=4,
)


@given(RUNS, GRAPHICS)
def test_the_ground_of_a_text_is_the_last_area_that_paints_it(
    run: TextRun, graphics: list[Graphic]
) -> None:
    painted = [g for g in graphics if g.order < run.order and g.paints(*run.box.middle)]
    expected = painted[0].colour if painted else (255, 255, 255, 255)
    assert visibility.background(run, graphics) == expected


@given(RUNS, GRAPHICS)
def test_a_text_is_covered_by_any_graphic_that_is_asked(
    run: TextRun, graphics: list[Graphic]
) -> None:
    def covers(each: Graphic) -> bool:
        is_later = each.order > run.order
        edge = visibility._EDGE + visibility._OVERHANG * run.size
        high = max(visibility._EDGE, visibility._TOUCH * run.box.height)
        core = run.box.shrunk(0.6, 0.6) if is_later else run.box.shrunk(edge, high)
        crosses = any(around(piece, each.width / 2).meets(core) for piece in each.outline)
        return each.box.meets(core) and (crosses or (is_later and each.paints(*run.box.middle)))

    assert visibility._is_covered(run, graphics, 0) == any(map(covers, graphics))


@given(RUNS, RUNS)
def test_texts_that_do_not_meet_do_not_overlap(one: TextRun, other: TextRun) -> None:
    if _overlap(one, other):
        assert one.box.meets(other.box)
