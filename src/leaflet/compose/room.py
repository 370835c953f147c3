"""How many lines the running header and footer of a document need."""

import re
from collections.abc import Mapping

from leaflet import fonts
from leaflet.errors import SettingsError
from leaflet.stylesheet import Stylesheet, length

PAGE_NUMBER_EM = 8.5
"""Room for "Page 10 of 12" at the foot, as ``styles/base.css`` keeps it."""

TURNING_EM = 26.0
"""The same where "Continued on page 2" stands before it, as on a sheet that runs on."""

CAUTION = 0.98
"""Share of a line that is counted on: the engine shapes letters, adding their widths does not."""


def room(
    header: str, footer: str, stylesheet: Stylesheet, number_em: float = PAGE_NUMBER_EM
) -> Mapping[str, str]:
    """The tokens that make the page margins as high as this header and footer need them.

    ``number_em`` is the room that the page number takes from the footer, in its type size.
    Raises ``SettingsError`` where a style gives one of the lengths in a form that only the layout
    engine can work out.
    """

    def points(token: str) -> float:
        return length(stylesheet.tokens[token], stylesheet.tokens)

    def lines(words: str, size: float, width: float) -> int:
        needed = fonts.lines(words, size, width, letter_space=letter, word_space=word)
        # Of a hundred spaced lines WeasyPrint 70 ends one or two after their first word.
        return needed + (needed > 1 and letter + word > 0)

    # Spaces in em are taken of the running text, and inherited from there as they are.
    text = points("--text-size")
    letter, word = (_em(stylesheet.tokens[t]) * text for t in ("--letter-space", "--word-space"))
    measure = min(points("--measure"), points("--paper-width") - 2 * points("--edge")) * CAUTION
    head, foot = points("--header-size"), points("--footer-size")
    beside = measure - number_em * foot
    return {
        "--header-lines": str(lines(header, head, measure)),
        "--footer-lines": str(lines(footer, foot, beside)),
    }


def _em(value: str) -> float:
    """A space between letters or words, which styles give in em so that it suits any type."""
    found = re.fullmatch(r"([\d.]+)em|0", value.strip())
    if not found:
        raise SettingsError.of(
            "token-length", f'"{value}" is not a space in em', hint="write it like 0.06em"
        )
    return float(found[1] or 0)
