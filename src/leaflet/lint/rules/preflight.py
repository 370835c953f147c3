"""What stops a document before it is laid out, as rules: found by composing it, explained here.

None of them has a finder: what a document looks like is known only above this folder, in
``Pipeline.preflight``, and comes with what the rules find.
"""

from leaflet.diagnostics import Severity
from leaflet.lint.data.sources import NOT_PRINTED
from leaflet.lint.text.rule import Rule

_PROOF = "docs/architecture.md, Five rules that tests hold"

RULES = (
    Rule(
        "missing-glyph",
        Severity.ERROR,
        "a character that no font can print",
        "It would be an empty box on paper, and readers may lose a dose with it.",
        NOT_PRINTED,
        refused=True,
    ),
    Rule(
        "resource-refused",
        Severity.ERROR,
        "a picture that cannot be used",
        "A picture that is missing or damaged leaves a gap where readers need it. From elsewhere "
        "than the folders of monograph and theme, it could show what its author never saw.",
        "SECURITY.md, The defences",
        refused=True,
    ),
    Rule(
        "unknown-language",
        Severity.ERROR,
        "a language in which leaflet has no words",
        "Its headings and warnings would be in another language than the text below them.",
        "docs/languages.md",
        refused=True,
    ),
    Rule(
        "no-room",
        Severity.ERROR,
        "header and footer leave no room for the text",
        "A page without text is of no use to anybody.",
        "docs/house-style.md",
        refused=True,
    ),
    Rule(
        "text-lost",
        Severity.ERROR,
        "a word of the monograph that would not be printed",
        "A second reading of the file finds a word that the page does not have, such as one within "
        "markup that the two readings take differently.",
        _PROOF,
        refused=True,
    ),
    Rule(
        "text-added",
        Severity.ERROR,
        "a word that would be printed, but that the monograph does not have",
        "Whoever reads it takes it for advice of the author's.",
        _PROOF,
        refused=True,
    ),
    Rule(
        "not-allowed",
        Severity.ERROR,
        "a part that a document of this kind must not leave out",
        "What is left out may be what a reader needs most.",
        _PROOF,
        refused=True,
    ),
    Rule(
        "not-accounted",
        Severity.ERROR,
        "a part that is left out, and the sheet does not say so",
        "Readers take what is printed for all that there is.",
        _PROOF,
        refused=True,
    ),
    Rule(
        "shared-target",
        Severity.ERROR,
        "two monographs whose PDFs would be the same file",
        "One of two medicines would have no leaflet, and nobody would notice.",
        NOT_PRINTED,
        refused=True,
    ),
    Rule(
        "review-overdue",
        Severity.WARNING,
        "the date of the next review has passed",
        "What was right when it was written may have become harmful since.",
        "README.md, Write a monograph",
    ),
    Rule(
        "heading-unknown",
        Severity.WARNING,
        "a heading that names no section that leaflet knows",
        "Its text may be about anything, such as an overdose. It is printed under its own heading "
        "after the section above it, or with the warnings, and not where readers look for it.",
        "docs/topics.md",
    ),
    Rule(
        "heading-untranslated",
        Severity.WARNING,
        "a heading that leaflet.toml changes, but not in the language of the text",
        "Some documents have the heading of the project, and others that of leaflet.",
        "docs/house-style.md",
    ),
    Rule(
        "part-kept",
        Severity.NOTE,
        "a part that leaflet.toml leaves out and that is printed all the same",
        "It holds something that no reader may miss.",
        "docs/house-style.md",
    ),
)

CODES = frozenset(rule.code for rule in RULES)
