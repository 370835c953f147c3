"""Asterisks that mean emphasis are kept, all others become text.

Python-Markdown pairs asterisks by pattern, which turns ``HLA-B*5701 … HLA-B*5801`` into italics
and lets two footnote marks swallow each other. Here delimiter runs are paired by the flanking rule
of CommonMark (section 6.2), after the star alleles of pharmacogenetics have been escaped. A run
without a partner is escaped, or, if it is a double asterisk, removed with a warning.
"""

import re
from typing import NamedTuple

from leaflet.diagnostics import Diagnostic

_SKIP = r"\\.|`+[^`]*`+|\]\([^()\s]*\)"
_GENE = re.compile(
    r"(?:CYP|UGT|HLA|TPMT|NUDT|DPYD|NAT|SLCO|VKORC|G6PD|IFNL|CFTR|ABC[BG]|COMT)[\w-]*"
)
_STAR_ALLELE = r"\*\d+[\w:]*"
_ALLELE = re.compile(rf"(?<=\w){_STAR_ALLELE}|{_STAR_ALLELE}(?:\s*/\s*{_STAR_ALLELE})+")
_ALLELE_BESIDE_GENE = re.compile(rf"(?<![*\\\w]){_STAR_ALLELE}(?![^*]*[^*\s]\*(?!\*))")
_SPACED_LABEL = re.compile(r"\*\*(\s*)([^*\s](?:[^*]*[^*\s])?)(\s*)\*\*(?!\*)")
_DELIMITERS = re.compile(rf"(?:{_SKIP})|(\*+)")


class DelimiterRun(NamedTuple):
    """Asterisks that stand together, and whether they may open or close emphasis."""

    start: int
    end: int
    opens: bool
    closes: bool
    between_digits: bool
    """As in 10**5, which must not become 105."""

    @property
    def length(self) -> int:
        """The number of its asterisks."""
        return self.end - self.start


def balance(text: str) -> tuple[str, bool]:
    """Escape the asterisks of one block that are not emphasis.

    Returns the text and whether a double asterisk had to be removed because it had no partner.
    """
    if "*" not in text:
        return text, False
    if label := _SPACED_LABEL.match(text):
        text = label.expand(r"**\2**\3") + text[label.end() :]
    text = _escape_alleles(text)
    runs = [_run(text, *found.span(1)) for found in _DELIMITERS.finditer(text) if found[1]]
    removed = False
    pieces: list[str] = []
    position = 0
    for run, unpaired in zip(runs, _unpaired(runs), strict=True):
        pieces.append(text[position : run.start])
        position = run.end
        paired = "*" * (run.length - unpaired)
        drop = unpaired >= 2 and not run.between_digits
        removed = removed or drop
        escaped = "" if drop else "\\*" * unpaired
        # A closer's unpaired asterisks follow its paired ones, an opener's go before them.
        pieces.append(paired + escaped if run.closes and not run.opens else escaped + paired)
    return "".join([*pieces, text[position:]]), removed


def unpaired(file: str, line: int) -> Diagnostic:
    """The warning for a double asterisk that ``balance`` had to remove."""
    return Diagnostic.warning(
        "unbalanced-emphasis",
        "** is opened or closed without its partner; it is not printed",
        file=file,
        line=line,
        hint="put ** at both ends of what should be bold",
    )


def _escape_alleles(text: str) -> str:
    text = _ALLELE.sub(_escaped, text)
    return _ALLELE_BESIDE_GENE.sub(_escaped, text) if _GENE.search(text) else text


def _escaped(found: re.Match[str]) -> str:
    return found.group().replace("*", "\\*")


def _run(text: str, start: int, end: int) -> DelimiterRun:
    """A run of asterisks, judged by the characters on both sides of it.

    Double asterisks that touch a letter on both sides may open and close, because authors write
    ``**Label:**text``; a single one does so only between words or beside punctuation, since
    ``2*weight*5`` must not lose its signs.
    """
    before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
    if before.isdigit() and after.isdigit():
        return DelimiterRun(start, end, opens=False, closes=False, between_digits=True)
    opens, closes = not after.isspace(), not before.isspace()
    if end - start == 1:
        opens = opens and not before.isalnum()
        closes = closes and not after.isalnum()
    return DelimiterRun(start, end, opens, closes, between_digits=False)


def _unpaired(runs: list[DelimiterRun]) -> list[int]:
    """How many asterisks of each run find no partner.

    A run that closes is paired with the nearest one that opens; a single never with a double.
    """
    left = [run.length for run in runs]
    openers: list[int] = []
    for closer, run in enumerate(runs):
        while run.closes and left[closer]:
            fitting = [n for n, o in enumerate(openers) if {left[o], left[closer]} != {1, 2}]
            if not fitting:
                break
            del openers[fitting[-1] + 1 :]
            opener = openers[-1]
            width = 2 if left[closer] >= 2 and left[opener] >= 2 else 1
            left[closer] -= width
            left[opener] -= width
            if not left[opener]:
                openers.pop()
        if run.opens and left[closer]:
            openers.append(closer)
    return left
