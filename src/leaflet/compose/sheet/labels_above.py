"""The headings, labels and lead-ins above what goes on in another column, which repeats them.

"Stroke" at the head of a column would not say any more that it is under "Severe:", nor would "5 mg"
say that it is for children.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from leaflet.compose.outline.chapter import Passage
from leaflet.compose.outline.groups import introduces
from leaflet.compose.sheet.dose_table import Segment
from leaflet.monograph.model import Block, Bullets, Entry, Paragraph, Span, Subheading, Text
from leaflet.monograph.sentences import split_sentences
from leaflet.monograph.text import cut, plain


@dataclass(frozen=True, slots=True)
class LabelAbove:
    """Words above text that is in another column than they; ``is_own`` if they are leaflet's."""

    text: Text
    is_own: bool = False


class _Piece(Protocol):
    """A piece of a passage, as it is cut for the columns of a sheet."""

    @property
    def passage(self) -> Passage: ...
    @property
    def opens(self) -> bool: ...
    @property
    def segment(self) -> Segment: ...


@dataclass(frozen=True, slots=True)
class _LeadIn:
    """Words that introduce a list or, if it has no ``items``, labelled statements below them.

    ``items`` are the labels in the list, which may have become rows of a dose table.
    """

    text: Text
    items: frozenset[str] = frozenset()
    has_list: bool = False

    def is_about(self, segment: Segment) -> bool:
        """Whether a piece that begins with such a segment is part of what it introduces."""
        if segment.rows:
            return plain(segment.rows[0].label) in self.items or not self.has_list
        first = segment.body[:1]
        return any(isinstance(block, Bullets if self.has_list else Entry) for block in first)


@dataclass(frozen=True, slots=True)
class _Above:
    """What is above the next piece of a passage, from the outside inwards.

    ``outer`` is the last label without text of its own, ``statement`` that of the last paragraph.
    """

    opening: tuple[LabelAbove, ...] = ()
    headings: tuple[Subheading, ...] = ()
    outer: Text = ()
    lead: _LeadIn | None = None
    statement: Text = ()

    @classmethod
    def of(cls, passage: Passage) -> "_Above":
        heading = passage.heading or ((Span(passage.title),) if passage.title else ())
        found = [LabelAbove(heading, is_own=not passage.heading)] if heading else []
        found += [LabelAbove((Span(passage.qualifier),))] if passage.qualifier else []
        return cls(tuple(found))

    def labels(self, segment: Segment) -> tuple[LabelAbove, ...]:
        """What is above a segment and is not printed with it."""
        headings, outer = self.headings, self.outer
        match segment.body[:1]:
            case (Subheading(level=level),):
                headings, outer = _above_level(headings, level), ()
            case (Entry(_, ()),):
                outer = ()
        if segment.rows and (segment.head or not segment.rows[0].body):
            outer = ()  # the head of their group, or their own label, is in its place
        lead = self.lead.text if self.lead and self.lead.is_about(segment) else ()
        statement = self.statement if segment.joins and segment.body else ()
        texts = (*(each.text for each in headings), outer, lead, statement)
        return (*self.opening, *(LabelAbove(_without_colon(each)) for each in texts if each))

    def after(self, segment: Segment, passage: Passage) -> "_Above":
        """What is above the piece after a segment."""
        above = self
        for row in segment.rows:
            above = above if row.body else replace(above, outer=row.label, lead=None)
        for block in segment.body:
            above = above._after_block(block, passage, joins=segment.joins)
        return replace(above, outer=()) if segment.head else above

    def _after_block(self, block: Block, passage: Passage, *, joins: bool) -> "_Above":
        lead, outer, statement = self.lead, self.outer, self.statement if joins else ()
        match block:
            case Subheading(level=level):
                return _Above(self.opening, (*_above_level(self.headings, level), block))
            case Entry(label, ()):
                lead, outer = None, label
            case Entry(label, body) if introduces(body[-1]):
                lead = _lead_in(label, block, passage)
            case Entry(label, _):
                lead, statement = None if lead and lead.has_list else lead, label
            case Paragraph(text) if introduces(block):
                lead = _lead_in((split_sentences(text) or [text])[-1], block, passage)
            case Bullets():
                pass  # others of the list may follow
            case _:
                lead = None
        return replace(self, lead=lead, outer=outer, statement=statement)


def labels_above(pieces: Sequence[_Piece]) -> Iterator[tuple[LabelAbove, ...]]:
    """For each piece of a part, what is above it in its passage and is not printed with it."""
    above = _Above()
    for piece in pieces:
        above = _Above.of(piece.passage) if piece.opens else above
        yield () if piece.opens else above.labels(piece.segment)
        above = above.after(piece.segment, piece.passage)


def _lead_in(text: Text, block: Block, passage: Passage) -> _LeadIn:
    """A lead-in, and the labels of the list below it in the passage."""
    following = [
        after
        for before, after in zip(passage.body, passage.body[1:], strict=False)
        if _words(before) == _words(block)
    ]
    match following:
        case [Bullets(items), *_]:
            labels = frozenset(plain(each.label) for each in items if isinstance(each, Entry))
            return _LeadIn(text, labels, has_list=True)
    return _LeadIn(text)


def _words(block: Block) -> str:
    match block:
        case Paragraph(text):
            return plain(text)
        case Entry(label, body):
            return "\n".join((plain(label), *map(_words, body)))
    return ""


def _above_level(headings: Sequence[Subheading], level: int) -> tuple[Subheading, ...]:
    return tuple(each for each in headings if each.level < level)


def _without_colon(text: Text) -> Text:
    return cut(text, 0, len(plain(text).rstrip(" :：")))
