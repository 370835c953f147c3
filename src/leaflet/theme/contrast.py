"""The contrast of colours, and tokens that are too faint, found before anything is printed."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from leaflet.diagnostics import Diagnostic
from leaflet.theme.tokens import Token, parse_colour

LEAST_CONTRAST = 7.0
"""Between text of any size and its ground (WCAG 2.2, 1.4.6), in styles as on finished pages."""

Rgb = tuple[int, int, int]

_PAPER: Rgb = (255, 255, 255)
_ON_GROUND = ("--ink", "--accent", "--alarm")
"""The tokens of text that stands on --ground too."""

_TEXT = (*_ON_GROUND, "--soft")
_NAMES_TEXT = tuple(f"var({name})" for name in _TEXT)
"""Such a token has no colour of its own that could be wrong."""

_STEPS = 50


@lru_cache(maxsize=256)
def contrast(one: Rgb, other: Rgb) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Rgb) -> float:
    red, green, blue = (_linear(channel / 255) for channel in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def faint_tokens(tokens: Mapping[str, Token]) -> Iterator[Diagnostic]:
    """An error for each colour of text that is too close to paper, or to --ground."""
    colours = {name: _colour(name, tokens) for name in (*_TEXT, "--ground")}
    ground = colours["--ground"]
    for name in _TEXT:
        colour, token = colours[name], tokens.get(name)
        if colour is None or token is None or token.value.startswith(_NAMES_TEXT):
            continue
        grounds = {"paper": _PAPER}
        if ground and name in _ON_GROUND:
            grounds["--ground"] = ground
        on = min(grounds, key=lambda each: contrast(colour, grounds[each]))
        ratio = contrast(colour, grounds[on])
        if ratio < LEAST_CONTRAST:
            message = (
                f"{name}: {token.value} has a contrast of {ratio:.1f} to 1 on {on}; "
                f"the minimum is {LEAST_CONTRAST:g} to 1"
            )
            darker = _darker(colour, grounds[on])
            hint = f"a darker one is enough: {darker}" if darker else f"change it, or {on}"
            yield Diagnostic.error("faint", message, token.file, token.line, hint=hint)


def _colour(name: str, tokens: Mapping[str, Token]) -> Rgb | None:
    """The colour of a token, or of the one that it stands for; None if it has none."""
    token = tokens.get(name)
    for _ in tokens:
        if token and token.value.startswith("var("):
            token = tokens.get(token.value[4:].strip(" )"))
    return parse_colour(token.value) if token else None


def _darker(colour: Rgb, ground: Rgb) -> str:
    """The colour, no darker than it has to be; empty if no darker one is enough."""
    for step in range(_STEPS - 1, -1, -1):
        red, green, blue = (channel * step // _STEPS for channel in colour)
        if contrast((red, green, blue), ground) >= LEAST_CONTRAST:
            return f"#{red:02x}{green:02x}{blue:02x}"
    return ""
