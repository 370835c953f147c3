"""A kind of document as data: which parts it has, in which order, fed by what of a monograph.

A kind is a folder under ``templates/`` with ``kind.toml``, ``page.html`` and ``page.css``. Another
scheme of headings, or another audience, is another such folder and no code.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from leaflet.i18n.messages import ENGLISH, Language

OWN = "own"
"""Stands among ``topics`` for the sections that carry a heading of the author's own."""


@dataclass(frozen=True, slots=True)
class Rank:
    """Groups of effects that stand together under a heading of ours, by what their label says."""

    heading: str
    labels: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a document under a heading of ours.

    ``sections`` are the keys of the sections whose text stands here. ``topics`` calls labelled
    entries and questions out of a section that is at home elsewhere, by a pattern their label
    matches; under ``own``, whole sections of the author's by their heading. ``slots`` are parts
    within the part, in printed order after its own text; one without a heading runs on.

    ``heading`` suits a medicine that is taken, ``spoken`` holds it for one of another verb
    (``use``, ``given``). Groups of effects whose label matches ``first`` come before the others;
    ``ranks`` do the same under headings; ``order`` is that of all labelled statements, by patterns
    of their labels. ``look`` says how the page template draws the part. A
    part with ``always`` appears even when the monograph has nothing for it.
    """

    key: str
    heading: str
    sections: tuple[str, ...] = ()
    topics: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    slots: "tuple[Part, ...]" = ()
    spoken: Mapping[str, str] = field(default_factory=dict)
    first: re.Pattern[str] | None = None
    ranks: tuple[Rank, ...] = ()
    order: tuple[re.Pattern[str], ...] = ()
    look: str = ""
    always: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """How a kind that is one side of paper gets onto it.

    ``sizes`` are those of its text in points, the largest and best first; ``moves`` the keys of
    the parts that move out where the smallest does not do, the first to go first.
    """

    sizes: tuple[float, ...]
    moves: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document: its name, what it calls itself, and its parts in printed order.

    ``headings`` names a section inside a part that holds several. Sections of the author's own stay
    after the section they followed; where there is none before them they open the part ``rest``.
    ``leaves_out`` lists section keys (and ``disclaimers``) that this kind does not print.
    ``most_pages`` is its page budget, 0 for none. Where a label fits the topics of two parts, the
    one that ``route`` names first has it; parts that it does not name come last, as printed.
    A kind with a ``sheet`` is made to fit one side. One that is ``alike`` names the medicines for
    which this one is mistaken. ``tongue`` is the language of its headings.

    Of a project are ``left_out``, the parts that it does without, all of them among the ``spares``,
    and ``house``, its own headings by the key of a part or section and by language; the title
    stands there under ``""``.
    """

    name: str
    title: str
    summary: str
    parts: tuple[Part, ...]
    folder: Path
    rest: str
    headings: Mapping[str, str] = field(default_factory=dict)
    leaves_out: tuple[str, ...] = ()
    most_pages: int = 0
    route: tuple[str, ...] = ()
    sheet: Sheet | None = None
    alike: bool = False
    language: Language = ENGLISH
    spares: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    house: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @property
    def places(self) -> tuple[Part, ...]:
        """All parts and their slots, in printed order."""
        return tuple(place for part in self.parts for place in (part, *part.slots))

    @property
    def claimants(self) -> tuple[Part, ...]:
        """The parts and slots that call in labels, the one to be asked first in front."""
        order = {key: rank for rank, key in enumerate(self.route)}
        calling = (place for place in self.places if place.topics)
        return tuple(sorted(calling, key=lambda place: order.get(place.key, len(order))))
