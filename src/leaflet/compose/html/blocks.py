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
from leaflet.i18n.messages import ENGLISH, Language
from leaflet.monograph.model import (
    Block,
    Bullets,
    Entry,
    ListItem,
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


def inline(text: Text, language: Language = ENGLISH) -> Markup:
    """Running text, with its emphasis, links and pictures.

    In a language that runs from right to left, what does not is marked: no layout engine may turn
    a dose around.
    """
    return _turned(bind(text), language)


def own(text: str, language: Language = ENGLISH) -> Markup:
    """Words of leaflet's own, in which a name may stand that runs the other way."""
    if not language.right_to_left:
        return escape(text)
    return Markup("").join(
        element("span", escape(plain(said)), dir="ltr") if turned else escape(plain(said))
        for said, turned in against((Span(text),))
    )


def linked(text: str, language: Language = ENGLISH) -> Markup:
    """The same within a link, which must hold nothing but text (PDF/UA-1: 7.18.5)."""
    if not language.right_to_left:
        return escape(text)
    parts = ((plain(said), turned) for said, turned in against((Span(text),)))
    return escape("".join(f"\u2066{said}\u2069" if turned else said for said, turned in parts))


def words(text: str, language: Language = ENGLISH) -> Markup:
    """Words of the front matter, with numbers bound to their units."""
    return inline((Span(text),), language)


def label(text: Text, language: Language = ENGLISH) -> Markup:
    """A label before its statement, with the colon that the author wrote after it."""
    closed = plain(text).rstrip().endswith((":", "?", "!", ".", "؟", "।"))
    colon = "" if closed else language.words["colon"]
    return element("b", inline(unmark(text, "strong"), language) + colon)


Aside = Callable[[Text], Markup]
"""What leaflet shows beside a label of the author's; empty for most."""


@dataclass(frozen=True, slots=True)
class HtmlContext:
    """How the blocks of a body are set: in which language, and with what beside their labels."""

    language: Language
    aside: Aside

    def inline(self, text: Text) -> Markup:
        """Running text."""
        return inline(text, self.language)

    def label(self, text: Text) -> Markup:
        """A label."""
        return label(text, self.language)

    def blocks(self, body: Iterable[Block], level: int = RUN_IN) -> Markup:
        """Blocks without anything beside their labels."""
        return blocks(body, level, language=self.language)


def blocks(
    body: Iterable[Block],
    level: int = RUN_IN,
    aside: Aside = lambda _: Markup(),
    language: Language = ENGLISH,
) -> Markup:
    """Blocks one after the other; headings among them start at ``level``, inner ones below it.

    ``aside`` is asked for each label, subheading and sentence that leads to a list, and what it
    gives stands right below.
    """
    listed, context = list(body), HtmlContext(language, aside)
    leads = [
        isinstance(one, Paragraph) and isinstance(after, Bullets | Table)
        for one, after in pairwise([*listed, None])
    ]
    levels = (level and min(level + depth, 6) for depth in depths(listed))
    return Markup("\n").join(
        _block(block, at, context, leads=lead)
        for block, at, lead in zip(listed, levels, leads, strict=True)
    )


def _turned(text: Text, language: Language) -> Markup:
    way = "ltr" if language.right_to_left else "rtl"
    return Markup("").join(
        element("span", said, dir=way) if turned else said
        for stretch, turned in against(text, right_to_left=language.right_to_left)
        if (said := Markup("").join(_span(span, language) for span in stretch))
    )


def _span(span: Span, language: Language) -> Markup:
    if span.image:
        said = span.text or language.words["picture"]
        return Markup('<img src="{}" alt="{}">').format(span.image, said)
    if span.href.startswith(("https://", "http://", "mailto:")):
        # A link holds nothing but text, so that its tag does (PDF/UA-1: 7.18.5).
        html = element("a", escape(span.text), href=span.href)
    else:
        html = Markup("<br>").join(_divided(line, language) for line in span.text.split("\n"))
    for tag in _TAGS:
        if tag in span.marks:
            html = element(tag, html)
    return html


def _divided(text: str, language: Language) -> Markup:
    return Markup("").join(
        element("span", escape(words), style=size) if size else _before(words)
        for words, size in divide(text, language.tag)
    )


def _before(words: str) -> Markup:
    """Words before an element, their last space in one of its own.

    Where the element does not fit, WeasyPrint 70 else ends the line before it after a word or two.
    """
    return escape(words[:-1]) + Markup("<span> </span>") if words.endswith(" ") else escape(words)


def _block(block: Block, level: int, context: HtmlContext, *, leads: bool) -> Markup:
    match block:
        case Paragraph(text):
            said = element("p", context.inline(text), style="lead" * leads)
            return _joined(said, context.aside(text) if leads else Markup())
        case Subheading(text):
            return _joined(_heading(text, level, context), context.aside(text))
        case Bullets():
            return _bullets(block, context)
        case Table():
            return set_table(block, context.inline, context.label)
        case Entry():
            return _entry(block, level, context)
        case Question(text, answer):
            return _joined(_heading(text, level, context, "question"), context.blocks(answer))


def _heading(text: Text, level: int, context: HtmlContext, style: str = "") -> Markup:
    said = context.inline(unmark(text, "strong"))
    if level == RUN_IN:
        return element("p", element("b", said), style="lead")
    return element(f"h{level}", said, style=style)


def _entry(entry: Entry, level: int, context: HtmlContext) -> Markup:
    """A label with a sentence runs into it; one that stands above a list becomes its heading.

    What is shown beside a label stands between the two: below the sentence it would seem to
    belong to the next label.
    """
    beside = context.aside(entry.label)
    match entry.body:
        case (Paragraph(text), *rest) if not beside:
            said = Markup("{} {}").format(context.label(entry.label), context.inline(text))
            opened = element("p", said, style="lead" * bool(rest))
            return _joined(opened, context.blocks(rest, level))
        case (Paragraph(), *_):
            opened = element("p", context.label(entry.label), style="lead")
            return _joined(_joined(opened, beside), context.blocks(entry.body, level))
        case () | _ if level == RUN_IN or not entry.body:
            opened = element("p", context.label(entry.label), style="lead")
            return _joined(_joined(opened, beside), context.blocks(entry.body))
        case _:
            below = level + 1 if level < 6 else RUN_IN
            opened = _joined(_heading(entry.label, level, context), beside)
            return _joined(opened, context.blocks(entry.body, below))


def _bullets(bullets: Bullets, context: HtmlContext) -> Markup:
    # The engine knows of no list that starts at another number than 1.
    numbers: Iterable[int | str] = count(bullets.start) if bullets.ordered else repeat("")
    pairs = zip(bullets.items, numbers, strict=False)
    items = Markup("\n").join(_item(item, number, context) for item, number in pairs)
    if bullets.ordered:
        return element("ol", items)
    return element("ul", items, style="many" * suits_columns(bullets))


def _item(item: ListItem | Entry, number: int | str, context: HtmlContext) -> Markup:
    said = [context.label(item.label)] if isinstance(item, Entry) else []
    rest = item.body
    if isinstance(item, Entry) and (beside := context.aside(item.label)):
        words = _joined(said[0] + beside, context.blocks(rest))
        return element("li", words, style="labelled", data_number=number)
    if rest and isinstance(rest[0], Paragraph):
        said.append(context.inline(rest[0].text))
        rest = rest[1:]
    style = "labelled" if isinstance(item, Entry) else ""
    words = _joined(Markup(" ").join(said), context.blocks(rest))
    return element("li", words, style=style, data_number=number)


def _joined(first: Markup, rest: Markup) -> Markup:
    return first + Markup("\n") + rest if rest else first
