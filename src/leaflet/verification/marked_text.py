"""The proof of a marked edition: deletions are of the old version, all else of the new one."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from html.parser import HTMLParser

from leaflet.diagnostics import Diagnostic
from leaflet.diff.words import tokens_of
from leaflet.verification.expected.html_lines import compact

_VOID = {"br", "meta", "path", "link", "img", "hr"}
_UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u2060\u2066-\u2069]")
"""Soft hyphens and signs of direction, some of them leaflet's own."""

LONGEST = 80
"""Characters of a text that are quoted."""


class _Runs(HTMLParser):
    """The texts of a page that are the monograph's, each with the tag that marks it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.runs: list[tuple[str, str]] = []
        self._open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _VOID:
            own = tag in ("svg", "head") or any(name == "data-own" for name, _ in attrs)
            self._open.append((tag, own))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Nothing: an element without content has no text."""

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            while self._open and self._open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        if data.strip() and not any(own for _, own in self._open):
            mark = next((tag for tag, _ in reversed(self._open) if tag in ("ins", "del")), "")
            self.runs.append((mark, data))


def prove_marks(html: str, old: Sequence[str], new: Sequence[str]) -> tuple[Diagnostic, ...]:
    """What is wrong with the marks of a page; ``old`` and ``new`` are the texts of both versions.

    Without its deletions it must be the new text, character by character. What is struck through,
    and what is not marked, must be in the old text word for word, and all words of that be there.
    """
    reader = _Runs()
    reader.feed(html)
    reader.close()
    return tuple(_faults(reader.runs, old, new))


def _faults(
    runs: Sequence[tuple[str, str]], old: Sequence[str], new: Sequence[str]
) -> Iterator[Diagnostic]:
    now = "".join(compact(text) for mark, text in runs if mark != "del")
    if now != "".join(map(compact, new)):
        message = "without its deletions the marked edition is not the new text"
        yield Diagnostic.error("wrong-marks", message)
    before = "\n".join(map(compact, old))
    joined = before.replace("\n", "")
    for mark, text in runs:
        if mark != "ins" and compact(text) not in before and compact(text) not in joined:
            what = "struck through" if mark else "not marked"
            message = f'"{text.strip()[:LONGEST]}" is {what}, but not in the old text'
            yield Diagnostic.error("wrong-marks", message)
    kept = Counter(_tokens(text for mark, text in runs if mark != "ins"))
    if lost := Counter(_tokens(old)) - kept:
        message = f'words of the old text are missing: "{" ".join(lost)[:LONGEST]}"'
        yield Diagnostic.error("wrong-marks", message)


def _tokens(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from tokens_of(_UNSEEN.sub("", text))
