"""The pictures that a monograph, a style sheet or a page template names, before any is drawn.

The names are at least those that the layout engine will ask for; a name too many does no harm.
"""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from urllib.parse import unquote

from leaflet import files

MOST = 40_000
"""Pictures and links of a monograph, whatever limits a user sets."""

LARGEST = 50_000_000
"""Bytes of a picture, whatever limits a user sets."""

THEME = "file:///theme/"

_OF_STYLE = re.compile(r"url\(\s*[\"']?([^\"')]+)")
_OF_TEMPLATE = re.compile(re.escape(THEME) + r"([^\"'\s)]+)")
_OF_LINK = re.compile(r"\s*(?:<([^>\n]+)>|([^)\s]+))")
_OF_REFERENCE = re.compile(r"^ {0,3}\[[^\]\n]+\]:\s*<?([^\s>]+)", re.M)


def of_text(text: bytes) -> Iterator[str]:
    """The names in a monograph, relative to its folder."""
    if b"![" in text:
        written = text.decode("utf-8", "replace")
        yield from map(_path, islice(_addresses(written), MOST))


def _addresses(text: str) -> Iterator[str]:
    """The addresses of links and references, each looked for up to where the next one begins.

    Otherwise a text of nothing but beginnings would be read to its end from each of them.
    """
    for piece in text.split("](")[1:]:
        if found := _OF_LINK.match(piece):
            yield "".join(filter(None, found.groups()))
    for found in _OF_REFERENCE.finditer(text):
        yield found[1]


def of_style(css: str) -> Iterator[str]:
    """The names in a style sheet, relative to the theme."""
    return (_path(name.removeprefix(THEME)) for name in _OF_STYLE.findall(css))


def of_template(page: str) -> Iterator[str]:
    """The names in a page template, relative to the theme."""
    return map(_path, _OF_TEMPLATE.findall(page))


def gather(names: Iterable[str], folders: Sequence[Path]) -> dict[str, bytes]:
    """The bytes of the named pictures, each from the nearest of the folders that has it.

    A picture outside its folder, by its name or by a link, or too large, may not be drawn and is
    skipped.
    """
    found = {}
    for name in (each for each in dict.fromkeys(names) if "\0" not in each):
        for folder in folders:
            root = os.path.realpath(folder)
            path = os.path.realpath(os.path.join(root, name))
            # Not through Path, which stumbles over names that no file can have.
            if os.path.isfile(path):
                inside = os.path.commonpath([root, path]) == root
                if inside and os.path.getsize(path) <= LARGEST:
                    found[os.path.normpath(name)] = files.read(Path(path))
                break
    return found


def _path(address: str) -> str:
    return unquote(re.split("[?#]", address, maxsplit=1)[0])
