"""Medicines with names that are mistaken for each other: in the known lists, and in a folder."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter

from leaflet.diagnostics import Diagnostic, Severity
from leaflet.lint.data.tall_man import FDA, ISMP
from leaflet.lint.text.manuscript import Manuscript
from leaflet.lint.text.names_in_text import components, spelling, synonyms
from leaflet.lint.text.rule import Hit, Rule

CODE = "look-alike-name"
_SOURCE = "FDA and ISMP lists of look-alike drug names with tall man letters (2023)"
_SHORTEST = 6
"""Letters below which names are too short for one letter to say that they look alike."""

_LONG = 9
"""Letters from which on names that differ in two places still look alike."""

_GROUPS: dict[str, list[tuple[str, ...]]] = defaultdict(list)
for _names in (*FDA, *ISMP):
    for _name in _names:
        _GROUPS[_name.lower()].append(_names)


def caution(medicine: str) -> str:
    """The line "Do not confuse with …" for a medicine of the FDA's or ISMP's list, or "".

    The names in it stand in tall man letters. For professionals: nothing shows that they help
    patients.

    >>> caution("Hydralazine hydrochloride")
    'Do not confuse with hydrOXYzine.'
    """
    others = _mistaken_for(medicine)
    return f"Do not confuse with {_or(others)}." if others else ""


def in_tall_man(medicine: str) -> str:
    """A medicine's name in tall man letters if it is in one of the lists, or else as it is."""
    base = _base(medicine)
    known = (name for group in _GROUPS.get(base, ()) for name in group if name.lower() == base)
    tall = next(known, "")
    return re.sub(base, tall, medicine, flags=re.IGNORECASE) if tall else medicine


def tall_names(medicine: str) -> tuple[str, ...]:
    """The medicine's name and those that it is mistaken for, in tall man letters; or nothing.

    Only of the name itself that the FDA or ISMP list, its salt left away: that adrenaline is
    mistaken for what epinephrine is mistaken for, nobody has said.

    >>> tall_names("Hydralazine hydrochloride")
    ('hydrALAZINE', 'hydrOXYzine')
    """
    base = _base(medicine)
    names = dict.fromkeys(name for group in _GROUPS.get(base, ()) for name in group)
    return tuple(sorted(names, key=lambda name: name.lower() != base))


def look_alikes(titles: Mapping[str, str]) -> Iterator[tuple[str, Diagnostic]]:
    """The medicines of a folder whose names look like that of another one in it.

    ``titles`` are the medicines by file. Names look alike that differ in one letter, long ones
    also in two, or in two neighbours that changed places. What the known lists have is told
    of each file anyway; forms and spellings of one medicine, and combinations, are left
    out.
    """
    files: dict[str, list[str]] = defaultdict(list)
    for file, title in titles.items():
        if base := _base(title):
            files[base].append(file)
    alike: dict[str, set[str]] = defaultdict(set)
    for one, other in _near(files):
        if other not in {name.lower() for name in _mistaken_for(one)}:
            alike[one].add(other)
            alike[other].add(one)
    for name in sorted(alike):
        message = f'"{name}" looks like {_or(sorted(alike[name]))}, also in this folder'
        hint = "look both up before the wrong leaflet is handed out"
        for file in files[name]:
            yield (
                file,
                Diagnostic.note(CODE, message, file, hint=hint),
            )


def _mistaken_for(medicine: str) -> tuple[str, ...]:
    base = _base(medicine)
    own = {base, *synonyms(base)}
    others = [name for group in _groups(medicine) for name in group if name.lower() not in own]
    return tuple(dict.fromkeys(others))


def _base(title: str) -> str:
    """The one word that names a medicine, without its salt; "" for a combination."""
    named = components(title)
    return named[0][0] if len(named) == 1 and len(named[0]) == 1 else ""


def _groups(medicine: str) -> list[tuple[str, ...]]:
    """The groups of the lists that a medicine is in, under whichever of its names."""
    base = _base(medicine)
    return [group for name in (base, *sorted(synonyms(base))) for group in _GROUPS.get(name, ())]


def _or(names: Iterable[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} or {last}" if most else last


def _near(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The pairs of names that look alike, in alphabetical order."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 (slow to import; printing does not need it)
    from rapidfuzz.process import extract_iter  # noqa: PLC0415

    long_enough = sorted(name for name in names if len(name) >= _SHORTEST)
    # Only names with the same first letter are compared: thousands of names take a second.
    for _initial, group in groupby(long_enough, key=itemgetter(0)):
        same_initial = list(group)
        for number, one in enumerate(same_initial, 1):
            close = extract_iter(one, same_initial[number:], scorer=OSA.distance, score_cutoff=2)
            for other, edits, _ in close:
                alike = edits == 1 or min(len(one), len(other)) >= _LONG
                if alike and not _is_same_medicine(one, other):
                    yield one, other


def _is_same_medicine(one: str, other: str) -> bool:
    return spelling(one) == spelling(other) or other in synonyms(one)


def _known(manuscript: Manuscript) -> Iterator[Hit]:
    others = _mistaken_for(manuscript.title)
    if not others:
        return
    for line in manuscript.lines[: manuscript.body_line - 1]:
        if found := re.match(r"title:\s*", line.raw):
            message = f"{in_tall_man(manuscript.title)} is mistaken for {_or(others)}"
            yield Hit(line.number, found.end() + 1, message, caution(manuscript.title))
            return


RULES: tuple[Rule, ...] = (
    Rule(
        CODE,
        Severity.NOTE,
        "the medicine's name is mistaken for another's",
        "People have been given the one for the other. Capitals show where the names differ.",
        _SOURCE,
        _known,
        wrong=("title: Hydralazine",),
        right=("title: Examplin",),
    ),
)
