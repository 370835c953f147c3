"""The width and the caption of a picture."""

import pytest

from leaflet.monograph.markdown.normalise import normalise
from leaflet.monograph.markdown.tree import read_tree
from leaflet.monograph.model import Paragraph, Span

CHART = Span("a chart", image="c.png")


def text(markdown: str) -> tuple[Span, ...]:
    [paragraph] = read_tree(normalise(markdown, 1, "examplin.md")[0])
    assert isinstance(paragraph, Paragraph)
    return paragraph.text


@pytest.mark.parametrize(
    ("markdown", "width"),
    [
        ("![a chart](c.png){width=50%}", "50%"),
        ("![a chart](c.png){: .wide width='7.5cm' }", "7.5cm"),
        ("![a chart](c.png){#fig1 .wide width=300 height=200}", "300px"),
        ('![a chart](c.png){style="max-width: 3px; width: 40%"}', "40%"),
        ('![a chart](c.png "width=50%")', "50%"),
        ('![a chart](c.png "width: 300px;")', "300px"),
        ('![a chart](<c.png> "=300x200")', "300px"),
        ("![a chart|300](c.png)", "300px"),
        ("![a chart|300x200](c.png)", "300px"),
        ("![a chart](c.png){width=0%}", ""),
        ("![a chart](c.png){width=calc(1px)}", None),
        ("![a chart](c.png){.wide}", ""),
        ("![a chart](c.png){50%}", None),
        ("![a chart](c.png){dose=5mg}", None),
    ],
)
def test_a_width_is_an_attribute_or_a_title(markdown: str, width: str | None) -> None:
    picture, *rest = text(markdown)
    assert (picture.text, picture.image) == ("a chart", "c.png")
    assert picture.width == (width or "")
    assert [span.text for span in rest] == (
        ["{" + markdown.partition("{")[2]] if width is None else []
    )


@pytest.mark.parametrize(
    ("title", "caption"),
    [
        ('"How to inject"', "How to inject"),
        ("'5 mg is *one* \"line\"'", '5 mg is *one* "line"'),
        ('"50%"', "50%"),
        ('"300"', "300"),
        ('"5mm"', "5mm"),
        ('" "', None),
    ],
)
def test_any_other_title_is_a_caption(title: str, caption: str | None) -> None:
    picture, *rest = text(f"![a chart](c.png {title})")
    assert picture == CHART
    assert rest == ([Span(f"\n{caption}", frozenset({"caption"}))] if caption else [])


@pytest.mark.parametrize(
    ("markdown", "picture"),
    [
        ("![[c.png]]", Span("", image="c.png")),
        ("![[c.png|300]]", Span("", image="c.png", width="300px")),
        ("![[my folder/c 1.SVG|a chart]]", Span("a chart", image="my folder/c 1.SVG")),
        ("![[c.webp|a chart|300x200]]", Span("a chart", image="c.webp", width="300px")),
    ],
)
def test_a_picture_may_be_embedded(markdown: str, picture: Span) -> None:
    assert text(markdown) == (picture,)


@pytest.mark.parametrize("markdown", ["![[a note]]", "![[c.pdf]]", '![5 mg](c.png "a "b")'])
def test_anything_else_is_text(markdown: str) -> None:
    assert text(markdown) == (Span(markdown),)
