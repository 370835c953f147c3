"""A style that asks for a font in CSS's own ways learns what to do instead."""

import pytest

from leaflet.fonts.families import PINNED
from leaflet.theme.style_fonts import foreign_fonts

FONTS = (*PINNED, "Brand Sans")


@pytest.mark.parametrize(
    ("css", "words", "hint"),
    [
        (
            "\n@font-face { font-family: Foo Bar; src: url(a.ttf) }",
            "@font-face does nothing",
            '[fonts] "Foo Bar"',
        ),
        ("\n@media print { @font-face { src: url(a) } }", "@font-face does nothing", "--font"),
        ("\nbody { font-family: Arial, sans-serif }", 'no font "Arial"', '[fonts] "Arial"'),
        ("\nh1 { font-family: sans-serif }", 'no font "sans-serif"', "leaflet.toml"),
        ("\nh1 { font-family: Brand Sons }", 'no font "Brand Sons"', 'mean "Brand Sans"?'),
        ("\nh1 { font: bold 12pt/1.2 Georgia, 'Hind' }", 'no font "Georgia"', "[fonts]"),
        ("\nh1 { font: var(--text-size) / var(--line-step) Georgia }", '"Georgia"', "[fonts]"),
        ("\n@page { @top-left { font: 9pt 'Comic Neue' } }", '"Comic Neue"', "[fonts]"),
        ("\n@layer x { p { font-family: Verdana !important } }", '"Verdana"', "[fonts]"),
        ("\nbody { font-family: 'Brand Sans' }", "header and footer", '--font: "Brand Sans"'),
        ("\nhtml { font: 12pt Hind }", "header and footer", '--font: "Hind"'),
    ],
)
def test_it_is_an_error_with_its_line(css: str, words: str, hint: str) -> None:
    [fault] = foreign_fonts(css, "ours.css", FONTS)
    assert (fault.code, fault.file, fault.line) == ("unknown-font", "ours.css", 2)
    assert words in fault.message
    assert hint in fault.hint


@pytest.mark.parametrize(
    "css",
    [
        "h1 { font-family: 'Brand Sans', Hind }",
        "h1 { font: 12pt/1.3 var(--font) }",
        "h1 { font-family: var(--font); font-weight: bold; font-size: 12pt }",
        "h1 { font: inherit } code { font-family: inherit }",
        ":root { --font: Arial }",  # reported as a token
        "/* @font-face { font-family: Arial } */",
    ],
)
def test_what_is_available_is_fine(css: str) -> None:
    assert foreign_fonts(css, "ours.css", FONTS) == ()
