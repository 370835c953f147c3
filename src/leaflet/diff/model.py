"""The values of this package: statements, and the changes between two versions of them."""

from dataclasses import dataclass, field
from enum import StrEnum

from leaflet.diff.words import tokens_of


class Role(StrEnum):
    """What a statement is in its monograph."""

    TEXT = "text"
    LABEL = "label"
    """A label, subheading, question or head of a row: others stand under it."""
    COLUMN = "column"
    """The head of a column: the cells of all rows stand under it."""
    CELL = "cell"
    SECTION = "section"
    """The heading of a section of the author's own."""
    BOXED = "boxed"
    """A sentence of the boxed warning."""
    FACT = "fact"
    """A fact about the medicine in the front matter, such as its forms."""
    DOCUMENT = "document"
    """One about the document, such as its version."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence, label or cell, with what its author put above it.

    ``drug`` and ``section`` are headings as they were written, ``key`` is that of the section, and
    empty for one of the author's own. ``under`` are the labels above, from the outside inwards, and
    ``label`` is the one that the sentence opens with. ``topics`` are those of the sentence and of
    all above it. ``series`` is the number of the paragraph or numbered list that gives it an order.
    ``number`` and ``label_number`` are those of its text and label, if they were numbered.
    """

    text: str
    drug: str = ""
    section: str = ""
    key: str = ""
    under: tuple[str, ...] = ()
    label: str = ""
    role: Role = Role.TEXT
    line: int = 0
    topics: frozenset[str] = frozenset()
    series: int = 0
    number: int = field(default=0, compare=False)
    label_number: int = field(default=0, compare=False)
    tokens: tuple[str, ...] = field(init=False, compare=False, repr=False)
    context: tuple[tuple[str, ...], ...] = field(init=False, compare=False, repr=False)
    """Drug, section and labels above, as tokens: what a statement must share to mean the same."""

    def __post_init__(self) -> None:
        """Note what is compared, once."""
        object.__setattr__(self, "tokens", tokens_of(self.full))
        above = (self.drug, self.key, *self.under)
        object.__setattr__(self, "context", tuple(map(tokens_of, above)))

    @property
    def full(self) -> str:
        """The sentence with the label that it opens with."""
        return f"{self.label}: {self.text}" if self.label else self.text

    @property
    def where(self) -> str:
        """The headings and labels above it, for readers."""
        return " › ".join(each for each in (self.drug, self.section, *self.under) if each)


class ChangeKind(StrEnum):
    """What a change is, the gravest first. Up to ``NEW_DOSE`` they are listed first."""

    BOXED_WARNING = "boxed-warning"
    NUMBER = "number"
    UNIT = "unit"
    NEGATION = "negation"
    POPULATION = "population"
    FREQUENCY = "frequency"
    LIMIT = "limit"
    ROUTE = "route"
    WARNING = "warning"
    """A contraindication or warning that has lost words."""
    GONE_SECTION = "gone-section"
    GONE_WARNING = "gone-warning"
    GONE_DOSE = "gone-dose"
    NEW_DOSE = "new-dose"
    DELETED = "deleted"
    INSERTED = "inserted"
    MOVED = "moved"
    """Under another drug, section or label, where it means something else."""
    REWORDED = "reworded"
    REORDERED = "reordered"
    """Before others of its paragraph or numbered list, and after them in the older version."""
    DOCUMENT = "document"

    @property
    def is_first(self) -> bool:
        """Whether changes of this kind are listed first."""
        return _RANKS[self] <= _RANKS[ChangeKind.NEW_DOSE]

    @property
    def rank(self) -> int:
        """Its position among the kinds, 0 for the gravest."""
        return _RANKS[self]


_RANKS = {kind: rank for rank, kind in enumerate(ChangeKind)}


class Edit(StrEnum):
    """What happened to a run of words."""

    KEPT = "kept"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Run:
    """Words that were kept, deleted or inserted together."""

    edit: Edit
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """One change: ``kinds`` says what it is, the gravest first.

    ``old`` and ``new`` are the statement in both versions, None where it is not there. ``runs`` are
    its words in both. ``others`` is how many more statements the change is about, such as those
    under a label that was renamed.
    """

    kinds: tuple[ChangeKind, ...]
    old: Statement | None
    new: Statement | None
    runs: tuple[Run, ...]
    others: int = 0

    @property
    def kind(self) -> ChangeKind:
        """The gravest of its kinds."""
        return self.kinds[0]

    @property
    def statement(self) -> Statement:
        """The statement as it is now, or as it was if it is gone."""
        found = self.new or self.old
        if found is None:
            raise ValueError("a change is about a statement")
        return found

    def as_dict(self) -> dict[str, object]:
        """The change as plain values."""
        return {
            "kinds": [str(kind) for kind in self.kinds],
            "first": self.kind.is_first,
            "where": self.statement.where,
            "from": self.old.full if self.old else None,
            "from_where": self.old.where if self.old else None,
            "from_line": self.old.line if self.old else 0,
            "to": self.new.full if self.new else None,
            "line": self.new.line if self.new else 0,
            "runs": [{"edit": str(run.edit), "text": run.text} for run in self.runs],
            "others": self.others,
        }
