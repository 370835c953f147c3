"""Sets lists of names as running text, where a sheet has no room for a line each."""

from dataclasses import replace

from leaflet.compose.outline.groups import Body
from leaflet.monograph.model import Block, Bullets, Entry, Item, Paragraph, Question, Span, Text
from leaflet.monograph.text import plain

LONGEST_NAME = 120
"""Characters of the longest item that is still a name ("Headache") and not a sentence."""

LONGEST_MEAN = 60
"""Mean characters of the names of a list; longer ones are easier to read as a list."""

_SEPARATOR = Span(" · ")


def inline_lists(body: Body) -> Body:
    """The body with each unordered list of names as one paragraph, a dot between the names."""
    return tuple(_inline(block) for block in body)


def _inline(block: Block) -> Block:
    match block:
        case Bullets(items, ordered=False) if names := _names(items):
            text = tuple(span for name in names for span in (*name, _SEPARATOR))[:-1]
            return Paragraph(text, block.line)
        case Bullets(items):
            inlined = (replace(item, body=inline_lists(item.body)) for item in items)
            return replace(block, items=tuple(inlined))
        case Entry(_, inner):
            return replace(block, body=inline_lists(inner))
        case Question(_, answer):
            return replace(block, answer=inline_lists(answer))
        case _:
            return block


def _names(items: tuple[Item | Entry, ...]) -> list[Text]:
    """The texts of a list of names; empty if one of its items is more than a name."""
    names = []
    for item in items:
        match item:
            case Item((Paragraph(text),)) if _is_name(plain(text)):
                names.append(text)
            case _:
                return []
    return names if sum(len(plain(text)) for text in names) <= LONGEST_MEAN * len(names) else []


def _is_name(text: str) -> bool:
    return len(text) <= LONGEST_NAME and not text.rstrip().endswith((".", ":", ";", "!", "?"))
