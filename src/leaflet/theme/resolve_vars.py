"""Tokens whose values are inserted into a style sheet once, instead of for each element.

The engine would resolve every ``var()`` again for each element of each document, which takes an
eighth of the layout time.
"""

import re
from collections import Counter

from leaflet.theme.cascade import Layer, Stylesheet
from leaflet.theme.tokens import names_set, read_tokens

BY_DOCUMENT = frozenset(
    {
        *(
            "--header-lines",
            "--first-header-lines",
            "--footer-lines",
            "--page-number",
            "--text-size",
        ),
        *("--page-before", "--page-between", "--page-after"),
    }
)
"""The tokens that leaflet itself sets for each document."""

_USE = re.compile(r"var\(\s*(--[\w-]+)\s*\)")


def resolve_vars(sheet: Stylesheet) -> str:
    """The text of a cascade with the values of its tokens inserted and its lines kept.

    ``var()`` stays where the value may still change: that of a token that each document sets,
    or that one of the layers sets for some elements only, or ``!important``.
    """
    css = sheet.css
    values = {name: sheet.tokens[name] for name in sheet.tokens.keys() - _changing(sheet.layers)}
    for _ in values:  # one token may stand for another
        resolved = _USE.sub(lambda use: values.get(use[1], use[0]), css)
        if resolved == css:
            break
        css = resolved
    return css


def _changing(layers: tuple[Layer, ...]) -> set[str]:
    changing = set(BY_DOCUMENT)
    for layer in layers:
        on_root = Counter(token.name for token in read_tokens(layer.text, layer.file))
        everywhere = Counter(name for name, _ in names_set(layer.text))
        changing |= {name for name, number in everywhere.items() if number > on_root[name]}
        changing |= set(re.findall(r"(--[\w-]+)\s*:[^;}]*!\s*important", layer.text))
    return changing
