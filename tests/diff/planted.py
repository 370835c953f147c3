"""Edits planted at random into a monograph, from a seed: what a diff must find, and must not."""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Planted:
    """A text after an edit; ``old`` and ``new`` are the words that the edit changed."""

    text: str
    old: str
    new: str


_BODY = re.compile(r"\A---\n.*?\n---\n", re.S)
_NEGATIONS = r"\b(?:should|must|do|does|is|are|may|can|will) not\b"
_POPULATIONS = {"adults": "children", "children": "adults", "elderly": "adult", "women": "men"}
_FREQUENCIES = {"once": "twice", "twice": "once", "daily": "weekly", "every": "each alternate"}
_UNITS = {"mg": "g", "mcg": "mg", "g": "mg", "hours": "days", "days": "weeks", "weeks": "months"}


def _body(text: str) -> int:
    found = _BODY.match(text)
    return found.end() if found else 0


def _candidates(text: str, pattern: str) -> Iterator[re.Match[str]]:
    """What matches in the running text: not in headings, numbers of lists, links or comments."""
    for found in re.compile(pattern, re.I).finditer(text, _body(text)):
        start = text.rfind("\n", 0, found.start()) + 1
        line = text[start : text.find("\n", start)]
        if not re.match(r"\s*(#|!\[|\[|<|\|[-: |]+$|\d+[.)]\s*$)", line) and "](" not in line:
            yield found


def _replace(text: str, seed: int, pattern: str, change: Callable[[str], str]) -> Planted | None:
    found = [*_candidates(text, pattern)]
    if not found:
        return None
    chosen = random.Random(seed).choice(found)  # noqa: S311 - to be repeatable
    new = change(chosen[0])
    return Planted(text[: chosen.start()] + new + text[chosen.end() :], chosen[0], new)


def number(text: str, seed: int) -> Planted | None:
    """A number becomes ten times as large."""
    return _replace(text, seed, r"(?<![\w.,/-])\d+(?![\d.,:/)]|\s*\.\s)(?!\w)", lambda n: f"{n}0")


def unit(text: str, seed: int) -> Planted | None:
    """A unit becomes another one."""
    pattern = rf"(?<=\d )({'|'.join(_UNITS)})\b"
    return _replace(text, seed, pattern, lambda unit: _UNITS.get(unit, "kg"))


def without_not(text: str, seed: int) -> Planted | None:
    """A negation is lost."""
    return _replace(text, seed, _NEGATIONS, lambda words: words.rpartition(" ")[0])


def with_not(text: str, seed: int) -> Planted | None:
    """A negation is added."""
    pattern = r"\b(?:should|must|may|can|will)\b(?! not)"
    return _replace(text, seed, pattern, lambda words: f"{words} not")


def population(text: str, seed: int) -> Planted | None:
    """A population becomes another one."""
    pattern = rf"\b({'|'.join(_POPULATIONS)})\b"
    return _replace(text, seed, pattern, lambda word: _POPULATIONS[word.lower()])


def frequency(text: str, seed: int) -> Planted | None:
    """A frequency becomes another one."""
    pattern = rf"\b({'|'.join(_FREQUENCIES)})\b"
    return _replace(text, seed, pattern, lambda word: _FREQUENCIES[word.lower()])


GRAVE = {
    "number": number,
    "unit": unit,
    "negation": without_not,
    "new negation": with_not,
    "population": population,
    "frequency": frequency,
}
"""Edits that must be found, and listed first."""


def rewrapped(text: str, seed: int) -> str:
    """Long lines of running text are broken at a space."""
    at, rng = _body(text), random.Random(seed)  # noqa: S311 - to be repeatable

    def wrap(line: str) -> str:
        words = line.split(" ")
        plain = len(words) > 20 and not re.match(r"\s*[#|>]", line) and "](" not in line
        safe = [n for n in range(10, len(words)) if re.match(r"[a-z]{3}", words[n])]
        if not plain or not safe:
            return line
        cut = rng.choice(safe)
        indent = re.match(r"\s*(?:[*+-]\s+|\d+[.)]\s+)?", line)
        below = " " * len(indent[0] if indent else "")
        return f"{' '.join(words[:cut])}\n{below}{' '.join(words[cut:])}"

    return text[:at] + "\n".join(map(wrap, text[at:].split("\n")))


def other_markers(text: str, _seed: int) -> str:
    """Other bullets, other emphasis, more blank lines, other heading marks."""
    at = _body(text)
    body = re.sub(r"^(\s*)\* ", r"\1- ", text[at:], flags=re.M)
    body = re.sub(r"\*\*([^*\n]+)\*\*", r"__\1__", body)
    body = re.sub(r"^(#+ .*)$", r"\1\n", body, flags=re.M)
    return text[:at] + body


def renumbered(text: str, seed: int) -> str:
    """Every numbered list starts at another number."""
    at = _body(text)
    return text[:at] + re.sub(
        r"^(\s*)(\d+)\. ", lambda m: f"{m[1]}{int(m[2]) + seed % 3}. ", text[at:], flags=re.M
    )


def moved_item(text: str, seed: int) -> str:
    """Two neighbouring bullets of one list change places."""
    pair = re.compile(r"^(\* .*\n)\n?(\* .*\n)(?=\n?[#*\n])", re.M)
    found = [*pair.finditer(text, _body(text))]
    if not found:
        return text
    chosen = random.Random(seed).choice(found)  # noqa: S311 - to be repeatable
    return text[: chosen.start()] + f"{chosen[2]}{chosen[1]}" + text[chosen.end() :]


HARMLESS = {
    "rewrapped": rewrapped,
    "other markers": other_markers,
    "renumbered": renumbered,
    "moved": moved_item,
}
"""Edits that are no change."""
