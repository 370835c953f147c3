"""The monograph as a value: what the author wrote, in the nouns of the trade.

::

    Monograph
    ├── front        FrontMatter
    ├── preamble     blocks before the first heading; always shown first, as a warning
    ├── groups       one Group per drug (nearly always exactly one, without a name)
    │   ├── intro    blocks under the drug's heading, before its first section
    │   └── sections Section(key, heading, qualifier, body)
    └── disclaimers  the author's closing paragraphs, lifted from the tail

Blocks: Paragraph, Bullets (of ListItem and Entry), Table, Entry, Question, Subheading.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from leaflet.diagnostics import Diagnostic


class SectionKey(StrEnum):
    """The sections that leaflet recognises by their headings, in any language."""

    GENERIC_NAME = "generic-name"
    USAGE = "usage"
    DOSAGE = "dosage"
    SIDE_EFFECTS = "side-effects"
    HOW_IT_WORKS = "how-it-works"
    PRECAUTIONS = "precautions"
    FAQS = "faqs"
    BRAND_NAMES = "brand-names"
    OTHER = ""
    """A section of the author's own, under a heading that leaflet does not know."""


@dataclass(frozen=True, slots=True)
class Span:
    """A run of characters with the same emphasis.

    ``marks`` holds any of strong, em, code, sub, sup. ``href`` makes it a link, ``image`` (a path
    relative to the monograph) a picture whose alternative text is ``text``. A line break is a span
    whose text is a single newline.
    """

    text: str
    marks: frozenset[str] = frozenset()
    href: str = ""
    image: str = ""


Text = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of running text."""

    text: Text
    line: int = 0


@dataclass(frozen=True, slots=True)
class Subheading:
    """A heading within a section; of a higher ``level`` those are that stand under others."""

    text: Text
    line: int = 0
    level: int = 4


@dataclass(frozen=True, slots=True)
class Entry:
    """A labelled statement, ``**Adults:** 5 mg once daily``, with all that belongs to it.

    ``label`` is the author's, without its closing colon. Nested entries stand in ``body`` as
    entries or inside bullets, in either nesting (population over indication or the reverse).
    """

    label: Text
    body: "tuple[Block, ...]"
    line: int = 0


@dataclass(frozen=True, slots=True)
class ListItem:
    """One unlabelled item of a list."""

    body: "tuple[Block, ...]"
    line: int = 0


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; ``start`` is the first number of an ordered one."""

    items: tuple[ListItem | Entry, ...]
    ordered: bool = False
    start: int = 1
    line: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one row of column heads."""

    head: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Question:
    """A question people ask and its answer, without their ``Q:`` and ``A:``."""

    question: Text
    answer: "tuple[Block, ...]"
    line: int = 0


Block = Paragraph | Subheading | Bullets | Table | Entry | Question


@dataclass(frozen=True, slots=True)
class Section:
    """One section of a monograph.

    ``key`` is one of the keys of ``headings.SECTIONS`` (generic-name, usage, dosage, side-effects,
    how-it-works, precautions, faqs, brand-names) or "" for a section of the author's own.
    ``heading`` is the author's heading; ``qualifier`` what stood beside a known name, as in
    ``Dosage (Not Applicable)``, and is always printed.
    """

    key: str
    heading: Text
    body: tuple[Block, ...]
    qualifier: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """All that is said about one drug; ``name`` is empty unless the file holds several."""

    name: Text
    sections: tuple[Section, ...]
    intro: tuple[Block, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the author states about the medicine and the document, type-checked."""

    title: str
    generic_name: str = ""
    brand_names: tuple[str, ...] = ()
    drug_class: str = ""
    forms: tuple[str, ...] = ()
    boxed_warning: str = ""
    lang: str = "en"
    version: str = ""
    reviewed: date | None = None
    review_due: date | None = None
    reviewer: str = ""
    organisation: str = ""
    contact: str = ""
    url: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FrontMatterKey:
    """A key of the front matter: its line in the file, and its value as it was ``written``.

    A value that is a list or a table has no spelling of its own.
    """

    line: int
    written: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A monograph as its file holds it.

    ``name`` is the path that messages use, ``text`` the whole file, decoded; ``body`` starts at
    line ``body_line`` of it. ``keys`` are those of the front matter.
    """

    name: str
    text: str
    body: str
    body_line: int
    sha256: str
    keys: Mapping[str, FrontMatterKey] = field(default_factory=dict)

    def key_line(self, key: str) -> int:
        """The line of a key of the front matter; 1 where it is missing."""
        return self.keys[key].line if key in self.keys else 1


@dataclass(frozen=True, slots=True)
class Monograph:
    """A monograph, read and understood; ``name`` is the title tidied for display."""

    source: Source
    front: FrontMatter
    name: str
    preamble: tuple[Block, ...]
    groups: tuple[Group, ...]
    disclaimers: tuple[Block, ...]
    diagnostics: tuple[Diagnostic, ...] = field(default=(), compare=False)
