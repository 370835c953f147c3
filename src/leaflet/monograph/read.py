"""A file's bytes → Source: decoded text and parsed front matter, or every reason why not."""

import hashlib
import unicodedata
from typing import Any

import frontmatter
import yaml

from leaflet.diagnostics import Diagnostic, Severity
from leaflet.errors import MonographRefused
from leaflet.monograph.model import Source

_LONGEST_FRONT = 50_000
"""No author states more than this, and YAML nested deep enough ends the whole process."""

_LAYOUT_CONTROLS = str.maketrans(dict.fromkeys("\v\f\x1c\x1d\x1e\x85\u2028\u2029", "\n"))
_FORBIDDEN = {"Cc": "a control character", "Co": "a private-use character", "Cs": "a surrogate"}


def read(data: bytes, name: str) -> tuple[Source, dict[str, Any]]:
    """Decode a monograph and split off its front matter, as (source, front matter values).

    ``name`` is how messages call the file. Raises MonographRefused if the bytes are not UTF-8
    text, hold characters that cannot be printed, or have no readable front matter.
    """
    text = _decode(data, name)
    if text.lstrip().startswith("---") and text.lstrip().find("\n---") > _LONGEST_FRONT:
        raise MonographRefused.of(
            "front-matter",
            f"the front matter is longer than {_LONGEST_FRONT} characters",
            file=name,
            line=1,
            hint="end it with a line ---",
        )
    try:
        values, body = frontmatter.parse(text)
    except (yaml.YAMLError, ValueError) as error:
        # YAML lets impossible dates through to the calendar.
        raise _bad_yaml(error, name, text) from error
    head = len(text.rstrip()) - len(body)
    source = Source(
        name=name,
        text=text,
        body=body,
        body_line=text.count("\n", 0, head) + 1,
        sha256=hashlib.sha256(data).hexdigest(),
    )
    return source, values


def _decode(data: bytes, name: str) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise MonographRefused.of(
            "not-text",
            "the file is not UTF-8 text",
            file=name,
            line=line,
            hint="save it as UTF-8",
        ) from error
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_LAYOUT_CONTROLS)
    text = unicodedata.normalize("NFC", text)
    faults = [
        Diagnostic(
            Severity.ERROR,
            "not-text",
            f"{_FORBIDDEN[unicodedata.category(c)]}, U+{ord(c):04X}, cannot be printed",
            file=name,
            line=number,
            column=column,
            hint="remove it",
        )
        for number, line in enumerate(text.split("\n"), 1)
        if not line.isprintable()
        for column, c in enumerate(line, 1)
        if c != "\t" and unicodedata.category(c) in _FORBIDDEN
    ]
    if faults:
        raise MonographRefused(faults[:20])
    return text


def _bad_yaml(error: Exception, name: str, text: str) -> MonographRefused:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or str(error) or "not valid YAML"
    above = text.count("\n", 0, len(text) - len(text.lstrip()))
    return MonographRefused.of(
        "front-matter",
        f"the front matter cannot be read: {problem}",
        file=name,
        # YAML counts from 0, and from the opening --- on.
        line=above + mark.line + 1 if mark else 1,
        hint='put values that hold a colon, # or quotes in "double quotes"',
    )
