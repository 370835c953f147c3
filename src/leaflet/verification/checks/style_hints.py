"""Hints about styles: which token to change so that a run passes, and which file sets it."""

from collections.abc import Iterable, Iterator

from leaflet.theme.tokens import Token, parse_colour
from leaflet.verification.evidence import Evidence
from leaflet.verification.pdf.model import Colour, TextRun


def size_hint(run: TextRun, evidence: Evidence) -> str:
    """The token that sets the size of a run."""
    if run.mcid < 0:
        return _hint(evidence, ["--header-size" if _is_header(run, evidence) else "--footer-size"])
    return _hint(evidence, ["--text-size", "--small-print"])


def colour_hint(run: TextRun, background: Colour, evidence: Evidence) -> str:
    """The tokens that have the colour of a run, or of its background."""
    tokens = (*_with_colour(evidence, run.colour), *_with_colour(evidence, background))
    return _hint(evidence, tokens)


def space_hint(run: TextRun, evidence: Evidence) -> str:
    """The tokens that decide how much space a run has."""
    if run.mcid >= 0:
        return _hint(evidence, ["--edge", "--measure", "--text-size"])
    if _is_header(run, evidence):
        return _hint(evidence, ["--head-space", "--header-size"])
    return _hint(evidence, ["--foot-space", "--footer-size"])


def _is_header(run: TextRun, evidence: Evidence) -> bool:
    """Whether a run is in the upper half of its page."""
    return run.box.bottom + run.box.top > evidence.parsed.pages[run.page].box.top


def _with_colour(evidence: Evidence, colour: Colour) -> Iterator[str]:
    for name, token in evidence.stylesheet.set_by.items():
        if parse_colour(token.value) == colour[:3]:
            yield name


def _hint(evidence: Evidence, names: Iterable[str]) -> str:
    """The tokens as they are set; only those of the project if it sets any of them."""
    stylesheet = evidence.stylesheet
    found = [stylesheet.set_by[name] for name in names if name in stylesheet.set_by]
    own = [token for token in found if token.file in stylesheet.own_files]
    if stylesheet.own_files and not own:
        return f"look for it in {', '.join(stylesheet.own_files)}"
    return f"change {', or '.join(map(_as_set, own or found))}" if found else ""


def _as_set(token: Token) -> str:
    return f"{token.name}: {token.value} ({token.file}:{token.line})"
