"""Where a line may end, and where it may not.

A line ends between words, and at the hyphens and slashes of long compounds. It never ends between
a number and what it counts, nor within a unit, an allele, a range or a date. A word that is wider
than a whole line has, as the last resort, places where it may be divided with a hyphen.
"""

import re
from collections.abc import Iterator
from functools import cache, partial
from itertools import compress, pairwise

import pyphen

from leaflet.i18n.messages import MONTHS
from leaflet.monograph.model import Text
from leaflet.monograph.text import plain

NO_BREAK_SPACE = "\u00a0"
JOINER = "\u2060"
"""Word joiner: it is not seen, and no line ends beside it (Unicode Standard Annex 14)."""

SOFT_HYPHEN = "\u00ad"

LONGEST_WHOLE = 16
"""Characters of a compound ("Child-Pugh", "mL/min/1.73") that stays on one line."""

SHORTEST_PART = 4
"""Letters on either side of a hyphen or slash at which a longer compound may be parted."""

LONG_WORD = 14
"""Letters of a word that may be wider than a narrow column in large type."""

LONGEST_WORD = 28
"""Characters without a place to end a line at, which may be wider than any column in any type."""

_UNIT = r"""(?:
    [mkµμn]?g | mcg | [mdµμ]?[Ll] | [cm]m | m[²2] | k?cal | k?J | m?mol | µmol | m?Eq
  | [kMG]?Bq | [mµ]?Ci | I?U | °[CF] | %
  | (?: unit | microgram | milligram | gram | millilit(?:er|re) | kilogram | tablet | capsule
      | dose | drop | puff | spray | teaspoon | tablespoon | ampoule | time | percent
      | second | minute | hr | hour | day | week | month | year ) s?
  | million | billion
)(?![^\W\d_])"""

_MONTH = "|".join(MONTHS)

_APART = re.compile(
    rf"(?<=[\d½¼¾⅓])\ (?={_UNIT})"  # 4 mg
    r"|(?<=[<>≤≥≈±~])\ (?=\d)"  # > 25 kg
    r"|(?:(?<=\bday)|(?<=\bdays)|(?<=\bweek)|(?<=\bcycle))\ (?=\d)"  # day 21
    r"|(?<=\d)\ (?=[-–×x]\ \d)|(?<=\d\ [-–×x])\ (?=\d)"  # 5 - 10
    rf"|(?<=\d)\ (?=(?:{_MONTH})\b)",  # 3 March
    re.VERBOSE,
)
_YEAR = re.compile(rf"\b(?:{_MONTH})(\ )(?=\d)")  # March 2026
_JOINT = re.compile(r"(?<=[^\s/–-])[/–-](?=[^\s/–-])")
_LONG = re.compile(rf"[^\W\d_]{{{LONG_WORD},}}")
_TIED = re.compile(r"[\S\u00a0\u202f]+")
_WIDE = re.compile(rf"[^\W\d_]{{{LONG_WORD},}}|{_TIED.pattern[:-1]}{{{LONGEST_WORD},}}")
_END = re.compile(rf"(?<=[/–-])(?!{JOINER})")  # a line may end there


def bind(text: Text) -> Text:
    """The text with every place marked where a line must not end.

    A space becomes a no-break space (U+00A0); a word joiner (U+2060), which nobody sees or copies,
    follows a hyphen or slash; those of the author are left out, since a word that one of them ties
    to a long word runs over the margin. Nothing else is changed, so words and their order stay
    what they were.
    """
    bound = _bound(plain(text))
    spans, at = [], 0
    for span in text:
        words = "".join(bound[at : at + len(span.text)])
        spans.append(type(span)(words, span.marks, span.href, span.image))
        at += len(span.text)
    return tuple(spans)


def bind_words(words: str) -> str:
    """``bind`` for words without emphasis."""
    return "".join(_bound(words))


def divide(words: str, language: str = "en-GB") -> Iterator[tuple[str, str]]:
    """Words in stretches, each with the class of its length: ``""``, ``long`` or ``longest``.

    Long ones have soft hyphens (U+00AD) where they may be divided, by the rules of their language
    (a tag); of one that leaflet has no rules for, none is divided.
    """
    at = 0
    for token in _TIED.finditer(words) if _WIDE.search(words) else ():
        if size := _size(token[0]):
            yield words[at : token.start()], ""
            yield _LONG.sub(partial(_hyphenate, language), token[0]), size
            at = token.end()
    yield words[at:], ""


def _size(token: str) -> str:
    if is_address(token):
        return ""
    stretches = (stretch.replace(JOINER, "") for stretch in _END.split(token))
    if max(map(len, stretches)) >= LONGEST_WORD:
        return "longest"
    return "long" if _LONG.search(token) else ""


def _hyphenate(language: str, word: re.Match[str]) -> str:
    patterns = _patterns(language)
    return patterns.inserted(word[0], SOFT_HYPHEN) if patterns else word[0]


@cache
def _patterns(language: str) -> pyphen.Pyphen | None:
    """Where words may be divided; English ones by origin, as in hydro-chlorothiazide."""
    english = language.split("-", maxsplit=1)[0] == "en"
    name = "en_GB" if english else pyphen.language_fallback(language.replace("-", "_"))
    return pyphen.Pyphen(lang=name, left=3, right=3) if name else None


def _bound(words: str) -> list[str]:
    """The characters of a text, each with the joiner that must follow it."""
    bound = ["" if character == JOINER else character for character in words]
    for found in _APART.finditer(words):
        bound[found.start()] = NO_BREAK_SPACE
    for found in _YEAR.finditer(words):
        bound[found.start(1)] = NO_BREAK_SPACE
    for token in re.finditer(r"\S+", words) if _JOINT.search(words) else ():
        if not is_address(token[0]):
            for joint in _joints(token[0]):
                bound[token.start() + joint] += JOINER
    return bound


def _joints(compound: str) -> Iterator[int]:
    """The hyphens and slashes of a compound at which no line may end.

    A line may end between two words; within what would be too long for a line, before any word.
    """
    places = [found.start() for found in _JOINT.finditer(compound)]
    sides = [compound[a + 1 : b] for a, b in pairwise([-1, *places, len(compound)])]
    between = [all(map(_is_word, around)) for around in pairwise(sides)]
    if len(compound) <= LONGEST_WHOLE:
        between = [False] * len(places)
    ends = [-1, *compress(places, between), len(compound)]
    for place, ends_here, after in zip(places, between, sides[1:], strict=True):
        start = max(end for end in ends if end <= place)
        stretch = min(end for end in ends if end > place) - start
        is_led = sum(map(str.isalpha, compound[start + 1 : place])) >= SHORTEST_PART
        if not ends_here and not (stretch > LONGEST_WORD and is_led and _is_word(after)):
            yield place


def _is_word(side: str) -> bool:
    letters = side.strip("()[].,;:")
    return len(letters) >= SHORTEST_PART and letters.isalpha()


def is_address(token: str) -> bool:
    """Whether a word is a web or mail address, which is never divided."""
    return "://" in token or "www." in token or "@" in token
