"""Cuts a passage into the pieces between which a column may end, each in the way its part looks."""

from collections.abc import Iterator
from dataclasses import replace

from leaflet.compose.measure.table_space import TableSpace
from leaflet.compose.outline.chapter import FilledPart
from leaflet.compose.outline.groups import Body, introduces, nesting_depths, opens_effects
from leaflet.compose.sheet.amounts import emphasise_amounts
from leaflet.compose.sheet.dose_table import Segment, rows_apart, split_doses
from leaflet.compose.sheet.inline_lists import inline_lists
from leaflet.kinds.model import Band, Look
from leaflet.monograph.model import Block, Bullets, Entry, Paragraph, Subheading
from leaflet.monograph.sentences import split_sentences


def cut_passage(body: Body, part: FilledPart, space: TableSpace) -> list[Segment]:
    """The rows of doses, and text cut at its labels; ``space`` is what is available to a table.

    In the narrow rail, text is cut at its paragraphs, items and sentences as well.
    """
    if part.look == Look.TABLE:
        segments = split_doses(emphasise_amounts(body), space.column_width, space.row_height)
    else:
        segments = (Segment(body=inline_lists(body) if part.look == Look.BRIEF else body),)
    cuts = [
        cut
        for segment in segments
        for cut in (rows_apart(segment) if segment.rows else _cut(segment.body, part))
    ]
    if part.band == Band.RAIL:
        cuts = [sentence for cut in cuts for sentence in _sentences_apart(cut)]
    return cuts


def _cut(body: Body, part: FilledPart) -> list[Segment]:
    """The body cut before its labels and, in the narrow rail, before its paragraphs and items."""
    return _cut_at_labels(_with_items_apart(body, every=part.band == Band.RAIL), part.band)


def _sentences_apart(segment: Segment) -> Iterator[Segment]:
    """The sentences of a paragraph, with or without a label; each joins the one before it."""
    match segment.body:
        case (Paragraph(text) as block,) if not introduces(block):
            first, *others = split_sentences(text) or [text]
            body: Body = (replace(block, text=first),)
        case (Entry(_, (Paragraph(text) as block,)) as entry,) if not introduces(block):
            first, *others = split_sentences(text) or [text]
            body = (replace(entry, body=(replace(block, text=first),)),)
        case _:
            yield segment
            return
    yield replace(segment, body=body)
    yield from (Segment(body=(replace(block, text=each),), joins=True) for each in others)


def _with_items_apart(body: Body, *, every: bool) -> Body:
    """The body with each item of its unnumbered lists as a list of its own, if it has a label."""
    return tuple(
        each
        for block in body
        for each in (
            [replace(block, items=(item,)) for item in block.items]
            if isinstance(block, Bullets)
            and not block.ordered
            and (every or all(isinstance(item, Entry) for item in block.items))
            else [block]
        )
    )


def labelled_item(block: Block) -> Entry | None:
    """The statement that is the only item of a list."""
    match block:
        case Bullets((Entry() as entry,), ordered=False):
            return entry
    return None


def _cut_at_labels(body: Body, band: Band) -> list[Segment]:
    """The body cut before each of its labels; what is under a subheading stays whole."""
    cuts: list[Segment] = []
    headed = False
    for block, depth in zip(body, nesting_depths(body), strict=True):
        headed = headed or isinstance(block, Subheading)
        labelled = isinstance(block, Entry) or labelled_item(block) or opens_effects(block)
        is_start = labelled or band == Band.RAIL
        if not cuts or isinstance(block, Subheading) or (is_start and not headed):
            cuts.append(Segment(depth=depth))
        cuts[-1] = replace(cuts[-1], body=(*cuts[-1].body, block))
    return cuts
