"""The tokens of style sheets: custom properties on ``:root``, and what may be wrong with them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import tinycss2
from tinycss2.color4 import parse_color

from leaflet.config.suggest import nearest
from leaflet.diagnostics import Diagnostic
from leaflet.theme.css_rules import rules, values
from leaflet.theme.style_fonts import unknown_font

LINK_ADDRESSES = "--link-addresses"
"""The token that says whether addresses of links are printed."""

PICTOGRAMS = "--pictograms"
"""The token that says whether the boxes of a leaflet have pictograms."""

LOGO_POSITION = "--logo-place"
"""The token that says on which side of the name the logo is."""

ZERO = "--zero"
"""The token that says whether the digit 0 is slashed."""

FONT = "--font"
"""The token that names the families that text is set in."""

_CHOICES = {
    LINK_ADDRESSES: ("print", "none"),
    PICTOGRAMS: ("print", "none"),
    LOGO_POSITION: ("right", "left", "none"),
    ZERO: ("slashed-zero", "normal"),
}
"""The words of which some tokens take one."""

_ALWAYS_SLASHED = "Atkinson Hyperlegible"

_ABSOLUTE = re.compile(r"[\d.]+(?:pt|mm|cm|in|px|pc)")
_RELATIVE = re.compile(r"[\d.]+em|0")
_NUMBER = re.compile(r"[\d.]+")
_VARIABLE = re.compile(r"var\(\s*--[\w-]+\s*\)")
_FAMILY = re.compile(r"\"([^\"]*)\"|'([^']*)'|([^,\"']+)")


@dataclass(frozen=True, slots=True)
class Token:
    """A custom property as a file sets it.

    ``note`` is the comment after it, ``group`` the comment above it and the tokens that follow.
    """

    name: str
    value: str
    file: str
    line: int
    note: str = ""
    group: str = ""


@lru_cache(maxsize=64)
def read_tokens(css: str, file: str = "") -> tuple[Token, ...]:
    """The tokens that a style sheet sets on ``:root``, in order, with their comments."""
    return tuple(
        token
        for rule in rules(css)
        if rule.type == "qualified-rule" and tinycss2.serialize(rule.prelude).strip() == ":root"
        for token in _declared(rule.content, file)
    )


def _errors(css: str) -> list[tinycss2.ast.ParseError]:
    return [node for node in values(css) if node.type == "error"]


def _declared(content: Sequence[tinycss2.ast.Node], file: str) -> Iterator[Token]:
    found: Token | None = None
    group = ""
    for node in tinycss2.parse_blocks_contents(content):
        if node.type == "comment":
            words = " ".join(node.value.split())
            if found and node.source_line == found.line:
                found = replace(found, note=words)
            else:
                group = words
        elif node.type == "declaration" and node.name.startswith("--"):
            if found:
                yield found
            value = tinycss2.serialize(node.value).strip()
            found = Token(node.name, value, file, node.source_line, group=group)
    if found:
        yield found


def parse_colour(value: str) -> tuple[int, int, int] | None:
    """Red, green and blue of a colour, 0 to 255; None for what is not an opaque colour."""
    colour = parse_color(value)
    if not colour or colour.alpha != 1:
        return None
    red, green, blue = (round(255 * channel) for channel in colour.to("srgb").coordinates)
    return red, green, blue


def first_comment(css: str) -> str:
    """The first sentence of the comment that a style sheet begins with; empty if it has none."""
    first = next(iter(tinycss2.parse_stylesheet(css, skip_whitespace=True)), None)
    if first is None or first.type != "comment":
        return ""
    return re.split(r"[.;](?:\s|$)", " ".join(first.value.split()))[0]


def misspelt(files: Sequence[tuple[str, str]]) -> Iterator[Diagnostic]:
    """Each token that is neither declared in the base nor both set and used in the cascade.

    ``files`` are the names and texts of the style sheets, the base first.
    """
    declared = {file: list(names_set(text)) for file, text in files}
    used = {file: list(_names(text, r"var\(\s*(--[\w-]+)")) for file, text in files}
    set_anywhere = {name for names in declared.values() for name, _ in names}
    used_anywhere = {name for names in used.values() for name, _ in names}
    known = (set_anywhere & used_anywhere) | {name for name, _ in declared[files[0][0]]}
    for file, _ in files:
        for name, line in sorted({*declared[file], *used[file]}, key=lambda found: found[1]):
            if name not in known:
                message = f"no style knows the token {name}"
                yield _fault("unknown-token", message, file, line, nearest(name, known))


def names_set(css: str) -> Iterator[tuple[str, int]]:
    """Each token that a style sheet sets, wherever in it, with its line."""
    return _names(css, r"(?<![\w-])(--[\w-]+)\s*:")


def _names(css: str, pattern: str) -> Iterator[tuple[str, int]]:
    """Each token that ``pattern`` finds outside comments, with its line."""
    blank = re.sub(r"/\*.*?\*/", lambda c: re.sub(r"[^\n]", " ", c[0]), css, flags=re.DOTALL)
    for found in re.finditer(pattern, blank):
        yield found[1], blank.count("\n", 0, found.start()) + 1


def misfits(
    tokens: Iterable[Token], base: Mapping[str, Token], fonts: Sequence[str]
) -> Iterator[Diagnostic]:
    """Each token whose value is of another type than its default in the base.

    ``fonts`` are the names of the families that there are.
    """
    for token in tokens:
        if token.name in base and not _VARIABLE.fullmatch(token.value):
            default = base[token.name].value
            if token.name == FONT:
                yield from _unknown_fonts(token, fonts)
            elif wanted := _wanted(token, default):
                message = f'{token.name} takes {wanted}, not "{token.value}"'
                hint = f"the default is {default}"
                yield _fault("bad-token", message, token.file, token.line, hint)


def _wanted(token: Token, default: str) -> str:
    """What a token takes, in words, where its value is something else; else empty."""
    if choices := _CHOICES.get(token.name):
        return "" if token.value in choices else " or ".join(choices)
    if parse_color(default):
        return "" if parse_color(token.value) else "a colour, such as #0b4759"
    for pattern, words in (
        (_ABSOLUTE, "a length, such as 12pt or 15mm"),
        (_RELATIVE, "a length in em, such as 0.6em"),
        (_NUMBER, "a number"),
    ):
        if pattern.fullmatch(default):
            return "" if pattern.fullmatch(token.value) else words
    return "" if token.value else "a value"


def slashed_for_good(tokens: Mapping[str, Token]) -> Iterator[Diagnostic]:
    """An error where a plain 0 is wanted of a font that has none."""
    zero, font = tokens.get(ZERO), tokens.get(FONT)
    first = next(families(font.value), "") if font else ""
    if zero and zero.value == "normal" and first == _ALWAYS_SLASHED:
        message = f"{ZERO}: {first} has no plain 0"
        hint = 'put a font that has one first, as in --font: "Source Sans 3"'
        yield _fault("bad-token", message, zero.file, zero.line, hint)


def _unknown_fonts(token: Token, fonts: Sequence[str]) -> Iterator[Diagnostic]:
    """Each family that a token names and that there is not."""
    for name in families(token.value):
        if name not in fonts:
            yield unknown_font(name, fonts, token.file, token.line)


def families(value: str) -> Iterator[str]:
    """The names of the families in the value of ``--font``, in order."""
    return (name for names in _FAMILY.findall(value) if (name := "".join(names).strip()))


@lru_cache(maxsize=64)
def unclosed(css: str, file: str) -> tuple[Diagnostic, ...]:
    """What would end the layer of a style sheet early: an unclosed block, string or comment.

    The engine reads on, into the sheets that follow, and says nothing.
    """
    return tuple(_torn(css, file))


def _torn(css: str, file: str) -> Iterator[Diagnostic]:
    # Without an error as far as the end that is put after it, it has none itself.
    strays = _errors(f"{css}\n@end;") and _errors(css)
    for node in strays:
        message = f"{node.message}: there is nothing open to close here"
        yield _fault("broken-style", message, file, node.source_line)
    last = rules(css)[-1]
    if not strays and getattr(last, "at_keyword", "") != "end":
        message = "this is never closed"
        hint = "close each { with a }, each comment with */ and each string with its quote"
        yield _fault("broken-style", message, file, last.source_line, hint)


def _fault(code: str, message: str, file: str, line: int, hint: str = "") -> Diagnostic:
    return Diagnostic.error(code, message, file=file, line=line, hint=hint)
