"""The proof of a marked edition: deletions are of the old version, all else of the new one."""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from markupsafe import escape

from leaflet.diagnostics import Diagnostic
from leaflet.diff.words import tokens_of
from leaflet.verification.expected.html_lines import compact, expected_lines

_VOID = {"br", "meta", "link", "img", "hr", "col", "wbr", "input"}

_INLINE = {"a", "b", "strong", "em", "i", "span", "code", "small", "abbr", "ins", "del"}
"""Elements that do not part words; raised and lowered characters are parted from others."""

_RAISED = re.compile(r"[\^_]")
"""Signs that stand for raising and lowering in what is struck through."""

LONGEST = 80
"""Characters of a text that are quoted."""


@dataclass(frozen=True, slots=True)
class MarkedPages:
    """The page of a kind with marks, and what it is proved by.

    ``plain`` is the new page without marks, ``before`` the old one, empty if there is none.
    ``texts`` are all that the old version says, ``numbers`` those of its statements.
    """

    html: str
    plain: str
    before: str
    texts: tuple[str, ...]
    numbers: Collection[int] = field(default=())


@dataclass(slots=True)
class _Element:
    tag: str
    is_own: bool
    is_added: bool
    is_hidden: bool
    is_repeat: bool
    number: int


@dataclass(frozen=True, slots=True)
class _Run:
    """A text of a page; ``mark`` is ins or del, or nothing."""

    text: str
    mark: str
    is_own: bool
    is_repeat: bool
    number: int


class _Reader(HTMLParser):
    """The texts of a page, and its HTML without what marks add to it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.runs: list[_Run] = []
        self.unmarked: list[str] = []
        self._open = [_Element("", False, False, False, False, 0)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given, above = dict(attrs), self._open[-1]
        added = above.is_added or "data-mark" in given
        if not added and tag != "ins":
            self.unmarked.append(self.get_starttag_text() or "")
        self._part(tag)
        if tag in _VOID:
            return
        own = "data-own" in given or (above.is_own and "data-front" not in given)
        hidden = above.is_hidden or tag in ("svg", "head")
        repeat = above.is_repeat or "data-repeat" in given
        number = int(given.get("data-statement") or above.number)
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
            self.runs.append(_Run(" ", "", False, False, 0))

    def handle_data(self, data: str) -> None:
        inner = self._open[-1]
        if not inner.is_added:
            self.unmarked.append(escape(data))
        if not inner.is_hidden:
            mark = next((e.tag for e in reversed(self._open) if e.tag in ("ins", "del")), "")
            self.runs.append(_Run(data, mark, inner.is_own, inner.is_repeat, inner.number))


def _read(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader


def prove_marks(pages: MarkedPages) -> tuple[Diagnostic, ...]:
    """What is wrong with the marks of a page.

    Without its deletions it must be the new page, block by block and character by character. What
    is struck through, and what is not marked, must be in the old version word for word; and all
    words of the old page that are not leaflet's must be there.
    """
    return tuple(_faults(pages))


def _faults(pages: MarkedPages) -> Iterator[Diagnostic]:
    marked = _read(pages.html)
    if _blocks("".join(marked.unmarked)) != _blocks(pages.plain):
        message = "without its deletions the marked edition is not the new page"
        yield Diagnostic.error("wrong-marks", message)
    shown = _read(pages.before)
    texts = [compact(each) for each in pages.texts]
    whole = "".join(compact(run.text) for run in shown.runs)
    before = "\n".join((*texts, "".join(texts), whole))
    for run in marked.runs:
        if run.is_own or run.mark == "ins" or not run.text.strip():
            continue
        if compact(run.text) not in before:
            what = "struck through" if run.mark else "not marked"
            message = f'"{run.text.strip()[:LONGEST]}" is {what}, but not in the old version'
            yield Diagnostic.error("wrong-marks", message)
    if lost := _counted(shown, pages.numbers) - _counted(marked):
        message = f'words of the old page are missing: "{" ".join(lost)[:LONGEST]}"'
        yield Diagnostic.error("wrong-marks", message)


def _blocks(html: str) -> list[tuple[str, str]]:
    return [(line.tag, compact(line.text)) for line in expected_lines(html)]


def _counted(page: _Reader, numbers: Collection[int] | None = None) -> Counter[str]:
    """How often a page has each word: all but the inserted ones, or those of some statements."""
    text = "".join(
        run.text
        if run.mark != "ins" and (numbers is None or (run.number in numbers and not run.is_repeat))
        else " "
        for run in page.runs
    )
    words = (compact(word) for word in _RAISED.sub(" ", text).split())
    return Counter(token for word in words for token in tokens_of(word))
