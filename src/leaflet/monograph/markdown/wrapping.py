"""Hard-wrapped text: whether a line continues the sentence above it or begins something new.

Some editors break lines at 80 columns, and some authors write the next thought on the next line.
Markdown takes both for one paragraph, but only the first is one.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

_BOLD = r"\*\*(?:[^*]|\*(?!\*))+"
_ITALIC = r"([*_])[^*_]+(?:(?<=:)\1|\1\s*:)"
_BEGINS = re.compile(
    rf"{_BOLD}(?:(?<=[:?])\*\*|\*\*\s*(?::|$))|\*\*Q\b|{_ITALIC}"
    r"|(?:[QA]|Ans(?:wer)?|Q\d+)\s*[:.]\s|\*[QA]:|\(?(?:[a-z]|[ivx]{2,4})[.)]\s"
)
_WHOLE_BOLD = re.compile(r"\*\*[^*]+\*\*:?$")
_WRAPPED_AT = 60
"""Characters; where no editor has wrapped the text, a shorter line was ended by its author."""

_WIDEST = 120
"""Characters of the widest line that an editor wraps at."""

_ONE_WIDER_IN = 50
"""Lines of which one may be wider than the editor's width: it was edited later."""

_FEWEST_BROKEN = 3
"""Lines broken within a sentence that show that an editor has wrapped a text."""

_NO_PROSE = ("|", "#", "<", "[", "!")
_PLAIN_LABEL = re.compile(r"[^\W\d_][^:.;!?]{0,60}:\s")
_ASKS = re.compile(r"[\s*_]*Q(?:uestion)?\s*\d*\s*[:.)]")
_ENDS_QUESTION = re.compile(r"[^.!?؟]*[?؟]")


class Unended(NamedTuple):
    """What the lines of a paragraph have begun and not ended: something bold, a question."""

    bold: bool = False
    question: bool = False

    def after(self, line: str) -> "Unended":
        """What is not ended after one more line."""
        is_bold = self.bold ^ bool(line.count("**") % 2)
        asks = self.question or bool(_ASKS.match(line))
        return Unended(is_bold, asks and not {"?", "؟"} & {*line})


NOTHING = Unended()
"""Of a paragraph that has not begun."""


def editor_width(lines: Sequence[str]) -> int:
    """The characters at which an editor has wrapped the lines of a text; 0 if none has.

    Tables and headings may be wider, and so may a line here and there.
    """
    prose = (line.rstrip() for line in lines if not line.startswith(_NO_PROSE))
    widths = sorted(map(len, filter(None, prose)), reverse=True) or [0]
    width = widths[len(widths) // _ONE_WIDER_IN]
    if width > _WIDEST:
        return 0
    broken = (
        is_broken(above, line, width) and not _ends_sentence(above) and line.lstrip()[:1].islower()
        for above, line in pairwise(lines)
    )
    return width if sum(broken) >= _FEWEST_BROKEN else 0


def is_broken(above: str, line: str, width: int) -> bool:
    """Whether the first word of a line had no space in the one above, ``width`` characters wide.

    There may be two spaces between sentences.
    """
    first, *_ = line.split(maxsplit=1) or ("",)
    return bool(first) and len(above.rstrip()) + 2 + len(first) > width > 0


def _ends_sentence(line: str) -> bool:
    return line.rstrip(" *_")[-1:] in (*".;!?:", "")


def goes_on(last: str, text: str, unended: Unended = NOTHING, *, broken: bool = False) -> bool:
    """Whether ``text`` continues the paragraph of the line ``last`` above it.

    It does if it ends what is bold, unless that would be a label, or a question, and if an editor
    has ``broken`` the line there.
    """
    inside, end, _ = text.partition("**")
    if unended.bold and end and text.count(end) % 2 and not inside.rstrip().endswith(":"):
        return True
    if _BEGINS.match(text) or _WHOLE_BOLD.match(last) or last.endswith(":"):
        return False
    if text[:1].islower() or (unended.question and _ENDS_QUESTION.match(text)):
        return True
    if broken:
        return not _PLAIN_LABEL.match(text)
    return not text.endswith(":") and len(last) >= _WRAPPED_AT and not _ends_sentence(last)
