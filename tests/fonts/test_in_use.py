"""A document is measured with the families that it is set in."""

from pathlib import Path

from fonts.made import cubic
from leaflet.fonts.families import FAMILIES
from leaflet.fonts.font_files import FontFiles
from leaflet.fonts.in_use import font_set, in_use, using
from leaflet.fonts.metrics import uncovered, width
from leaflet.fonts.own import load_family


def test_a_style_says_which_family_comes_first() -> None:
    assert in_use().families == FAMILIES
    assert font_set(["Source Sans 3", "Nobody's"]).names[0] == "Source Sans 3"
    assert {*font_set(["Source Sans 3"]).families} == {*FAMILIES}


def test_the_same_families_are_the_same_set() -> None:
    assert font_set(["Hind"]) is font_set(["Hind"])
    assert font_set() is in_use()


def test_widths_and_characters_are_those_of_the_families_in_use(tmp_path: Path) -> None:
    for weight in (400, 700):
        (tmp_path / f"{weight}.otf").write_bytes(cubic("0m薬", weight))
    own = (load_family("Boxes", FontFiles("400.otf", "700.otf"), tmp_path),)
    usual = width("mm", 10)
    assert uncovered("薬剤") == ("剤", "薬")
    with using(font_set(["Boxes"], own)):
        assert width("mm", 10) > 20 > usual
        assert uncovered("薬剤") == ("剤",)
    with using(font_set([], own)):
        assert width("mm", 10) == usual
        assert uncovered("薬剤") == ("剤",)
    assert uncovered("薬剤") == ("剤", "薬")
