"""Sets lists of names as running text, where a sheet has no room for a line each."""

from leaflet.compose.outline.groups import Body, map_bodies
from leaflet.monograph.model import Block, Bullets, Entry, ListItem, Paragraph, Span, Text
from leaflet.monograph.text import plain

LONGEST_NAME = 120
"""Characters of the longest item that is still a name ("Headache") and not a sentence."""

LONGEST_MEAN = 60
"""Mean characters of the names of a list; longer ones are easier to read as a list."""

_SEPARATOR = Span("\u00a0· ")


def inline_lists(body: Body) -> Body:
    """The body with each unordered list of names as one paragraph, a dot between the names."""
    return tuple(_inline(block) for block in body)


def _inline(block: Block) -> Block:
    if isinstance(block, Bullets) and not block.ordered and (names := _names(block.items)):
        text = tuple(span for name in names for span in (*name, _SEPARATOR))[:-1]
        return Paragraph(text, block.line)
    return map_bodies(block, inline_lists)


def _names(items: tuple[ListItem | Entry, ...]) -> list[Text]:
    """The texts of a list of names; empty if one of its items is more than a name."""
    names = []
    for item in items:
        match item:
            case ListItem((Paragraph(text),)) if _is_name(plain(text)):
                names.append(text)
            case _:
                return []
    return names if sum(len(plain(text)) for text in names) <= LONGEST_MEAN * len(names) else []


def _is_name(text: str) -> bool:
    return len(text) <= LONGEST_NAME and not text.rstrip().endswith((".", ":", ";", "!", "?"))
