"""Blocks of a monograph → HTML, lean and in the few shapes that the layout engine tags well.

Bullets are drawn by the style sheet; headings go down one level at a time; a list item holds its
first paragraph without a ``<p>``. Every word comes out exactly once, escaped.
"""

from collections.abc import Callable, Iterable
from itertools import pairwise

from markupsafe import Markup, escape

from leaflet.compose.binding import bind, bind_words, divide
from leaflet.compose.stacking import Stack
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
from leaflet.words import WORDS

RUN_IN = 0
"""The heading level of places that have room for no heading: list items and table cells."""

LONG_LIST = 8
"""Items above which a list is long."""

SHORT_ITEM = 45
"""Characters of an item that still suits a column of half a line."""

_TAGS = ("strong", "em", "code", "sub", "sup")


def inline(text: Text) -> Markup:
    """Running text, with its emphasis, links and pictures."""
    return Markup("").join(_span(span) for span in bind(text))


def words(text: str) -> Markup:
    """Words of the front matter, with numbers bound to their units."""
    return _divided(bind_words(text))


def label(text: Text) -> Markup:
    """A label before its statement, with the colon that the author wrote after it."""
    closed = plain(text).rstrip().endswith((":", "?", "!", "."))
    return element("b", inline(unmark(text, "strong")) + ("" if closed else ":"))


Aside = Callable[[Text], Markup]
"""What leaflet shows beside a label of the author's; empty for most."""


def blocks(body: Iterable[Block], level: int = RUN_IN, aside: Aside = lambda _: Markup()) -> Markup:
    """Blocks one after the other; headings among them start at ``level``.

    ``aside`` is asked for each label, subheading and sentence that leads to a list, and what it
    gives stands right below.
    """
    listed = list(body)
    leads = [
        isinstance(one, Paragraph) and isinstance(after, Bullets | Table)
        for one, after in pairwise([*listed, None])
    ]
    return Markup("\n").join(
        _block(block, min(level, 6), aside, leads=lead)
        for block, lead in zip(listed, leads, strict=True)
    )


def element(tag: str, content: Markup, **attributes: str | int) -> Markup:
    """One element; attributes without a value are left away, ``class`` is spelt ``style``."""
    said = Markup("").join(
        Markup(' {}="{}"').format("class" if name == "style" else name, value)
        for name, value in attributes.items()
        if value != ""
    )
    return Markup("<{0}{1}>{2}</{0}>").format(tag, said, content)


def _span(span: Span) -> Markup:
    if span.image:
        return Markup('<img src="{}" alt="{}">').format(span.image, span.text or WORDS["picture"])
    if span.text == "\n":
        return Markup("<br>")
    html = _divided(span.text)
    for tag in _TAGS:
        if tag in span.marks:
            html = element(tag, html)
    if span.href.startswith(("https://", "http://", "mailto:")):
        html = element("a", html, href=span.href)
    return html


def _divided(text: str) -> Markup:
    return Markup("").join(
        element("span", escape(words), style=size) if size else _before(words)
        for words, size in divide(text)
    )


def _before(words: str) -> Markup:
    """Words before an element, their last space in one of its own.

    Where the element does not fit, WeasyPrint 70 else ends the line before it after a word or two.
    """
    return escape(words[:-1]) + Markup("<span> </span>") if words.endswith(" ") else escape(words)


def _block(block: Block, level: int, aside: Aside, *, leads: bool) -> Markup:
    match block:
        case Paragraph(text):
            said = element("p", inline(text), style="lead" * leads)
            return _joined(said, aside(text) if leads else Markup())
        case Subheading(text):
            return _joined(_heading(text, level), aside(text))
        case Bullets():
            return _bullets(block, aside)
        case Table():
            return _table(block)
        case Entry():
            return _entry(block, level, aside)
        case Question(text, answer):
            return _joined(_heading(text, level, "question"), blocks(answer))


def _heading(text: Text, level: int, style: str = "") -> Markup:
    said = inline(unmark(text, "strong"))
    if level == RUN_IN:
        return element("p", element("b", said), style="lead")
    return element(f"h{level}", said, style=style)


def _entry(entry: Entry, level: int, aside: Aside) -> Markup:
    """A label with a sentence runs into it; one that stands above a list becomes its heading.

    What is shown beside a label stands between the two: below the sentence it would seem to
    belong to the next label.
    """
    beside = aside(entry.label)
    match entry.body:
        case (Paragraph(text), *rest) if not beside:
            said = Markup("{} {}").format(label(entry.label), inline(text))
            opened = element("p", said, style="lead" * bool(rest))
            return _joined(opened, blocks(rest, level))
        case (Paragraph(), *_):
            opened = element("p", label(entry.label), style="lead")
            return _joined(_joined(opened, beside), blocks(entry.body, level))
        case () | _ if level == RUN_IN or not entry.body:
            opened = element("p", label(entry.label), style="lead")
            return _joined(_joined(opened, beside), blocks(entry.body))
        case _:
            below = level + 1 if level < 6 else RUN_IN
            opened = _joined(_heading(entry.label, level), beside)
            return _joined(opened, blocks(entry.body, below))


def _bullets(bullets: Bullets, aside: Aside) -> Markup:
    items = Markup("\n").join(_item(item, aside) for item in bullets.items)
    if bullets.ordered:
        return element("ol", items, start=bullets.start if bullets.start != 1 else "")
    return element("ul", items, style="many" * _is_long(bullets))


def _is_long(bullets: Bullets) -> bool:
    """Whether the list is long and its items are short, so that two columns suit it."""
    return len(bullets.items) > LONG_LIST and all(
        isinstance(item, Item)
        and len(item.body) == 1
        and isinstance(item.body[0], Paragraph)
        and len(plain(item.body[0].text)) <= SHORT_ITEM
        for item in bullets.items
    )


def _item(item: Item | Entry, aside: Aside) -> Markup:
    said = [label(item.label)] if isinstance(item, Entry) else []
    rest = item.body
    if isinstance(item, Entry) and (beside := aside(item.label)):
        return element("li", _joined(said[0] + beside, blocks(rest)), style="labelled")
    if rest and isinstance(rest[0], Paragraph):
        said.append(inline(rest[0].text))
        rest = rest[1:]
    style = "labelled" if isinstance(item, Entry) else ""
    return element("li", _joined(Markup(" ").join(said), blocks(rest)), style=style)


def _table(table: Table) -> Markup:
    if isinstance(table, Stack):
        return _stack(table)
    head = Markup("").join(element("th", inline(text), scope="col") for text in table.head)
    rows = Markup("\n").join(
        element("tr", Markup("").join(element("td", inline(cell)) for cell in row))
        for row in table.rows
    )
    return element("table", element("thead", element("tr", head)) + element("tbody", rows))


def _stack(stack: Stack) -> Markup:
    """The rows of a table as a list; after the first, the heads are repetitions."""
    rows = stack.rows or (tuple(() for _ in stack.head),)
    items = [_row(stack.head, rows[0], Markup("{} {}"))]
    items += [_row(stack.head, row, Markup("<span data-repeat>{}</span> {}")) for row in rows[1:]]
    return element("ul", Markup("\n").join(items), style="rows")


def _row(head: tuple[Text, ...], row: tuple[Text, ...], shape: Markup) -> Markup:
    """The cells of a row, each a line that begins with the head of its column."""
    first, *rest = (
        shape.format(label(title) if plain(title).strip() else "", inline(cell))
        for title, cell in zip(head, row, strict=True)
    )
    return element("li", first + Markup("").join(element("p", line) for line in rest))


def _joined(first: Markup, rest: Markup) -> Markup:
    return first + Markup("\n") + rest if rest else first
