"""Controls where lines break.

A line breaks between words, and after the hyphens and slashes of long compounds. It never breaks
between a number and its unit, nor within a unit, an allele, a range or a date. A word that may be
wider than a whole line gets soft hyphens.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import partial
from itertools import accumulate, compress, pairwise

from leaflet.compose.measure.hyphenation import hyphenation
from leaflet.fonts.scripts import UNSPACED
from leaflet.i18n.messages import MONTHS
from leaflet.monograph.model import Text
from leaflet.monograph.text import plain, with_words

NO_BREAK_SPACE = "\u00a0"
WORD_JOINER = "\u2060"
"""An invisible character beside which no line breaks (Unicode Standard Annex 14)."""

SOFT_HYPHEN = "\u00ad"

LONGEST_WHOLE = 16
"""Characters of a compound ("Child-Pugh", "mL/min/1.73") that stays on one line."""

SHORTEST_PART = 4
"""Letters needed on either side of a hyphen or slash for a line break in a longer compound."""

LONG_WORD = 14
"""Letters of a word that may be wider than a narrow column in large type."""

LONGEST_HYPHENATED = 70
"""Letters of the longest word that is divided into syllables; a longer one breaks anywhere.

WeasyPrint 70 measures a word once for each pair of its syllables.
"""

LONGEST_WORD = 28
"""Characters without a line break that may be wider than any column in any type size."""

_END = rf"(?!(?![{UNSPACED}])[^\W\d_])"
"""The end of a unit; letters of scripts without spaces may follow it at once."""

_DOSE_UNIT = r"""
    [mkµμn]?g | mcg | [mdµμ]?[Ll] | m?mol | µmol | m?Eq | [kMG]?Bq | [mµ]?Ci | I?U | %
  | (?: unit | microgram | milligram | gram | millilit(?:er|re) | kilogram | tablet | capsule
      | drop | puff | spray | teaspoon | tablespoon | ampoule | percent ) s?
"""

_UNIT = rf"""(?:
    {_DOSE_UNIT} | [cm]m | m[²2] | k?cal | k?J | °[CF]
  | (?: dose | time | second | minute | hr | hour | day | week | month | year ) s?
  | million | billion | h | min
){_END}"""

_NUMBER = r"\d+(?:[.,]\d+)*"

_AMOUNT = re.compile(
    rf"(?<![\w.,/–-]){_NUMBER}"
    rf"(?:(?:\ ?(?:[-–]|to)\ ?|[ \u00a0]?(?:{_DOSE_UNIT})[-–]){_NUMBER})?"  # 5-10 mg, 5mg-10mg
    rf"[ \u00a0]?(?!kg|kilogram)(?:{_DOSE_UNIT}){_END}"  # kilograms are those of a body
    rf"(?:/(?:kg|m[²2]|mL|L|day|d|hour|hr|h|min|dose){_END})*",
    re.VERBOSE,
)

_MONTH = "|".join(MONTHS)

_BOUND_SPACE = re.compile(
    r"\ (?:"  # first, since nothing is found as fast as a letter
    rf"(?<=[\d½¼¾⅓]\ )(?={_UNIT})"  # 4 mg
    r"|(?<=[<>≤≥≈±~]\ )(?=\d)"  # > 25 kg
    r"|(?:(?<=\bday\ )|(?<=\bdays\ )|(?<=\bweek\ )|(?<=\bcycle\ ))(?=\d)"  # day 21
    r"|(?<=\d\ )(?=[-–×x]\ \d)|(?<=\d\ [-–×x]\ )(?=\d)"  # 5 - 10
    rf"|(?<=\d\ )(?=(?:{_MONTH})\b))",  # 3 March
    re.VERBOSE,
)
_TELEPHONE = re.compile(
    r"(?<![\w.,/])(?:\+\d{1,3}|\(?0\d{1,4}\)?|\(\d{3}\))(?:[ -]\(?\d{2,5}\)?){1,5}(?!\w)"
)
"""A number that begins with +, 0 or an area code in brackets, and has groups of digits."""

_SHORTEST_TELEPHONE = 7
"""Digits of a telephone number."""

_NUMERAL = re.compile(r"[\d½¼¾⅓]")
_SPACE_BEFORE_YEAR = re.compile(rf"\b(?:{_MONTH})(\ )(?=\d)")  # March 2026
_JOINT = re.compile(r"(?<=[^\s/–-])[/–-](?=[^\s/–-])")
_LONG_WORD = re.compile(rf"[^\W\d_]{{{LONG_WORD},}}")
_UNBROKEN = re.compile(r"[\S\u00a0\u202f]+")
_MAY_BE_WIDE = re.compile(rf"[^\W\d_]{{{LONG_WORD},}}|{_UNBROKEN.pattern[:-1]}{{{LONGEST_WORD},}}")
_UNSPACED = re.compile(f"[{UNSPACED}]")
_LINE_BREAK = re.compile(rf"[ \n]+|(?<=[/–-])(?!{WORD_JOINER})")
"""Where a line may break in a text that is bound."""


def bind(text: Text) -> Text:
    """The text with no-break marks wherever a line must not break.

    A space becomes a no-break space (U+00A0), and a word joiner (U+2060) follows a hyphen or slash.
    Neither changes what a reader sees or copies. The author's own word joiners are removed, because
    one that joins two words to a long one would make it overflow the margin.
    """
    characters = _bound_characters(plain(text))
    spans, start = [], 0
    for span in text:
        end = start + len(span.text)
        spans.append(with_words(span, "".join(characters[start:end])))
        start = end
    return tuple(spans)


def amounts(words: str) -> Iterator[tuple[int, int]]:
    """Where amounts of a medicine begin and end: a number or a range, its unit, and per what.

    The weight of a patient is none.

    >>> text = "5 mg or 1-2 g/kg daily for 3 days, from 30 kg"
    >>> [text[start:end] for start, end in amounts(text)]
    ['5 mg', '1-2 g/kg']
    """
    return (found.span() for found in _AMOUNT.finditer(words))


def states_amount(words: str) -> bool:
    """Whether a text has an amount of a medicine."""
    return bool(_NUMERAL.search(words)) and bool(_AMOUNT.search(words))


def bind_words(words: str) -> str:
    """``bind`` for text without emphasis."""
    return "".join(_bound_characters(words))


def hyphenate(text: str, language: str = "en-GB") -> Iterator[tuple[str, str]]:
    """The text in parts, each with a class for its length: ``""``, ``long`` or ``longest``.

    Long words get soft hyphens (U+00AD) by the rules of their language, a language tag. Without
    hyphenation rules for it, no word is changed.
    """
    end = 0
    for token in _UNBROKEN.finditer(text) if _MAY_BE_WIDE.search(text) else ():
        if size := _size(token[0]):
            yield text[end : token.start()], ""
            yield _LONG_WORD.sub(partial(_insert_soft_hyphens, language), token[0]), size
            end = token.end()
    yield text[end:], ""


def _size(token: str) -> str:
    if is_address(token) or _UNSPACED.search(token):  # lines end within it
        return ""
    if max(map(len, _parts(token))) >= LONGEST_WORD:
        return "longest"
    return "long" if _LONG_WORD.search(token) else ""


def unbroken_parts(words: str) -> Iterator[str]:
    """The parts of a text that stay on one line at any width."""
    return _parts(bind_words(words))


def _parts(bound: str) -> Iterator[str]:
    return (part.replace(WORD_JOINER, "") for part in _LINE_BREAK.split(bound))


def _insert_soft_hyphens(language: str, word: re.Match[str]) -> str:
    patterns = hyphenation(language) if len(word[0]) <= LONGEST_HYPHENATED else None
    return patterns.inserted(word[0], SOFT_HYPHEN) if patterns else word[0]


def _bound_characters(words: str) -> list[str]:
    """The characters of a text, each with the word joiner that must follow it."""
    bound = ["" if character == WORD_JOINER else character for character in words]
    for at in _bound_spaces(words) if _NUMERAL.search(words) else ():
        bound[at] = NO_BREAK_SPACE
    for token in re.finditer(r"\S+", words) if _JOINT.search(words) else ():
        if not is_address(token[0]):
            for joint in _unbreakable_joints(token[0]):
                bound[token.start() + joint] += WORD_JOINER
    return bound


def _bound_spaces(words: str) -> Iterator[int]:
    """Where a text has spaces at which no line may break; all are beside numerals."""
    for found in _BOUND_SPACE.finditer(words):
        yield found.start()
    for found in _SPACE_BEFORE_YEAR.finditer(words):
        yield found.start(1)
    for found in _TELEPHONE.finditer(words):
        if sum(map(str.isdigit, found[0])) >= _SHORTEST_TELEPHONE:
            yield from (at for at in range(*found.span()) if words[at] == " ")


def _unbreakable_joints(compound: str) -> Iterator[int]:
    """The hyphens and slashes of a compound after which no line may break.

    A line may break between two words. In a compound that is too long for a line it may break
    before any word.
    """
    joints = [found.start() for found in _JOINT.finditer(compound)]
    parts = [compound[a + 1 : b] for a, b in pairwise([-1, *joints, len(compound)])]
    between_words = [all(map(_is_word, sides)) for sides in pairwise(parts)]
    if len(compound) <= LONGEST_WHOLE:
        between_words = [False] * len(joints)
    breaks = [-1, *compress(joints, between_words), len(compound)]
    letters = [*accumulate(map(str.isalpha, compound), initial=0)]
    for joint, breakable, after in zip(joints, between_words, parts[1:], strict=True):
        following = bisect_right(breaks, joint)
        start, end = breaks[following - 1], breaks[following]
        letters_before = letters[joint] - letters[start + 1]
        too_long = end - start > LONGEST_WORD and letters_before >= SHORTEST_PART
        if not breakable and not (too_long and _is_word(after)):
            yield joint


def _is_word(part: str) -> bool:
    letters = part.strip("()[].,;:")
    return len(letters) >= SHORTEST_PART and letters.isalpha()


def is_address(token: str) -> bool:
    """Whether a word is a web or mail address, which is never divided."""
    return "://" in token or "www." in token or "@" in token
