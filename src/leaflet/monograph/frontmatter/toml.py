"""Front matter in TOML, between lines ``+++``, as Hugo and Zola write it."""

import re
import tomllib
from typing import Any

from leaflet.config.limits import Limits
from leaflet.errors import MonographRefused
from leaflet.monograph.model import FrontMatterKey

_FENCED = re.compile(r"\+\+\+[^\S\n]*\n((?:.*\n)*?)\+\+\+[^\S\n]*(?:\n|$)")
_KEY = re.compile(r"""["']?([\w-]+)["']? *= *(?:"([^"\\]*)"|'([^']*)'|(\S+))?""")
_AT_LINE = re.compile(r" \(at line (\d+), column \d+\)| \(at end of document\)")

Split = tuple[dict[str, Any], dict[str, FrontMatterKey], str]
"""The values of the front matter, the position and spelling of each, and the body."""


def split(text: str, name: str, limits: Limits) -> Split:
    """Split the front matter off a text that begins with ``+++``, and read it.

    Raises MonographRefused where it is never closed, longer than the limits allow, or not TOML.
    """
    first = text.count("\n", 0, len(text) - len(text.lstrip())) + 1
    fenced = _FENCED.match(text.strip())
    if not fenced:
        raise _refused("it is never closed", name, first, "end it with a line +++")
    head = fenced[1]
    if len(head) > limits.front_matter:
        hint = "end it with a line +++"
        raise MonographRefused([limits.exceeded("front_matter", len(head), name, first, hint)])
    try:
        values = tomllib.loads(head)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        where = _AT_LINE.search(str(error))
        line = first + int(where[1]) if where and where[1] else first
        problem = _AT_LINE.sub("", str(error))
        raise _refused(problem, name, line, 'this is TOML: write key = "text"') from error
    return values, _keys(head, first), text.strip()[fenced.end() :].strip()


def _keys(head: str, first: int) -> dict[str, FrontMatterKey]:
    """The keys before the first table, with their lines and how their values are spelled."""
    keys: dict[str, FrontMatterKey] = {}
    for line, written in enumerate(head.split("\n"), first + 1):
        if written.startswith("["):
            break
        if key := _KEY.match(written):
            keys[key[1]] = FrontMatterKey(line, written=key[2] or key[3] or key[4] or "")
    return keys


def _refused(problem: str, name: str, line: int, hint: str) -> MonographRefused:
    message = f"the front matter cannot be read: {problem}"
    return MonographRefused.of("front-matter", message, file=name, line=line, hint=hint)
