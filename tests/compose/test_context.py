"""Wherever a statement is sent, it stands under what its author put above it."""

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
"""Where a part of the document begins, or its rest, under a heading of leaflet's own."""


@dataclass(frozen=True)
class Said:
    """A word, the label and the headings over it; ``label`` is None where it may be any."""

    word: str
    label: str | None
    headings: tuple[str, ...]


@dataclass
class Writing:
    """A dosage section as it is written, each label, heading and statement with its own word."""

    lines: list[str] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    headings: tuple[str, ...] = ()
    label: str | None = ""
    words: int = 0

    def word(self) -> str:
        self.words += 1
        return f"w{self.words}"

    def statement(self, *, may_move: bool = False) -> str:
        word = self.word()
        self.said.append(Said(word, None if may_move else self.label, self.headings))
        return f"{word} 5 mg."

    def open(self, label: str) -> str:
        self.label = self.word()
        self.said.append(Said(self.label, None, self.headings))
        return f"{label} {self.label}"

    def head(self, label: str, depth: int) -> None:
        self.label = self.word()
        self.headings = (*self.headings[:depth], self.label)
        self.lines += [f"{'#' * (3 + len(self.headings))} {label} {self.label}", ""]


@st.composite
def dosages(draw: st.DrawFn) -> Writing:
    """Labels over statements, lists and headings, in any order."""
    made = Writing()
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
                        said = f"**{made.open(draw(LABELS))}:** {made.statement()}"
                    else:
                        said = made.statement(may_move=True)
                    made.lines.append(f"{mark} {said}")
                made.lines.append("")
                made.label = None  # text below a list may speak of any of its items
    return made


class Order(HTMLParser):
    """The words of a document in its order, and where its own headings stand between them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self._open: list[tuple[str, bool]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag not in ("br", "img", "meta", "link"):
            self._open.append((tag, "data-repeat" in named))
        if "data-own" in named and tag in ("h1", "h2", "h3", "h4", "p"):
            self.words.append(BOUNDARY)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not any(repeats for _, repeats in self._open):
            self.words += re.findall(r"\bw\d+\b", data)


def above(words: Sequence[str], at: int, wanted: set[str]) -> Iterator[str]:
    """The wanted words above a place, the nearest first, up to where the part begins."""
    for word in reversed(words[:at]):
        if word == BOUNDARY:
            return
        if word in wanted:
            yield word


@settings(max_examples=60, deadline=None, derandomize=True)
@given(made=dosages())
def test_it_does_so_wherever_a_column_ends(made: Writing) -> None:
    monograph = write(dosage="\n".join(made.lines))
    fragments = composed(monograph, CLINICIAN).content.chapters[0]
    for column_break in range(1, len(fragments)):
        sheet = composed(monograph, CLINICIAN, makeup=Makeup(breaks=(column_break,)))
        prove(Order(sheet.html).words, made)


@pytest.mark.parametrize("kind", [CLINICIAN, PATIENT], ids=["clinician", "patient"])
@settings(max_examples=150, deadline=None, derandomize=True)
@given(made=dosages())
def test_a_dose_stands_under_what_says_for_whom_it_is(kind: Kind, made: Writing) -> None:
    prove(Order(composed(write(dosage="\n".join(made.lines)), kind).html).words, made)


def prove(words: Sequence[str], made: Writing) -> None:
    """Nearest above each word stand the label and the heading that its author put there."""
    labels = {said.word for said in made.said if said.label is None} | {
        word for said in made.said for word in (said.label, *said.headings) if word
    }
    headings = {word for said in made.said for word in said.headings}
    for said in made.said:
        at = words.index(said.word)
        if said.label is not None:
            assert next(above(words, at, labels), "") == said.label
        assert next(above(words, at, headings), "") == (*("",), *said.headings)[-1]
        if len(said.headings) > 1:
            outer = {each.headings[0] for each in made.said if each.headings}
            assert next(above(words, at, outer), "") == said.headings[0]
