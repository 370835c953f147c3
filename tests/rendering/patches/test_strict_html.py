"""A page is the tree that tinyhtml5 makes of it, or else left to tinyhtml5."""

from collections.abc import Callable
from io import StringIO
from random import Random
from typing import Any
from xml.etree.ElementTree import Element

import pytest
import tinyhtml5

from helpers import render
from leaflet.rendering import CompiledStylesheet
from leaflet.rendering.patches import strict_html
from leaflet.rendering.patches.strict_html import read

PAGE = (
    '<!DOCTYPE html>\n<html lang="en">\n<head>\n<title>A &amp; B</title></head>\n'
    "<body>%s</body></html>"
)

STRICT = (
    '<h1 class="a b" data-own>Fer<b >ol</b>in</h1>\n<p data-x="1 &lt; 2">It&#39;s “5\u00a0mg”</p>',
    "<ul>\n<li>One<hr></li>\n<li><p>Two <em>or <b>three</b></em></p> four</li></ul>",
    '<svg viewBox="0 0 1 1"><title>A &amp; B</title><g> <path d="M0 0"/></g></svg>',
    "<table>\n<thead><tr><th>A</th>\n</tr></thead> <tbody><tr><td><p>B</p><ul><li>C</li></ul></td>"
    "</tr></tbody></table><dl><dt>A</dt> <dd>B<br/>C<img alt></dd></dl>",
    '<aside>A <a href="https://a.b/c?d&amp;e">B<small>C</small></a></aside>',
)

LEFT = (
    "<p>A<p>B",  # not closed
    "<p>A<div>B</div></p>",  # a paragraph ends where a block begins
    "<ul><li>A<li>B</ul>",
    "<table><tr><td>A</td></tr></table>",  # HTML adds a table body
    "<table>A<tbody></tbody></table>",  # HTML puts the word before the table
    "<b><p>A</b></p>",
    "<b><b>A</b></b>",
    '<a href="b">A <a href="c">B</a></a>',
    "<div/>A",
    "<p class=a>A</p>",
    "<p id='a'>A</p>",
    "<P>A</P>",
    '<p a="1" a="2">A</p>',
    '<p viewBox="1">A</p>',
    '<svg viewbox="0 0 1 1"></svg>',
    "<svg><p>A</p></svg>",
    "<svg><foreignObject></foreignObject></svg>",
    "<p>A &copy B</p>",
    "<p>A &eacute; B</p>",
    "<p>A & B</p>",
    "<p>1 < 2</p>",
    "<p>A\x00\x0c\rB</p>",
    '<p\u00a0class="a">A</p>',
    "<pre>\nA</pre>",
    "<select><option>A</select>",
    "<script>1</script>",
    "<x-y>A</x-y>",
    "</p>",
    "</body><p>A</p>",
    "<!-- A -->",
)


def as_engine(text: str) -> Element:
    tree: Element = strict_html._read_as_tinyhtml5_does(
        StringIO(text), namespace_html_elements=False
    )
    return tree


def seen(element: Element) -> tuple[Any, ...]:
    """An element with all that is in it; attributes in their order."""
    children = [seen(child) for child in element]
    return element.tag, [*element.attrib.items()], element.text, element.tail, children


@pytest.mark.parametrize("body", STRICT)
@pytest.mark.parametrize("end", ["", "\n"])
def test_a_strict_page_is_read_alike(body: str, end: str) -> None:
    text = PAGE % (body + end) + end
    tree = read(text)
    assert tree is not None
    assert seen(tree) == seen(as_engine(text))


@pytest.mark.parametrize("body", LEFT)
def test_what_is_not_strict_is_left_to_tinyhtml5(body: str) -> None:
    text = PAGE % body
    assert read(text) is None
    tree = tinyhtml5.parse(StringIO(text), namespace_html_elements=False)
    assert seen(tree) == seen(as_engine(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<p>A</p>",
        "<html><head></head><body></body></html>",
        "<!doctype html><html><body></body></html>",
        "<!doctype html><html><head></head></html>",
        "<!doctype html><html><body></body><head></head></html>",
        "<!doctype html><html><head></head><body></body><body></body></html>",
        "<!doctype html><html><head></head><body></body></html><html></html>",
        "<!doctype html><html><head></head><body></body></html>A",
        "<!doctype html><html><head>A</head><body></body></html>",
        "<!doctype html>A<html><head></head><body></body></html>",
        "<!doctype html><html><head></head><body></body>",
        "<!doctype html>\n<?xml?><html><head></head><body></body></html>",
    ],
)
def test_other_pages_are_left_to_tinyhtml5(text: str) -> None:
    assert read(text) is None


def made_up(chance: Random, depth: int, parent: str) -> str:
    """What may stand within an element, mostly; in some pages something is wrong."""
    found = []
    for _ in range(chance.randrange(5)):
        within = [name for name, parents in strict_html._WITHIN.items() if parent in parents]
        tag = chance.choice(within or ["font"]) if chance.random() < 0.9 else chance.choice([*LEFT])
        name = tag.removeprefix(strict_html._SVG)
        attributes = chance.choice(["", "", ' class="a"', ' hidden data-b="&amp;c"', ' lang=""'])
        words = chance.choice([" ", "\n", "", "A &lt; B"])
        if name in strict_html._VOID or tag in LEFT:
            found.append(f"<{name}{attributes}>{words}" if tag not in LEFT else tag)
        else:
            inside = made_up(chance, depth - 1, tag) if depth else ""
            found.append(f"<{name}{attributes}>{inside}</{name}>{words.strip('A &lt;B')}")
    return "".join(found)


def test_made_up_pages_are_read_alike() -> None:
    chance, read_at_once = Random(3), 0  # noqa: S311 - the same pages each time
    for _ in range(400):
        text = PAGE % made_up(chance, 4, "body")
        tree = read(text)
        if tree is not None:
            assert seen(tree) == seen(as_engine(text))
            read_at_once += 1
    assert read_at_once > 60


def test_pages_are_printed_alike(
    composed: Callable[..., Any], compiled: CompiledStylesheet, weasyprint_alone: Callable[..., Any]
) -> None:
    page = composed("".join(STRICT).replace("<img alt>", ""))
    assert read(page.html) is not None
    fast = render(page, compiled).data
    with weasyprint_alone(strict_html):
        assert render(page, compiled).data == fast
