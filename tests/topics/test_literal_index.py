import pytest

from leaflet.topics.literal_index import LiteralIndex

INDEX = LiteralIndex(
    [("b", ["liver", "kidney"]), ("a", ["live"]), ("unit", ["mg"]), ("any", [""]), ("c", ["live"])]
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the liver", ["b", "a", "any", "c"]),
        ("livid", ["any"]),
        ("a kidney", ["b", "any"]),
        ("5 mg", ["unit", "any"]),
        ("m", ["any"]),
        ("", ["any"]),
    ],
)
def test_items_are_found_by_their_literals_in_order(text: str, found: list[str]) -> None:
    assert [*INDEX.found(text)] == found
