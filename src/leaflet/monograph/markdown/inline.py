"""The inline HTML, links and pictures that a monograph may use; all else of that kind is text.

Titles of links (``[a](https://b.org "5 mg")``) and references (``[a][5 mg]``) would not be printed,
so Markdown with one is text, and printed as it stands. ``addresses`` says what an address is.
"""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor

from leaflet.addresses import TARGET
from leaflet.monograph.markdown.pictures import use_pictures

_TAG = r"(?i:<(sub|sup|em|i|strong|b|code)>(.*?)</\1>|<br */?>)"
_LINK = rf"(?<!!)\[([^\[\]]*[^\s\[\]][^\[\]]*)\]\((<)?({TARGET})(?(2)>)\)"

_WITHOUT = (
    *("html", "entity", "automail", "link", "image_link"),
    *("reference", "image_reference", "short_reference", "short_image_ref"),
)


class _Tag(InlineProcessor):
    """The inline tags that a monograph may use."""

    def handleMatch(  # type: ignore[override]  # noqa: N802 (the library's name)
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[Element, int, int]:
        element = Element((m[1] or "br").lower())
        element.text = m[2]
        return element, m.start(), m.end()


class _Link(InlineProcessor):
    """``[text](address)``."""

    def handleMatch(  # type: ignore[override]  # noqa: N802 (the library's name)
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[Element, int, int]:
        element = Element("a", href=self.unescape(m[3]))
        element.text = m[1]
        return element, m.start(), m.end()


def use_own_patterns(reader: Markdown) -> None:
    """Replace Python-Markdown's inline HTML, links, pictures and references by those above."""
    for name in _WITHOUT:
        reader.inlinePatterns.deregister(name)
    reader.parser.blockprocessors.deregister("reference")
    use_pictures(reader)
    reader.inlinePatterns.register(_Link(_LINK, reader), "link", 160)
    reader.inlinePatterns.register(_Tag(_TAG, reader), "inline-tag", 95)
