"""Blocks of a monograph → HTML, lean and in the few shapes that the layout engine tags well.

Bullets are drawn by the style sheet; headings go down one level at a time; a list item holds its
first paragraph without a ``<p>``. Every word comes out exactly once, escaped.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import count, pairwise, repeat

from markupsafe import Markup, escape

from leaflet.compose.html.bidi import against
from leaflet.compose.html.element import element
from leaflet.compose.html.tables import set_table
from leaflet.compose.measure.estimate import suits_columns
from leaflet.compose.measure.line_breaking import bind, divide
from leaflet.compose.outline.groups import depths
from leaflet.i18n.messages import ENGLISH, Tongue
from leaflet.monograph.model import (
    Block,
    Bullets,
    Entry,
    Item,
    Paragraph,
    Question,
    Span,
    Subheading,
    Table,
    Text,
)
from leaflet.monograph.text import plain, unmark

RUN_IN = 0
"""The heading level of places that have room for no heading: list items and table cells."""

_TAGS = ("strong", "em", "code", "sub", "sup")


def inline(text: Text, tongue: Tongue = ENGLISH) -> Markup:
    """Running text, with its emphasis, links and pictures.

    In a language that runs from right to left, what does not is marked: no layout engine may turn
    a dose around.
    """
    return _turned(bind(text), tongue)


def own(text: str, tongue: Tongue = ENGLISH) -> Markup:
    """Words of leaflet's own, in which a name may stand that runs the other way."""
    if not tongue.right_to_left:
        return escape(text)
    return Markup("").join(
        element("span", escape(plain(said)), dir="ltr") if turned else escape(plain(said))
        for said, turned in against((Span(text),))
    )


def linked(text: str, tongue: Tongue = ENGLISH) -> Markup:
    """The same within a link, which must hold nothing but text (PDF/UA-1: 7.18.5)."""
    if not tongue.right_to_left:
        return escape(text)
    parts = ((plain(said), turned) for said, turned in against((Span(text),)))
    return escape("".join(f"\u2066{said}\u2069" if turned else said for said, turned in parts))


def words(text: str, tongue: Tongue = ENGLISH) -> Markup:
    """Words of the front matter, with numbers bound to their units."""
    return inline((Span(text),), tongue)


def label(text: Text, tongue: Tongue = ENGLISH) -> Markup:
    """A label before its statement, with the colon that the author wrote after it."""
    closed = plain(text).rstrip().endswith((":", "?", "!", ".", "؟", "।"))
    colon = "" if closed else tongue.words["colon"]
    return element("b", inline(unmark(text, "strong"), tongue) + colon)


Aside = Callable[[Text], Markup]
"""What leaflet shows beside a label of the author's; empty for most."""


@dataclass(frozen=True, slots=True)
class Hand:
    """How the blocks of a body are set: in which language, and with what beside their labels."""

    tongue: Tongue
    aside: Aside

    def inline(self, text: Text) -> Markup:
        """Running text."""
        return inline(text, self.tongue)

    def label(self, text: Text) -> Markup:
        """A label."""
        return label(text, self.tongue)

    def blocks(self, body: Iterable[Block], level: int = RUN_IN) -> Markup:
        """Blocks without anything beside their labels."""
        return blocks(body, level, tongue=self.tongue)


def blocks(
    body: Iterable[Block],
    level: int = RUN_IN,
    aside: Aside = lambda _: Markup(),
    tongue: Tongue = ENGLISH,
) -> Markup:
    """Blocks one after the other; headings among them start at ``level``, inner ones below it.

    ``aside`` is asked for each label, subheading and sentence that leads to a list, and what it
    gives stands right below.
    """
    listed, hand = list(body), Hand(tongue, aside)
    leads = [
        isinstance(one, Paragraph) and isinstance(after, Bullets | Table)
        for one, after in pairwise([*listed, None])
    ]
    levels = (level and min(level + depth, 6) for depth in depths(listed))
    return Markup("\n").join(
        _block(block, at, hand, leads=lead)
        for block, at, lead in zip(listed, levels, leads, strict=True)
    )


def _turned(text: Text, tongue: Tongue) -> Markup:
    way = "ltr" if tongue.right_to_left else "rtl"
    return Markup("").join(
        element("span", said, dir=way) if turned else said
        for stretch, turned in against(text, right_to_left=tongue.right_to_left)
        if (said := Markup("").join(_span(span, tongue) for span in stretch))
    )


def _span(span: Span, tongue: Tongue) -> Markup:
    if span.image:
        said = span.text or tongue.words["picture"]
        return Markup('<img src="{}" alt="{}">').format(span.image, said)
    if span.href.startswith(("https://", "http://", "mailto:")):
        # A link holds nothing but text, so that its tag does (PDF/UA-1: 7.18.5).
        html = element("a", escape(span.text), href=span.href)
    else:
        html = Markup("<br>").join(_divided(line, tongue) for line in span.text.split("\n"))
    for tag in _TAGS:
        if tag in span.marks:
            html = element(tag, html)
    return html


def _divided(text: str, tongue: Tongue) -> Markup:
    return Markup("").join(
        element("span", escape(words), style=size) if size else _before(words)
        for words, size in divide(text, tongue.tag)
    )


def _before(words: str) -> Markup:
    """Words before an element, their last space in one of its own.

    Where the element does not fit, WeasyPrint 70 else ends the line before it after a word or two.
    """
    return escape(words[:-1]) + Markup("<span> </span>") if words.endswith(" ") else escape(words)


def _block(block: Block, level: int, hand: Hand, *, leads: bool) -> Markup:
    match block:
        case Paragraph(text):
            said = element("p", hand.inline(text), style="lead" * leads)
            return _joined(said, hand.aside(text) if leads else Markup())
        case Subheading(text):
            return _joined(_heading(text, level, hand), hand.aside(text))
        case Bullets():
            return _bullets(block, hand)
        case Table():
            return set_table(block, hand.inline, hand.label)
        case Entry():
            return _entry(block, level, hand)
        case Question(text, answer):
            return _joined(_heading(text, level, hand, "question"), hand.blocks(answer))


def _heading(text: Text, level: int, hand: Hand, style: str = "") -> Markup:
    said = hand.inline(unmark(text, "strong"))
    if level == RUN_IN:
        return element("p", element("b", said), style="lead")
    return element(f"h{level}", said, style=style)


def _entry(entry: Entry, level: int, hand: Hand) -> Markup:
    """A label with a sentence runs into it; one that stands above a list becomes its heading.

    What is shown beside a label stands between the two: below the sentence it would seem to
    belong to the next label.
    """
    beside = hand.aside(entry.label)
    match entry.body:
        case (Paragraph(text), *rest) if not beside:
            said = Markup("{} {}").format(hand.label(entry.label), hand.inline(text))
            opened = element("p", said, style="lead" * bool(rest))
            return _joined(opened, hand.blocks(rest, level))
        case (Paragraph(), *_):
            opened = element("p", hand.label(entry.label), style="lead")
            return _joined(_joined(opened, beside), hand.blocks(entry.body, level))
        case () | _ if level == RUN_IN or not entry.body:
            opened = element("p", hand.label(entry.label), style="lead")
            return _joined(_joined(opened, beside), hand.blocks(entry.body))
        case _:
            below = level + 1 if level < 6 else RUN_IN
            opened = _joined(_heading(entry.label, level, hand), beside)
            return _joined(opened, hand.blocks(entry.body, below))


def _bullets(bullets: Bullets, hand: Hand) -> Markup:
    # The engine knows of no list that starts at another number than 1.
    numbers: Iterable[int | str] = count(bullets.start) if bullets.ordered else repeat("")
    pairs = zip(bullets.items, numbers, strict=False)
    items = Markup("\n").join(_item(item, number, hand) for item, number in pairs)
    if bullets.ordered:
        return element("ol", items)
    return element("ul", items, style="many" * suits_columns(bullets))


def _item(item: Item | Entry, number: int | str, hand: Hand) -> Markup:
    said = [hand.label(item.label)] if isinstance(item, Entry) else []
    rest = item.body
    if isinstance(item, Entry) and (beside := hand.aside(item.label)):
        words = _joined(said[0] + beside, hand.blocks(rest))
        return element("li", words, style="labelled", data_number=number)
    if rest and isinstance(rest[0], Paragraph):
        said.append(hand.inline(rest[0].text))
        rest = rest[1:]
    style = "labelled" if isinstance(item, Entry) else ""
    words = _joined(Markup(" ").join(said), hand.blocks(rest))
    return element("li", words, style=style, data_number=number)


def _joined(first: Markup, rest: Markup) -> Markup:
    return first + Markup("\n") + rest if rest else first
