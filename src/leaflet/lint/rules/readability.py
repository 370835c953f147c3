"""Notes on what is hard to read. A good score is no proof that people understand a text."""

import re
from collections.abc import Iterator, Sequence

from leaflet.diagnostics import Severity
from leaflet.lint.data.sources import EC_READABILITY
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
from leaflet.section_key import SectionKey

_LONGEST = 30
"""Words in a sentence. GOV.UK recommends 25; only clearly longer sentences are reported."""

_LABEL = re.compile(r"^[^.:]{1,50}:\s+")
"""A label before a sentence that does not count as part of it: ``Contraindications:``, ``A:``."""

_PASSIVE = 0.3
"""The highest share of passive sentences that is not reported."""

_ENOUGH = 30
"""Words that a section must have to be scored."""


def grade_of(manuscript: Manuscript) -> float | None:
    """The school grade (Flesch-Kincaid) of a whole monograph, None if it has no words."""
    scores = measure(line.words for line in manuscript.body)
    return scores.grade if scores else None


def _sections(manuscript: Manuscript) -> Iterator[tuple[SourceLine, list[str]]]:
    """The heading of each section that can be scored, and the words of the lines below it."""
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
    """The words of the medicine's names, which have no easier alternative."""
    brands = manuscript.front.get("brand_names") or ()
    given = [manuscript.title, str(manuscript.front.get("generic_name") or "")]
    given += [brands] if isinstance(brands, str) else map(str, brands)
    given += [
        plain(block.text)
        for section in manuscript.sections
        if section.key == SectionKey.GENERIC_NAME
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
            message = f"{_name(heading)} needs school grade {_scores(whole)}"
            message += f", or {_scores(bare)} without the names of the medicine"
            hint = f"aim for grade {target}: use shorter sentences and everyday words"
            yield Hit(heading.number, heading.column(0), message, hint)


def _name(heading: SourceLine) -> str:
    return heading.section.replace("-", " ") or "this section"


def _scores(scores: ReadabilityScores) -> str:
    return f"{scores.grade:.1f} (SMOG {scores.smog:.1f})"


def _long(manuscript: Manuscript) -> Iterator[Hit]:
    for line in manuscript.body:
        for at, sentence in sentences_of(line.words):
            if (length := len(words_of(_LABEL.sub("", sentence, count=1)))) > _LONGEST:
                message = f"this sentence has {length} words"
                yield Hit(line.number, line.column(at), message, "split it in two")


def _passive(manuscript: Manuscript) -> Iterator[Hit]:
    for heading, lines in _sections(manuscript):
        sentences = [sentence for line in lines for _, sentence in sentences_of(line)]
        share = passive_share(sentences)
        if len(sentences) >= 5 and share > _PASSIVE:
            yield Hit(
                heading.number,
                heading.column(0),
                f"{share:.0%} of the sentences in {_name(heading)} are passive",
                'say who does what: write "take", not "should be taken"',
            )


RULES: tuple[Rule, ...] = (
    Rule(
        "reading-grade",
        Severity.NOTE,
        "a section is harder to read than the target grade",
        "The average adult in the US reads at grade 8 or 9 (AHRQ). You can set the target in "
        "leaflet.toml: grade, under [check]. Each item of a list counts as a sentence. A good "
        "score is no proof that people understand the text.",
        "USP <1265>: grade 6, never above 8; Kincaid et al. 1975; McLaughlin 1969 (SMOG)",
        _hard,
    ),
    Rule(
        "long-sentence",
        Severity.NOTE,
        f"a sentence of more than {_LONGEST} words",
        "By the end of a long sentence, readers have forgotten how it began, and with it the "
        "condition that it sets.",
        EC_READABILITY,
        _long,
    ),
    Rule(
        "passive-voice",
        Severity.NOTE,
        f"more than {_PASSIVE:.0%} of a section's sentences are passive",
        "The passive voice hides who should act: the reader or the doctor.",
        EC_READABILITY,
        _passive,
    ),
)
