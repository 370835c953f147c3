"""A part of a text has the glyphs that it has by itself, or else is shaped again."""

from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest
from weasyprint.css.properties import INITIAL_VALUES
from weasyprint.text.fonts import FontConfiguration

from helpers import render
from leaflet.rendering import compile_stylesheet, load
from leaflet.rendering.patches import lines
from leaflet.rendering.patches.shaped_text import GLYPH, ShapedText
from leaflet.rendering.patches.text_parts import part_of
from leaflet.rendering.patches.text_setups import Setup

Shape = Callable[..., ShapedText]


@pytest.fixture
def shaped() -> Shape:
    load()  # from now on, the fonts are those of leaflet

    class Style(dict[str, Any]):
        font_config = FontConfiguration()

    def shape(text: str, family: str = "Atkinson Hyperlegible") -> ShapedText:
        values = {"font_family": (family,), "font_size": 13.3, "lang": "en"}
        return ShapedText(text, Setup(Style({**INITIAL_VALUES, **values})))

    return shape


def seen(text: Any) -> tuple[Any, ...]:
    """What is laid out and drawn of a text."""
    runs = [
        (
            (item.item.analysis.font, item.item.offset, item.item.length, clusters),
            [numbers[at::GLYPH] for at in range(GLYPH - 1)],  # the last one holds flags
        )
        for item, numbers, clusters in text.runs
    ]
    sizes = text.units, text.width, text.height, text.baseline, text.bytes, text.direction
    return text.text, sizes, runs


@pytest.mark.parametrize(
    "text",
    [
        "Take AVATAR, To. We, “Yes” P. A. T. (fi) office (200 ml) Täglich – f. T, y V",
        "tablet To V. a",
        "We 5 mg/12.5 mg e\u0301 daily Éte\u0301 naïve",
    ],
)
def test_a_part_between_spaces_is_as_if_alone(shaped: Shape, text: str) -> None:
    whole = shaped(text)
    edges = [0, *(n for n, letter in enumerate(text) if letter == " "), len(text)]
    found = 0
    for start, end in combinations(edges, 2):
        begin = start + (text[start] == " ")
        part = part_of(whole, begin, end)
        if part:
            assert seen(part) == seen(shaped(text[begin:end]))
            found += 1
    assert found > len(edges)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("a well-known remedy", 7, 12),  # "known", after a hyphen
        ("a well-known remedy", 2, 7),  # "well-"
        ("take 12 tablets", 5, 7),  # by itself of no script
        ("Ελληνικά tablet one", 9, 15),  # beside another script
        ("\u05d0 \u05d1 tablet", 4, 10),
    ],
)
def test_what_may_look_otherwise_is_none(shaped: Shape, text: str, start: int, end: int) -> None:
    assert part_of(shaped(text), start, end) is None


def test_a_font_with_rules_about_spaces_has_no_parts(shaped: Shape) -> None:
    assert part_of(shaped("one tablet"), 4, 10)
    assert part_of(shaped("one tablet", "Source Sans 3"), 4, 10) is None


def test_a_paragraph_is_shaped_once(
    composed: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    class Counted(ShapedText):
        def __init__(self, text: str, setup: Setup) -> None:
            made.append(text)
            super().__init__(text, setup)

    monkeypatch.setattr(lines, "ShapedText", Counted)
    words = "Take one tablet with a glass of water every morning, before meals. "
    sheet = "p { width: 60mm; font: 10pt 'Atkinson Hyperlegible' }"
    render(composed(f"<p>{words * 6}</p>"), compile_stylesheet(sheet))
    assert len([text for text in made if "tablet" in text or "water" in text]) < 4


def test_a_word_that_fits_by_a_hair_is_known_to_fit(
    composed: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    left: list[str] = []
    split = lines.split_first_line

    def counted(text: str, *others: Any, **named: Any) -> Any:
        left.append(text)
        return split(text, *others, **named)

    monkeypatch.setattr(lines, "split_first_line", counted)
    words = "Take one tablet with a glass of water every morning, before meals. " * 3
    texts = "".join(f"<p class=w{step}>{words}</p>" for step in range(40))
    widths = "".join(f".w{step} {{ width: {50 + step / 7:.2f}mm }}" for step in range(40))
    sheet = f"p {{ font: 10pt 'Atkinson Hyperlegible' }} {widths}"
    render(composed(texts), compile_stylesheet(sheet))
    assert len(left) < 10  # of some 200 lines
