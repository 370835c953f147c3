"""What a document says, in the order in which it says it: chapters of parts of passages."""

from dataclasses import dataclass

from leaflet.compose.outline.verb import Verb
from leaflet.kinds.model import Rank
from leaflet.monograph.model import Block, Text


@dataclass(frozen=True, slots=True)
class Passage:
    """Text of one section within a part, ``key`` being the section's.

    ``heading`` is the author's and printed as it is, ``title`` ours; most passages have neither.
    """

    key: str
    body: tuple[Block, ...]
    heading: Text = ()
    title: str = ""
    qualifier: str = ""

    @property
    def headed(self) -> bool:
        """Whether a heading stands above the passage, within the part."""
        return bool(self.heading or self.title)


@dataclass(frozen=True, slots=True)
class FilledPart:
    """A part of the kind, filled from the monograph; ``note`` speaks where there is nothing.

    Effects among its passages are grouped by ``ranks``.
    """

    key: str
    heading: str
    look: str
    passages: tuple[Passage, ...]
    note: str = ""
    ranks: tuple[Rank, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """All parts of one drug.

    ``name`` is empty unless the document holds several; ``silent`` then lists the headings under
    which there is nothing about this one. ``verb`` is what one does with it.
    """

    name: Text
    generic: Text
    intro: tuple[Block, ...]
    parts: tuple[FilledPart, ...]
    silent: tuple[str, ...] = ()
    verb: Verb = "take"
