"""The proof of a marked edition: deletions are of the old version, all else of the new one."""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from leaflet.diagnostics import Diagnostic
from leaflet.diff.words import tokens_of
from leaflet.verification.expected.html_lines import compact, expected_lines
from leaflet.verification.marked_page import MarkedPage, read_marked_page

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


def prove_marks(pages: MarkedPages) -> tuple[Diagnostic, ...]:
    """What is wrong with the marks of a page.

    Without its deletions it must be the new page, block by block and character by character. What
    is struck through, and what is not marked, must be in the old version word for word; and all
    words of the old page that are not leaflet's must be there.
    """
    return tuple(_faults(pages))


def _faults(pages: MarkedPages) -> Iterator[Diagnostic]:
    marked = read_marked_page(pages.html)
    if _blocks(marked.unmarked) != _blocks(pages.plain):
        message = "without its deletions the marked edition is not the new page"
        yield Diagnostic.error("wrong-marks", message)
    shown = read_marked_page(pages.before)
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


def _counted(page: MarkedPage, numbers: Collection[int] | None = None) -> Counter[str]:
    """How often a page has each word: all but the inserted ones, or those of some statements."""
    text = "".join(
        run.text
        if run.mark != "ins" and (numbers is None or (run.number in numbers and not run.is_repeat))
        else " "
        for run in page.runs
    )
    words = (compact(word) for word in _RAISED.sub(" ", text).split())
    return Counter(token for word in words for token in tokens_of(word))
