from leaflet.preview.choices import Choice
from leaflet.preview.print_cache import MOST, Print, PrintCache

CHOICE = Choice("m", "patient", (), "a4")
LARGE = Choice("m", "patient", ("large-print",), "a4")


def made(name: str) -> Print:
    return Print(name, name.encode(), ((1, 1),), 0)


def test_the_last_good_print_of_a_choice_is_kept() -> None:
    print_cache = PrintCache()
    assert (print_cache.last(CHOICE), print_cache.find("one")) == (None, None)
    for choice, name in ((CHOICE, "one"), (CHOICE, "two"), (LARGE, "three")):
        print_cache.put(choice, made(name))
    assert (print_cache.last(CHOICE), print_cache.last(LARGE)) == (made("two"), made("three"))
    assert print_cache.find("one") == made("one")


def test_the_oldest_are_forgotten() -> None:
    print_cache = PrintCache()
    for number in range(MOST + 1):
        print_cache.put(CHOICE, made(str(number)))
    assert print_cache.find("0") is None
    assert print_cache.find("1") == made("1")
