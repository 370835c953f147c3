"""Blocks → labelled entries: ``**Adults:** …`` as a paragraph, a list item, or above a list."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile
from typing import NamedTuple

from leaflet.monograph.model import Block, Bullets, Entry, ListItem, Paragraph, Table, Text
from leaflet.monograph.text import cut, leading, plain, strip, unmark

_LONGEST_LABEL = 200
_NOTE = re.compile(r"(?:important|please)?\s*(?:note|notice|caution|warnings?|important)\b", re.I)
_PEOPLE = re.compile(
    r"\b(?:adults?|child(?:ren)?|p(?:a)?ediatrics?|infants?|neonates?|newborns?|adolescents?"
    r"|teenagers?|elderly|older (?:adults|people|patients)|geriatrics?)\b",
    re.I,
)
_DASH = re.compile(r"\s+[–—-]\s+")


class Labelled(NamedTuple):
    """A paragraph taken apart: its label, without the colon, and the rest."""

    label: Text
    rest: Text


def find_entries(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Gather each label with the blocks that belong to it, in the order of the source.

    A list or table right below a labelled paragraph belongs to it. A label without text of its own
    also takes the next paragraph or note, and a box below it; one that ends a list takes the
    same.
    """
    found: list[Block] = []
    rest = tuple(blocks)
    while rest:
        first, rest = rest[0], rest[1:]
        if isinstance(first, Bullets):
            first, rest = _list(first, rest)
        elif isinstance(first, Entry) and not first.label:
            first = _box(first)
        elif isinstance(first, Paragraph) and (parts := split_label(first.text, bool(rest))):
            count = _belonging(parts, rest)
            first, rest = _entry(parts, first.line, rest[:count]), rest[count:]
        found.append(first)
    return tuple(found)


def split_label(text: Text, followed: bool = False) -> Labelled | None:
    """A paragraph that begins with a bold or italic label, taken apart; None for any other.

    The label ends in a colon, inside the emphasis or right after it; a bold one may end in a dash
    instead. A bold line without either is a label only if it is ``followed`` by a block and is not
    a sentence.
    """
    mark = "strong" if text and "strong" in text[0].marks else "em"
    end = leading(text, mark)
    words = plain(text)
    lead, after = words[:end].rstrip(), words[end:].lstrip()
    if not lead or len(lead) > _LONGEST_LABEL:
        return None
    label = strip(cut(text, 0, len(lead)))
    if lead.endswith(":"):
        return Labelled(_plain_weight(cut(label, 0, len(plain(label)) - 1)), strip(cut(text, end)))
    if after.startswith(":") or (mark == "strong" and _is_dash(words, end)):
        return Labelled(_plain_weight(label), strip(cut(text, words.index(after, end) + 1)))
    if mark == "strong" and not after and followed and lead[-1] not in ".!?":
        return Labelled(_plain_weight(label), ())
    return None


def _is_dash(words: str, end: int) -> bool:
    """Whether there is a dash at ``end`` that belongs neither to a range nor to a sentence."""
    before, after = words[:end].rstrip(), _DASH.match(words, end)
    if not after or before[-1] in ".!?":
        return False
    return not (before[-1].isdigit() and words[after.end() : after.end() + 1].isdigit())


def _plain_weight(text: Text) -> Text:
    return strip(unmark(text, "strong"))


def _entry(parts: Labelled, line: int, others: Sequence[Block]) -> Entry:
    own = (Paragraph(parts.rest, line),) if parts.rest else ()
    return Entry(parts.label, find_entries((*own, *others)), line)


def _box(box: Entry) -> Entry:
    """A box whose label is still in its first paragraph."""
    lead, *others = box.body
    assert isinstance(lead, Paragraph)  # noqa: S101 (the label is the first line of each box)
    end = leading(lead.text, "strong")
    label, rest = strip(cut(lead.text, 0, end)), strip(cut(lead.text, end))
    label = cut(label, 0, len(plain(label).removesuffix(":")))
    return replace(_entry(Labelled(_plain_weight(label), rest), box.line, others), boxed=True)


def _list(bullets: Bullets, following: tuple[Block, ...]) -> tuple[Bullets, tuple[Block, ...]]:
    """A list with its labelled items, and what follows it.

    A label without text at its end takes what is directly below, as one that is a paragraph does.
    """
    items = [_item(item) if isinstance(item, ListItem) else item for item in bullets.items]
    last = items[-1] if items else None
    if isinstance(last, Entry) and not last.body:
        parts = Labelled(last.label, ())
        count = _belonging(parts, following)
        items[-1] = _entry(parts, last.line, following[:count])
        following = following[count:]
    return replace(bullets, items=tuple(items)), following


def _item(item: ListItem) -> ListItem | Entry:
    """A list item as an entry if it begins with a label, to which all inside it belongs."""
    lead = item.body[0] if item.body else None
    others = item.body[1:]
    if isinstance(lead, Paragraph) and (parts := split_label(lead.text, bool(others))):
        return _entry(parts, item.line, others)
    return ListItem(find_entries(item.body), item.line)


def _belonging(parts: Labelled, following: Sequence[Block]) -> int:
    """How many of the blocks that follow a labelled paragraph belong to its label."""
    paragraphs = 0
    if not parts.rest and following and isinstance(following[0], Paragraph):
        inner = split_label(following[0].text, len(following) > 1)
        if inner and inner.rest and _NOTE.fullmatch(plain(inner.label)):
            return int(not _NOTE.match(plain(parts.label)))
        paragraphs = int(inner is None)
    lists = takewhile(lambda block: _is_list_of(parts, block), following[paragraphs:])
    return paragraphs + len(_until_labels(tuple(lists)))


def _until_labels(lists: tuple[Block, ...]) -> tuple[Block, ...]:
    """What belongs to a label up to a box, or to labelled items below numbered steps or a table.

    Steps and tables end there: such a list does not go on with them.
    """
    for number, (above, block) in enumerate(pairwise(lists), start=1):
        ended = above.ordered if isinstance(above, Bullets) else True
        labelled = isinstance(block, Bullets) and any(map(_item_label, block.items))
        if isinstance(above, Entry) or (ended and labelled):
            return lists[:number]
    return lists


def _is_list_of(parts: Labelled, block: Block) -> bool:
    """Whether a block is a table, or a list or box that belongs to the labelled text above it.

    A list with labels of its own does not after a finished note, nor after ``**Adults:** 5 mg.`` if
    one of its labels says Children: their dose would be printed as one for adults.
    """
    label, words = plain(parts.label), plain(parts.rest)
    if isinstance(block, Entry):
        return block.boxed and not words
    if not isinstance(block, Bullets):
        return isinstance(block, Table)
    if not words or words.endswith(":"):
        return True
    labels = [plain(found) for item in block.items if (found := _item_label(item))]
    if _NOTE.match(label):
        return not labels
    return not (_PEOPLE.search(label) and any(map(_PEOPLE.search, labels)))


def _item_label(item: ListItem | Entry) -> Text:
    if isinstance(item, Entry):
        return item.label
    first = item.body[0] if item.body else None
    parts = split_label(first.text, followed=True) if isinstance(first, Paragraph) else None
    return parts.label if parts else ()
