"""Text that is only ever seen: what a terminal or a build server would act on is written out.

The names of files, the messages about them and the fields of a manifest come from strangers.
Escapes are those of JSON, so that JSON remains what it was.
"""

import codecs
import json
import re

_ACTIVE = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f"  # control characters, but for tab and line feed
    "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff"  # direction, and nothing to see
    "\ud800-\udfff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)

_COMMAND = re.compile(r"^([^\w\n]*?):(?=:)|#(?=#(?:\[|vso\[|teamcity\[))", re.M)
"""How GitHub (``::error``, ``##[group]``), Azure (``##vso[``) and TeamCity recognise a command.

Whatever is no letter may precede the first: .NET ignores some characters as it compares.
"""


def escape(text: str) -> str:
    r"""Text whose characters are all seen, and which no build server takes for a command.

    >>> escape("\x1b[2J\n::error::")
    '\\u001b[2J\n\\u003a:error::'
    """
    return _COMMAND.sub(_escape_command, _ACTIVE.sub(_escape_match, text))


def in_one_line(text: str) -> str:
    """The same for a part of a line, in which no other line can begin."""
    return escape(text).replace("\n", "\\n").replace("\t", "\\t")


def fit(text: str, encoding: str) -> str:
    """Text with those characters escaped that an encoding cannot express."""
    return text.encode(encoding, _HANDLER).decode(encoding)


def _escape_match(found: re.Match[str]) -> str:
    return json.dumps(found[0])[1:-1]


def _escape_command(found: re.Match[str]) -> str:
    return "\\u0023" if found[1] is None else f"{found[1]}\\u003a"


def _replace(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return json.dumps(error.object[error.start : error.end])[1:-1], error.end


_HANDLER = "leaflet.escapes"
codecs.register_error(_HANDLER, _replace)
