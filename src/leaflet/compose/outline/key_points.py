"""The most important points: up to six sentences of the source, word for word, for page one.

The rule, where the front matter has no boxed warning. A sentence may stand in the box if it

- warns: it says for whom the medicine is not (*contraindicated, must not, do not take*), forbids
  (*never, do not*), or sends for help (*immediately, emergency, at once*);
- can stand alone: it is whole, does not point back ("it", "them", "these"), and says when to get
  help if it sends for it; a label stays with the sentences of its statement, and nothing stands
  over that which could say for whom or when it holds;
- is about the medicine, not about the monograph: no disclaimer, no explanation of the name.

Two of each of the three sorts come first, the first of the source before later ones, then others
in the order of the sorts; what has been said is not said again in other words. None has more than
200 characters unless there is no shorter one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from leaflet.compose.outline.groups import OF_WHOM
from leaflet.compose.outline.sentences import Sentence, sentences
from leaflet.monograph.model import Monograph, Text
from leaflet.monograph.text import plain

MOST_POINTS = 6
LONGEST_POINT = 200
"""Characters of a point with its label."""

OF_EACH_SORT = 2
"""Points of one sort before another sort has had its turn."""

SAME_SHARE = 0.6
"""Share of the longer words that two sentences have in common if they say the same."""

_READ_FIRST = ("precautions", "usage", "dosage", "side-effects", "", "faqs")
"""The sections that points are taken from; what they say is told in this order."""

_SORTS = tuple(
    re.compile(sort, re.IGNORECASE | re.VERBOSE)
    for sort in (
        r"""^contra-?indications?\b.*: | \ba\ contra-?indication
        | (?<!\bor\ )(?<!\bare\ )\bcontra-?indicated\b
        | \bmust\ not\b | \bshould\ (not|never)\ be\ (used|taken|given)
        | (?<!\b(you|who)\ )(?<!\bpeople\ )\bdo\ not\ (take|use|give)\b""",
        r"""(?<!\bha(s|d)\ )(?<!\bhave\ )(?<!\bwho\ )\bnever\b(?!\ (been|had|before))
        | (^|[.,;:)]\ |\b(and|but|so|then|please)\ )do\ not\b""",
        r"""(?=.*\b(if|for|when|after|in\ case|any|should|signs?|symptoms?)\b)
          (.*\b(seek|call|get|contact|tell|consult|inform|report|see|stop|go)\b.*
            \b(immediate(ly)?|emergency|at\ once|right\ away)\b
          | .*\b(immediate|emergency)\ (medical\ )?(attention|help|care|treatment|evaluation)\b)""",
    )
)
_LEANS = re.compile(
    r"""^\W*(yes|no|however|therefore|thus|otherwise|then|instead|both|but|and|or|here|for\ example
      |additionally|furthermore|moreover|similarly|in\ addition|on\ the\ next|such)\b
    | \b(they|them|their|its|these|those|such|also|he|she)\b(?!\ (medic|drug|product|combin))
    | \bthis\b(?!\ (medic|drug|product|vaccine|combination|treatment|supplement|solution|cream))
    | \bit\b(?!\ is\ (\w+ly\ )?(crucial|important|essential|vital|advis|best|necessary))""",
    re.IGNORECASE | re.VERBOSE,
)
_LEADS_ON = re.compile(
    r"^(do|never|avoid|if|when|who|how|what|stop|tell|ask|you|the)\b|\bnot\b", re.IGNORECASE
)
"""A label that begins a sentence, "Do not take it if", speaks of that one only."""

_ABOUT_THE_TEXT = re.compile(
    r"""\binformation | \b(this|the)\ (document|monograph|leaflet|text|summary|list|guide|above)\b
    | \bno\ (specific|known|absolute|\w+\ contra\w+)\b | \bdisclaimer | \beducational
    | \bsubstitute\ for | \bhypothetical | \bdisregard\b
    | \bself-?\ ?(medicat|treat|diagnos|administ|prescrib)""",
    re.IGNORECASE | re.VERBOSE,
)

_WIDE = re.compile(
    r"\b(contra-?indications?|warnings?|precautions?|cautions?|important|general|safety|reactions?"
    r"|side effects|miss\w*|forg[eo]t\w*|overdose|too much|signs)\b",
    re.IGNORECASE,
)
"""What may stand over a point and still be left out: its subject, or "What if I miss a dose?"."""

_NARROW = re.compile(rf"\b(in|with|for|during|while|patients?|pets?)\b|{OF_WHOM}", re.IGNORECASE)
"""What says of whom or when a point holds, as in "Precautions in children"."""

_SAYS_WHO = re.compile(r"\bcontra-?indicated\b.*\b(in|if|during|for|with)\b", re.IGNORECASE)
"""What says itself for whom or when the medicine is not, whatever stands over it."""


@dataclass(frozen=True, slots=True)
class Point:
    """One of the most important points; ``name`` is the drug's where a document holds several."""

    name: Text
    sentence: Sentence


def choose_points(monograph: Monograph) -> tuple[Point, ...]:
    """The most important points, those that say for whom the medicine is not in front."""
    sorts: tuple[list[Point], ...] = tuple([] for _ in _SORTS)
    for point in _candidates(monograph):
        said = _said(point.sentence) if point.sentence.opens else plain(point.sentence.text)
        if any(_repeats(said, _said(other.sentence)) for points in sorts for other in points):
            continue
        for sort, points in zip(_SORTS, sorts, strict=True):
            if sort.search(said):
                points.append(point)
                break
    short = tuple(
        [point for point in points if _length(point) <= LONGEST_POINT] for points in sorts
    )
    if not any(short):
        return tuple(sorted((point for points in sorts for point in points), key=_length)[:1])
    first = [point for points in short for point in points[:OF_EACH_SORT]]
    others = [point for points in short for point in points[OF_EACH_SORT:]]
    chosen = {*first[:MOST_POINTS], *others[: MOST_POINTS - len(first)]}
    return tuple(point for points in short for point in points if point in chosen)


def _candidates(monograph: Monograph) -> Iterator[Point]:
    for key in _READ_FIRST:
        for group in monograph.groups:
            for section in group.sections:
                if section.key == key and not section.qualifier:
                    for sentence in sentences(section.body):
                        if _stands_alone(sentence):
                            yield Point(group.name, sentence)


def _stands_alone(sentence: Sentence) -> bool:
    said = _said(sentence)
    if not sentence.opens and _LEADS_ON.search(plain(sentence.label)):
        return False
    if not _SAYS_WHO.search(said) and any(map(_narrows, sentence.under)):
        return False
    whole = plain(sentence.text).rstrip(" \"')").endswith((".", "!"))
    leans = not sentence.label and _LEANS.search(said)
    return whole and not leans and not _ABOUT_THE_TEXT.search(said)


def _narrows(head: Text) -> bool:
    return bool(_NARROW.search(plain(head)) or not _WIDE.search(plain(head)))


def _said(sentence: Sentence) -> str:
    """The sentence as it reads after its label."""
    label = plain(sentence.label).rstrip(":")
    return f"{label}: {plain(sentence.text)}" if label else plain(sentence.text)


def _length(point: Point) -> int:
    return len(plain(point.name)) + len(_said(point.sentence))


def _repeats(said: str, other: str) -> bool:
    """Whether two sentences share most of their longer words."""
    one, two = ({*re.findall(r"\w{4,}", words.lower())} for words in (said, other))
    return len(one & two) >= SAME_SHARE * min(len(one), len(two))
