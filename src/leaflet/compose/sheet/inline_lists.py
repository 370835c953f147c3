"""Lists of names set as running lines, where a sheet has no room for a line each."""

from dataclasses import replace

from leaflet.monograph.model import Block, Bullets, Entry, ListItem, Paragraph, Question, Span, Text
from leaflet.monograph.text import plain

LONGEST_NAME = 120
"""Characters of a list item that still is a name ("Headache") and not a sentence."""

MEAN_NAME = 60
"""Characters that the names of a list have on average; longer ones are easier to read as a list."""

_BETWEEN = Span(" · ")

Body = tuple[Block, ...]


def run_on(body: Body) -> Body:
    """The body with each unordered list of names as one paragraph, a dot between the names."""
    return tuple(_run_on(block) for block in body)


def _run_on(block: Block) -> Block:
    match block:
        case Bullets(items, ordered=False) if names := _names(items):
            text = tuple(span for name in names for span in (*name, _BETWEEN))[:-1]
            return Paragraph(text, block.line)
        case Bullets(items):
            return replace(
                block, items=tuple(replace(item, body=run_on(item.body)) for item in items)
            )
        case Entry(_, inner):
            return replace(block, body=run_on(inner))
        case Question(_, answer):
            return replace(block, answer=run_on(answer))
        case _:
            return block


def _names(items: tuple[ListItem | Entry, ...]) -> list[Text]:
    """The texts of a list of names; nothing if one of its items is more than a name."""
    names = []
    for item in items:
        match item:
            case ListItem((Paragraph(text),)) if _is_name(plain(text)):
                names.append(text)
            case _:
                return []
    return names if sum(len(plain(text)) for text in names) <= MEAN_NAME * len(names) else []


def _is_name(words: str) -> bool:
    return len(words) <= LONGEST_NAME and not words.rstrip().endswith((".", ":", ";", "!", "?"))
