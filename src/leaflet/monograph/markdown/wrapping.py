"""Hard-wrapped text: whether a line goes on with the sentence above it or begins something new.

Other people's editors break lines at 80 columns, and authors of these monographs put the next
thought on the next line; Markdown takes both for one paragraph, which only the first one is.
"""

import re

_BOLD = r"\*\*(?:[^*]|\*(?!\*))+"
_STARTS_ANEW = re.compile(
    rf"{_BOLD}(?:(?<=[:?])\*\*|\*\*\s*(?::|$))|\*\*Q\b"
    r"|(?:[QA]|Ans(?:wer)?|Q\d+)\s*[:.]\s|\*[QA]:|\(?(?:[a-z]|[ivx]{2,4})[.)]\s"
)
_WHOLE_BOLD = re.compile(r"\*\*[^*]+\*\*:?$")
_WRAPPED_AT = 60
"""A line shorter than this was ended by its author, not by an editor."""


def goes_on(last: str, text: str) -> bool:
    """Whether ``text`` continues the sentence of the line ``last`` above it."""
    if _STARTS_ANEW.match(text) or _WHOLE_BOLD.match(last) or last.endswith(":"):
        return False
    if text[:1].islower():
        return True
    return not text.endswith(":") and len(last) >= _WRAPPED_AT and last[-1] not in ".;!?:"
