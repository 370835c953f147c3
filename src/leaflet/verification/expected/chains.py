"""Chains: the headings, labels and lead-ins above a statement, in a file or on a page."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache

_MARKER = re.compile(
    r"^[\W_]*(?:q(?:uestion)?|a(?:ns(?:wer)?)?)[ .]*\d*[ ]*[:.)]|^[\W_]*q\d+\b", re.I
)
"""What is before a question or an answer, and is not printed."""

_WORD = re.compile(r"[^\W_]+|[<>≤≥≦≧⩽⩾]")
"""A word, or a sign without which a label says something else: ">25 kg", "≤25 kg"."""

_UNSEEN = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_SENTENCE_END = re.compile(r"(?<=[.!?؟।])\s+(?=\W*[^\W\d_a-zß-öø-ÿ])")


@dataclass(frozen=True, slots=True)
class Link:
    """Words above a statement: a heading, a label, a lead-in, the head of a row or column.

    It is ``sure`` if it certainly holds for the statement. One that is not merely may.
    """

    words: str
    kind: str
    sure: bool = True


@lru_cache(maxsize=2048)  # in print and in the file, and in both kinds, are mostly the same texts
def comparable(text: str) -> str:
    """The words and signs of a text without case and punctuation, one space between them."""
    return " ".join(_WORD.findall(_UNSEEN.sub("", text).casefold()))


def unmarked(text: str) -> str:
    """A text without the mark of a question or answer before it."""
    return _MARKER.sub("", text, count=1)


def last_sentence(text: str) -> str:
    """The last sentence of a text, which is what leads in a list."""
    return _SENTENCE_END.split(text.strip())[-1]


@dataclass(slots=True)
class Frame:
    """What is above the next block within one container: the page, a list item or a cell.

    ``links`` are from outside of the container. ``label`` is the last label, ``outer`` the last one
    without text, ``lead`` the last words before a colon; they may still hold. ``direct`` comes from
    the block right above. ``numbers`` are those of an item; ``fresh`` says that it has no text yet,
    ``glued`` that its first paragraph has several lines.
    """

    links: tuple[Link, ...] = ()
    headings: list[tuple[int, Link]] = field(default_factory=list)
    label: Link | None = None
    outer: Link | None = None
    lead: Link | None = None
    direct: tuple[Link, ...] = ()
    numbers: tuple[str, ...] = ()
    fresh: bool = True
    glued: bool = False

    def above(self, *, labelled: bool = False) -> tuple[Link, ...]:
        """All that is, or may be, above the next block, which may have a label of its own."""
        direct = {link.words for link in self.direct}
        label = None if labelled else self.label
        weak = (link for link in (self.lead, self.outer, label) if link)
        weak = (link for link in dict.fromkeys(weak) if link.words not in direct)
        return (*self.links, *(link for _, link in self.headings), *weak, *self.direct)

    def add_heading(self, level: int, words: str) -> None:
        """Put a heading above what follows, in place of those of its level and below."""
        self.headings = [one for one in self.headings if one[0] < level]
        self.headings.append((level, Link(words, "heading")))
        self.label = self.outer = self.lead = None
        self.direct = ()

    def add_block(self, label: str, text: str, *, leads: bool) -> None:
        """Go on after a block with a label and text, either of which may be empty."""
        words = comparable(text)
        found = [Link(label, "label")] if label and (leads or not words) else []
        if leads and words:
            lead = comparable(last_sentence(text))
            found.append(Link(lead, "lead"))
            self.lead = Link(lead, "lead", sure=False)
        self.direct = tuple(found)
        if label:
            self.label = Link(label, "label", sure=False)
            self.outer = self.label if not words else self.outer

    def end_list(self) -> None:
        """Go on after a list or table; whether the label above it still holds is not certain."""
        self.direct = ()
        if self.label:
            self.label = replace(self.label, kind="past")

    def end_box(self, before: Collection[str]) -> None:
        """Go on after a box: what was not above it before is above nothing that follows."""
        self.links = ended(self.links, before)
        self.label, self.outer, self.lead = (
            next(iter(ended((link,), before)), None) if link else None
            for link in (self.label, self.outer, self.lead)
        )
        self.direct = ()


def ended(links: Iterable[Link], before: Collection[str]) -> tuple[Link, ...]:
    """The links of which those that came in a box, and were not there ``before``, have ended."""
    return tuple(
        link if link.words in before else replace(link, kind="ended", sure=False) for link in links
    )
