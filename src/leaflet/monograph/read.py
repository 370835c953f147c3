"""The bytes of a file → Source and front matter, or the reasons why they cannot be read."""

import hashlib
import unicodedata
from functools import lru_cache
from itertools import islice
from typing import Any

from leaflet.config.limits import HIGHEST, USUAL, Limits
from leaflet.config.markup import REFUSED, MarkupChoice
from leaflet.diagnostics import has_errors
from leaflet.errors import MonographRefused
from leaflet.monograph.checks.characters import examine
from leaflet.monograph.checks.confusables import mixed
from leaflet.monograph.checks.formats import other_format
from leaflet.monograph.checks.sizes import too_large, too_much
from leaflet.monograph.checks.stripped import strip_markup
from leaflet.monograph.frontmatter import yaml
from leaflet.monograph.model import Source

_LAYOUT_CONTROLS = str.maketrans(dict.fromkeys("\v\f\x1c\x1d\x1e\x85\u2028\u2029", "\n"))
_MOST = 20
"""Findings of one kind that are reported at most."""


@lru_cache(maxsize=1)  # the parser reads a file, and then the proof-reader does
def read(
    data: bytes, name: str, limits: Limits = USUAL, markup: MarkupChoice = REFUSED
) -> tuple[Source, dict[str, Any]]:
    """Decode a monograph and split off its front matter, as (source, front matter values).

    Messages call the file ``name``; ``markup`` is left out of the body. What is returned must not
    be changed. Raises MonographRefused if the bytes are not UTF-8 text, exceed the highest limits,
    hold characters that cannot be printed safely, or have front matter that cannot be read.
    """
    if faults := other_format(data, name) or too_large(data, limits, name):
        raise MonographRefused(faults)
    text = _decode(data, name)
    lines = text.split("\n")
    excess = tuple(islice(too_much(lines, limits, name), _MOST))
    if excess and any(too_much(lines, HIGHEST, name)):
        raise MonographRefused(excess)
    # Only now that combining marks are few: normalising thousands of them takes minutes.
    text = unicodedata.normalize("NFC", text)
    if has_errors(found := [*examine(text, name), *mixed(text, name)]):
        raise MonographRefused([*excess, *found[:_MOST]])
    try:
        values, keys, body = yaml.split(text, name, limits)
    except MonographRefused as error:
        raise MonographRefused([*excess, *error.diagnostics]) from error
    head = len(text.rstrip()) - len(body)
    first = text.count("\n", 0, head) + 1
    body, stripped = strip_markup(body, first, name, markup.strip)
    source = Source(
        name=name,
        text=text[:head] + body,
        body=body,
        body_line=first,
        sha256=hashlib.sha256(data).hexdigest(),
        keys=keys,
        excess=excess,
        stripped=stripped,
        markup=markup,
    )
    return source, values


def _decode(data: bytes, name: str) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise MonographRefused.of(
            "not-text", "the file is not UTF-8 text", file=name, line=line, hint="save it as UTF-8"
        ) from error
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_LAYOUT_CONTROLS)
