"""Blocks → labelled entries: ``**Adults:** …`` as paragraph, as bullet, or alone above a list."""

import re
from collections.abc import Sequence

from leaflet.monograph.model import Block, Bullets, Entry, ListItem, Paragraph, Table, Text
from leaflet.monograph.text import cut, plain, strip, unmark

_LONGEST_LABEL = 200
_NOTE = re.compile(r"(?:important|please)?\s*(?:note|notice|caution|warnings?|important)\b", re.I)
_PEOPLE = re.compile(
    r"\b(?:adults?|child(?:ren)?|p(?:a)?ediatrics?|infants?|neonates?|newborns?|adolescents?"
    r"|teenagers?|elderly|older (?:adults|people|patients)|geriatrics?)\b",
    re.I,
)
_DASH = re.compile(r"\s+[–—-]\s+")


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

    The label ends in a colon, inside the bold or right after it, or in a dash; a bold line without
    one is a label only if something follows it and it is not a sentence. Italics with a colon are
    a label too.
    """
    mark = "strong" if text and "strong" in text[0].marks else "em"
    end = _emphasised(text, mark)
    words = plain(text)
    lead, after = words[:end].rstrip(), words[end:].lstrip()
    if not lead or len(lead) > _LONGEST_LABEL:
        return None
    label = strip(cut(text, 0, len(lead)))
    if lead.endswith(":"):
        return _as_label(cut(label, 0, len(plain(label)) - 1)), strip(cut(text, end))
    if after.startswith(":") or (mark == "strong" and _is_dash(words, end)):
        return _as_label(label), strip(cut(text, words.index(after, end) + 1))
    if mark == "strong" and not after and followed and lead[-1] not in ".!?":
        return _as_label(label), ()
    return None


def _emphasised(text: Text, mark: str) -> int:
    """How many characters at the beginning have this emphasis; a line's end ends it."""
    end = 0
    for span in text:
        if mark not in span.marks or span.text == "\n":
            break
        end += len(span.text)
    return end


def _is_dash(words: str, end: int) -> bool:
    """Whether a dash stands at ``end`` that is neither a range's nor a sentence's."""
    before, after = words[:end].rstrip(), _DASH.match(words, end)
    if not after or before[-1] in ".!?":
        return False
    return not (before[-1].isdigit() and words[after.end() : after.end() + 1].isdigit())


def _as_label(text: Text) -> Text:
    return strip(unmark(text, "strong"))


def _entry(parts: tuple[Text, Text], line: int, rest: list[Block]) -> Entry:
    """The entry of a label, taking from ``rest`` the blocks that belong to it."""
    label, words = parts
    body: list[Block] = [Paragraph(words, line)] if words else []
    if not body and rest and _may_follow_a_label(rest):
        body.append(rest.pop(0))
    while rest and isinstance(rest[0], (Bullets, Table)) and not _stand_apart(parts, rest[0]):
        body.append(rest.pop(0))
    return Entry(label, find_entries(body), line)


def _stand_apart(parts: tuple[Text, Text], block: Block) -> bool:
    """Whether a list with labels of its own is not the labelled statement's above it.

    So it is after a finished note, and after ``**Adults:** 5 mg.`` if one of its labels says
    Children: their dose would else be printed as one for adults.
    """
    label, words = plain(parts[0]), plain(parts[1])
    if not words or words.endswith(":") or not isinstance(block, Bullets):
        return False
    inner = [e[0] for item in block.items if (e := _item_label(item))]
    if _NOTE.match(label):
        return bool(inner)
    return bool(_PEOPLE.search(label)) and any(_PEOPLE.search(plain(i)) for i in inner)


def _item_label(item: ListItem | Entry) -> tuple[Text, Text] | None:
    first = item.body[0] if item.body else None
    if isinstance(item, Entry):
        return item.label, ()
    return split_label(first.text, followed=True) if isinstance(first, Paragraph) else None


def _may_follow_a_label(rest: Sequence[Block]) -> bool:
    block = rest[0]
    return isinstance(block, Paragraph) and split_label(block.text, len(rest) > 1) is None


def _in_list(bullets: Bullets) -> Bullets:
    items = tuple(_item(i) if isinstance(i, ListItem) else i for i in bullets.items)
    return Bullets(items, bullets.ordered, bullets.start, bullets.line)


def _item(item: ListItem) -> ListItem | Entry:
    """A list item as an entry if it begins with a label; all inside it belongs to the label."""
    first, *others = item.body or (None,)
    if isinstance(first, Paragraph) and (parts := split_label(first.text, bool(others))):
        label, words = parts
        lead: list[Block] = [Paragraph(words, first.line)] if words else []
        return Entry(label, find_entries([*lead, *others]), item.line)
    return ListItem(find_entries(item.body), item.line)
