"""Blocks → labelled entries: ``**Adults:** …`` as paragraph, as bullet, or alone above a list."""

from collections.abc import Sequence

from leaflet.monograph.model import Block, Bullets, Entry, Item, Paragraph, Table, Text
from leaflet.monograph.text import cut, plain, strip, unmark

_LONGEST_LABEL = 200


def find_entries(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Gather each label with what belongs to it.

    A list or table right under a labelled paragraph belongs to it; a label that stands alone
    takes one paragraph as well. Everything stays in the order of the source.
    """
    found: list[Block] = []
    rest = list(blocks)
    while rest:
        block = rest.pop(0)
        if isinstance(block, Bullets):
            found.append(_in_list(block))
        elif isinstance(block, Paragraph) and (parts := split_label(block.text, bool(rest))):
            found.append(_entry(parts, block.line, rest))
        else:
            found.append(block)
    return tuple(found)


def split_label(text: Text, followed: bool = False) -> tuple[Text, Text] | None:
    """A paragraph as (label, rest) if it begins with a bold label, else None.

    The label ends in a colon, inside the bold or right after it; a bold line without one is a
    label only if something follows it and it is not a sentence.
    """
    end = 0
    for span in text:
        if "strong" not in span.marks or span.text == "\n":
            break
        end += len(span.text)
    words = plain(text)
    lead, after = words[:end].rstrip(), words[end:].lstrip()
    if not lead or len(lead) > _LONGEST_LABEL:
        return None
    label = strip(cut(text, 0, len(lead)))
    if lead.endswith(":"):
        return _as_label(cut(label, 0, len(plain(label)) - 1)), strip(cut(text, end))
    if after.startswith(":"):
        return _as_label(label), strip(cut(text, words.index(":", end) + 1))
    if not after and followed and lead[-1] not in ".!?":
        return _as_label(label), ()
    return None


def _as_label(text: Text) -> Text:
    return strip(unmark(text, "strong"))


def _entry(parts: tuple[Text, Text], line: int, rest: list[Block]) -> Entry:
    """The entry of a label, taking from ``rest`` the blocks that belong to it."""
    label, words = parts
    body: list[Block] = [Paragraph(words, line)] if words else []
    if not body and rest and _may_follow_a_label(rest):
        body.append(rest.pop(0))
    while rest and isinstance(rest[0], (Bullets, Table)):
        body.append(rest.pop(0))
    return Entry(label, find_entries(body), line)


def _may_follow_a_label(rest: Sequence[Block]) -> bool:
    block = rest[0]
    return isinstance(block, Paragraph) and split_label(block.text, len(rest) > 1) is None


def _in_list(bullets: Bullets) -> Bullets:
    items = tuple(_item(i) if isinstance(i, Item) else i for i in bullets.items)
    return Bullets(items, bullets.ordered, bullets.start, bullets.line)


def _item(item: Item) -> Item | Entry:
    """A list item as an entry if it begins with a label; all inside it belongs to the label."""
    first, *others = item.body or (None,)
    if isinstance(first, Paragraph) and (parts := split_label(first.text, bool(others))):
        label, words = parts
        lead: list[Block] = [Paragraph(words, first.line)] if words else []
        return Entry(label, find_entries([*lead, *others]), item.line)
    return Item(find_entries(item.body), item.line)
