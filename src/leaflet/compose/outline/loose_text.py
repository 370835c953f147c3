"""Text without a label below a labelled statement that may speak of something else."""

from collections.abc import Callable, Iterator

from leaflet.compose.outline.groups import Body, introduces, label_of
from leaflet.compose.outline.sentence_label import EXCEPTION
from leaflet.monograph.model import Bullets, Entry, Paragraph
from leaflet.monograph.text import plain

_NEEDS_ABOVE = frozenset({EXCEPTION, "continues", "dependent"})
"""The topics of a sentence that cannot be understood without the one above it."""


def labels_above_others(body: Body, is_about: Callable[[Entry, str], bool]) -> Iterator[str]:
    """The labels below whose statement a paragraph stands that may speak of something else.

    It says nothing that ``is_about`` the label, and does not go on with what is above it. Nobody
    knows whether it belongs to the label, so it must not be moved with that, nor be left behind.
    """
    entry: Entry | None = None
    is_open = False
    for block in body:
        if label_of(block):
            entry = block if isinstance(block, Entry) and not block.boxed else None
            is_open = introduces(block)
            continue
        if isinstance(block, Bullets) and any(map(label_of, block.items)):
            entry = None
        if entry and isinstance(block, Paragraph) and not is_open:
            first = {topic.name for topic in block.topics if topic.sentence == 0}
            if first.isdisjoint(_NEEDS_ABOVE) and not is_about(entry, plain(block.text)):
                yield label_of(entry)
        is_open = introduces(block)
