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
from leaflet.addresses import SOURCE

MOST = 40_000
"""Pictures and links of a monograph, whatever limits a user sets."""

LARGEST = 50_000_000
"""Bytes of a picture, whatever limits a user sets."""

THEME = "file:///theme/"

_OF_STYLE = re.compile(r"url\(\s*[\"']?([^\"')]+)")
_OF_TEMPLATE = re.compile(re.escape(THEME) + r"([^\"'\s)]+)")
_OF_TEXT = re.compile(
    rf"\]\([ \t]*<?({SOURCE})|!\[\[([^\[\]|#^\n]+)|^ {{0,3}}\[[^\[\]\n]+\]:[ \t]*<?({SOURCE})", re.M
)


def of_text(text: bytes) -> Iterator[str]:
    """The names in a monograph, relative to its folder."""
    if b"![" in text:
        for found in islice(_OF_TEXT.finditer(text.decode("utf-8", "replace")), MOST):
            yield _path(found[found.lastindex or 0])


def of_style(css: str) -> Iterator[str]:
    """The names in a style sheet, relative to the theme."""
    return (_path(name.removeprefix(THEME)) for name in _OF_STYLE.findall(css))


def of_template(page: str) -> Iterator[str]:
    """The names in a page template, relative to the theme."""
    return map(_path, _OF_TEMPLATE.findall(page))


def gather(
    names: Iterable[str], folders: Sequence[Path], below: str = ""
) -> Iterator[tuple[str, bytes]]:
    """The named pictures and their bytes, each from the nearest of the folders that has it.

    Names are relative to the folder ``below`` each of them.

    A picture outside its folder, by its name or by a link, or too large, may not be drawn and is
    skipped. Raises OSError.
    """
    for name in (each for each in dict.fromkeys(map(os.path.normpath, names)) if "\0" not in each):
        within = os.path.normpath(os.path.join(below, name))
        if within.startswith(os.pardir):
            continue
        for folder in folders:
            root = os.path.realpath(folder)
            path = os.path.realpath(os.path.join(root, within))
            # Not through Path, which stumbles over names that no file can have.
            if os.path.isfile(path):
                inside = os.path.commonpath([root, path]) == root
                if inside and os.path.getsize(path) <= LARGEST:
                    yield name, files.read_regular(Path(path), LARGEST)
                break


def _path(address: str) -> str:
    return unquote(re.split("[?#]", address, maxsplit=1)[0])
