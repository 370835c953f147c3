"""How many lines the running header and footer of a document need."""

from collections.abc import Mapping

from leaflet.errors import MonographRefused
from leaflet.fonts import metrics
from leaflet.theme.cascade import Stylesheet, ems, length

WIDEST = {"page": 10, "pages": 12}
"""The page numbers that room is made for."""

CAUTION = 0.98
"""Share of a line that is counted on: the engine shapes letters, adding their widths does not."""


FEWEST_LINES = 5
"""Lines of text without which a page is no page: its header and footer would be all of it."""

_LOOSEST = 1.6
"""The line step, in em, of a style that gives it as a calculation: none that ships is looser."""


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
        needed = metrics.count_lines(words, size, width, letter_space=letter, word_space=word)
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


def lines_left(tokens: Mapping[str, str]) -> float:
    """The lines of text that header and footer leave on a page, from all that its tokens say.

    Raises ``SettingsError`` as ``room`` does.
    """

    def points(token: str) -> float:
        return length(tokens[token], tokens)

    high = points("--paper-height") - sum(
        points(f"--{end}-space") + int(tokens[f"--{end}er-lines"]) * points(f"--{end}er-size") * 1.3
        for end in ("head", "foot")
    )
    step = tokens["--line-step"]
    looseness = float(step) if step.replace(".", "", 1).isdigit() else _LOOSEST
    return high / points("--text-size") / looseness


def demand_room(tokens: Mapping[str, str], source: str) -> Mapping[str, str]:
    """The tokens of a document whose pages have room for more than their header and footer.

    ``source`` is the name of the monograph. Raises ``MonographRefused``, and ``SettingsError`` as
    ``room`` does.
    """
    if lines_left(tokens) < FEWEST_LINES:
        head, foot = tokens["--header-lines"], tokens["--footer-lines"]
        raise MonographRefused.of(
            "no-room",
            f"the header takes {head} lines of each page and the footer {foot}; fewer than "
            f"{FEWEST_LINES} are left for the text",
            file=source,
            hint="the name is long: print it on larger paper, or in a style with smaller type",
        )
    return tokens
