"""Tokens whose values can be put into a style sheet once, and not by the engine for each element.

It would work out every ``var()`` anew for each element of each document, which takes an eighth of
the time of laying out.
"""

import re
from collections import Counter

from leaflet.theme.cascade import Layer, Stylesheet
from leaflet.theme.tokens import names_set, read_tokens

BY_DOCUMENT = frozenset(
    {
        *("--header-lines", "--footer-lines", "--text-size"),
        *("--page-before", "--page-between", "--page-after"),
    }
)
"""The tokens that leaflet itself sets for each document."""

_USE = re.compile(r"var\(\s*(--[\w-]+)\s*\)")


def settle(sheet: Stylesheet) -> str:
    """The text of a cascade with the values of its tokens put in, each line where it was.

    ``var()`` is left where the value may still change: that of a token that each document sets,
    or that one of the layers sets for some elements only, or ``!important``.
    """
    css = sheet.css
    values = {name: sheet.tokens[name] for name in sheet.tokens.keys() - _changing(sheet.layers)}
    for _ in values:  # one token may stand for another
        settled = _USE.sub(lambda use: values.get(use[1], use[0]), css)
        if settled == css:
            break
        css = settled
    return css


def _changing(layers: tuple[Layer, ...]) -> set[str]:
    changing = set(BY_DOCUMENT)
    for layer in layers:
        on_root = Counter(token.name for token in read_tokens(layer.text, layer.file))
        everywhere = Counter(name for name, _ in names_set(layer.text))
        changing |= {name for name, number in everywhere.items() if number > on_root[name]}
        changing |= set(re.findall(r"(--[\w-]+)\s*:[^;}]*!\s*important", layer.text))
    return changing
