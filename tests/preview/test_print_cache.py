from leaflet.preview.choices import Choice
from leaflet.preview.print_cache import MOST, Print, Rack

CHOICE = Choice("m", "patient", (), "a4")
LARGE = Choice("m", "patient", ("large-print",), "a4")


def made(name: str) -> Print:
    return Print(name, name.encode(), ((1, 1),), 0)


def test_the_last_good_print_of_a_choice_is_kept() -> None:
    rack = Rack()
    assert (rack.last(CHOICE), rack.find("one")) == (None, None)
    for choice, name in ((CHOICE, "one"), (CHOICE, "two"), (LARGE, "three")):
        rack.put(choice, made(name))
    assert (rack.last(CHOICE), rack.last(LARGE)) == (made("two"), made("three"))
    assert rack.find("one") == made("one")


def test_the_oldest_are_forgotten() -> None:
    rack = Rack()
    for number in range(MOST + 1):
        rack.put(CHOICE, made(str(number)))
    assert rack.find("0") is None
    assert rack.find("1") == made("1")
