"""One generated cascade: base, kind, styles, paper; and the tokens a style may set.

Each file becomes a cascade layer, nearest last, so that a short selector of a style beats a long
one of the base. Tokens are custom properties on ``:root``; they reach ``@page`` as well.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import tinycss2

from leaflet.diagnostics import Diagnostic, Severity
from leaflet.errors import SettingsError
from leaflet.spelling import nearest


@dataclass(frozen=True, slots=True)
class Token:
    """A custom property as a file sets it; ``note`` is the comment that follows it."""

    name: str
    value: str
    file: str
    line: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Stylesheet:
    """A cascade ready to print with: its text, what its tokens come to, and its fingerprint."""

    css: str
    tokens: Mapping[str, str]
    key: str


def cascade(layers: Sequence[tuple[str, Path]]) -> Stylesheet:
    """The style sheet of named ``layers``, the later ones winning.

    Raises ``SettingsError`` for each token that is set or used but that nothing knows, which is
    what a misspelt name is.
    """
    texts = [(name, path, path.read_text("utf-8")) for name, path in layers]
    _check([(path, text) for _, path, text in texts])
    css = "\n".join(f"@layer {name} {{\n{text}\n}}" for name, _, text in texts)
    tokens = {t.name: t.value for _, path, text in texts for t in read_tokens(text, str(path))}
    return Stylesheet(css, tokens, sha256(css.encode()).hexdigest())


def read_tokens(css: str, file: str = "") -> Iterator[Token]:
    """The tokens that a style sheet sets on ``:root``, in order, with their comments."""
    for rule in tinycss2.parse_stylesheet(css):
        if rule.type == "qualified-rule" and tinycss2.serialize(rule.prelude).strip() == ":root":
            yield from _declared(rule.content, file)


def _declared(content: Sequence[tinycss2.ast.Node], file: str) -> Iterator[Token]:
    found: Token | None = None
    for node in tinycss2.parse_blocks_contents(content):
        if node.type == "comment" and found and node.source_line == found.line:
            found = Token(found.name, found.value, file, found.line, " ".join(node.value.split()))
        elif node.type == "declaration" and node.name.startswith("--"):
            if found:
                yield found
            value = tinycss2.serialize(node.value).strip()
            found = Token(node.name, value, file, node.source_line)
    if found:
        yield found


def _check(files: Sequence[tuple[Path, str]]) -> None:
    """Hold each name of a token against those of the base, and what the cascade sets and uses."""
    declared = {path: list(_names(text, r"(?<![\w-])(--[\w-]+)\s*:")) for path, text in files}
    used = {path: list(_names(text, r"var\(\s*(--[\w-]+)")) for path, text in files}
    set_anywhere = {name for names in declared.values() for name, _ in names}
    used_anywhere = {name for names in used.values() for name, _ in names}
    known = (set_anywhere & used_anywhere) | {name for name, _ in declared[files[0][0]]}
    faults = [
        Diagnostic(
            Severity.ERROR,
            "unknown-token",
            f"no style knows the token {name}",
            file=str(path),
            line=line,
            hint=nearest(name, known),
        )
        for path, _ in files
        for name, line in sorted({*declared[path], *used[path]}, key=lambda found: found[1])
        if name not in known
    ]
    if faults:
        raise SettingsError(faults)


def _names(css: str, pattern: str) -> Iterator[tuple[str, int]]:
    """Each token that ``pattern`` finds outside comments, with its line."""
    blank = re.sub(r"/\*.*?\*/", lambda c: re.sub(r"[^\n]", " ", c[0]), css, flags=re.DOTALL)
    for found in re.finditer(pattern, blank):
        yield found[1], blank.count("\n", 0, found.start()) + 1


def length(value: str, tokens: Mapping[str, str]) -> float:
    """A length of a token in points: a number with a unit, or ``var()`` of another token.

    Raises ``SettingsError`` where the value is something that only the layout engine can work out.
    """
    text = value.strip()
    for _ in tokens:
        if not (other := re.fullmatch(r"var\(\s*(--[\w-]+)\s*\)", text)):
            break
        text = tokens.get(other[1], "").strip()
    found = re.fullmatch(r"([\d.]+)(pt|mm|cm|in|px|pc)", text)
    if not found:
        raise SettingsError.of(
            "token-length", f'"{value}" is not a length', hint="write it like 12pt or 150mm"
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
