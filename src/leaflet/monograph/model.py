"""The monograph as a value: what the author wrote, by section, label and question.

::

    Monograph
    ├── front        FrontMatter
    ├── preamble     blocks before the first heading; always shown first, as a warning
    ├── groups       one Group per drug; nearly always one, without a name
    │   ├── intro    blocks below the drug's name, before its first section
    │   └── sections Section(key, heading, qualifier, body)
    └── disclaimers  the author's closing paragraphs, taken off the end
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple
from urllib.parse import unquote

from leaflet.config.markup import REFUSED, MarkupChoice
from leaflet.config.section_names import SectionNames
from leaflet.config.value_types import Address, Day, QuotedText, QuotedTexts, Tag
from leaflet.diagnostics import Diagnostic
from leaflet.section_key import SectionKey

CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Span:
    """Characters with the same emphasis; a single newline is a line break."""

    text: str
    marks: frozenset[str] = frozenset()
    """Any of strong, em, code, sub and sup, or the caption of a picture before it."""
    href: str = ""
    image: str = ""
    """The path of a picture, relative to the monograph; ``text`` is its alternative text."""
    width: str = ""  # of a picture, such as 50%; empty for its own
    statement: int = field(default=0, compare=False)  # its number, if versions are compared


Text = tuple[Span, ...]


class Topic(NamedTuple):
    """What a statement is about, and the words of its label that say so."""

    name: str
    words: str = ""
    sentence: int = 0
    """Which sentence of a paragraph says so, from 0."""


Topics = tuple[Topic, ...]
"""As :mod:`leaflet.topics` assigns them."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of running text."""

    text: Text
    line: int = 0
    topics: Topics = ()
    """What its sentences state, such as a contraindication; not what they only speak of."""


@dataclass(frozen=True, slots=True)
class Subheading:
    """A heading within a section; one with a higher ``level`` is below one with a lower."""

    text: Text
    line: int = 0
    level: int = 4
    topics: Topics = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A labelled statement, ``**Adults:** 5 mg once daily``, with all that belongs to it.

    Its body may hold entries, directly or in a list, such as populations within an indication.
    """

    label: Text
    """The author's label, without the colon at its end."""
    body: "tuple[Block, ...]"
    line: int = 0
    topics: Topics = ()
    boxed: bool = False  # "> [!NOTE]", which ends where its author ended it


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item of a list that has no label."""

    body: "tuple[Block, ...]"
    line: int = 0


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list, with bullets or ``ordered``; ``start`` is the number of its first item."""

    items: tuple[ListItem | Entry, ...]
    ordered: bool = False
    start: int = 1
    line: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one row of column heads. The ``sentence`` of a topic is its row, 0 for them."""

    head: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    line: int = 0
    topics: Topics = ()
    repeats_head: bool = False  # the heads are above other rows, too


@dataclass(frozen=True, slots=True)
class Question:
    """A question that people ask and its answer, without the ``Q:`` and ``A:``."""

    question: Text
    answer: "tuple[Block, ...]"
    line: int = 0
    topics: Topics = ()


Block = Paragraph | Subheading | Bullets | Table | Entry | Question


@dataclass(frozen=True, slots=True)
class Section:
    """One section of a monograph, with the heading as its author wrote it."""

    key: SectionKey
    heading: Text
    body: tuple[Block, ...]
    qualifier: str = ""
    """What is beside a known name, as in ``Dosage (Not Applicable)``; it is always printed."""
    line: int = 0
    topics: Topics = ()
    """Those of an author's own section, or of a name that lists contraindications and others."""
    covers: frozenset[SectionKey] = frozenset()
    """The known sections that a heading of the author's own lists, "Dosage and side effects"."""


@dataclass(frozen=True, slots=True)
class Group:
    """The text about one drug; ``name`` is empty unless the file is about several."""

    name: Text
    sections: tuple[Section, ...]
    intro: tuple[Block, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Facts about the medicine and the document, by the keys of the front matter."""

    title: QuotedText
    generic_name: QuotedText = ""
    brand_names: QuotedTexts = ()
    drug_class: QuotedText = ""
    forms: QuotedTexts = ()
    boxed_warning: QuotedText = ""
    lang: Tag = "en"
    version: QuotedText = ""
    reviewed: Day | None = None
    review_due: Day | None = None
    reviewer: QuotedText = ""
    organisation: QuotedText = ""
    contact: QuotedText = ""
    url: Address = ""
    sources: QuotedTexts = ()
    changes: QuotedTexts = ()
    """What is new in this version, for patients, in the author's words."""


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

    ``name`` is the path that messages use, ``text`` the whole file, decoded, without what the
    project leaves out by its choice of ``markup``; ``stripped`` reports that. ``body`` starts at
    line ``body_line`` of it. ``keys`` are those of the front matter; ``excess`` are errors for what
    exceeds the limits, though not so far that the text could not be searched for other faults.
    """

    name: str
    text: str
    body: str
    body_line: int
    sha256: str
    keys: Mapping[str, FrontMatterKey] = field(default_factory=dict)
    excess: tuple[Diagnostic, ...] = ()
    stripped: tuple[Diagnostic, ...] = ()
    markup: MarkupChoice = REFUSED

    def locate(self, finding: Diagnostic) -> Diagnostic:
        """A finding about a picture, with the line of the file that names it."""
        quoted = re.match(r'"(.+)" is not used', finding.message)
        if not quoted or finding.line:
            return finding
        lines = [unquote(line) for line in self.text.split("\n")]
        path = unquote(quoted[1])
        for start in range(path.count("/") + 1):  # of its path from the project, a file has the end
            name = path.split("/", start)[-1]
            if line := next((n for n, text in enumerate(lines, 1) if name in text), 0):
                return replace(finding, file=self.name, line=line)
        return finding

    def key_line(self, key: str) -> int:
        """The line of a key of the front matter; 1 where it is missing."""
        return self.keys[key].line if key in self.keys else 1


@dataclass(frozen=True, slots=True)
class Monograph:
    """A monograph that was read; ``name`` is the title tidied for display."""

    source: Source
    front: FrontMatter
    name: str
    preamble: tuple[Block, ...]
    groups: tuple[Group, ...]
    disclaimers: tuple[Block, ...]
    section_names: SectionNames = field(compare=False)
    """What headings may call the sections."""
    boxed_topics: Topics = ()
    """What the boxed warning of the front matter states."""
    searched: frozenset[str] = frozenset()
    """The topics that all sentences were searched for; of others nothing can be denied."""
    diagnostics: tuple[Diagnostic, ...] = field(default=(), compare=False)
