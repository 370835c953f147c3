"""What to change in a style so that a run passes: the token to blame, and where it is set."""

from collections.abc import Iterable, Iterator

from leaflet.theme.tokens import Token, parse_colour
from leaflet.verification.evidence import Evidence
from leaflet.verification.pdf.model import Box, Colour, TextRun


def blame_size(run: TextRun, evidence: Evidence) -> str:
    """The token that sets the size of a run."""
    if run.mcid < 0:
        token = "--header-size" if _is_above(run, evidence) else "--footer-size"
        return _told(evidence, [token])
    return _told(evidence, ["--text-size", "--small-print"])


def blame_colour(run: TextRun, ground: Colour, evidence: Evidence) -> str:
    """The tokens that have the colour of a run, or of what it stands on."""
    return _told(evidence, [*_coloured(evidence, run.colour), *_coloured(evidence, ground)])


def blame_place(run: TextRun, evidence: Evidence) -> str:
    """The tokens that give a run its room."""
    if run.mcid >= 0:
        return _told(evidence, ["--edge", "--measure", "--text-size"])
    names = ("--head-space", "--header-size")
    return _told(evidence, names if _is_above(run, evidence) else ("--foot-space", "--footer-size"))


def _is_above(run: TextRun, evidence: Evidence) -> bool:
    page: Box = evidence.reading.pages[run.page].box
    return run.box.bottom + run.box.top > page.top


def _coloured(evidence: Evidence, colour: Colour) -> Iterator[str]:
    for name, token in evidence.set_by.items():
        if parse_colour(token.value) == colour[:3]:
            yield name


def _told(evidence: Evidence, names: Iterable[str]) -> str:
    """The tokens as they are set, those of the project alone if it sets any of them."""
    found = [evidence.set_by[name] for name in names if name in evidence.set_by]
    own = [token for token in found if token.file in evidence.own_styles]
    if evidence.own_styles and not own:
        return f"see what {', '.join(evidence.own_styles)} says of it"
    return f"change {', or '.join(map(_place, own or found))}" if found else ""


def _place(token: Token) -> str:
    return f"{token.name}: {token.value} ({token.file}:{token.line})"
