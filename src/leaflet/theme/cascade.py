"""One generated cascade: base, kind, styles, paper; and the values of its tokens.

Each file becomes a cascade layer, nearest last, so that a short selector of a style beats a long
one of the base. Tokens are custom properties on ``:root``; they reach ``@page`` as well.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from leaflet import files
from leaflet.diagnostics import Diagnostic
from leaflet.errors import SettingsError
from leaflet.fonts.families import PINNED
from leaflet.resources import shipped
from leaflet.theme.contrast import faint_tokens
from leaflet.theme.style_fonts import foreign_fonts
from leaflet.theme.tokens import (
    Token,
    misfits,
    misspelt,
    read_tokens,
    slashed_for_good,
    unclosed,
)

__all__ = ["Layer", "Stylesheet", "Token", "cascade", "ems", "length", "read_tokens"]


@dataclass(frozen=True, slots=True)
class Layer:
    """One style sheet of a cascade: its name, its text, and the file of the text."""

    name: str
    text: str
    file: str

    @classmethod
    def read(cls, name: str, path: Path) -> "Layer":
        """The layer that a file holds."""
        return cls(name, files.read_text(path), str(path))


@dataclass(frozen=True, slots=True)
class Stylesheet:
    """A cascade ready to print with: its text, the values of its tokens, and its fingerprint.

    ``set_by`` holds for each token the file that sets it, ``base`` all tokens with their comments;
    ``files`` holds the line of the text after which each of the files begins, ``layers`` its
    layers.
    """

    css: str
    tokens: Mapping[str, str]
    key: str
    set_by: Mapping[str, Token] = field(default_factory=dict)
    files: tuple[tuple[int, str], ...] = ()
    layers: tuple[Layer, ...] = ()
    base: tuple[Token, ...] = ()

    @property
    def changeable(self) -> tuple[Token, ...]:
        """The tokens that a style may set, in the order of the base; not those leaflet sets."""
        return tuple(token for token in self.base if not token.group.startswith("Set by"))

    @property
    def own_files(self) -> tuple[str, ...]:
        """The files that are not leaflet's own, as messages call them."""
        ours = shipped()
        files = (file for _, file in self.files if not file.startswith("--paper "))
        return tuple(file for file in files if not Path(file).is_relative_to(ours))

    def locate(self, finding: Diagnostic) -> Diagnostic:
        """A finding about a line of the cascade, with the file and line that it comes from."""
        line = finding.line or self._line_of(finding.message)
        number = bisect_right(self.files, line - 1, key=lambda file: file[0]) - 1
        if finding.file or number < 0:
            return finding
        first, file = self.files[number]
        return replace(finding, file=file, line=line - first)

    def _line_of(self, message: str) -> int:
        """The line of a selector that a message quotes without its line."""
        quoted = re.search(r"selector, '([^']+)'", message)
        at = self.css.find(quoted[1].strip()) if quoted else -1
        return self.css.count("\n", 0, at) + 1 if at >= 0 else 0


def cascade(layers: Sequence[Layer], fonts: Sequence[str] = PINNED) -> Stylesheet:
    """The style sheet of ``layers``, later ones win, for the families ``fonts``; it is cached.

    Raises ``SettingsError`` for each token that is set or used but that is unknown, which is
    what a misspelt name is, or whose value is of another type than its default; and for a file
    that would tear the layers apart.
    """
    return _cascade(tuple(layers), tuple(fonts))


@lru_cache(maxsize=64)
def _cascade(layers: tuple[Layer, ...], fonts: tuple[str, ...]) -> Stylesheet:
    faults = [fault for each in layers for fault in unclosed(each.text, each.file)]
    if faults:
        raise SettingsError(faults)
    found = [list(read_tokens(each.text, each.file)) for each in layers]
    base = {token.name: token for token in found[0]}
    declared = [token for tokens in found for token in tokens]
    faults += misspelt([(each.file, each.text) for each in layers])
    faults += misfits(declared, base, fonts)
    last = {token.name: token for token in declared}
    faults += (*slashed_for_good(last), *faint_tokens(last))
    faults += (fault for each in layers for fault in foreign_fonts(each.text, each.file, fonts))
    if faults:
        raise SettingsError(faults)
    css, files, lines = "", [], 0
    for each in layers:
        css += f"@layer {each.name} {{\n{each.text}\n}}\n"
        files.append((lines + 1, each.file))
        lines += each.text.count("\n") + 3
    tokens = {token.name: token.value for token in declared}
    return Stylesheet(
        css,
        tokens,
        sha256(css.encode()).hexdigest(),
        last,
        tuple(files),
        layers,
        tuple(found[0]),
    )


def length(name: str, tokens: Mapping[str, str]) -> float:
    """The length of a token in points; its value is a number with a unit or ``var()`` of another.

    Raises ``SettingsError`` where the value is something that only the layout engine can compute.
    """
    text = tokens[name].strip()
    for _ in tokens:
        if not (other := re.fullmatch(r"var\(\s*(--[\w-]+)\s*\)", text)):
            break
        text = tokens.get(other[1], "").strip()
    found = re.fullmatch(r"([\d.]+)(pt|mm|cm|in|px|pc)", text)
    if not found:
        raise SettingsError.of(
            "token-length", f'"{tokens[name]}" is not a length', hint="write it like 12pt or 150mm"
        )
    return float(found[1]) * _POINTS[found[2]]


_POINTS = {"pt": 1.0, "px": 0.75, "pc": 12.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4}


def ems(value: str) -> float:
    """A space between letters or words, which styles give in em so that it suits any type."""
    found = re.fullmatch(r"([\d.]+)em|0", value.strip())
    if not found:
        raise SettingsError.of(
            "token-length", f'"{value}" is not a space in em', hint="write it like 0.06em"
        )
    return float(found[1] or 0)
