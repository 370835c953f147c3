"""The inline HTML, links and pictures that a monograph may use; all else of that kind is text.

The title of a link (``[a](https://b.org "5 mg")``), which other tools show at the mouse, is printed
after its text, in round brackets. ``addresses`` says what an address is; of anything else the
Markdown is text.
"""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor, SimpleTagInlineProcessor

from leaflet.addresses import FILE, PATH, TARGET, TITLE
from leaflet.monograph.markdown.pictures import use_pictures

_TAG = r"(?i:<(sub|sup|em|i|strong|b|code)>(.*?)</\1>|<br */?>)"
_LINK = (
    r"(?<!!)\[([^\[\]]*[^\s\[\]][^\[\]]*)\]"
    rf"\(\s*(<)?(?:({TARGET})|{FILE}|({PATH}))(?(2)>){TITLE}\)"
)
_MARKED: tuple[tuple[str, str], ...] = (
    (r"(?<![=<>!{])(==)(?=[^\s=])([^=]*[^\s=])==(?!=)", "strong"),
    (r"(?<=[A-Za-z)])(~)([\w+−-]{1,8})~(?!~)", "sub"),
    (r"(?<=[\w)])(\^)([\w+−-]{1,8})\^(?!\^)", "sup"),
)
"""``==marked==``, ``H~2~O`` and ``m^2^``, each with its element; ``5~10 mg`` is text."""


_WITHOUT = (
    *("html", "entity", "automail", "link", "image_link"),
    *("reference", "image_reference", "short_reference", "short_image_ref"),
)


_SIGNS = {
    **{"link": "](", "picture": "![", "embed": "![[", "marked strong": "==", "marked sub": "~"},
    **{"marked sup": "^", "inline-tag": "<", "autolink": "<", "backtick": "`"},
    **{"linebreak": "  \n", "escape": "\\"},
}
"""What a text must have for a pattern to be looked for in each of its paragraphs."""


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
    """``[text](address "title")``; a page of the same collection is no address on paper."""

    def handleMatch(  # type: ignore[override]  # noqa: N802 (the library's name)
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[Element, int, int] | tuple[None, None, None]:
        if m[4] and any(map(str.isdigit, m[1])):
            return None, None, None
        element = Element("a", href=self.unescape(m[3] or ""))
        title = next(filter(None, m.group(5, 6, 7)), "").strip()
        element.text = m[1] if title.lower() in ("", m[1].strip().lower()) else f"{m[1]} ({title})"
        return element, m.start(), m.end()


def use_own_patterns(reader: Markdown, text: str) -> None:
    """Replace Python-Markdown's inline HTML, links, pictures and references by those above.

    Patterns of which ``text`` has no sign are left out.
    """
    for name in _WITHOUT:
        reader.inlinePatterns.deregister(name)
    reader.parser.blockprocessors.deregister("reference")
    use_pictures(reader)
    reader.inlinePatterns.register(_Link(_LINK, reader), "link", 160)
    for pattern, tag in _MARKED:
        reader.inlinePatterns.register(SimpleTagInlineProcessor(pattern, tag), f"marked {tag}", 94)
    reader.inlinePatterns.register(_Tag(_TAG, reader), "inline-tag", 95)
    for name, sign in _SIGNS.items():
        if sign not in text:
            reader.inlinePatterns.deregister(name)
