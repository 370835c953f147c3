"""Each statement stands in print under the words that its author put it under."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from leaflet.diagnostics import Diagnostic
from leaflet.section_key import SectionKey
from leaflet.verification.evidence import Evidence, excerpt
from leaflet.verification.expected.chains import Link, comparable
from leaflet.verification.expected.names import Names, has_words
from leaflet.verification.expected.printed_statements import PrintedStatement, printed_statements
from leaflet.verification.expected.source_forms import without_forms
from leaflet.verification.expected.source_references import with_inline_links
from leaflet.verification.expected.statements import Statement, read_statements
from leaflet.verification.expected.wording import Wording

_MOST_FINDINGS = 5
_HINT = (
    "write what belongs to a label in its paragraph, or as a list below it, and in a table "
    "repeat it in each row"
)
_BESIDE = re.compile(r"\s+·\s+")
"""Between the items of a list that is printed as one line."""


def check_context(evidence: Evidence) -> Iterator[Diagnostic]:
    """Compare what is above each printed statement with what its author put above it.

    A statement whose words occur more than once may be under the words of any. Words that the
    two readings divide differently are not compared.
    """
    yield from islice(_findings(evidence), _MOST_FINDINGS)


def _findings(evidence: Evidence) -> Iterator[Diagnostic]:
    file = evidence.monograph.source
    statements = _written(file.body, file.body_line)
    source = _Source(
        statements,
        Names.of(evidence.monograph, evidence.composition.kind, statements),
        evidence.wording,
    )
    for printed in printed_statements(evidence.parsed, evidence.alignments, evidence.printed):
        for fault, line in source.faults(printed):
            message = f'page {printed.page + 1}: "{excerpt(printed.text, 40)}" {fault}'
            yield Diagnostic.error("wrong-context", message, file.name, line, hint=_HINT)


@lru_cache(maxsize=1)
def _written(body: str, first_line: int) -> tuple[Statement, ...]:
    """The statements of a file; both kinds of a monograph are proved by the same ones."""
    return read_statements(without_forms(with_inline_links(body)), first_line)


@dataclass(frozen=True, slots=True)
class _Match:
    """A statement of the file with the words of a printed one.

    ``labels`` are those that are printed with it and are not among these words. It is ``whole`` if
    its own label is among them.
    """

    written: Statement
    labels: tuple[str, ...] = ()
    whole: bool = False


class _Source:
    """The statements of the file by their words."""

    def __init__(self, statements: Sequence[Statement], names: Names, wording: Wording) -> None:
        self._names, self._wording = names, wording
        self._by_full: dict[str, list[Statement]] = {}
        self._by_words: dict[str, list[Statement]] = {}
        self._all = [each for each in statements if each.words]
        for statement in statements:
            if not statement.heading:
                self._by_full.setdefault(statement.full, []).append(statement)
        for statement in self._all:
            self._by_words.setdefault(statement.words, []).append(statement)
        self._drugs = dict(_drugs(statements, names, wording))

    def faults(self, printed: PrintedStatement) -> Iterator[tuple[str, int]]:
        """What is wrong above a printed statement, and the line of its author's."""
        found = self.match(printed) if printed.words else []
        if printed.words and printed.repeats and not found:
            yield "is not in the file in these words", 0
        for matches in found:
            faults = (self._fault(printed, match) for match in matches)
            if all(fault := each for each in faults):
                written = matches[-1].written
                above = filter(None, (*(link.words for link in written.links), written.label))
                author = " › ".join(f'"{words}"' for words in dict.fromkeys(above))
                yield f"{fault}; its author put it under {author}", written.line

    def match(self, printed: PrintedStatement) -> list[list[_Match]]:
        """The statements of the file that a printed one, or each item on its line, may be."""
        labels = printed.labels
        full = self._by_full.get(" ".join((*labels, printed.words)), ())
        rest = self._by_words.get(printed.words, ())
        found = [_Match(each, labels) for each in rest if each.label or labels]
        if full or found:
            return [[*found, *(_Match(each, whole=True) for each in full)]]
        parts = _BESIDE.split(printed.text)
        if len(parts) > 1:
            # A label that is not emphasised is part of the first text.
            labels = (*labels, comparable(parts[0]))
            beside = (self._by_full.get(comparable(text), ()) for text in parts)
            return [[_Match(one, labels, whole=True) for one in each] for each in beside if each]
        if not printed.repeats:
            return []
        found = [_Match(each, labels) for each in self._all if has_words(each.full, printed.words)]
        return [found] if found else []

    def _fault(self, printed: PrintedStatement, match: _Match) -> str:
        names, written = self._names, match.written
        links = (*printed.links, *(Link(label, "label") for label in match.labels))
        there = [link.words for link in links]
        above = (link.words for link in written.links if link.kind != "ended")
        allowed = [written.label, *above]
        section, outside = names.section_of(written)
        parts = None if printed.repeats else names.allowed(printed)
        if section and parts is not None and section not in parts:
            return f'is under "{printed.parts[-1]}"'
        required = [*self._required(written, outside, free=printed.repeats)]
        if not match.whole and not _begins(printed.words, written.label):
            required += self._required_label(written, free=printed.repeats)
        if printed.repeats:
            says = self._wording.says_for_whom
            required = [words for words in required if not says(printed.words, words)]
        required = [words for words in required if not names.is_part(printed, words)]
        if missing := next((words for words in required if not names.has(there, words)), ""):
            return f'is not under "{missing}"'
        for link in links:
            sure = link.sure or link.words in names.headings
            if sure and link.words in names.labels and not names.has(allowed, link.words):
                return f'is under "{link.words}"'
        drug = self._drugs.get(id(written), "")
        chapter = next((words for words in there if words in names.drugs), "")
        if drug and chapter and drug != chapter:
            return f'is under "{chapter}"'
        if printed.number and written.numbers and printed.number not in written.numbers:
            return f"is number {printed.number}, not {written.numbers[0]}"
        leads = printed.text.rstrip().endswith(":")
        unordered = section == SectionKey.SIDE_EFFECTS or leads
        return "" if unordered or written.label else self._near(links, written)

    def _near(self, links: Sequence[Link], written: Statement) -> str:
        """Whether a statement without a label follows another label than its author's."""
        near = next((link for link in links[::-1] if link.words in self._names.labels), None)
        after_list = any(link.kind == "past" for link in written.links)
        if near is None or near.sure or after_list:
            return ""
        allowed = [link.words for link in written.links]
        return "" if self._names.has(allowed, near.words) else f'follows "{near.words}"'

    def _required(self, written: Statement, outside: int, *, free: bool) -> Iterator[str]:
        """The words that must be above a statement; ``outside`` counts those beyond its section.

        A labelled item that is taken out of its list needs the words above that only if they limit
        it, and so does a sentence that is repeated elsewhere, which is ``free``.
        """
        yield from self._limits_of_section(written.links[: max(outside - 1, 0)])
        links = written.links[outside:]
        if not outside:
            headings = [link for link in links if link.kind == "heading"][:-1]
            links = tuple(link for link in links if link not in headings)
        for at, link in enumerate(links):
            if not link.sure or link.words in self._names.titles | self._names.drugs:
                continue
            is_labelled = bool(written.label) or any(
                each.kind == "label" for each in links[at + 1 :]
            )
            may_lack = free or (written.label and link.kind == "lead")
            may_lack = may_lack or (is_labelled and self._wording.only_adjusts(link.words))
            if not may_lack or self._wording.may_limit(link.words):
                yield link.words

    def _limits_of_section(self, links: Iterable[Link]) -> Iterator[str]:
        """The headings above that of a section that say for whom, or of which form, it is."""
        names = self._names
        for link in links:
            known = names.has(names.titles, link.words) or names.drug_of(link.words)
            limits = not known and self._wording.names_people(link.words)
            if link.kind == "heading" and (limits or link.words in names.forms):
                yield link.words

    def _required_label(self, written: Statement, *, free: bool) -> Iterator[str]:
        names_topic = free and self._wording.names_topic(written.label)
        if written.label and written.label not in self._names.sections and not names_topic:
            yield written.label


def _begins(words: str, label: str) -> bool:
    return f"{words} ".startswith(f"{label} ")


def _drugs(
    statements: Iterable[Statement], names: Names, wording: Wording
) -> Iterator[tuple[int, str]]:
    """The drug of each statement, by the heading or label alone that named one last.

    After a label with text that names a drug, nothing is certain until the next heading, and so
    after that of a summary, or after a heading beside the name that the others were below.
    """
    drug, nested = "", False
    for statement in statements:
        if statement.heading:
            below = any(names.drug_of(link.words) == drug for link in statement.links)
            drug = drug if below or not nested else ""
            nested = below and bool(drug)
        elif wording.is_summary(statement.label):
            drug = ""
        found = [name for name in names.drugs if has_words(statement.label, name)]
        found = [name for name in found if not any(has_words(o, name) for o in found if o != name)]
        if found:
            certain = statement.heading or names.drug_of(statement.label)
            drug = found[0] if len(found) == 1 and certain and not statement.words else ""
        yield id(statement), drug
