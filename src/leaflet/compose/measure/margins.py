"""How many lines the running header and footer of a document need."""

import re
from collections.abc import Callable, Mapping
from functools import partial

from leaflet.compose.measure import type_area
from leaflet.errors import MonographRefused
from leaflet.fonts import metrics
from leaflet.theme.cascade import ems, length

WIDEST_NUMBER = {"page": 10, "pages": 12}
"""The page numbers that the footer has room for."""

TOLERANCE = 0.98
"""The share of a line that is counted on, because shaped text is not just a sum of widths."""

MOST_BESIDE_NUMBER = 6
"""Lines that the footer may take beside a page number in one line."""

NARROW_NUMBER = 0.55
"""The share of its corner that a page number needs in two lines: "Page 10" and "of 12"."""

FEWEST_LINES = 5
"""A page must have room for at least this many lines of text."""


def margin_lines(
    header: str, footer: str, number: str, tokens: Mapping[str, str], continued: str = ""
) -> dict[str, str]:
    """The tokens that make the page margins as high as this header and footer need.

    ``number`` is how a page is numbered (``Page {page} of {pages}``), ``continued`` the text before
    it on a sheet that runs on. A page number beside a footer of many lines goes on two. Raises
    ``SettingsError`` as ``length`` does.
    """
    lines = _line_counter(tokens)
    measure = type_area.width(tokens) * TOLERANCE
    head_size, foot_size = length("--header-size", tokens), length("--footer-size", tokens)
    corner = ems(tokens["--turning" if continued else "--page-number"]) * foot_size
    footer_lines = lines(footer, foot_size, measure - corner)
    narrow: dict[str, str] = {}
    if footer_lines > MOST_BESIDE_NUMBER and not continued:
        corner *= NARROW_NUMBER
        footer_lines = lines(footer, foot_size, measure - corner)
        narrow = {"--page-number": f"{corner / foot_size:g}em"}
    if continued or narrow:
        longest = continued + number.format(**WIDEST_NUMBER)
        footer_lines = max(footer_lines, lines(longest, foot_size, corner * TOLERANCE))
    return {
        "--header-lines": str(lines(header, head_size, measure)),
        "--footer-lines": str(footer_lines),
        **narrow,
    }


def _line_counter(tokens: Mapping[str, str]) -> Callable[[str, float, float], int]:
    """Counts the lines of a text in a size and a width, both in points."""
    # Spaces in em are relative to the running text, and margin boxes inherit the computed length.
    text_size = length("--text-size", tokens)
    letter_space, word_space = (
        ems(tokens[name]) * text_size for name in ("--letter-space", "--word-space")
    )
    count = partial(metrics.count_lines, letter_space=letter_space, word_space=word_space)

    def lines(text: str, size: float, width: float) -> int:
        needed = count(text, size, width) if text else 0
        # WeasyPrint 70 ends one or two of a hundred lines with extra spacing after the first word.
        return needed + (needed > 1 and letter_space + word_space > 0)

    return lines


def fits_header(text: str, tokens: Mapping[str, str]) -> bool:
    """Whether a running header has no more lines with this text than ``tokens`` give it."""
    width, size = type_area.width(tokens) * TOLERANCE, length("--header-size", tokens)
    return _line_counter(tokens)(text, size, width) <= int(tokens["--header-lines"])


def page_numbering(number: str) -> dict[str, str]:
    """The tokens that number pages as ``number`` says it (``Page {page} of {pages}``)."""
    parts = re.split(r"\{pages?\}", number)
    return {
        f"--page-{position}": '"{}"'.format(re.sub(r'(["\\])', r"\\\1", part))
        for position, part in zip(("before", "between", "after"), parts, strict=True)
    }


def check_margins(tokens: Mapping[str, str], source: str) -> None:
    """Raise ``MonographRefused`` if header and footer of ``source`` leave too few lines of text."""
    if type_area.lines_per_page(tokens) < FEWEST_LINES:
        head, foot = tokens["--header-lines"], tokens["--footer-lines"]
        raise MonographRefused.of(
            "no-room",
            f"the header takes {head} lines of each page and the footer {foot}; fewer than "
            f"{FEWEST_LINES} are left for the text",
            file=source,
            hint="the name is long: print it on larger paper, or in a style with smaller type",
        )
