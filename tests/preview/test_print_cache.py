from leaflet.preview.choices import Selection
from leaflet.preview.print_cache import CAPACITY, Print, PrintCache

SELECTION = Selection("m", "patient", (), "a4")
LARGE = Selection("m", "patient", ("large-print",), "a4")


def printed(name: str) -> Print:
    return Print(name, name.encode(), ((1, 1),), 0)


def test_the_last_good_print_of_a_selection_is_kept() -> None:
    print_cache = PrintCache()
    assert (print_cache.last(SELECTION), print_cache.find("one")) == (None, None)
    for selection, name in ((SELECTION, "one"), (SELECTION, "two"), (LARGE, "three")):
        print_cache.put(selection, printed(name))
    assert (print_cache.last(SELECTION), print_cache.last(LARGE)) == (
        printed("two"),
        printed("three"),
    )
    assert print_cache.find("one") == printed("one")


def test_the_oldest_are_forgotten() -> None:
    print_cache = PrintCache()
    for number in range(CAPACITY + 1):
        print_cache.put(SELECTION, printed(str(number)))
    assert print_cache.find("0") is None
    assert print_cache.find("1") == printed("1")
