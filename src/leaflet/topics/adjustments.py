"""What a dosage section says about changing the dose: for whom, and beside which medicines."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from leaflet.monograph.model import (
    Block,
    Bullets,
    Entry,
    Paragraph,
    Subheading,
    Table,
    Topic,
    Topics,
)

INTERACTION = "interaction"
ADJUSTMENT = "adjustment"
"""A warning about one of the organs that says how the dose changes is about that, too."""

ONLY_ADJUSTS = "adjustment-alone"
"""The topic of a label that says of what it labels only that it changes the dose."""

ORGANS = ("renal", "hepatic")

STATES_DOSE = (ADJUSTMENT, "dose")
"""Topics of a text that says how much is taken, or how that changes."""


def with_adjustments(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks of a dosage section, with what other medicines change in it as adjustments.

    A label such as "Dose adjustments" without text of its own is above the adjustments that follow.
    """
    return tuple(_gathered(_with_doses(blocks)))


def stated(body: tuple[Block, ...], name: str) -> Iterator[Topic]:
    """The topic of this name wherever a paragraph states it."""
    for block in body:
        match block:
            case Paragraph(_, _, topics) | Table(_, _, _, topics):
                yield from (topic for topic in topics if topic.name == name)
            case Bullets(items):
                yield from (each for item in items for each in stated(item.body, name))
            case Entry(_, inner):
                yield from stated(inner, name)


def with_dose(topics: Topics, body: tuple[Block, ...]) -> Topics:
    """The topics of a label above a body of the dosage section, which may state a dose."""
    if not any(any(stated(body, name)) for name in STATES_DOSE):
        return topics
    return tuple(
        each._replace(name=ADJUSTMENT) if each.name == INTERACTION else each for each in topics
    )


def _with_doses(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks of a dosage section, with what other medicines change in it as adjustments."""
    for number, block in enumerate(blocks, start=1):
        match block:
            case Subheading(_, _, _, topics):
                below = takewhile(lambda one: not isinstance(one, Subheading), blocks[number:])
            case Entry(_, (), _, topics):
                below = takewhile(
                    lambda one: not isinstance(one, Subheading | Entry), blocks[number:]
                )
            case _:
                yield block
                continue
        yield replace(block, topics=with_dose(topics, tuple(below)))


def _gathered(blocks: Iterator[Block]) -> Iterator[Block]:
    above: Entry | None = None
    for block in blocks:
        if above and isinstance(block, Entry) and block.body and _has(block, ADJUSTMENT, *ORGANS):
            above = replace(above, body=(*above.body, block))
            continue
        if above:
            yield above
        above = None
        if isinstance(block, Entry) and not block.body and _has(block, ONLY_ADJUSTS):
            above = block
        else:
            yield block
    if above:
        yield above


def _has(entry: Entry, *names: str) -> bool:
    return any(topic.name in names for topic in entry.topics)
