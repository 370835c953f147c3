"""What the reader itself finds, as rules: the same words, a place and an explanation."""

from collections.abc import Iterator

from leaflet.diagnostics import Severity
from leaflet.lint.text.manuscript import Manuscript
from leaflet.lint.text.rule import Finder, Hit, Rule

_HOUSE = "docs/architecture.md: what is not, or not safely, a monograph is not printed"


def _told(code: str, mark: str = "") -> Finder:
    """Finds what the reader told under a code; where it gave no column, that of the ``mark``."""

    def find(manuscript: Manuscript) -> Iterator[Hit]:
        for finding in manuscript.told:
            if finding.code == code:
                column = finding.column or _column(manuscript, finding.line, mark)
                yield Hit(finding.line, column, finding.message, finding.hint)

    return find


def _column(manuscript: Manuscript, line: int, mark: str) -> int:
    raw = manuscript.lines[line - 1].raw if 0 < line <= len(manuscript.lines) else ""
    return max(raw.find(mark), len(raw) - len(raw.lstrip()), 0) + 1


RULES: tuple[Rule, ...] = (
    Rule(
        "not-text",
        Severity.ERROR,
        "the file is not text that can be printed",
        "A character that no font has is printed as a box or not at all, and a dose with it.",
        _HOUSE,
        _told("not-text"),
        refused=True,
    ),
    Rule(
        "limit",
        Severity.ERROR,
        "the file holds more than it may",
        "What is too long, too deep or too much for the reader or the layout engine holds up the "
        "whole run, or comes out with words missing. leaflet.toml sets the limits, under [limits].",
        "SECURITY.md, Limits",
        _told("limit"),
        refused=True,
    ),
    Rule(
        "reordering",
        Severity.ERROR,
        "a character that turns the direction of writing round",
        "Nobody sees it, and behind it 10 is printed as 01. In text from right to left isolates "
        "are let stand that are closed in their line.",
        "Unicode Standard Annex 9; Unicode Technical Report 36, section 2.3",
        _told("reordering"),
        wrong=("Take &#x202e;01 mg&#x202c; once daily.",),
        right=("Take 10 mg once daily.",),
        refused=True,
    ),
    Rule(
        "invisible",
        Severity.ERROR,
        "a character that nobody sees, in a number or with a meaning of its own",
        "A line may end in a number at a character without width, and 100 mg become 10 and 0 mg.",
        "Unicode Technical Report 36, section 3.6",
        _told("invisible"),
        wrong=("Take 10&#x200b;0 mg once daily.",),
        right=("Take 100 mg once daily.",),
        refused=True,
    ),
    Rule(
        "look-alike-letter",
        Severity.ERROR,
        "a word with letters of another alphabet that look alike",
        "It looks right, and is another word to a search, a screen reader, or a list of allergies.",
        "Unicode Technical Standard 39, section 5",
        _told("look-alike-letter"),
        wrong=("Take &#x440;&#x430;racetamol once daily.",),
        right=("Take paracetamol, 50 μg/kg; TNFα falls.",),
        refused=True,
    ),
    Rule(
        "zero-width",
        Severity.WARNING,
        "a character without width within the text",
        "No search finds the word that it stands in, and this proof-reader does not know it.",
        "Unicode Technical Report 36, section 3.6",
        _told("zero-width"),
        wrong=("Take half a tab&#x200b;let once daily.",),
        right=("Take half a tablet once daily.",),
    ),
    Rule(
        "front-matter",
        Severity.ERROR,
        "the front matter cannot be used",
        "Without a title nobody can tell which medicine the pages are about.",
        _HOUSE,
        _told("front-matter"),
        wrong=("title: Examplin: tablets",),
        right=('title: "Examplin: tablets"',),
        refused=True,
    ),
    Rule(
        "no-title",
        Severity.ERROR,
        "the front matter has no title",
        "Without a title nobody can tell which medicine the pages are about.",
        _HOUSE,
        _told("no-title"),
        refused=True,
    ),
    Rule(
        "not-a-monograph",
        Severity.ERROR,
        "fewer than three of the six clinical sections",
        "A refusal or a note to the author, printed as a leaflet, is taken for advice.",
        _HOUSE,
        _told("not-a-monograph"),
        wrong=("Please provide the generic name of the medicine.",),
        right=("### Usage",),
        refused=True,
    ),
    Rule(
        "template-variable",
        Severity.ERROR,
        "a placeholder that a program never filled in",
        "Behind the braces a dose, or the medicine's name, is missing.",
        _HOUSE,
        _told("template-variable"),
        wrong=("The dose depends on weight; see {details}.",),
        right=("The dose depends on weight; see the table below.",),
        refused=True,
    ),
    Rule(
        "table-row",
        Severity.ERROR,
        "a row has more cells than its table has heads",
        "The cells that have no head would be cut off, and what they say lost.",
        _HOUSE,
        _told("table-row"),
        refused=True,
    ),
    Rule(
        "unknown-key",
        Severity.WARNING,
        "a key of the front matter looks misspelt",
        "What stands under a misspelt key is not printed.",
        "README.md, Write a monograph",
        _told("unknown-key"),
        wrong=("titel: Examplin",),
        right=("title: Examplin",),
    ),
    Rule(
        "repeated-section",
        Severity.WARNING,
        "a section comes again, and nothing says of which drug",
        "Two doses without a name above them are mixed up.",
        "docs/architecture.md, groups",
        _told("repeated-section"),
    ),
    Rule(
        "unbalanced-emphasis",
        Severity.WARNING,
        "** has no partner",
        "The author meant something to be bold, often a label, and it is not.",
        "CommonMark 0.31, section 6.2",
        _told("unbalanced-emphasis", "**"),
        wrong=("- **Adults: 5 mg once daily.",),
        right=("- **Adults:** 5 mg once daily.",),
    ),
)
