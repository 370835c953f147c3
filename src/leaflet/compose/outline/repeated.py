"""The statements that a part repeats out of the sections of other parts."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from leaflet.compose.outline.chapter import Passage
from leaflet.compose.outline.groups import Body, introduces, label_of
from leaflet.compose.outline.lift import lift
from leaflet.kinds.model import Part
from leaflet.monograph.model import (
    Block,
    Bullets,
    Entry,
    ListItem,
    Paragraph,
    Question,
    Section,
    Subheading,
)
from leaflet.monograph.sentences import sentences
from leaflet.monograph.text import plain

DOSE = "dose"
"""The topic of a sentence with an amount or with how often it is taken."""


def repeated(
    bodies: Iterable[tuple[Body, Section]],
    part: Part,
    *,
    follows: bool = False,
    above: Body = (),
) -> list[Passage]:
    """The statements of bodies of sections that a part repeats; they may follow the text above.

    Where that has headings of its own, they are below that of their section, and so are those of
    the author's own sections: "Severe kidney disease" may say for whom they hold. One with a dose
    does not follow any text: below "Who must not take it" it would be out of place.
    """
    found: dict[str, Block] = {}
    for body, section in bodies:
        lifted = [each for each in lift(body, part.lifts) if _gist(each) not in found]
        lifted = [each for each in lifted if not (follows and _gives_dose(each))]
        all_above = (*above, *found.values())
        is_loose = not all(map(label_of, lifted))
        is_own = not section.key and any(map(label_of, lifted))
        below = _has_heading(all_above) or (is_loose and _has_list(all_above)) or is_own
        if lifted and below:
            found[f"### {section.line}"] = Subheading(section.heading, section.line)
        needs = below or follows or found or not section.key
        named = _named(lifted, section, below=below) if needs else lifted
        found |= {_gist(each): each for each in named}
    return [Passage("", tuple(found.values()), repeats=True)] if found else []


def _has_heading(body: Body) -> bool:
    """Whether a block of a body has a heading in print, which what follows would be below."""
    return any(map(_is_headed, body))


def _is_headed(block: Block) -> bool:
    match block:
        case Entry(_, (Paragraph(), *rest)):
            return any(map(label_of, rest))
        case Entry(_, body):
            return bool(body)
    return isinstance(block, Subheading | Question)


def _has_list(body: Body) -> bool:
    """Whether a list has a lead-in, which what follows without a label would be below."""
    return any(
        introduces(each) or (isinstance(each, Entry) and _has_list(each.body)) for each in body
    )


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


def _named(lifted: Sequence[Block], section: Section, *, below: bool) -> Iterator[Block]:
    """The statements of a section, those without a label below its heading.

    Repeated without it, they would stand below the label of another section. The first that are
    ``below`` that heading need it not again.
    """
    for at, (labelled, blocks) in enumerate(groupby(lifted, lambda block: bool(label_of(block)))):
        if labelled or (below and not at):
            yield from blocks
        else:
            several = tuple(blocks)
            yield Entry(section.heading, several, several[0].line)
