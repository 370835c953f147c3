"""What the parser of monographs reports, as rules: the same findings, with an explanation."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from leaflet.diagnostics import Severity
from leaflet.lint.data.sources import NOT_PRINTED, UK_LAW
from leaflet.lint.text.manuscript import Manuscript
from leaflet.lint.text.rule import Hit, Rule

_MARKERS = {"unbalanced-emphasis": "**"}
"""What a finding without a column is about: its column is that of the marker."""


def _reported(code: str, manuscript: Manuscript) -> Iterator[Hit]:
    for finding in manuscript.reported:
        if finding.code == code:
            column = finding.column or _column(manuscript, finding.line, _MARKERS.get(code, ""))
            yield Hit(finding.line, column, finding.message, finding.hint)


def _column(manuscript: Manuscript, line: int, marker: str) -> int:
    raw = manuscript.lines[line - 1].raw if 0 < line <= len(manuscript.lines) else ""
    return max(raw.find(marker), len(raw) - len(raw.lstrip()), 0) + 1


_REPORTED: tuple[Rule, ...] = (
    Rule(
        "not-text",
        Severity.ERROR,
        "the file is not printable text",
        "A character that no font contains is printed as a box or not at all, and readers may "
        "lose a dose with it.",
        NOT_PRINTED,
        refused=True,
    ),
    Rule(
        "limit",
        Severity.ERROR,
        "the file exceeds a size limit",
        "Text that is too long or too deeply nested slows down the whole run or is printed with "
        "words missing. The limits are in leaflet.toml, under [limits].",
        "SECURITY.md, Limits",
        refused=True,
    ),
    Rule(
        "reordering",
        Severity.ERROR,
        "an invisible character that changes the direction of writing",
        "You cannot see it, but after it 10 is printed as 01. Text that runs from right to left "
        "may use isolates that are closed on the same line.",
        "Unicode Standard Annex 9; Unicode Technical Report 36, section 2.3",
        wrong=("Take &#x202e;01 mg&#x202c; once daily.",),
        right=("Take 10 mg once daily.",),
        refused=True,
    ),
    Rule(
        "invisible",
        Severity.ERROR,
        "an invisible character in a number, or one with a special meaning",
        "A line can break at a zero-width character, so that 100 mg becomes 10 on one line and 0 "
        "mg on the next.",
        "Unicode Technical Report 36, section 3.6",
        wrong=("Take 10&#x200b;0 mg once daily.",),
        right=("Take 100 mg once daily.",),
        refused=True,
    ),
    Rule(
        "look-alike-letter",
        Severity.ERROR,
        "a word with look-alike letters of another alphabet",
        "The word looks right, but a search, a screen reader or an allergy list does not "
        "recognise it.",
        "Unicode Technical Standard 39, section 5",
        wrong=("Take &#x440;&#x430;racetamol once daily.",),
        right=("Take paracetamol, 50 μg/kg; TNFα falls.",),
        refused=True,
    ),
    Rule(
        "misleading-number",
        Severity.ERROR,
        "a number with a character that is not what it seems",
        "Readers take the letter O for a zero, a raised dot for nothing, and an Arabic zero for a "
        "decimal point, and so take another dose. Spaces that do not break may group digits by "
        "threes.",
        "Unicode Technical Report 36, section 2; ISO 80000-1, 7.3.1",
        wrong=("Take 1O mg once daily.", "Never more than 1·5 mg.", "Take 1&\\#8201;000 mg."),
        right=("Take 10 mg once daily.", "Never more than 1½ tablets.", "10⁹/L; 1.73 m²; B12"),
        refused=True,
    ),
    Rule(
        "zero-width",
        Severity.WARNING,
        "a zero-width character in the text",
        "Searches do not find the word that contains it, and neither do the other rules of "
        "leaflet check.",
        "Unicode Technical Report 36, section 3.6",
        wrong=("Take half a tab&#x200b;let once daily.",),
        right=("Take half a tablet once daily.",),
    ),
    Rule(
        "front-matter",
        Severity.ERROR,
        "the front matter cannot be used",
        "Without a title, readers cannot tell which medicine the document is about.",
        NOT_PRINTED,
        wrong=("title: Examplin: tablets",),
        right=('title: "Examplin: tablets"',),
        refused=True,
    ),
    Rule(
        "no-title",
        Severity.ERROR,
        "the front matter has no title",
        "Without a title, readers cannot tell which medicine the document is about.",
        NOT_PRINTED,
        refused=True,
    ),
    Rule(
        "title-of-file",
        Severity.WARNING,
        "the front matter has no title, and the text begins with no heading that is one",
        "The name of the file is printed as the name of the medicine; it may be another one. Where "
        "a text is about several medicines, the name of the first is none of the whole.",
        NOT_PRINTED,
    ),
    Rule(
        "not-a-monograph",
        Severity.ERROR,
        "fewer than three clinical sections, or fewer than two of the six main ones",
        "A refusal by a language model, or a note to the author, would be printed as a leaflet "
        "and taken for advice.",
        NOT_PRINTED,
        wrong=("Please provide the generic name of the medicine.",),
        right=("### Usage",),
        refused=True,
    ),
    Rule(
        "dosage-unnamed",
        Severity.WARNING,
        "a section under a heading that names none states doses, and there is no dosage section",
        "Such a section is printed with the one above it, or with the warnings, and not in the box "
        "for the dose.",
        UK_LAW,
    ),
    Rule(
        "template-variable",
        Severity.ERROR,
        "a template variable that was never filled in",
        "Braces were left where a dose or the name of the medicine should be.",
        NOT_PRINTED,
        wrong=("The dose depends on weight; see {details}.",),
        right=("The dose depends on weight; see the table below.",),
        refused=True,
    ),
    Rule(
        "raw-markup",
        Severity.ERROR,
        "HTML, a shortcode, LaTeX, JSON or other markup that leaflet does not read",
        "It would be printed as it stands, and readers can misread the numbers in it.",
        NOT_PRINTED,
        wrong=(
            "<p>Take 5 mg once daily.</p>",
            "Take ~~10 mg~~ 5 mg once daily.",
            "Take $5\\,mg/m^2$ once daily.",
            "{{< dose >}}5 mg{{< /dose >}}",
        ),
        right=(
            "10<sup>6</sup> units, if the clearance is <30 mL/min.",
            "Below 10^9/L, ~5 to ~10 days; it costs $5 to $10.",
        ),
        refused=True,
    ),
    Rule(
        "markup-stripped",
        Severity.WARNING,
        "markup of another tool that the project leaves out",
        "leaflet.toml names it under [markdown]; what it held is on no page.",
        NOT_PRINTED,
    ),
    Rule(
        "markup-allowed",
        Severity.WARNING,
        "markup of another tool that the project prints as it stands",
        "leaflet.toml names it under [markdown]; readers may not understand it.",
        NOT_PRINTED,
    ),
    Rule(
        "quotation",
        Severity.ERROR,
        "a > that may begin a quotation or mean more than",
        "Read one way the sign is dropped, read the other way a quoted dose becomes a limit.",
        NOT_PRINTED,
        refused=True,
    ),
    Rule(
        "table-row",
        Severity.ERROR,
        "a table row has more cells than the table has columns",
        "The extra cells would be cut off and their content lost.",
        NOT_PRINTED,
        refused=True,
    ),
    Rule(
        "safety-key",
        Severity.ERROR,
        "a key of the front matter that leaflet does not know seems to hold a warning or a dose",
        "leaflet prints only the keys that it knows, and a reader needs this text.",
        "README.md, Write a monograph",
        wrong=("contraindications: Asthma.",),
        right=("boxed_warning: Not for people with asthma.",),
        refused=True,
    ),
    Rule(
        "unknown-key",
        Severity.WARNING,
        "a key of the front matter is misspelt or unknown",
        "leaflet prints only the keys that it knows.",
        "README.md, Write a monograph",
        wrong=("titel: Examplin",),
        right=("title: Examplin",),
    ),
    Rule(
        "repeated-section",
        Severity.WARNING,
        "a section appears again without the name of a drug above it",
        "Readers mix up two doses that have no name above them.",
        "docs/architecture.md, groups",
    ),
    Rule(
        "unbalanced-emphasis",
        Severity.WARNING,
        "an unpaired **",
        "Something was meant to be bold, often a label, and is not.",
        "CommonMark 0.31, section 6.2",
        wrong=("- **Adults: 5 mg once daily.",),
        right=("- **Adults:** 5 mg once daily.",),
    ),
)

RULES = tuple(replace(rule, find=partial(_reported, rule.code)) for rule in _REPORTED)
