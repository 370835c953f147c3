"""Groups of blocks within a section: a label of the author's with all that belongs to it."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import zip_longest

from leaflet.monograph.model import Block, Bullets, Entry, Paragraph, Question, Subheading, Topics
from leaflet.monograph.sentences import split_sentences
from leaflet.monograph.text import plain

Body = tuple[Block, ...]

POPULATIONS = (
    r"\b(?:child\w*|adults?|adolescents?|elderly|older|infants?|newborns?|neonat\w*|pregnan\w*"
    r"|women|men)\b"
)
"""Words for people to whom a statement is limited."""

_RANK = re.compile(
    r"\b(common|uncommon|rare|serious|severe|frequent|mild|note|important)\b", re.IGNORECASE
)
"""Words of a label that says how common or how serious effects are."""

_SAYS_WHEN = frozenset({"emergency", "when-to-get-help"})
_ANY_EFFECT, _REFERS = "any-effect", "dependent"
"""The topics of a sentence that says when to get help, of one that is about effects of any kind,
and of one that needs the text above it."""

_SUBJECT = re.compile(
    r"(?:(?:although|though|while) rare, )?(?:other\s+)?"
    r"(?:less\s+common|uncommon|rare|serious|severe|more\s+serious)\b[^.:;]{0,60}?"
    r"\b(?:effects|reactions)\b(?:\s*\([^)]*\))?",
    re.IGNORECASE,
)


def groups(body: Body) -> Iterator[tuple[str, list[Block]]]:
    """Each label with its blocks; the label of what comes before the first one is "".

    A subheading, or a label without a statement right above another label, includes all groups up
    to the next of its kind. If it says how common or serious effects are, it ends at the next label
    that does, too.
    """
    label, heading, group, is_outer = "", Subheading((), level=6), list[Block](), False
    for block, following in with_next(body):
        opened = label_of(block) or _implied_label(block, following)
        heads = is_beside(block, heading) or (isinstance(block, Entry) and not block.body)
        both_rank = bool(_RANK.search(label) and _RANK.search(opened))
        if opened and (not is_outer or heads or both_rank):
            yield label, group
            label, group = opened, []
            is_outer = isinstance(block, Subheading) or (heads and isinstance(following, Entry))
            heading = block if isinstance(block, Subheading) else heading
        group.append(block)
    yield label, group


def nesting_depths(body: Iterable[Block]) -> Iterator[int]:
    """For each block, how many subheadings are above its own one."""
    levels: list[int] = []
    for block in body:
        if isinstance(block, Subheading):
            levels = [level for level in levels if level < block.level] + [block.level]
        yield max(len(levels) - 1, 0)


def is_beside(block: Block, heading: Subheading) -> bool:
    """Whether a block is a subheading of the same level as another one, or of a higher one."""
    return isinstance(block, Subheading) and block.level <= heading.level


def introduces(block: Block | None) -> bool:
    """Whether a block introduces the list after it, so that the two must stay together."""
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
    """The author's label of a block, without emphasis; empty if it has none."""
    match block:
        case Entry(text) | Question(text) | Subheading(text):
            return plain(text)
        case _:
            return ""


def topics_of(block: object) -> Topics:
    """The topics of a block's label; none if it has no label."""
    return block.topics if isinstance(block, Entry | Question | Subheading) else ()


def sentence_topics(paragraph: Paragraph) -> list[frozenset[str]]:
    """The topics that each sentence of a paragraph states."""
    return [
        frozenset(topic.name for topic in paragraph.topics if topic.sentence == number)
        for number, _ in enumerate(split_sentences(paragraph.text))
    ]


def map_bodies(block: Block, change: Callable[[Body], Body]) -> Block:
    """A block with each body directly inside it changed."""
    match block:
        case Bullets(items):
            changed = (replace(item, body=change(item.body)) for item in items)
            return replace(block, items=tuple(changed))
        case Entry(_, body):
            return replace(block, body=change(body))
        case Question(_, answer):
            return replace(block, answer=change(answer))
        case _:
            return block


def with_next(body: Body) -> Iterator[tuple[Block, Block | None]]:
    """Each block with the one after it."""
    return zip_longest(body, body[1:])


def lead_in(paragraph: Paragraph) -> tuple[int, str]:
    """The sentence above a list, and its number; the one before it, too, if it refers to that."""
    sentences = [plain(each) for each in split_sentences(paragraph.text)]
    last = len(sentences) - 1
    refers = "continues" in sentence_topics(paragraph)[last]
    first = last - 1 if refers and last and _SUBJECT.match(sentences[last - 1]) else last
    return first, " ".join(sentences[first:])


def _implied_label(block: Block, following: Block | None) -> str:
    """The part of a paragraph that has the function of a label.

    That is the sentence above a list, "Serious side effects include:". Of a paragraph it is the
    subject of the first sentence that is not about effects of any kind, "Less common but serious
    side effects" (can involve …), or that sentence, if it says for which effects to get help.
    """
    if not isinstance(block, Paragraph):
        return ""
    if isinstance(following, Bullets) and introduces(block):
        return lead_in(block)[1]
    for text, topics in zip(split_sentences(block.text), sentence_topics(block), strict=True):
        if _ANY_EFFECT not in topics:
            if subject := _SUBJECT.match(plain(text)):
                return subject[0]
            return plain(text) if topics >= _SAYS_WHEN and _REFERS not in topics else ""
    return ""
