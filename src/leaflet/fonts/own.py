"""The families of a project's own: checked, cast, and kept in the cache of the machine.

The project names their files, and no other font of the machine is ever looked at: a page depends on
the project and on leaflet alone.
"""

import os
import re
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from importlib import metadata
from pathlib import Path, PurePosixPath

from leaflet import files
from leaflet.fonts import casting
from leaflet.fonts.families import EXTRAS, FAMILIES, Family
from leaflet.fonts.font_files import FontFiles
from leaflet.fonts.fontconfig import WEIGHTS, cache_folder, temporary_folder

LARGEST = 50_000_000
"""Bytes of a font file."""

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9]*(?: [A-Za-z0-9]+)*")
_STYLE = re.compile(r"\b(?:thin|light|regular|medium|bold|black|heavy|italic|oblique)$", re.I)
"""A word that the layout engine would take for a style, where a name ends in it."""

_LIGHTEST_BOLD = 600
_HEAVIEST_REGULAR = 500

Problem = tuple[str, str, str]
"""The key at fault, "regular" or "bold"; a message; a hint."""


def problems(name: str, font: FontFiles, project: Path) -> Iterator[Problem]:
    """Why a family of a project cannot be used, with everything that is wrong with it."""
    yield from _wrong_name(name)
    faults = [
        ("regular" if file == font.regular else "bold", *fault)
        for file in font.names
        for fault in _wrong_file(file, project)
    ]
    yield from faults or _wrong_weights(name, font, project)


def _wrong_name(name: str) -> Iterator[Problem]:
    if not _NAME.fullmatch(name):
        message = f'"{name}" cannot be the name of a font'
        yield "regular", message, "it has letters from A to Z, digits and single spaces"
    elif style := _STYLE.search(name):
        message = f'"{name}" names a weight or a style, "{style[0]}", instead of a family'
        yield "regular", message, "give the files of both weights to one family"
    if name.lower() in {family.name.lower() for family in (*FAMILIES, *EXTRAS)}:
        message = f'"{name}" is the name of one of leaflet\'s own fonts'
        yield "regular", message, "give yours another name"


def _wrong_file(file: str, project: Path) -> Iterator[tuple[str, str]]:
    path = os.path.realpath(project / file)
    if PurePosixPath(file).is_absolute() or not Path(path).is_relative_to(
        os.path.realpath(project)
    ):
        yield f'"{file}" is outside the project', "put the font into its folder"
    elif not os.path.isfile(path):
        yield f'there is no file "{file}"', "a path is relative to leaflet.toml"
    elif os.path.getsize(path) > LARGEST:
        yield f'"{file}" is larger than {LARGEST // 1_000_000} MB', ""
    else:
        yield from _wrong_font(file, files.read(Path(path)))


def _wrong_font(file: str, data: bytes) -> Iterator[tuple[str, str]]:
    try:
        font = casting.open_font(data)
    except ValueError as reason:
        hint = "fonts are TTF, OTF, WOFF or WOFF2 files, variable or not"
        yield f'"{file}" cannot be used: {reason}', hint
        return
    if fault := casting.embedding_fault(font):
        yield f'"{file}" cannot be used: {fault}', "ask its maker for a licence for documents"
    elif not casting.usable(font) - {ord(" ")}:
        hint = "letters that change with their neighbours (Arabic, Thai) are set in leaflet's fonts"
        yield f'"{file}" has no character that leaflet would set in it', hint
    elif ord(" ") not in casting.usable(font):
        yield f'"{file}" has no space', "take the whole font instead of a part of it"


def _wrong_weights(name: str, font: FontFiles, project: Path) -> Iterator[Problem]:
    """The weights that a family lacks: each page has text in two of them."""
    found = [casting.weights(casting.open_font(files.read(project / n))) for n in font.names]
    lightest, heaviest = found[0][0], found[-1][1]
    if lightest > _HEAVIEST_REGULAR and not font.bold:
        message = f'"{name}" has no regular weight: its lightest is {lightest}'
        yield "regular", message, "name the file of its weight 400"
    elif len(found) > 1 and heaviest <= lightest:
        message = f'the bold weight of "{name}" ({heaviest}) is no heavier than its regular one'
        yield "bold", f"{message} ({lightest})", "exchange the files"
    elif heaviest < _LIGHTEST_BOLD and font.bold != font.regular:
        message = f'"{name}" has no bold weight: its heaviest is {heaviest}'
        hint = "name the file of its weight 700 as bold; if there is none, the regular one again"
        yield "bold" if font.bold else "regular", message, hint


def load_family(name: str, font: FontFiles, project: Path) -> Family:
    """A family that is ready to be used. Raises OSError; ValueError for one that cannot be used.

    The first time on a machine, a font with thousands of characters takes half a minute.
    """
    regular, bold = (
        str(_cast_file(sha256(data).hexdigest(), data, name, weight))
        for file, weight in ((font.regular, "Regular"), (font.bold or font.regular, "Bold"))
        for data in [files.read(project / file)]
    )
    return Family(name, "", regular, bold)


@lru_cache(maxsize=32)
def _by_digest(digest: str, name: str, weight: str) -> Path:
    """The name of a cast font, which says from what, and with what, it was made."""
    versions = (metadata.version(package) for package in ("fonttools", "uharfbuzz"))
    made = sha256("\0".join((digest, name, weight, *versions)).encode()).hexdigest()
    return Path("own", f"{made[:24]}-{weight}.ttf")


def _cast_file(digest: str, data: bytes, name: str, weight: str) -> Path:
    file = _by_digest(digest, name, weight)
    try:
        return _kept(cache_folder() / file, data, name, weight)
    except (OSError, RuntimeError):  # a read-only home, or none at all
        return _kept(temporary_folder() / file, data, name, weight)


def _kept(file: Path, data: bytes, name: str, weight: str) -> Path:
    if not file.is_file():
        files.write(file, casting.cast(data, name, WEIGHTS[weight]))
    return file
