"""The texts of a marked page, and the page without what marks add to it."""

from dataclasses import dataclass
from html.parser import HTMLParser

from markupsafe import escape

_VOID = {"br", "meta", "link", "img", "hr", "col", "wbr", "input"}

_INLINE = {"a", "b", "strong", "em", "i", "span", "code", "small", "abbr", "ins", "del"}
"""Elements that do not part words; raised and lowered characters are parted from others."""


@dataclass(frozen=True, slots=True)
class _Element:
    tag: str
    is_own: bool
    is_added: bool
    is_hidden: bool
    is_repeat: bool
    number: int


@dataclass(frozen=True, slots=True)
class MarkedRun:
    """A text of a page; ``mark`` is ins or del, or nothing."""

    text: str
    mark: str
    is_own: bool
    is_repeat: bool
    number: int


@dataclass(frozen=True, slots=True)
class MarkedPage:
    """The texts of a page, and ``unmarked``, its HTML without what marks add."""

    runs: tuple[MarkedRun, ...]
    unmarked: str


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.runs: list[MarkedRun] = []
        self.unmarked: list[str] = []
        self._open = [_Element("", False, False, False, False, 0)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given, above = dict(attrs), self._open[-1]
        added = above.is_added or "data-mark" in given
        if not added and tag != "ins":
            self.unmarked.append(self.get_starttag_text() or "")
        self._part(tag)
        own = "data-own" in given or (above.is_own and "data-front" not in given)
        hidden = above.is_hidden or tag in ("svg", "head")
        repeat = above.is_repeat or "data-repeat" in given
        number = int(given.get("data-statement") or above.number)
        if tag not in _VOID:
            self._open.append(_Element(tag, own, added, hidden, repeat, number))

    def handle_startendtag(self, _tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        if not self._open[-1].is_added:
            self.unmarked.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        self._part(tag)
        if tag in _VOID:
            return
        if not self._open[-1].is_added and tag != "ins":
            self.unmarked.append(f"</{tag}>")
        while len(self._open) > 1 and self._open.pop().tag != tag:
            pass

    def _part(self, tag: str) -> None:
        """Part the words of two blocks."""
        if tag not in _INLINE:
            self.runs.append(MarkedRun(" ", "", False, False, 0))

    def handle_data(self, data: str) -> None:
        inner = self._open[-1]
        if not inner.is_added:
            self.unmarked.append(escape(data))
        mark = next((e.tag for e in reversed(self._open) if e.tag in ("ins", "del")), "")
        if not inner.is_hidden:
            self.runs.append(MarkedRun(data, mark, inner.is_own, inner.is_repeat, inner.number))


def read_marked_page(html: str) -> MarkedPage:
    """The texts of a page, and its HTML without marks."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return MarkedPage(tuple(reader.runs), "".join(reader.unmarked))
