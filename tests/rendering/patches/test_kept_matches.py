"""Elements are matched as cssselect2 alone matches them, each kind of element once."""

from collections.abc import Callable
from copy import copy
from random import Random
from typing import Any
from xml.etree.ElementTree import Element, SubElement

import pytest
from cssselect2 import (  # type: ignore[import-untyped]
    ElementWrapper,
    Matcher,
    compile_selector_list,
)

from helpers import render
from leaflet.rendering import CompiledStylesheet
from leaflet.rendering.patches import kept_matches

UPWARDS = (
    *(
        "p",
        ".a",
        "#x",
        "*",
        ":root",
        "[hidden]",
        '[data-b="1"]',
        "p.a",
        "div > p",
        "div .a",
        "#x p",
    ),
    *(".a.b", "p:not(.a)", ":is(.a, .b) p", "[lang]", ":lang(de) p", '#x [data-b="1"]', ".A", "P"),
    *('[class~="a"]', '[data-b^="1"] b', "a:link", "div:where(#x, #y) b", "svg|p", "p::before"),
    *("html:lang(en) .a", '[hidden] [data-b$="2"]', "b:enabled", ":any-link", '[id^="x"]'),
)
OTHERS = (
    *(
        "p + p",
        "p ~ .a",
        ":first-child",
        "p:last-child",
        "div:has(.a)",
        "b:nth-child(2n)",
        ":empty",
    ),
    *("p:nth-last-of-type(2)", "div > :only-child", "p:not(p + p)", ".a:has(+ .b)", "#x :disabled"),
)


def sheet(selectors: tuple[str, ...]) -> Any:
    matcher = Matcher()
    spaces = {"svg": "http://www.w3.org/2000/svg"}
    for number, each in enumerate(selectors):
        for selector in compile_selector_list(each, spaces):
            matcher.add_selector(selector, (each, number))
    return matcher


def page(chance: Random) -> Element:
    """A page of elements that look more or less alike."""
    root = Element("html", {"lang": chance.choice(["en", "de"])} if chance.random() < 0.7 else {})
    elements = [root]
    for _ in range(60):
        attributes = {
            "class": chance.choice(["a", "b", "a b", "b a", "A", ""]),
            "id": chance.choice(["x", "y", "z", f"i{chance.random()}"]),
            "data-b": chance.choice(["1", "12", "2"]),
            "hidden": "",
            "href": chance.choice(["https://a.b", "#x"]),
            "lang": chance.choice(["de", "de-AT", "fr"]),
            "data-other": str(chance.random()),
        }
        few = {name: value for name, value in attributes.items() if chance.random() < 0.25}
        tag = chance.choice(
            ["p", "div", "b", "a", "P", "fieldset", "{http://www.w3.org/2000/svg}p"]
        )
        element = SubElement(chance.choice(elements[-9:]), tag, few)
        element.text = chance.choice(["", "A", None])
        elements.append(element)
    return root


@pytest.mark.parametrize(
    "selectors", [UPWARDS, OTHERS, UPWARDS + OTHERS, (":root", "*"), ("[lang]",)]
)
@pytest.mark.parametrize("seed", range(4))
def test_elements_are_matched_alike(selectors: tuple[str, ...], seed: int) -> None:
    chance, matcher = Random(seed), sheet(selectors)  # noqa: S311 - the same pages each time
    wrap = ElementWrapper.from_html_root if seed % 2 else ElementWrapper.from_xml_root
    for _ in range(12):
        for element in wrap(page(chance)).iter_subtree():
            alone = kept_matches._match_as_cssselect2_does(matcher, element)
            assert matcher.match(element) == alone


def test_a_selector_that_is_added_later_counts() -> None:
    matcher, root = sheet(("p", "div p")), Element("p")
    assert len(matcher.match(ElementWrapper.from_html_root(root))) == 1
    matcher.add_selector(compile_selector_list("p:root")[0], "later")
    other = copy(matcher)
    other.lower_local_name_selectors = {}
    assert len(matcher.match(ElementWrapper.from_html_root(root))) == 2
    assert other.match(ElementWrapper.from_html_root(root)) == []


def test_no_more_is_kept_than_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_matches, "MOST", 40)
    chance, matcher = Random(1), sheet(UPWARDS)  # noqa: S311 - the same pages each time
    for _ in range(9):
        for element in ElementWrapper.from_html_root(page(chance)).iter_subtree():
            alone = kept_matches._match_as_cssselect2_does(matcher, element)
            assert matcher.match(element) == alone
        assert matcher.kept_matches.count < 200


def test_elements_that_look_alike_are_tried_once(monkeypatch: pytest.MonkeyPatch) -> None:
    matcher, tried = sheet(("p", "div p", "p.a")), []
    match = kept_matches._match_as_cssselect2_does

    def counted(own: Any, element: Any) -> Any:
        tried.append(element)
        return match(own, element)

    monkeypatch.setattr(kept_matches, "_match_as_cssselect2_does", counted)
    root = Element("div")
    for number in range(50):
        SubElement(root, "p", {"id": f"p{number}"})
    found = [matcher.match(each) for each in ElementWrapper.from_html_root(root).iter_subtree()]
    assert len(tried) == 2
    assert [len(each) for each in found] == [0, *[2] * 50]


def test_pages_are_printed_alike(
    composed: Callable[..., Any], compiled: CompiledStylesheet, weasyprint_alone: Callable[..., Any]
) -> None:
    text = '<p class="a">One <b>tablet</b></p>' * 3
    page = composed(f"{text}<ul><li>{text}<li lang=de>Zwei</ul><ol><li>A</ol>")
    fast = render(page, compiled).data
    with weasyprint_alone(kept_matches):
        assert render(page, compiled).data == fast
