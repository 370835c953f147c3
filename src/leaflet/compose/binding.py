"""Numbers kept on one line with what they count."""

import re

from leaflet.monograph.model import Text
from leaflet.monograph.text import plain

_UNIT = r"""(?:
    [mkµμn]?g | mcg | [mdµμ]?[Ll] | [cm]m | m[²2] | k?cal | k?J | m?mol | µmol | m?Eq
  | [kMG]?Bq | [mµ]?Ci | I?U | °[CF] | %
  | (?: unit | microgram | milligram | gram | millilit(?:er|re) | kilogram | tablet | capsule
      | dose | drop | puff | spray | teaspoon | tablespoon | ampoule | time | percent
      | second | minute | hr | hour | day | week | month | year ) s?
  | million | billion
)(?![^\W\d_])"""

_APART = re.compile(
    rf"(?<=[\d½¼¾⅓])\ (?={_UNIT})"  # 4 mg
    r"|(?<=[<>≤≥≈±])\ (?=\d)"  # > 25 kg
    r"|(?:(?<=\bday)|(?<=\bdays)|(?<=\bweek)|(?<=\bcycle))\ (?=\d)"  # day 21
    r"|(?<=\d)\ (?=[-–×x]\ \d)|(?<=\d\ [-–×x])\ (?=\d)",  # 5 - 10
    re.VERBOSE,
)


def bind(text: Text) -> Text:
    """The text with the space between a number and its unit made a no-break space (U+00A0).

    The only change that leaflet makes to an author's characters. It replaces a space by another
    kind of space and nothing else, so words and their order stay what they were.
    """
    words = plain(text)
    bound = bind_words(words)
    if bound == words:
        return text
    spans, at = [], 0
    for span in text:
        spans.append(type(span)(bound[at : at + len(span.text)], span.marks, span.href, span.image))
        at += len(span.text)
    return tuple(spans)


def bind_words(words: str) -> str:
    """``bind`` for words without emphasis."""
    return _APART.sub("\u00a0", words)
