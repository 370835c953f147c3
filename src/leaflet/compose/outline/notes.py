"""What a document says of a part besides its text: that there is none, or what else to read."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from leaflet.compose.outline.chapter import FilledPart
from leaflet.compose.outline.lift import CONTRAINDICATION
from leaflet.compose.outline.mentions import MOST_LABELS, Mentions
from leaflet.compose.outline.verb import HeadingStyle
from leaflet.kinds.model import Kind, Part
from leaflet.monograph.structure.headings import is_mixed
from leaflet.monograph.text import plain


def empty_part(part: Part, mentions: Mentions, kind: Kind, style: HeadingStyle) -> FilledPart:
    """A part without text; its note says where the monograph speaks of it, or that it is silent."""
    words = kind.language.words
    known = mentions.is_silent(part, kind)
    note = words["not_stated" if known else "no_entry"]
    found = mentions.references(part, kind) or (() if known else mentions.targets(part, kind))
    found = (*found, *_mixed(part, mentions, kind))
    unnamed = [each for each in mentions.unplaced if not any(each in one for one in found)]
    found = found if len(unnamed) > MOST_LABELS else (*found, *unnamed)
    if found:
        note = _with_targets(words["not_labelled"], found, kind)
    return FilledPart(part.key, style.heading(part), "", (), note, band=part.band)


def with_reference(filled: FilledPart, part: Part, mentions: Mentions, kind: Kind) -> FilledPart:
    """A part with text, and a note on where else the document speaks of its topics.

    What only repeats sentences has all of them.
    """
    repeats = any(passage.repeats for passage in filled.passages)
    found = () if repeats else mentions.other_targets(part, kind)
    found = tuple(dict.fromkeys((*found, *_mixed(part, mentions, kind))))
    if not found:
        return filled
    note = _with_targets(kind.language.words["see_also"], found, kind)
    return replace(filled, note=note)


def _mixed(part: Part, mentions: Mentions, kind: Kind) -> Iterator[str]:
    """References to the sections on contraindications and others, "Contraindications, cautions"."""
    headings = {each.heading for each in mentions.group.sections if is_mixed(each.topics)}
    for filled in mentions.parts if CONTRAINDICATION in part.lifts else ():
        for passage in filled.passages:
            if passage.heading in headings and filled.key != part.key:
                yield f"{filled.heading}{kind.language.words['colon']} {plain(passage.heading)}"


def _with_targets(note: str, targets: Sequence[str], kind: Kind) -> str:
    named = kind.language.words["semicolon"].join(targets)
    return note.replace("{parts}", named).replace("?.", "?")
