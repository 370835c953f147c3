import pytest

from leaflet.monograph.nesting import Level, Nesting


def depths(columns: list[int]) -> list[int]:
    nesting = Nesting()
    found = []
    for column in columns:
        nesting.item(column)
        found.append(len(nesting))
    return found


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ([0, 0, 0], [1, 1, 1]),
        ([0, 2, 4, 0], [1, 2, 3, 1]),
        ([0, 3, 3, 6, 3], [1, 2, 2, 3, 2]),
        ([0, 4, 8, 4], [1, 2, 3, 2]),
        ([0, 1, 0], [1, 1, 1]),
        ([4, 0], [1, 1]),
    ],
)
def test_a_deeper_mark_is_a_deeper_level(columns: list[int], expected: list[int]) -> None:
    assert depths(columns) == expected


@pytest.mark.parametrize(("column", "within"), [(0, 0), (1, 0), (2, 1), (4, 1), (6, 2), (9, 2)])
def test_a_paragraph_stands_within_the_items_it_is_indented_under(column: int, within: int) -> None:
    nesting = Nesting()
    nesting.item(0)
    nesting.item(4)
    assert nesting.text(column) == within


def test_closing_ends_the_list() -> None:
    nesting = Nesting()
    nesting.item(0)
    nesting.close()
    assert nesting.innermost is None


def joined(numbers: list[int]) -> list[bool]:
    level = Level(0)
    found = []
    for number in numbers:
        found.append(level.counts_on(number))
        level.take(number)
    return found


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([1, 2, 3], [False, True, True]),
        ([3, 4], [False, True]),
        ([1, 1, 1], [False, True, True]),
        ([1, 3, 7, 7], [False, False, False, False]),
        ([1, 1, 2], [False, True, False]),
        ([1, 2, 1, 2], [False, True, False, True]),
    ],
)
def test_an_item_joins_only_where_its_number_is_kept(
    numbers: list[int], expected: list[bool]
) -> None:
    assert joined(numbers) == expected


def test_a_bullet_ends_the_counting() -> None:
    level = Level(0)
    level.take(1)
    level.take(None)
    assert not level.counts_on(2)
