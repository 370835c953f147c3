"""Groups of blocks within a section: a label of the author's with all that belongs to it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import zip_longest

from leaflet.monograph.model import Block, Bullets, Entry, Paragraph, Question, Subheading, Topics
from leaflet.monograph.sentences import split_sentences
from leaflet.monograph.text import plain

Body = tuple[Block, ...]

EFFECT_GROUP = "effect-group"
"""The topic of a label or lead-in that says how common or how serious effects are."""

EFFECT_SUBJECT = "effect-subject"
"""The topic of a paragraph that begins with such words: "Less common but serious effects"."""

REMARK = "remark"
"""The topic of a label that says nothing about what the text is about, such as "Important"."""

_SAYS_WHEN = frozenset({"emergency", "when-to-get-help"})
_ANY_EFFECT, _REFERS = "any-effect", "dependent"
"""The topics of a sentence that says when to get help, of one that is about effects of any kind,
and of one that needs the text above it."""


def groups(body: Body) -> Iterator[tuple[str, list[Block]]]:
    """Each label with its blocks; the label of what comes before the first one is "".

    A subheading, or a label without a statement right above another label, includes all groups up
    to the next of its kind. If it says how common or serious effects are, it ends at the next label
    that does, too, but not at a remark below a subheading.
    """
    label, ranks, heading, group, is_outer = (
        "",
        False,
        Subheading((), level=6),
        list[Block](),
        False,
    )
    for block, following in with_next(body):
        opened, opens_rank = _opened(block, following)
        heads = is_beside(block, heading) or (isinstance(block, Entry) and not block.body)
        stays = group and isinstance(group[0], Subheading) and _about(topics_of(block), REMARK)
        if opened and (not is_outer or heads or (ranks and opens_rank and not stays)):
            yield label, group
            label, ranks, group = opened, opens_rank, []
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


def opens_effects(block: Block) -> bool:
    """Whether a paragraph begins with how common or serious its effects are: "Common: rash"."""
    stated = block.topics if isinstance(block, Paragraph) else ()
    return any(topic.name == EFFECT_SUBJECT and not topic.sentence for topic in stated)


def lead_in(paragraph: Paragraph) -> tuple[int, str]:
    """The sentence above a list, and its number; the one before it, too, if it refers to that."""
    sentences = [plain(each) for each in split_sentences(paragraph.text)]
    *_, before, last = (frozenset[str](), *sentence_topics(paragraph))
    first = len(sentences) - (2 if "continues" in last and EFFECT_SUBJECT in before else 1)
    return first, " ".join(sentences[first:])


def _opened(block: Block, following: Block | None) -> tuple[str, bool]:
    """The label that a block opens a group with, and whether it says how common effects are.

    A paragraph has one in the sentence above a list, "Serious side effects include:". Else it is
    the subject of the first sentence that is not about effects of any kind, "Less common but
    serious side effects" (can involve …), or that sentence, if it says when to get help.
    """
    if not isinstance(block, Paragraph):
        return label_of(block), _about(topics_of(block), EFFECT_GROUP)
    if isinstance(following, Bullets) and introduces(block):
        return lead_in(block)[1], _about(block.topics, EFFECT_GROUP)
    for number, topics in enumerate(sentence_topics(block)):
        if _ANY_EFFECT not in topics:
            own = (each for each in block.topics if each.sentence == number)
            if subject := next((each for each in own if each.name == EFFECT_SUBJECT), None):
                return subject.words, True
            says_when = topics >= _SAYS_WHEN and _REFERS not in topics
            return (plain(split_sentences(block.text)[number]) if says_when else ""), False
    return "", False


def _about(topics: Topics, name: str) -> bool:
    return any(topic.name == name for topic in topics)
