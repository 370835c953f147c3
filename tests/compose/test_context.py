"""Wherever a statement goes, it stays under the label and headings that its author put above it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compose.writing import CLINICIAN, PATIENT, composed, write
from leaflet.compose.sheet.makeup import Makeup
from leaflet.kinds.model import Kind

LABELS = st.sampled_from(
    [
        *(
            "Adults",
            "Children",
            "Elderly",
            "Pregnancy",
            "Pain",
            "Maximum dose",
            "Contraindications",
        ),
        *("Renal impairment", "Liver disease", "Missed dose", "Overdose", "Storage", "Driving"),
    ]
)
BOUNDARY = "|"
"""The start of a part of the document, or of its rest, under a heading of leaflet's own."""


@dataclass(frozen=True)
class Word:
    """A word with the label and headings above it; ``label`` is None if it may be any."""

    text: str
    label: str | None
    headings: tuple[str, ...]


@dataclass
class DosageSection:
    """A dosage section in which each label, heading and statement has a word of its own."""

    lines: list[str] = field(default_factory=list)
    written: list[Word] = field(default_factory=list)
    headings: tuple[str, ...] = ()
    label: str | None = ""
    words: int = 0

    def word(self) -> str:
        self.words += 1
        return f"w{self.words}"

    def statement(self, *, may_move: bool = False) -> str:
        word = self.word()
        self.written.append(Word(word, None if may_move else self.label, self.headings))
        return f"{word} 5 mg."

    def open(self, label: str) -> str:
        self.label = self.word()
        self.written.append(Word(self.label, None, self.headings))
        return f"{label} {self.label}"

    def head(self, label: str, depth: int) -> None:
        self.label = self.word()
        self.headings = (*self.headings[:depth], self.label)
        self.lines += [f"{'#' * (3 + len(self.headings))} {label} {self.label}", ""]


@st.composite
def dosages(draw: st.DrawFn) -> DosageSection:
    """Labels over statements, lists and headings, in any order."""
    made = DosageSection()
    for _ in range(draw(st.integers(1, 7))):
        match draw(
            st.sampled_from(["text", "label", "label", "list", "steps", "above", "heading"])
        ):
            case "text":
                made.lines += [made.statement(), ""]
            case "label":
                made.lines += [f"**{made.open(draw(LABELS))}:** {made.statement()}", ""]
            case "above":
                made.lines += [f"**{made.open(draw(LABELS))}**", "", made.statement(), ""]
            case "heading":
                made.head(draw(LABELS), draw(st.integers(0, len(made.headings[:1]))))
            case kind:
                for number in range(draw(st.integers(1, 3))):
                    mark = "-" if kind == "list" else f"{number + 1}."
                    if draw(st.booleans()):
                        item = f"**{made.open(draw(LABELS))}:** {made.statement()}"
                    else:
                        item = made.statement(may_move=True)
                    made.lines.append(f"{mark} {item}")
                made.lines.append("")
                made.label = None  # text below a list may be about any of its items
    return made


class Order(HTMLParser):
    """The words of a document in order, with a boundary for each heading of leaflet's, and for each
    label that is the heading of a cell."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self._open: list[tuple[str, bool]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag not in ("br", "img", "meta", "link"):
            self._open.append((tag, "data-repeat" in named))
        if tag == "h2" or ("data-own" in named and tag in ("h1", "h3", "h4", "p")):
            self.words.append(BOUNDARY)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not any(repeats for _, repeats in self._open):
            self.words += re.findall(r"\bw\d+\b", data)


def above(words: Sequence[str], at: int, wanted: set[str]) -> Iterator[str]:
    """The wanted words above a position, the nearest first, up to the start of the part."""
    for word in reversed(words[:at]):
        if word == BOUNDARY:
            return
        if word in wanted:
            yield word


@settings(max_examples=60, deadline=None, derandomize=True)
@given(made=dosages())
def test_a_dose_stays_under_its_label_wherever_a_column_ends(made: DosageSection) -> None:
    monograph = write(dosage="\n".join(made.lines))
    columns = composed(monograph, CLINICIAN).content.columns()
    sizes = [len(column.fragments) for column in columns]
    for kept in range(1, sizes[1]):
        for left in range(1, 1 + sizes[1] - kept):
            makeup = Makeup(kept=(sizes[0], kept, *sizes[2:]), left=left)
            sheet = composed(monograph, CLINICIAN, makeup=makeup)
            prove(Order(sheet.html).words, made)


@pytest.mark.parametrize("kind", [CLINICIAN, PATIENT], ids=["clinician", "patient"])
@settings(max_examples=150, deadline=None, derandomize=True)
@given(made=dosages())
def test_a_dose_stays_under_the_label_that_says_for_whom_it_is(
    kind: Kind, made: DosageSection
) -> None:
    prove(Order(composed(write(dosage="\n".join(made.lines)), kind).html).words, made)


def prove(words: Sequence[str], made: DosageSection) -> None:
    """The nearest label and heading above each word are those that its author put there."""
    labels = {word.text for word in made.written if word.label is None} | {
        text for word in made.written for text in (word.label, *word.headings) if text
    }
    headings = {text for word in made.written for text in word.headings}
    for word in made.written:
        at = words.index(word.text)
        if word.label is not None:
            assert next(above(words, at, labels), "") == word.label
        assert next(above(words, at, headings), "") == (*("",), *word.headings)[-1]
        if len(word.headings) > 1:
            outer = {each.headings[0] for each in made.written if each.headings}
            assert next(above(words, at, outer), "") == word.headings[0]
