"""Pictures of a monograph: ``![words](path "caption"){width=50%}`` and ``![[path|300]]``.

A title is the caption, and printed below the picture, unless it is ``width=50%`` or ``=300x200``.
"""

import re
from typing import NamedTuple
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor

from leaflet.addresses import SOURCE
from leaflet.monograph.entities import decode

_LENGTH = r"(?:[1-9]\d{0,3}(?:\.\d{1,2})?|0\.\d{1,2})(?:%|px|pt|mm|cm|in|em)?"
_KEYS = "width|height|align|style|class|id|loading|fig-align|fig-alt"
_ATTRIBUTE = rf"(?:[#.][A-Za-z][\w-]*|(?:{_KEYS})=(?:\"[^\"{{}}]*\"|'[^'{{}}]*'|[\w%.-]+))"
_PICTURE = (
    rf"!\[([^\[\]]*)\]\(\s*(<)?({SOURCE})(?(2)>)(?:\s+(?:\"([^\"]*)\"|'([^']*)'))?\s*\)"
    rf"(?:\{{:?\s*({_ATTRIBUTE}(?:\s+{_ATTRIBUTE})*)\s*\}})?"
)
_EMBED = r"!\[\[([^\[\]|#^]+\.(?i:png|jpe?g|webp|svg))(?:\|([^\[\]]*))?\]\]"

_SIZE = re.compile(rf"(?:width\s*[:=]\s*\"?|=)({_LENGTH})\"?(?:x\d{{0,4}})?;?")
_WIDTH = re.compile(rf"(?:^|[\s;\"'])width\s*[:=]\s*[\"']?({_LENGTH})(?![\w.%])")
_PIXELS = re.compile(r"\|\s*([1-9]\d{0,3})(?:x\d{1,4})?\s*$")


class Shown(NamedTuple):
    """How a picture is shown: its width, as CSS writes it, and its caption; empty if not said."""

    width: str = ""
    caption: str = ""


def shown(element: Element) -> Shown:
    """How an ``img`` is to be shown, by its attributes ``width``, ``style`` and ``title``."""
    title = decode(element.get("title", "")).strip()
    sized = _SIZE.fullmatch(title)
    written = element.get("width", "")
    found = _WIDTH.search(f'width="{written}" {element.get("style", "")}')
    width = found[1] if found else sized[1] if sized else ""
    return Shown(f"{width}px" if width[-1:].isdigit() else width, "" if sized else title)


class _Picture(InlineProcessor):
    """``![alternative text](path "title"){attributes}``."""

    def handleMatch(  # type: ignore[override]  # noqa: N802 (the library's name)
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[Element, int, int]:
        title = next(filter(None, (m[4], m[5])), "")
        width = _WIDTH.search(m[6] or "")
        return _image(self, m[3], m[1], title, width[1] if width else ""), m.start(), m.end()


class _Embed(InlineProcessor):
    """``![[path|width]]`` or ``![[path|alternative text]]``."""

    def handleMatch(  # type: ignore[override]  # noqa: N802 (the library's name)
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[Element, int, int]:
        return _image(self, m[1], f"|{m[2] or ''}" if m[2] else "", "", ""), m.start(), m.end()


def _image(reader: InlineProcessor, path: str, alt: str, title: str, width: str) -> Element:
    pixels = _PIXELS.search(alt)
    alt = reader.unescape(alt[: pixels.start()] if pixels else alt).removeprefix("|")
    image = Element("img", src=reader.unescape(path), alt=alt, title=reader.unescape(title))
    image.set("width", width or (pixels[1] if pixels else ""))
    return image


def use_pictures(reader: Markdown) -> None:
    """Read pictures as above, in place of Python-Markdown's own."""
    reader.inlinePatterns.register(_Embed(_EMBED, reader), "embed", 166)
    reader.inlinePatterns.register(_Picture(_PICTURE, reader), "picture", 165)
