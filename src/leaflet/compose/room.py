"""How many lines the running header and footer of a document need."""

from collections.abc import Mapping

from leaflet import fonts
from leaflet.stylesheet import Stylesheet, ems, length

WIDEST = {"page": 10, "pages": 12}
"""The page numbers that room is made for."""

CAUTION = 0.98
"""Share of a line that is counted on: the engine shapes letters, adding their widths does not."""


def room(
    header: str, footer: str, number: str, stylesheet: Stylesheet, turning: str = ""
) -> Mapping[str, str]:
    """The tokens that make the page margins as high as this header and footer need them.

    ``number`` is how a page is numbered (``Page {page} of {pages}``), ``turning`` what stands
    before that where a sheet runs on. Raises
    ``SettingsError`` where a style gives one of the lengths in a form that only the layout engine
    can work out.
    """

    def points(token: str) -> float:
        return length(stylesheet.tokens[token], stylesheet.tokens)

    def lines(words: str, size: float, width: float) -> int:
        needed = fonts.lines(words, size, width, letter_space=letter, word_space=word)
        # Of a hundred spaced lines WeasyPrint 70 ends one or two after their first word.
        return needed + (needed > 1 and letter + word > 0)

    # Spaces in em are taken of the running text, and inherited from there as they are.
    text = points("--text-size")
    letter, word = (ems(stylesheet.tokens[t]) * text for t in ("--letter-space", "--word-space"))
    measure = min(points("--measure"), points("--paper-width") - 2 * points("--edge")) * CAUTION
    head, foot = points("--header-size"), points("--footer-size")
    corner = ems(stylesheet.tokens["--turning" if turning else "--page-number"]) * foot
    beside = lines(turning + number.format(**WIDEST), foot, corner * CAUTION) if turning else 1
    return {
        "--header-lines": str(lines(header, head, measure)),
        "--footer-lines": str(max(lines(footer, foot, measure - corner), beside)),
    }
