"""Pages are read alike, whether the patterns of the reader are kept or not."""

from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import tinyhtml5
from tinyhtml5 import inputstream

from leaflet.rendering.patches import html_patterns

HTML = (
    "<!doctype html><html lang=en><title>A &amp; B</title><!-- x - y --><style>p > b { }</style>"
    "<body data-a='1 &lt; 2' data-b=\"x'y\" hidden><p class=a id = b >One&nbsp;tablet<br/>a day, "
    "5 < 6 &copy x<svg viewBox='0 0 1 1'><path d=M0/></svg><![CDATA[x]]><ul><li>A<li>B</ul>\r\n\tC"
)


def parsed() -> str:
    tree = tinyhtml5.parse(HTML, namespace_html_elements=False)
    return ElementTree.tostring(tree, "unicode")


def test_a_page_is_read_as_the_engine_alone_reads_it(weasyprint_alone: Callable[..., Any]) -> None:
    fast = parsed()
    with weasyprint_alone(html_patterns):
        assert parsed() == fast


def test_each_pattern_is_made_once() -> None:
    parsed()
    kept = dict(inputstream.characters_until_regex)
    parsed()
    assert inputstream.characters_until_regex == kept
    assert 3 < len(kept) < 20
