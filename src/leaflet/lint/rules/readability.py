"""Readability: notes on what is hard to read; a score is no proof of being understood."""

import re
from collections.abc import Iterator, Sequence

from leaflet.diagnostics import Severity
from leaflet.lint.text.line import SourceLine
from leaflet.lint.text.manuscript import Manuscript
from leaflet.lint.text.readability_scores import (
    ReadabilityScores,
    measure,
    passive_share,
    sentences_of,
    words_of,
)
from leaflet.lint.text.rule import Hit, Rule
from leaflet.monograph.text import plain

_LONGEST = 30
"""Words in a sentence. GOV.UK asks for 25; what is told here is beyond any excuse."""

_LABEL = re.compile(r"^[^.:]{1,50}:\s+")
"""What leads to a sentence and is none of its words: ``Contraindications:``, ``A:``."""

_PASSIVE = 0.3
_ENOUGH = 30
"""Words that a section must have before anything can be said about it."""


def grade_of(manuscript: Manuscript) -> float | None:
    """The school grade (Flesch-Kincaid) that a monograph asks for as a whole."""
    scores = measure(line.words for line in manuscript.body)
    return scores.grade if scores else None


def _sections(manuscript: Manuscript) -> Iterator[tuple[SourceLine, list[str]]]:
    """The heading of each section and the words of the lines below it."""
    heading: SourceLine | None = None
    below: list[str] = []
    for line in (*manuscript.body, None):
        if line is None or line.heading:
            if heading and len(" ".join(below).split()) >= _ENOUGH:
                yield heading, below
            heading, below = line, []
        elif line.words.strip():
            below.append(line.words)


def _names(manuscript: Manuscript) -> Sequence[str]:
    """The words of the medicine's names, which nobody can replace by easier ones."""
    brands = manuscript.front.get("brand_names") or ()
    given = [manuscript.title, str(manuscript.front.get("generic_name") or "")]
    given += [brands] if isinstance(brands, str) else map(str, brands)
    given += [
        plain(block.text)
        for section in manuscript.sections
        if section.key == "generic-name"
        for block in section.body
        if hasattr(block, "text")
    ]
    return words_of(" ".join(given))


def _hard(manuscript: Manuscript) -> Iterator[Hit]:
    target = manuscript.settings.grade
    names = _names(manuscript)
    for heading, lines in _sections(manuscript):
        whole, bare = measure(lines), measure(lines, names)
        if whole and bare and bare.grade > target:
            message = f"{_name(heading)} needs {_scores(whole)}; without the medicine's names "
            hint = f"the target is grade {target}: shorter sentences, everyday words"
            yield Hit(heading.number, heading.column(0), message + _scores(bare), hint)


def _name(heading: SourceLine) -> str:
    return heading.section.replace("-", " ") or "this section"


def _scores(scores: ReadabilityScores) -> str:
    return f"school grade {scores.grade:.1f} (SMOG {scores.smog:.1f})"


def _long(manuscript: Manuscript) -> Iterator[Hit]:
    for line in manuscript.body:
        for at, sentence in sentences_of(line.words):
            if (length := len(words_of(_LABEL.sub("", sentence, count=1)))) > _LONGEST:
                yield Hit(
                    line.number, line.column(at), f"a sentence of {length} words", "make two of it"
                )


def _passive(manuscript: Manuscript) -> Iterator[Hit]:
    for heading, lines in _sections(manuscript):
        sentences = [said for line in lines for _, said in sentences_of(line)]
        share = passive_share(sentences)
        if len(sentences) >= 5 and share > _PASSIVE:
            yield Hit(
                heading.number,
                heading.column(0),
                f"{share:.0%} of the sentences in {_name(heading)} are passive",
                'say who does what: "take", not "should be taken"',
            )


RULES: tuple[Rule, ...] = (
    Rule(
        "reading-grade",
        Severity.NOTE,
        "a section is harder to read than the target",
        "The average adult in the US reads at grade 8 or 9 (AHRQ). The target is [check] grade in "
        "leaflet.toml. A list counts as many sentences as it has items. A good score is "
        "no proof that "
        "a text is understood.",
        "USP <1265>: grade 6, never above 8; Kincaid et al. 1975; McLaughlin 1969 (SMOG)",
        _hard,
    ),
    Rule(
        "long-sentence",
        Severity.NOTE,
        f"a sentence of more than {_LONGEST} words",
        "By its end its beginning is forgotten, and with it the condition under which it holds.",
        "EC guideline on the readability of package leaflets, 2009, section A.4",
        _long,
    ),
    Rule(
        "passive-voice",
        Severity.NOTE,
        f"more than {_PASSIVE:.0%} of a section's sentences are passive",
        "The passive hides who is to act: the reader, or the doctor.",
        "EC guideline on the readability of package leaflets, 2009, section A.4",
        _passive,
    ),
)
