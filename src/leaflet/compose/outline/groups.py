"""What belongs together under a label of the author's, within a section."""

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from leaflet.compose.outline.sentences import split
from leaflet.monograph.model import Block, Bullets, Entry, Paragraph, Question, Subheading
from leaflet.monograph.text import plain

Body = tuple[Block, ...]

OF_WHOM = (
    r"\b(?:child\w*|adults?|adolescents?|elderly|older|infants?|newborns?|neonat\w*|pregnan\w*"
    r"|women|men)\b"
)
"""Words for those of whom a statement may hold, and of others not."""

_RANK = re.compile(
    r"\b(common|uncommon|rare|serious|severe|frequent|mild|note|important)\b", re.IGNORECASE
)
"""Words of a label that says how common or how serious effects are."""

_SUBJECT = re.compile(
    r"(?:other\s+)?(?:less\s+common|uncommon|rare|serious|severe|more\s+serious)\b[^.:;]{0,60}?"
    r"\b(?:effects|reactions)\b(?:\s*\([^)]*\))?",
    re.IGNORECASE,
)


def groups(body: Body) -> Iterator[tuple[str, list[Block]]]:
    """Each labelled group with what follows it; "" heads what stands before the first.

    A subheading, or a label without a statement that stands right above a label, holds all groups
    up to the next of its kind, or to one that says how common or serious effects are, as it does.
    """
    head, above, group, holds = "", Subheading((), level=6), list[Block](), False
    for block, following in with_next(body):
        opened = label_of(block) or _introduces(block, following)
        heads = is_beside(block, above) or (isinstance(block, Entry) and not block.body)
        ranks = bool(_RANK.search(head) and _RANK.search(opened))
        if opened and (not holds or heads or ranks):
            yield head, group
            head, group = opened, []
            holds = isinstance(block, Subheading) or (heads and isinstance(following, Entry))
            above = block if isinstance(block, Subheading) else above
        group.append(block)
    yield head, group


def depths(body: Iterable[Block]) -> Iterator[int]:
    """Of each block, under how many subheadings that of its own stands."""
    above: list[int] = []
    for block in body:
        if isinstance(block, Subheading):
            above = [level for level in above if level < block.level] + [block.level]
        yield max(len(above) - 1, 0)


def is_beside(block: Block, above: Subheading) -> bool:
    """Whether a block is a subheading that does not stand under the one ``above`` it."""
    return isinstance(block, Subheading) and block.level <= above.level


def introduces(block: Block | None) -> bool:
    """Whether a block leads to the list after it, so that the list is not to be parted from it."""
    match block:
        case Paragraph(text):
            return plain(text).rstrip().endswith(":")
        case Subheading():
            return True
        case Entry(_, body):
            return not body or introduces(body[-1])
        case _:
            return False


def label_of(block: object) -> str:
    """The author's label of a block, without emphasis; empty where there is none."""
    match block:
        case Entry(text) | Question(text) | Subheading(text):
            return plain(text)
        case _:
            return ""


def with_next(body: Body) -> Iterator[tuple[Block, Block | None]]:
    """Each block with the one after it."""
    return zip_longest(body, body[1:])


def _introduces(block: Block, following: Block | None) -> str:
    """What stands as a label without being one.

    It is the sentence above a list, "Serious side effects include:", or the subject of a paragraph
    about a group of effects, "Less common but serious side effects" (can involve the heart …).
    """
    if not isinstance(block, Paragraph):
        return ""
    if isinstance(following, Bullets) and introduces(block):
        return plain(split(block.text)[-1])
    subject = _SUBJECT.match(plain(block.text))
    return subject[0] if subject else ""
