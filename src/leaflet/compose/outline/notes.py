"""What a document says of a part besides its text: that there is none, or what else to read."""

from collections.abc import Sequence
from dataclasses import replace

from leaflet.compose.outline.chapter import FilledPart
from leaflet.compose.outline.mentions import MOST_LABELS, Mentions
from leaflet.compose.outline.verb import HeadingStyle
from leaflet.kinds.model import Kind, Part


def empty_part(part: Part, mentions: Mentions, kind: Kind, style: HeadingStyle) -> FilledPart:
    """A part without text; its note says where the monograph speaks of it, or that it is silent."""
    words = kind.language.words
    known = mentions.is_silent(part, kind)
    note = words["not_stated" if known else "no_entry"]
    found = mentions.references(part, kind) or (() if known else mentions.targets(part, kind))
    unnamed = [each for each in mentions.unplaced if not any(each in one for one in found)]
    found = () if len(unnamed) > MOST_LABELS else (*found, *unnamed)
    if found:
        note = _with_targets(words["not_labelled"], found, kind)
    return FilledPart(part.key, style.heading(part), "", (), note, band=part.band)


def with_reference(filled: FilledPart, part: Part, mentions: Mentions, kind: Kind) -> FilledPart:
    """A part with text, and a note on where else the document speaks of its topics.

    What only repeats sentences has all of them.
    """
    found = mentions.other_targets(part, kind)
    if not found or any(passage.repeats for passage in filled.passages):
        return filled
    note = _with_targets(kind.language.words["see_also"], found, kind)
    return replace(filled, note=note)


def _with_targets(note: str, targets: Sequence[str], kind: Kind) -> str:
    named = kind.language.words["semicolon"].join(targets)
    return note.replace("{parts}", named).replace("?.", "?")
