"""Which statements of two versions are the same."""

import pytest

from leaflet.diff import align as module
from leaflet.diff.align import Alignment
from leaflet.diff.model import Role, Statement


def align(old: list[Statement], new: list[Statement]) -> list[tuple[int, int]]:
    return list(aligned(old, new).matches)


def aligned(old: list[Statement], new: list[Statement]) -> Alignment:
    return module.align(old, new)


def statements(*texts: str, label: str = "") -> list[Statement]:
    return [Statement(text, key="dosage", label=label) for text in texts]


def test_equal_ones_are_matched_wherever_they_are() -> None:
    assert align(statements("a", "b", "c"), statements("c", "a", "b")) == [(2, 0), (0, 1), (1, 2)]


def test_of_repeated_ones_each_is_matched_once() -> None:
    assert align(statements("a", "a"), statements("a")) == [(0, 0)]


def test_the_same_label_decides_before_the_same_words() -> None:
    old = [*statements("5 mg", label="Adults"), *statements("2 mg", label="Children")]
    new = [*statements("2 mg", label="Adults"), *statements("5 mg", label="Children")]
    assert align(old, new) == [(0, 0), (1, 1)]


def test_a_label_that_is_alone_is_the_same_in_any_words() -> None:
    old, new = statements("5 mg a day", label="Adults"), statements("by weight", label="Adults")
    assert align(old, new) == [(0, 0)]


def test_others_must_be_alike() -> None:
    assert align(statements("5 mg a day"), statements("Wash your hands")) == []


def test_a_label_is_no_sentence() -> None:
    label = [Statement("Take it with food", key="dosage", role=Role.LABEL)]
    assert align(label, statements("Take it with foods")) == []


def test_the_most_alike_come_first() -> None:
    old = statements("Take 5 mg in the morning", "Take 5 mg in the evening")
    new = statements("Take 6 mg in the evening", "Take 6 mg in the morning")
    assert align(old, new) == [(1, 0), (0, 1)]


def test_very_many_are_matched_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST", 3)
    assert align(statements("one a", "one b"), statements("one c", "one d")) == [(0, 0), (1, 1)]


def test_one_in_several_statements_is_the_same_in_both_directions() -> None:
    one, several = statements("a: b c", "d"), statements("a:", "b c", "d")
    assert aligned(one, several) == Alignment(((1, 2),), ((0, 0),), (), ())
    assert aligned(several, one) == Alignment(((2, 1),), ((0, 0),), (), ())


def test_a_label_is_the_same_if_what_is_below_it_is() -> None:
    old = [*statements("Storage"), Statement("Cool", key="dosage", under=("Storage",))]
    new = [*statements("Keeping"), Statement("Cool", key="dosage", under=("Keeping",))]
    assert align(old, new) == [(0, 0), (1, 1)]
