"""Rules made of one regular expression: its matches, what to write instead, and the fix."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from html import unescape

from leaflet.lint.text.line import SourceLine
from leaflet.lint.text.manuscript import Manuscript
from leaflet.lint.text.rule import Finder, Fix, Hit

REACH = 500
"""How many characters around a match a rule looks at.

Without a limit, a line with a thousand matches would be read a thousand times from end to end.
"""

NEAR = 100
"""How many characters before a match say what it is part of, such as a dose."""


@lru_cache(64)
def contains(text: str, expression: str) -> bool:
    """Whether a text contains an expression, in any case; a line is asked for all its matches."""
    return bool(re.search(expression, text, re.IGNORECASE))


@dataclass(frozen=True, slots=True)
class Match:
    """A match of a rule's expression, with the words around it."""

    manuscript: Manuscript
    line: SourceLine
    found: re.Match[str]

    def __getitem__(self, group: str) -> str:
        """The text of a named group of the expression."""
        return self.found[group]

    @property
    def text(self) -> str:
        """What the rule reports: the group ``it`` if there is one, else the whole match."""
        return self.found[self._group]

    @property
    def start(self) -> int:
        """The index in the words of the line at which ``text`` begins."""
        return self.found.start(self._group)

    @property
    def _group(self) -> str | int:
        return "it" if "it" in self.found.re.groupindex else 0

    @property
    def before(self) -> str:
        """The words of the line before the match, at most REACH characters."""
        start = self.found.start()
        return self.line.words[max(start - REACH, 0) : start]

    @property
    def after(self) -> str:
        """The words of the line after the match, at most REACH characters."""
        end = self.found.end()
        return self.line.words[end : end + REACH]

    @property
    def near(self) -> str:
        """The last words before the match, at most NEAR characters."""
        start = self.found.start()
        return self.line.words[max(start - NEAR, 0) : start]

    @property
    def clause(self) -> str:
        """The words of the same clause before the match."""
        return re.split(r"[.;:!?]\s", self.before)[-1]

    def is_about(self, expression: str) -> bool:
        """Whether the medicine's title or the line contains an expression, in any case."""
        texts = self.manuscript.title, self.line.words
        return any(contains(text, expression) for text in texts)

    def capitalised(self, text: str) -> str:
        """The text, with a capital letter if the match begins a line or a sentence."""
        begins = not self.before.strip() or re.search(r"(?<!\.\w)[.!?]\s+$", self.before)
        return text[:1].upper() + text[1:] if begins else text

    def hit(self, message: str, hint: str = "", fix: Fix | None = None) -> Hit:
        """A hit at this match; ``{}`` in the message stands for its text."""
        column = self.line.column(self.start)
        return Hit(self.line.number, column, message.format(self.text), hint, fix)

    def fix(self, text: str, start: int | None = None, end: int | None = None) -> Fix | None:
        """The fix that writes ``text`` instead of the match, or None if markup splits the match.

        ``start`` and ``end`` are indexes in the words of the line, for a fix that replaces more.
        """
        start = self.found.start() if start is None else start
        end = self.found.end() if end is None else end
        first = self.line.column(start)
        raw = self.line.raw[first - 1 : self.line.column(end) - 1]
        if unescape(raw) != self.line.words[start:end]:
            raw = raw.rstrip("*_")  # emphasis that closes right behind the words stays
        if unescape(raw) != self.line.words[start:end]:
            return None
        return Fix(first, first + len(raw), text)


Condition = Callable[[Match], bool]
Replacement = str | Callable[[Match], str]


def always(_: Match) -> bool:
    """The condition that holds for every match."""
    return True


def never(_: Match) -> bool:
    """The condition that holds for no match: a person has to decide."""
    return False


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an abbreviation stands for.

    ``words`` is the full form, "" if a person has to choose it. ``explained_by`` is an expression
    for the words with which authors explain the abbreviation, as in "once daily (OD)"; "" if none
    do.
    """

    words: Replacement = ""
    explained_by: Replacement = ""


def finder(
    expression: str,
    message: str,
    replacement: Replacement | Meaning = "",
    *,
    where: Condition = always,
    certain: Condition = always,
) -> Finder:
    """Build the finder of an ``expression`` that is wrong ``where`` the condition holds.

    ``{}`` in ``message`` stands for the match. The ``replacement`` becomes the hint and, where it
    is ``certain``, a fix. An abbreviation that is explained beside it is always wrong, and the fix
    is always certain: "once daily (OD)" becomes "once daily". Where other words are in or before
    the brackets, it never is: "three times daily (BID)" is for its author to decide.
    """
    meaning = replacement if isinstance(replacement, Meaning) else Meaning(replacement)
    compiled = cache(lambda: re.compile(expression, re.MULTILINE))  # not before it is used

    def find(manuscript: Manuscript) -> Iterator[Hit]:
        for match in _matches(compiled(), manuscript):
            explained = _for(match, meaning.explained_by)
            if hit := _explained(match, message, explained) if explained else None:
                yield hit
            elif where(match):
                text = _replacement(match, meaning.words)
                hint = f'write "{text.strip()}"' if text else ""
                doubtful = explained and _beside_brackets(match)
                fix = match.fix(text) if text and not doubtful and certain(match) else None
                yield match.hit(message, hint, fix)

    return find


def _explained(match: Match, message: str, words: str) -> Hit | None:
    """The hit at an abbreviation with its explanation in brackets beside it, or the other way."""
    end = match.found.end()
    opened = match.before[-1:] == "(" and match.after[:1] == ")"
    if opened and re.search(rf"(?:{words})\s*\($", match.before, re.IGNORECASE):
        # ``before`` is not the whole line if that is long.
        bracket = match.found.start() - len(match.before) + len(match.before[:-1].rstrip())
        hint = f'leave out "({match.text})": the words before it say the same'
        return match.hit(message, hint, match.fix("", bracket, end + 1))
    if after := re.match(rf"\s*\((?P<words>(?:{words})[^()]*)\)", match.after, re.IGNORECASE):
        fix = match.fix(after["words"], end=end + after.end())
        return match.hit(message, f'write only "{after["words"]}"', fix)
    return None


def _beside_brackets(match: Match) -> bool:
    return match.before.rstrip()[-1:] == "(" or match.after.lstrip()[:1] == "("


def _for(match: Match, text: Replacement) -> str:
    return text if isinstance(text, str) else text(match)


def _replacement(match: Match, replacement: Replacement) -> str:
    text = _for(match, replacement)
    if match.text.endswith(".") and re.match(r"\s*$|\s+[A-Z]", match.after):
        text += "."  # the last full stop of "q.d." also ended the sentence
    return match.capitalised(text)


def _matches(pattern: re.Pattern[str], manuscript: Manuscript) -> Iterator[Match]:
    # Most rules find nothing: one search of the whole text is faster than one per line.
    if pattern.search(manuscript.prose):
        for line in manuscript.body:
            for found in pattern.finditer(line.words):
                yield Match(manuscript, line, found)
