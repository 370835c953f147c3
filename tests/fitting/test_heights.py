"""Depths: where the columns turn, and what a side will hold."""

from dataclasses import replace

import pytest

from fitting.sheets import edition, fitted, written
from leaflet.compose import Composition, Galley, Makeup
from leaflet.compose.outline.chapter import FilledPart
from leaflet.compose.sheet.galleys import Copy
from leaflet.fitting.heights import Depths, cast_off, measure

A4 = 841.89


def galleys(*names: str) -> tuple[Galley, ...]:
    """A galley for each name; one in small letters goes on with the part before it."""
    return tuple(
        Galley(name, FilledPart(name.lower(), name, "", ()), name.isupper(), (), 0)
        for name in names
    )


def turn(**depths: float) -> int:
    return Depths(depths, 0, 700).turn(galleys(*depths))


def test_columns_turn_where_the_deeper_one_is_least_deep() -> None:
    assert turn(A=100, B=100, C=150) == 2
    assert turn(A=300, B=100, C=150) == 1
    assert turn(A=100) == 1
    assert Depths({}, 0, 700).turn(()) == 0


def test_a_turn_between_parts_is_worth_a_little_depth() -> None:
    assert turn(A=100, a=20, B=100) == 2
    assert turn(A=100, a=100, B=20) == 1


def test_a_side_takes_what_its_depths_come_to_at_a_size() -> None:
    copy = Copy((galleys("A", "B"),), 0, ())
    depths = Depths({"A": 500, "B": 500}, 100, 600)
    assert not depths.take(copy, Makeup(9))
    assert depths.take(copy, Makeup(8.75))
    assert depths.take(copy, Makeup(8.75, moved=("a",)))
    assert depths.flow(copy, Makeup(9.5), sides=2)
    assert not depths.flow(copy, Makeup(9.5))


def test_casting_off_comes_near_to_what_is_measured() -> None:
    stylesheet, _ = edition("a4")
    made = fitted(written(mechanism=20, warnings=25))
    guessed = cast_off(made.composition, stylesheet)
    found = measure(made.composition, made.layout, A4, guessed)
    assert guessed.side == pytest.approx(found.side, rel=0.01)
    assert sum(guessed.galleys.values()) == pytest.approx(sum(found.galleys.values()), rel=0.1)


def test_what_is_measured_adds_up_to_the_side() -> None:
    stylesheet, _ = edition("a4")
    made = fitted(written(mechanism=20, warnings=25))
    sheet: Composition = made.composition
    found = measure(sheet, made.layout, A4, cast_off(sheet, stylesheet))
    size = sheet.makeup.size
    assert found.take(sheet.copy, sheet.makeup)
    assert not found.take(sheet.copy, replace(sheet.makeup, size=size + 1))
