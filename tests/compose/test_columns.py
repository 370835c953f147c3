"""Two columns of about the same height."""

from compose.writing import body
from leaflet.compose.chapter import FilledPart, Passage
from leaflet.compose.columns import columns


def part(key: str, lines: int) -> FilledPart:
    text = "\n\n".join(["A line of some forty characters to read."] * lines)
    return FilledPart(key, key, "", (Passage("usage", body(text)),))


def keys(parts: tuple[FilledPart, ...]) -> str:
    return "".join(each.key for each in parts)


def test_parts_keep_their_order_and_all_of_them_stand_somewhere() -> None:
    left, right = columns([part("a", 5), part("b", 5), part("c", 9)])
    assert (keys(left), keys(right)) == ("ab", "c")


def test_one_long_part_stands_alone() -> None:
    left, right = columns([part("a", 30), part("b", 2), part("c", 2)])
    assert (keys(left), keys(right)) == ("a", "bc")


def test_nothing_is_no_trouble() -> None:
    assert columns([]) == ((), ())
