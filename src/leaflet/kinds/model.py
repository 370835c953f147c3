"""A kind of document as data: its parts, in order, and what of a monograph goes into each.

A kind is a folder under ``templates/`` with ``kind.toml``, ``page.html`` and ``page.css``. Another
audience is another such folder and no code. The fields of these classes are the keys of
``kind.toml``; where a key has another name, ``key`` in the field's metadata says which.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from leaflet.config.expression import Expression
from leaflet.config.value_types import (
    Choice,
    Count,
    Flag,
    HeadingsByKey,
    Names,
    Pattern,
    Patterns,
    Sizes,
    Text,
    TopicChoice,
    TopicsByKey,
)
from leaflet.i18n.messages import ENGLISH, Language
from leaflet.topics.table import Phrases, Ranked, TopicTable

OWN = "own"
"""The key among ``topics`` for sections under a heading of the author's own."""


def _key(name: str, **default: Any) -> Any:
    """A field under another key of ``kind.toml``; under none if the name is empty."""
    return field(metadata={"key": name}, **default)


class Look(StrEnum):
    """How the page template draws a part."""

    PLAIN = ""
    BAND = "band"
    TABLE = "table"
    BRIEF = "brief"
    URGENCY = "urgency"


class Band(StrEnum):
    """Where a part stands on a sheet: in the rail or the column beside it, in a cell, or below."""

    REST = ""
    STOP = "stop"
    RAIL = "rail"
    DOSE = "dose"
    ADJUST = "adjust"


@dataclass(frozen=True, slots=True)
class Rank:
    """A heading for groups of side effects on one of its topics, or whose label matches.

    One without topics and ``labels`` is for all others. ``phrases`` are those that tell it,
    in the language of the kind.
    """

    heading: Text
    topics: Names = ()
    labels: Pattern | None = None
    phrases: tuple[Phrases, ...] = _key("", default=())


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a document under a heading of leaflet's.

    ``sections`` are the keys of the sections that are printed in it. ``topics`` takes labelled
    statements and questions out of a section that belongs to another part, by what they are about;
    under ``own``, whole sections of the author's. A pattern of labels may stand for the topics.
    A part that nobody claims for repeats the sentences that state one of the topics in ``lifts``.
    An empty part refers to statements on its topics, or on those that it is ``about``, unless they
    stand in the sections that it ``skips`` and say there what is, not what to do; one with text
    refers to statements on the topics in ``refers`` that stand elsewhere in the document.
    ``slots`` are parts within the part, in printed order after its own text; one without a heading
    runs on.

    ``heading`` suits a medicine that is taken; ``heading_use`` and ``heading_given`` one that is
    used, or given by somebody else. Groups of effects on the topics ``first`` come before the
    others, in the order of the topics; ``ranks`` do the same under headings; ``order`` sorts all
    labelled statements, by topics or patterns of their labels. ``band`` is the place of the part on
    a sheet. A part with ``always`` appears even when the monograph has nothing for it.
    """

    key: Text
    heading: str
    sections: Names = ()
    topics: TopicsByKey = field(default_factory=dict)
    lifts: Names = ()
    about: Names = ()
    refers: Names = ()
    skips: Names = ()
    slots: "tuple[Part, ...]" = _key("slot", default=())
    heading_use: str = ""
    heading_given: str = ""
    first: Choice = TopicChoice()
    first_phrases: Ranked = _key("", default=())
    ranks: tuple[Rank, ...] = _key("rank", default=())
    order: Patterns = ()
    order_phrases: Ranked = _key("", default=())
    look: Look = Look.PLAIN
    band: Band = Band.REST
    always: Flag = False

    @property
    def subjects(self) -> frozenset[str]:
        """The topics that the part is about."""
        claimed = (name for choice in self.topics.values() for name in choice.names)
        return frozenset(self.about or claimed)

    def heading_for(self, verb: str) -> str:
        """The heading for a medicine that one has to ``take`` or ``use``, or that is ``given``."""
        return {"use": self.heading_use, "given": self.heading_given}.get(verb) or self.heading


@dataclass(frozen=True, slots=True)
class Sheet:
    """How a kind of one side of paper is made to fit.

    ``sizes`` are those of its text in points, the largest and best first; ``moves`` the keys of
    the parts that are left out where the smallest does not fit, the first to go first.
    """

    sizes: Sizes
    moves: Names = ()


@dataclass(frozen=True, slots=True)
class Sides:
    """How a kind with a side to act on and sides to know is made up.

    The first side has, of the parts and slots with these keys: what the medicine is for
    (``purpose``), who must not have it (``bans``), how to take it (``how``), the effects with one
    of the topics ``alarms`` (``urgent``), and a cell for each of the ``cells``, the most important
    first. Everything else follows in two columns, by part in the order of ``rest``. ``sizes`` are
    those of its text in points, the largest and best first; ``long_size`` is that of a leaflet on
    more than two sides.
    """

    sizes: Sizes
    long_size: float
    purpose: Text
    bans: Text
    how: Text
    urgent: Text
    alarms: Choice
    cells: Names
    rest: Names


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document: its name, title, and parts in printed order.

    ``headings`` names a section inside a part that holds several. Sections of the author's own stay
    after the section they followed; where there is none before them they open the part ``rest``.
    ``leaves_out`` lists section keys (and ``disclaimers``) that this kind does not print,
    ``leaves_out_own`` the headings of such sections of the author's own.
    ``most_pages`` is its page budget, 0 for none. Where a label fits the topics of two parts, the
    one that ``route`` names first gets it; parts that it does not name come last, as printed.
    A kind with a ``sheet`` is made to fit one side, one with ``sides`` begins with a side to act
    on; without either it keeps the order of its parts. One that is ``alike`` names the medicines it
    may be mistaken for. ``language`` is that of its headings, ``phrases`` are the topics' in it.

    A project sets ``left_out``, the parts that it does without, all of them among the ``spares``,
    and ``project_headings``, its own headings by the key of a part or section and by language,
    with the title under ``""``.
    """

    name: str
    title: Text
    summary: Text
    parts: tuple[Part, ...] = field(metadata={"key": "part"})
    folder: Path
    rest: Text
    headings: HeadingsByKey = field(default_factory=dict)
    leaves_out: Names = ()
    leaves_out_own: Names = ()
    most_pages: Count = 0
    route: Names = ()
    sheet: Sheet | None = None
    sides: Sides | None = None
    alike: Flag = False
    spares: Names = ()
    language: Language = _key("", default=ENGLISH)
    phrases: TopicTable = _key("", default_factory=TopicTable)
    left_out: tuple[str, ...] = _key("", default=())
    project_headings: Mapping[str, Mapping[str, str]] = _key("", default_factory=dict)

    @property
    def all_parts(self) -> tuple[Part, ...]:
        """All parts and their slots, in printed order."""
        return tuple(each for part in self.parts for each in (part, *part.slots))

    def with_phrases(self, table: TopicTable) -> "Kind":
        """The kind with the phrases of a language, also in the parts that order by them."""
        parts = tuple(_with_phrases(part, table) for part in self.parts)
        return replace(self, parts=parts, phrases=table)

    def omits(self, key: str, heading: str) -> bool:
        """Whether the kind leaves out a section, by its key or else by its author's heading."""
        own = (name.casefold() for name in self.leaves_out_own)
        return key in self.leaves_out if key else heading.strip(" :").casefold() in own

    @property
    def claimants(self) -> tuple[Part, ...]:
        """The parts and slots with topics, in the order in which they may claim a label."""
        order = {key: number for number, key in enumerate(self.route)}
        with_topics = (part for part in self.all_parts if part.topics)
        return tuple(sorted(with_topics, key=lambda part: order.get(part.key, len(order))))


def _with_phrases(part: Part, table: TopicTable) -> Part:
    def phrases(topics: Iterable[str], label: Pattern | None) -> tuple[Phrases, ...]:
        own = [Phrases(label=Expression.of(label))] if label else []
        return (*own, *(each for topic in topics for each in table.get(topic, ())))

    ranks = tuple(replace(rank, phrases=phrases(rank.topics, rank.labels)) for rank in part.ranks)
    pattern = part.first.pattern
    first = (((Phrases(label=Expression.of(pattern)),),) if pattern else ()) + tuple(
        tuple(table.get(topic, ())) for topic in part.first.ranked
    )
    order = tuple(
        tuple(table.get(each.pattern, [Phrases(label=Expression.of(each))])) for each in part.order
    )
    return replace(part, ranks=ranks, first_phrases=first, order_phrases=order)
