"""The outline of a document: chapters of parts of passages, in printed order."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from leaflet.compose.outline.verb import Verb
from leaflet.kinds.model import Band, Rank
from leaflet.monograph.model import Block, Text
from leaflet.section_key import SectionKey


@dataclass(frozen=True, slots=True)
class Passage:
    """Text of one section within a part; ``key`` is the section's.

    ``heading`` is the author's and printed as it is, ``title`` is leaflet's; most passages have
    neither. A passage that ``repeats`` has sentences that stand elsewhere in the monograph, too.
    ``slot`` is the key of the slot that it fills, ``covers`` are the known sections that the
    heading of the author's own section lists: "Indications and dose".
    """

    key: str
    body: tuple[Block, ...]
    heading: Text = ()
    title: str = ""
    qualifier: str = ""
    repeats: bool = False
    slot: str = ""
    covers: frozenset[SectionKey] = frozenset()

    @property
    def headed(self) -> bool:
        """Whether the passage has a heading of its own within the part."""
        return bool(self.heading or self.title)


@dataclass(frozen=True, slots=True)
class FilledPart:
    """A part of the kind, filled from the monograph; ``note`` is printed if it has no text.

    ``label`` is the author's where it says the same as the heading, which it replaces. Effects
    among its passages are grouped by ``ranks``.
    """

    key: str
    heading: str
    look: str
    passages: tuple[Passage, ...]
    note: str = ""
    ranks: tuple[Rank, ...] = ()
    band: Band = Band.REST
    label: Text = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """All parts of one drug.

    ``name`` is empty unless the document holds several drugs; ``silent`` then lists the headings
    under which there is nothing about this one. ``verb`` is how the medicine is used.
    """

    name: Text
    generic: Text
    intro: tuple[Block, ...]
    parts: tuple[FilledPart, ...]
    silent: tuple[str, ...] = ()
    verb: Verb = "take"


def without_parts(chapters: Sequence[Chapter], keys: Collection[str]) -> tuple[Chapter, ...]:
    """The chapters without some of their parts."""
    return tuple(
        replace(chapter, parts=tuple(part for part in chapter.parts if part.key not in keys))
        for chapter in chapters
    )


def removable_parts(chapters: Sequence[Chapter], keys: Sequence[str]) -> tuple[str, ...]:
    """Those of the keys whose part the document has and may do without.

    A part with a section of the author's own stays, because nobody knows what it warns of.
    """
    present = [part for chapter in chapters for part in chapter.parts if part.passages]
    fixed = {part.key for part in present if any(not passage.key for passage in part.passages)}
    removable = {part.key for part in present} - fixed
    return tuple(key for key in keys if key in removable)
