"""Asterisks that mean emphasis are kept, all others become text.

Python-Markdown pairs asterisks by pattern, which turns ``HLA-B*5701 … HLA-B*5801`` into italics
and lets two footnote marks swallow each other. Here they are paired by the flanking rule of
CommonMark (section 6.2), with the alleles of pharmacogenetics taken out first; what finds no
partner is escaped, or, where a double asterisk was left open, removed and told.
"""

import re
from dataclasses import dataclass

from leaflet.diagnostics import Diagnostic

_SKIP = r"\\.|`+[^`]*`+|\]\([^)\s]*\)"
_GENE = r"(?:CYP|UGT|HLA|TPMT|NUDT|DPYD|NAT|SLCO|VKORC|G6PD|IFNL|CFTR|ABC[BG]|COMT)[\w-]*"
_STAR_ALLELE = r"\*\d+[\w:]*"
_ALLELE = re.compile(rf"(?<=\w){_STAR_ALLELE}|{_STAR_ALLELE}(?:\s*/\s*{_STAR_ALLELE})+")
_ALLELE_IN_CONTEXT = re.compile(rf"(?<![*\\\w]){_STAR_ALLELE}(?![^*]*[^*\s]\*(?!\*))")
_LOOSE_LEAD = re.compile(r"\*\*(\s*)([^*\s](?:[^*]*[^*\s])?)(\s*)\*\*(?!\*)")
_RUN = re.compile(rf"({_SKIP})|(\*+)")


@dataclass(slots=True)
class _Run:
    """A run of asterisks: where it stands, how many are unpaired, what it may do."""

    start: int
    length: int
    opens: bool
    closes: bool
    left: int
    counts: bool
    """Whether it stands between two figures, as in 10**5, which must not become 105."""


def balance(text: str) -> tuple[str, bool]:
    """Escape the asterisks of one block that are not emphasis.

    Returns the text and whether a double asterisk had to be removed because it had no partner.
    """
    if "*" not in text:
        return text, False
    text = _LOOSE_LEAD.sub(r"**\2**\3", text, count=1) if _LOOSE_LEAD.match(text) else text
    text = _escape_alleles(text)
    runs = _runs(text)
    _pair(runs)
    removed = False
    pieces: list[str] = []
    at = 0
    for run in runs:
        pieces.append(text[at : run.start])
        at = run.start + run.length
        paired = "*" * (run.length - run.left)
        gone = run.left >= 2 and not run.counts
        # A closer's unpaired asterisks follow its paired ones, an opener's go before them.
        loose = "" if gone else "\\*" * run.left
        removed = removed or gone
        pieces.append(paired + loose if run.closes and not run.opens else loose + paired)
    pieces.append(text[at:])
    return "".join(pieces), removed


def unpaired(file: str, line: int) -> Diagnostic:
    """The warning for a double asterisk that balance had to remove."""
    return Diagnostic.warning(
        "unbalanced-emphasis",
        "** is opened or closed without its partner; it is not printed",
        file=file,
        line=line,
        hint="put ** at both ends of what should be bold",
    )


def _escape_alleles(text: str) -> str:
    text = _ALLELE.sub(lambda m: m.group().replace("*", "\\*"), text)
    if re.search(_GENE, text):
        text = _ALLELE_IN_CONTEXT.sub(lambda m: m.group().replace("*", "\\*"), text)
    return text


def _runs(text: str) -> list[_Run]:
    runs = []
    for match in _RUN.finditer(text):
        if match[1]:
            continue
        before = text[match.start() - 1 : match.start()] or " "
        after = text[match.end() : match.end() + 1] or " "
        length = len(match[2])
        counts = before.isdigit() and after.isdigit()
        opens, closes = (False, False) if counts else _flanks(before, after, length)
        runs.append(_Run(match.start(), length, opens, closes, length, counts))
    return runs


def _flanks(before: str, after: str, length: int) -> tuple[bool, bool]:
    """Whether a run between these two characters may open and may close emphasis.

    Double asterisks touching a letter on both sides count both ways, because authors write
    ``**Label:**text``; a single one does so only between words or beside punctuation.
    """
    opens, closes = not after.isspace(), not before.isspace()
    if length == 1:
        opens = opens and (after.isalnum() or not before.isalnum())
        closes = closes and (before.isalnum() or not after.isalnum())
    return opens, closes


def _pair(runs: list[_Run]) -> None:
    """Pair closers with the nearest fitting opener; a single never pairs with a double."""
    openers: list[_Run] = []
    for run in runs:
        while run.closes and run.left:
            fitting = [n for n, o in enumerate(openers) if {o.left, run.left} != {1, 2}]
            if not fitting:
                break
            del openers[fitting[-1] + 1 :]
            partner = openers[-1]
            width = 2 if run.left >= 2 and partner.left >= 2 else 1
            run.left -= width
            partner.left -= width
            if not partner.left:
                openers.pop()
        if run.opens and run.left:
            openers.append(run)
