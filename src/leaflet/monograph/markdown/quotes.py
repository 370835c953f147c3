"""Block quotes lose their ``>``; a ``>`` that compares stays.

``>25 kg: 100 mg`` must not lose its sign, and "> twice the upper limit" must not either, so only
what cannot be a comparison is a quotation.
"""

import re
from itertools import groupby

_QUOTED = re.compile(r" {0,3}(?:> ?)+(.*)")
_BEGINS = re.compile(r"[*_#\[]{1,2}[^\W\d]|\[!|[^\W\d_]|[-*] ")
_ALERT = re.compile(r"\[!([A-Za-z]+)\]\s*")
_FEWEST_WORDS = 5


def unquote(lines: list[str]) -> list[str]:
    """The same number of lines, without the signs of quotations.

    Consecutive lines that all begin with ``>`` are a quotation if the first begins with emphasis,
    or if together they are a sentence with a full stop, and none begins with a number.
    """
    result: list[str] = []
    for quoted, group in groupby(lines, key=lambda line: bool(_QUOTED.match(line))):
        written = list(group)
        inner = [_QUOTED.sub(r"\1", line).rstrip() for line in written] if quoted else []
        result += [_ALERT.sub(_label, line) for line in inner] if _is_quotation(inner) else written
    return result


def _is_quotation(inner: list[str]) -> bool:
    written = [line for line in inner if line]
    if not written or not all(map(_BEGINS.match, written)):
        return False
    if written[0][0] in "*_#[":
        return True
    sentence = " ".join(written)
    enough = len(sentence.split()) >= _FEWEST_WORDS
    return enough and sentence[0].isupper() and sentence[-1] in ".!?:"


def _label(alert: re.Match[str]) -> str:
    """``[!WARNING]``, with which GitHub and others begin a boxed note, as a bold label."""
    return f"**{alert[1].capitalize()}:** "
