"""What the author's labels decide: which statement stands in which part, and which comes first.

Only labels count, never the text they label: "more than 12 hours" in an answer says nothing about
where it belongs.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

from leaflet.compose.outline.groups import OF_WHOM, Body, groups, is_beside, label_of, with_next
from leaflet.compose.outline.sentences import split
from leaflet.monograph.model import Block, Bullets, Entry, ListItem, Paragraph, Question, Subheading
from leaflet.monograph.text import plain

_NARROWS = re.compile(
    rf"{OF_WHOM}|\b(if|when|unless|until|before|during|do not|don't|never|avoid|tell|ask|stop)\b",
    re.IGNORECASE,
)
"""Words above a list without which its items say something else: "Do not take it if you have:"."""


def claim(body: Body, wanted: Callable[[str], bool]) -> tuple[Body, Body]:
    """The labelled statements of ``body`` whose label is ``wanted``, and what remains.

    What stands under a subheading stays under it; an ordered list is never taken apart, nor is one
    whose leading words its items need. Text without a label goes with the one above it.
    """
    taken: list[Block] = []
    left: list[Block] = []
    for head, chunk in _under_subheadings(body):
        if head:
            (taken if wanted(head) else left).extend(chunk)
            continue
        follows = left
        for above, block in zip([None, *chunk], chunk, strict=False):
            if isinstance(block, Bullets) and not block.ordered and not _needs(above):
                if not _labels(block):
                    follows.append(block)
                    continue
                follows = left
                called = tuple(item for item in block.items if _is(item, wanted))
                others = tuple(item for item in block.items if not _is(item, wanted))
                taken += _alone(called) or ([replace(block, items=called)] if called else [])
                left += [replace(block, items=others)] if others else []
            else:
                if label_of(block):
                    follows = taken if _is(block, wanted) else left
                follows.append(block)
    return tuple(taken), tuple(left)


def bound(body: Body) -> frozenset[str]:
    """The labels that must stay where they are, or nobody could tell what they speak of.

    They stand more than once, before statements or items of lists, or text without a label follows
    them, which may speak of them or of everything above.
    """
    rows = (block.items if isinstance(block, Bullets) else (block,) for block in body)
    labels = Counter(label_of(each) for row in rows for each in row)
    again = {label for label, times in labels.items() if times > 1}
    led = {label_of(one) for one, after in with_next(body) if after and not _labels(after)}
    return frozenset((again | led) - {""})


def put_first(body: Body, label: re.Pattern[str]) -> Body:
    """The body with the groups whose label matches before the others, order kept otherwise.

    Text before the first label stays in front; text after a group stays with it, because it may
    speak of it. A group without a label is thus never drawn under a label that is not its own.
    """
    labelled = groups(tuple(_items_first(block, label) for block in body))
    ranked = sorted(labelled, key=lambda group: _rank(group[0], label))
    return tuple(block for _, group in ranked for block in group)


def _alone(items: tuple[ListItem | Entry, ...]) -> list[Block]:
    """A single labelled item as an entry of its own: one bullet makes no list."""
    return [item for item in items if isinstance(item, Entry)] if len(items) == 1 else []


def _rank(head: str, label: re.Pattern[str]) -> int:
    return 0 if not head else 1 if label.search(head) else 2


def _labels(block: Block) -> tuple[str, ...]:
    """The labels of a block, or of the items of a list."""
    each = block.items if isinstance(block, Bullets) else (block,)
    return tuple(filter(None, map(label_of, each)))


def _needs(above: Block | None) -> bool:
    """Whether the items of a list need what leads to it, as in "In children:"."""
    said = plain(split(above.text)[-1]) if isinstance(above, Paragraph) else ""
    return said.endswith(":") and bool(_NARROWS.search(said))


def _is(block: object, wanted: Callable[[str], bool]) -> bool:
    return bool(label_of(block)) and wanted(label_of(block))


def _under_subheadings(body: Body) -> Iterator[tuple[str, list[Block]]]:
    """The blocks by the outermost subheading they stand under; those before the first under ""."""
    head, above, group = "", Subheading((), level=6), list[Block]()
    for block, following in with_next(body):
        if is_beside(block, above) or _heads_questions(block, following):
            yield head, group
            head, group = label_of(block), []
            above = block if isinstance(block, Subheading) else above
        group.append(block)
    yield head, group


def _heads_questions(block: object, following: object) -> bool:
    """Whether a label without a statement stands above questions, as a drug's name does."""
    return isinstance(block, Entry) and not block.body and isinstance(following, Question)


def _items_first(block: Block, label: re.Pattern[str]) -> Block:
    if not isinstance(block, Bullets) or block.ordered:
        return block
    return replace(
        block, items=tuple(sorted(block.items, key=lambda item: not label.search(label_of(item))))
    )
