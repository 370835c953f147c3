"""The statements that a part repeats out of the sections of other parts."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from leaflet.compose.outline.chapter import Passage
from leaflet.compose.outline.groups import Body, label_of
from leaflet.compose.outline.lift import lift
from leaflet.compose.outline.restated import Bans
from leaflet.kinds.model import Part
from leaflet.monograph.model import Block, Bullets, Entry, ListItem, Paragraph, Question, Section
from leaflet.monograph.sentences import sentences
from leaflet.monograph.text import plain

DOSE = "dose"
"""The topic of a sentence with an amount or with how often it is taken."""


def repeated(
    bodies: Iterable[tuple[Body, Section]],
    part: Part,
    *,
    follows: bool = False,
    bans: Bans | None = None,
) -> list[Passage]:
    """The statements of bodies of sections that a part repeats; they may follow other text.

    One with a dose does not follow any: below "Who must not take it" it would be out of place. Nor
    does one that says only what the ``bans`` of that text say.
    """
    found: dict[str, Block] = {}
    for body, section in bodies:
        lifted = [each for each in lift(body, part.lifts) if _gist(each) not in found]
        lifted = [each for each in lifted if not (follows and _gives_dose(each))]
        lifted = [*_not_stated(lifted, bans)] if bans else lifted
        named = _named(tuple(lifted), section) if follows or found else lifted
        found |= {_gist(each): each for each in named}
    return [Passage("", tuple(found.values()), repeats=True)] if found else []


def _not_stated(lifted: Iterable[Block], bans: Bans) -> Iterator[Block]:
    """The statements that say more than the bans; those without a label need each other."""
    for labelled, blocks in groupby(lifted, lambda block: bool(label_of(block))):
        several = tuple(blocks)
        for body in [(each,) for each in several] if labelled else [several]:
            if not bans.restated_by(body):
                yield from body


def _gives_dose(block: Block | ListItem) -> bool:
    """Whether a statement has an amount to take; "30 mL/min" is the clearance of a kidney."""
    match block:
        case Paragraph(text, _, topics):
            words = (topic.words for topic in topics if topic.name == DOSE)
            return any(not re.search(rf"{re.escape(one)}\s?/\s?min", plain(text)) for one in words)
        case Entry(_, inner) | Question(_, inner) | ListItem(inner):
            return any(map(_gives_dose, inner))
        case Bullets(items):
            return any(map(_gives_dose, items))
    return False


def _gist(block: Block) -> str:
    """The words of a statement: what says the same in the same words is repeated once."""
    found = (text for each in sentences((block,)) for text in (*each.under, each.label, each.text))
    return " ".join(re.findall(r"\w+", " ".join(map(plain, found)).casefold())) or repr(block)


def _named(body: Body, section: Section) -> Iterator[Block]:
    """The statements of a section, those without a label below its heading.

    Repeated without it, they would stand below the label of another section.
    """
    for labelled, blocks in groupby(body, lambda block: bool(label_of(block))):
        if labelled:
            yield from blocks
        else:
            several = tuple(blocks)
            yield Entry(section.heading, several, several[0].line)
