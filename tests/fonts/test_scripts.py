"""What messages call the script of a character, and what installs a font for it."""

import pytest

from leaflet.fonts.scripts import SIGNS, by_script, extra_of, script_of


@pytest.mark.parametrize(
    ("characters", "script"),
    [
        ("ยั๕฿", "Thai"),
        ("אְ", "Hebrew"),
        ("ব৳", "Bengali"),
        ("ກ", "Lao"),
        ("痒ひハ한ㄅ", "Chinese, Japanese or Korean"),
        ("💊✅🚫☎𝛼①\ue000", SIGNS),
    ],
)
def test_a_script_has_one_name(characters: str, script: str) -> None:
    assert by_script(characters) == {script: characters}


def test_an_extra_is_called_like_its_script() -> None:
    assert extra_of(script_of("ย")) == "thai"
    assert extra_of("Lao") == extra_of(SIGNS) == ""
