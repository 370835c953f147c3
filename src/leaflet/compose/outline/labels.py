"""What the author's labels decide: to which part a statement goes, and which comes first."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import compress
from operator import not_

from leaflet.compose.outline.closing import split_closing
from leaflet.compose.outline.groups import (
    Body,
    groups,
    is_beside,
    label_of,
    topics_of,
    with_next,
)
from leaflet.compose.outline.sentence_label import begins_sentence, is_exception, is_new
from leaflet.monograph.model import (
    Block,
    Bullets,
    Entry,
    ListItem,
    Paragraph,
    Question,
    Subheading,
    Topics,
)
from leaflet.topics.adjustments import ONLY_ADJUSTS
from leaflet.topics.instructions import REFERENCE
from leaflet.topics.table import LIMITS, PEOPLE, Phrases, Ranked, Where

Wanted = Callable[[str, Topics], bool]
"""Whether a label with its topics is one of those looked for."""


def claim(body: Body, wanted: Wanted, ends: Sequence[Phrases] = ()) -> tuple[Body, Body]:
    """The labelled statements of ``body`` whose label is ``wanted``, and what remains.

    Text under a subheading stays under it, and a statement that refers to its neighbours stays with
    them. A numbered list is never taken apart, nor is a list whose items need the sentence above
    it. Text without a label goes with the label above it, and so does a box.
    """
    decided = list(_decide(body, wanted, ends))
    return (
        tuple(block for block, claimed in decided if claimed),
        tuple(block for block, claimed in decided if not claimed),
    )


def _decide(body: Body, wanted: Wanted, ends: Sequence[Phrases]) -> Iterator[tuple[Block, bool]]:
    """Each block, lists of labelled items divided in two, with whether it is claimed."""
    for heading, topics, blocks in _under_subheadings(body):
        if heading:
            claimed = wanted(heading, topics) and not any(map(refers_elsewhere, blocks))
            yield from ((block, claimed) for block in blocks)
            continue
        claimed = begun = False
        for above, block in zip((None, *blocks), blocks, strict=False):
            claimed = claimed and not (begun and is_new(block))
            if isinstance(block, Bullets) and _is_divisible(block, above):
                claimed = False
                yield from _divide(block, wanted)
            else:
                stays = claimed and isinstance(block, Entry) and block.boxed
                claimed = stays or (
                    wanted(label, topics_of(block)) and not refers_elsewhere(block)
                    if (label := label_of(block))
                    else claimed
                )
                begun = begins_sentence(block, ends) if label else begun
                yield from [(block, True)] if claimed else _within_adjustments(block, wanted)


def _within_adjustments(block: Block, wanted: Wanted) -> Iterator[tuple[Block, bool]]:
    """A statement; one about adjusting doses in general is divided like the section it stands in.

    What is claimed does not need its label, unless nothing remains below that.
    """
    if not isinstance(block, Entry) or ONLY_ADJUSTS not in (topic.name for topic in block.topics):
        yield block, False
        return
    claimed, others = claim(block.body, wanted)
    if claimed and others:
        yield from ((each, True) for each in claimed)
        yield replace(block, body=others), False
    else:
        yield block, bool(claimed)


def refers_elsewhere(block: Block | ListItem) -> bool:
    """Whether a statement refers to what is above or below it, "as described above"."""
    match block:
        case Paragraph():
            return any(topic.name == REFERENCE for topic in block.topics)
        case Bullets(items):
            return any(map(refers_elsewhere, items))
        case Entry(_, body) | ListItem(body) | Question(_, body):
            return any(map(refers_elsewhere, body))
    return False


def _is_divisible(bullets: Bullets, above: Block | None) -> bool:
    """Whether a list has labelled items, and they need neither its order nor the words above it."""
    lead = above.topics if isinstance(above, Paragraph) else ()
    needs_lead = any(topic.name in (LIMITS, PEOPLE) for topic in lead)
    return bool(_labels(bullets)) and not bullets.ordered and not needs_lead


def _divide(bullets: Bullets, wanted: Wanted) -> Iterator[tuple[Block, bool]]:
    """The claimed items of a list, then the others; a single claimed item needs no list."""
    claims = [
        bool(label_of(item))
        and wanted(label_of(item), topics_of(item))
        and not refers_elsewhere(item)
        for item in bullets.items
    ]
    for at, item in enumerate(bullets.items[1:], 1):
        claims[at] = claims[at] or (claims[at - 1] and is_exception(item))
    claimed = tuple(compress(bullets.items, claims))
    others = tuple(compress(bullets.items, map(not_, claims)))
    if len(claimed) == 1 and isinstance(claimed[0], Entry):
        yield claimed[0], True
    elif claimed:
        yield replace(bullets, items=claimed), True
    if others:
        yield replace(bullets, items=others), False


def fixed_labels(body: Body) -> frozenset[str]:
    """The labels whose statements cannot move without becoming ambiguous.

    A label is fixed if it occurs more than once, of statements or list items, or if text without a
    label follows it, which may be about it or about everything above.
    """
    rows = (block.items if isinstance(block, Bullets) else (block,) for block in body)
    labels = Counter(label_of(each) for row in rows for each in row)
    repeated = {label for label, times in labels.items() if times > 1}
    followed = {label_of(one) for one, after in with_next(body) if after and not _labels(after)}
    return frozenset((repeated | followed) - {""})


def put_first(body: Body, ranked: Ranked) -> Body:
    """The body with the groups whose label has phrases of the first rank in front, and so on.

    Text before the first label stays in front. Text after a group stays with it, because it may be
    about it; so no text ends up under a label that is not its own.
    """
    effects, serious, closing = split_closing(body)
    labelled = groups(tuple(_items_first(block, ranked) for block in effects))
    in_order = sorted(labelled, key=lambda group: _rank(group[0], ranked) if group[0] else -1)
    return (*(block for _, group in in_order for block in group), *serious, *closing)


def _rank(own: str, ranked: Ranked) -> int:
    return next((n for n, phrases in enumerate(ranked) if says(own, phrases)), len(ranked))


def says(label: str, phrases: Sequence[Phrases], where: Where = Where.LABEL) -> bool:
    """Whether a label has one of the phrases, or a sentence if ``where`` says so."""
    return bool(label) and any(each.search(label, where) for each in phrases)


def _items_first(block: Block, ranked: Ranked) -> Block:
    if not isinstance(block, Bullets) or block.ordered:
        return block
    items = sorted(block.items, key=lambda item: _rank(label_of(item), ranked))
    return replace(block, items=tuple(items))


def _labels(block: Block) -> tuple[str, ...]:
    """The labels of a block, or of the items of a list."""
    each = block.items if isinstance(block, Bullets) else (block,)
    return tuple(filter(None, map(label_of, each)))


def _under_subheadings(body: Body) -> Iterator[tuple[str, Topics, list[Block]]]:
    """The blocks by the outermost subheading above them with its topics, "" before the first."""
    head, topics, heading, group = "", Topics(), Subheading((), level=6), list[Block]()
    for block, following in with_next(body):
        if is_beside(block, heading) or _heads_questions(block, following):
            yield head, topics, group
            head, topics, group = label_of(block), topics_of(block), []
            heading = block if isinstance(block, Subheading) else heading
        group.append(block)
    yield head, topics, group


def _heads_questions(block: object, following: object) -> bool:
    """Whether a label without a statement is above questions, as the name of a drug may be."""
    return isinstance(block, Entry) and not block.body and isinstance(following, Question)
