"""The search path: the user's files first, then what leaflet ships."""

from pathlib import Path

import pytest

from leaflet.errors import SettingsError
from leaflet.theme.cascade import read_tokens
from leaflet.theme.search_path import Theme, shipped


def test_what_ships_is_found() -> None:
    theme = Theme.of(shipped())
    assert list(theme.kinds()) == ["clinician", "patient"]
    assert {
        *("booklet", "clear-print", "default", "dyslexia-friendly", "large-print", "monochrome")
    } == theme.styles().keys()


def test_a_project_repositions_single_files_and_adds_kinds_and_styles(tmp_path: Path) -> None:
    (tmp_path / "templates/patient").mkdir(parents=True)
    (tmp_path / "templates/patient/page.css").write_text("p { color: teal }", "utf-8")
    (tmp_path / "templates/nurse").mkdir()
    (tmp_path / "templates/nurse/kind.toml").write_bytes(
        (shipped() / "templates/patient/kind.toml").read_bytes()
    )
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles/ours.css").write_text(":root { --accent: navy }", "utf-8")
    theme = Theme.of(tmp_path)
    assert list(theme.kinds()) == ["clinician", "nurse", "patient"]
    sheet = theme.stylesheet(theme.kind("patient"), ("ours",), "a4")
    assert "p { color: teal }" in sheet.css
    assert sheet.tokens["--accent"] == "navy"


def test_styles_stack_upon_the_paper() -> None:
    theme = Theme((shipped(),))
    sheet = theme.stylesheet(theme.kind("patient"), ("large-print", "monochrome"), "a5")
    names = ("base", "kind", "paper", "style-default", "style-large-print", "style-monochrome")
    positions = [sheet.css.index(f"@layer {name} ") for name in names]
    assert positions == sorted(positions)
    assert sheet.tokens["--text-size"] == "18pt"
    assert sheet.tokens["--accent"] == "#000"
    assert sheet.tokens["--paper-width"] == "148mm"


@pytest.mark.parametrize(
    ("kind", "style", "paper", "message"),
    [
        ("patent", "default", "a4", 'no kind "patent"\n  hint: did you mean "patient"?'),
        (
            "patient",
            "largeprint",
            "a4",
            'no style "largeprint"\n  hint: did you mean "large-print"',
        ),
        ("patient", "default", "lettre", 'no paper "lettre"\n  hint: did you mean "letter"?'),
    ],
)
def test_an_unknown_name_gets_a_suggestion(kind: str, style: str, paper: str, message: str) -> None:
    theme = Theme((shipped(),))
    with pytest.raises(SettingsError) as error:
        theme.stylesheet(theme.kind(kind), (style,), paper)
    assert message in str(error.value)


def luminance(colour: str) -> float:
    """Relative luminance of ``#rgb`` or ``#rrggbb`` (WCAG 2.2)."""
    digits = colour.lstrip("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    channels = [int(digits[start : start + 2], 16) / 255 for start in (0, 2, 4)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("style", sorted(Theme((shipped(),)).styles()))
def test_text_of_every_style_stands_out_seven_to_one(style: str) -> None:
    theme = Theme((shipped(),))
    tokens = theme.stylesheet(theme.kind("patient"), (style,), "a4").tokens
    for ink in ("--ink", "--soft", "--accent", "--alarm"):
        for ground in (tokens["--ground"], "#fff"):
            light, dark = luminance(ground), luminance(tokens[ink])
            assert (light + 0.05) / (dark + 0.05) >= 7


def test_every_token_of_the_base_is_explained() -> None:
    base = (shipped() / "styles/base.css").read_text("utf-8")
    assert [token.name for token in read_tokens(base) if not token.note] == []
