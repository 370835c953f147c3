"""Blocks of a monograph as HTML, in the few shapes that the layout engine tags correctly.

The style sheet draws bullets, heading levels go down one at a time, and a list item has its first
paragraph without a ``<p>``. Every word comes out exactly once, escaped.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import count, repeat

from markupsafe import Markup, escape

from leaflet.compose.html.bidi import directional_runs, is_right_to_left
from leaflet.compose.html.element import classes, element
from leaflet.compose.html.link_addresses import ADDRESS, with_addresses
from leaflet.compose.html.species import is_species
from leaflet.compose.html.tables import table_html
from leaflet.compose.measure.line_breaking import bind, bind_words, hyphenate, states_amount
from leaflet.compose.measure.list_columns import side_by_side, suits_columns
from leaflet.compose.outline.groups import label_of, nesting_depths, with_next
from leaflet.compose.outline.table_notes import is_noted
from leaflet.i18n.messages import ENGLISH, Language
from leaflet.monograph.model import (
    CAPTION,
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

NO_HEADING = 0
"""The heading level where no headings are allowed: list items and table cells have bold lines."""

_TAGS = {each: each for each in ("strong", "em", "code", "sub", "sup")} | {CAPTION: "small"}

Aside = Callable[[Text], Markup]
"""What leaflet prints below a label of the author's; empty for most labels."""


@dataclass(frozen=True, slots=True)
class HtmlContext:
    """Writes HTML in one language, with an ``aside`` below labels and ``addresses`` after links."""

    language: Language = ENGLISH
    aside: Aside = lambda _: Markup()
    addresses: bool = True

    def inline(self, text: Text) -> Markup:
        """Running text with its emphasis, links and pictures, and numbers bound to their units.

        Text that runs against the direction of its language is marked, so that the layout engine
        never reverses a dose. A Hebrew sentence in an English leaflet runs from right to left.
        """
        foreign = not self.language.right_to_left and is_right_to_left(plain(text))
        right_to_left = self.language.right_to_left or foreign
        whole = Markup("").join(
            element("span", html, dir="ltr" if right_to_left else "rtl") if turned else html
            for run, turned in directional_runs(
                with_addresses(bind(text)) if self.addresses else bind(text),
                right_to_left=right_to_left,
            )
            if (html := Markup("").join(_span(span, self.language) for span in run))
        )
        return element("span", whole, dir="rtl") if foreign else whole

    def own_text(self, text: str, *, in_link: bool = False) -> Markup:
        """Words of leaflet's own; "35 kg" and "breast-feeding" stay whole in them.

        A link must not contain elements (PDF/UA-1: 7.18.5), so characters set the direction in it.
        """
        if any(sign.isdigit() or sign in "-/" for sign in text):
            text = bind_words(text)
        if not self.language.right_to_left:
            return escape(text)
        turned_around = "\u2066{}\u2069" if in_link else Markup('<span dir="ltr">{}</span>')
        return Markup("").join(
            turned_around.format(plain(run)) if turned else plain(run)
            for run, turned in directional_runs((Span(text),))
        )

    def front_text(self, text: str) -> Markup:
        """A value of the front matter, with numbers bound to their units."""
        return self.inline((Span(text),))

    def label(self, text: Text) -> Markup:
        """A label before its statement, with the colon that the author wrote after it."""
        closed = plain(text).rstrip().endswith((":", "?", "!", ".", "؟", "।"))
        colon = "" if closed else self.language.words["colon"]
        return element("b", self.inline(unmark(text, "strong")) + colon)

    def blocks(self, body: Iterable[Block], level: int = NO_HEADING) -> Markup:
        """Blocks one after the other; headings among them start at ``level``, nested ones below it.

        The aside is asked for each label, subheading and sentence that introduces a list.
        """
        listed = tuple(body)
        levels = (level and min(level + depth, 6) for depth in nesting_depths(listed))
        return Markup("\n").join(
            _block(block, following, block_level, self)
            for (block, following), block_level in zip(with_next(listed), levels, strict=True)
        )

    def item(self, bullets: Bullets, id_: str = "", class_: str = "") -> Markup:
        """The only item of a list that the template begins and ends."""
        return _item(bullets.items[0], "", self, id_, class_)

    def inner(self, body: Iterable[Block], level: int = NO_HEADING) -> Markup:
        """Blocks within others, without an aside."""
        return HtmlContext(self.language, addresses=self.addresses).blocks(body, level)


def _span(span: Span, language: Language) -> Markup:
    if span.statement:
        html = _span(replace(span, statement=0), language)
        return element("span", html, data_statement=span.statement)
    if span.image:
        alternative = span.text or language.words["picture"]
        width = Markup(' style="width:{}"').format(span.width) if span.width else ""
        return Markup('<img src="{}" alt="{}"{}>').format(span.image, alternative, width)
    if ADDRESS in span.marks:
        return Markup('<small class="address" dir="ltr" data-own>{}</small>').format(span.text)
    if span.href.startswith(("https://", "http://", "mailto:")):
        # A link holds nothing but text (PDF/UA-1: 7.18.5), so its text is not hyphenated.
        html = element("a", escape(span.text), href=span.href)
    else:
        html = Markup("<br>").join(_hyphenated(line, language) for line in span.text.split("\n"))
    for mark, tag in _TAGS.items():
        if mark in span.marks and not (mark == "em" and is_species(span.text)):
            is_tailed = mark == "strong" and span.text.endswith(("q", "Q"))
            html = element(tag, html, "tail" if is_tailed else "")
    return html


def _hyphenated(text: str, language: Language) -> Markup:
    return Markup("").join(
        element("span", escape(words), size) if size else _before_element(words)
        for words, size in hyphenate(text, language.tag)
    )


def _before_element(words: str) -> Markup:
    """Words before an element, their last space in an element of its own.

    Otherwise WeasyPrint 70 breaks the line after a word or two if the next element does not fit.
    """
    return escape(words[:-1]) + Markup("<span> </span>") if words.endswith(" ") else escape(words)


def _block(block: Block, following: Block | None, level: int, context: HtmlContext) -> Markup:
    noted = "noted" * is_noted(block, following)
    match block:
        case Paragraph(text) as stated:
            leads = isinstance(following, Bullets | Table)
            html = element("p", context.inline(text), classes("lead" * leads, noted, _dose(stated)))
            return _lines(html, context.aside(text) if leads else Markup())
        case Subheading(text):
            return _lines(_heading(text, level, context), context.aside(text))
        case Bullets():
            return _bullets(block, context)
        case Table():
            return table_html(block, context.inline, context.label, noted)
        case Entry():
            return _entry(block, level, context)
        case Question(text, answer):
            return _lines(_heading(text, level, context, "question"), context.inner(answer))


def _dose(stated: Paragraph, label: Text = ()) -> str:
    """The class of what the style sheet keeps on one page, since it states a dose."""
    is_dose = any(topic.name == "dose" for topic in stated.topics)
    texts = (label, stated.text)
    return "amount" if is_dose or any(states_amount(plain(text)) for text in texts) else ""


def _lead(content: Markup) -> Markup:
    """A paragraph that stays on the page of what follows it."""
    return element("p", content, "lead")


def _heading(text: Text, level: int, context: HtmlContext, class_: str = "") -> Markup:
    html = context.inline(unmark(text, "strong"))
    if level == NO_HEADING:
        return _lead(element("b", html))
    return element(f"h{level}", html, class_)


def _entry(entry: Entry, level: int, context: HtmlContext) -> Markup:
    """A label with a sentence begins its line; above a list or other labels it is a heading.

    The aside goes between the two: below the sentence it would seem to belong to the next label.
    """
    aside, run_in = context.aside(entry.label), context.label(entry.label)
    is_outer = level != NO_HEADING and not entry.boxed and any(map(label_of, entry.body))
    match entry.body:
        case (Paragraph(text) as stated, *rest) if not aside and not is_outer:
            line = Markup("{} {}").format(run_in, context.inline(text))
            html = element("p", line, classes("lead" * bool(rest), _dose(stated, entry.label)))
            return _lines(html, context.inner(rest, level))
        case (Paragraph(), *_) if not is_outer:
            return _lines(_lead(run_in), aside, context.inner(entry.body, level))
        case _ if level == NO_HEADING or not entry.body:
            return _lines(_lead(run_in), aside, context.inner(entry.body))
        case _:
            inner = context.inner(entry.body, level + 1 if level < 6 else NO_HEADING)
            return _lines(_heading(entry.label, level, context), aside, inner)


def _bullets(bullets: Bullets, context: HtmlContext) -> Markup:
    # Numbers are attributes, because WeasyPrint has no lists that start at another number than 1.
    numbers: Iterable[int | str] = count(bullets.start) if bullets.ordered else repeat("")
    classes = side_by_side(bullets)
    items = Markup("\n").join(
        _item(item, number, context, class_=classes.get(index, ""))
        for index, (item, number) in enumerate(zip(bullets.items, numbers, strict=False))
    )
    if bullets.ordered:
        return element("ol", items)
    return element("ul", items, "many" if suits_columns(bullets) else "")


def _item(
    item: ListItem | Entry,
    number: int | str,
    context: HtmlContext,
    id_: str = "",
    class_: str = "",
) -> Markup:
    first, rest, dose = [], item.body, ""
    aside = context.aside(item.label) if isinstance(item, Entry) else Markup()
    if isinstance(item, Entry):
        first = [context.label(item.label) + aside]
    if rest and isinstance(rest[0], Paragraph) and not aside:
        first.append(context.inline(rest[0].text))
        dose = _dose(rest[0], item.label if isinstance(item, Entry) else ())
        rest = rest[1:]
    html = _lines(Markup(" ").join(first), context.inner(rest))
    class_ = classes("labelled" * isinstance(item, Entry), class_, dose)
    return element("li", html, class_, data_number=number, id=id_)


def _lines(first: Markup, *others: Markup) -> Markup:
    """The pieces of HTML on lines of their own, without empty ones after the first."""
    return Markup("\n").join((first, *filter(None, others)))
