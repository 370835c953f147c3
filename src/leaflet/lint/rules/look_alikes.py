"""Names that are easily confused with each other: from the known lists, and within a folder."""

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
"""Shorter names, in letters, often differ in one letter without looking alike."""

_LONGEST = 60
"""Longer ones are no names; the longest of the 180 collected has 19 letters."""

_LONG = 9
"""Names of at least this many letters look alike even with two differences."""

_GROUPS: dict[str, list[tuple[str, ...]]] = defaultdict(list)
for _names in (*FDA, *ISMP):
    for _name in _names:
        _GROUPS[_name.lower()].append(_names)


def caution(medicine: str) -> str:
    """The line "Do not confuse with …" for a medicine of the FDA or ISMP list, otherwise "".

    Its names are in tall man letters. It is for professionals: there is no evidence that tall man
    letters help patients.

    >>> caution("Hydralazine hydrochloride")
    'Do not confuse with hydrOXYzine.'
    """
    others = _confused_with(medicine)
    return f"Do not confuse with {_or(others)}." if others else ""


def in_tall_man(medicine: str) -> str:
    """A medicine's name in tall man letters if it is in one of the lists, otherwise unchanged."""
    base = _base(medicine)
    known = (name for group in _GROUPS.get(base, ()) for name in group if name.lower() == base)
    tall = next(known, "")
    return re.sub(base, tall, medicine, flags=re.IGNORECASE) if tall else medicine


def tall_names(medicine: str) -> tuple[str, ...]:
    """The medicine's name and those it is confused with, in tall man letters, if it is listed.

    Only the name itself counts, without its salt, and no synonym: the lists do not say that
    adrenaline is confused with the same names as epinephrine.

    >>> tall_names("Hydralazine hydrochloride")
    ('hydrALAZINE', 'hydrOXYzine')
    """
    base = _base(medicine)
    names = dict.fromkeys(name for group in _GROUPS.get(base, ()) for name in group)
    return tuple(sorted(names, key=lambda name: name.lower() != base))


def look_alikes(titles: Mapping[str, str]) -> Iterator[tuple[str, Diagnostic]]:
    """Find the medicines of a folder whose names look like another one in it, as (file, finding).

    ``titles`` are the medicines by file. Names look alike if they differ in one letter or in a
    swap of two neighbours; long names may have two such differences. Pairs of the known lists are
    left out, because the rule reports them for each file; so are combinations, and different forms
    or spellings of one medicine.
    """
    files: dict[str, list[str]] = defaultdict(list)
    for file, title in titles.items():
        if base := _base(title):
            files[base].append(file)
    alike: dict[str, set[str]] = defaultdict(set)
    for one, other in _near(files):
        if other not in {name.lower() for name in _confused_with(one)}:
            alike[one].add(other)
            alike[other].add(one)
    for name in sorted(alike):
        message = f'"{name}" looks like {_or(sorted(alike[name]))}, which is also in this folder'
        hint = "make sure that nobody is given the wrong leaflet"
        for file in files[name]:
            yield file, Diagnostic.note(CODE, message, file, hint=hint)


def _confused_with(medicine: str) -> tuple[str, ...]:
    base = _base(medicine)
    own = {base, *synonyms(base)}
    others = [name for group in _groups(medicine) for name in group if name.lower() not in own]
    return tuple(dict.fromkeys(others))


def _base(title: str) -> str:
    """The single word that names a medicine, without its salt; "" for a combination."""
    named = components(title)
    return named[0][0] if len(named) == 1 and len(named[0]) == 1 else ""


def _groups(medicine: str) -> list[tuple[str, ...]]:
    """The groups of the lists that contain a medicine under any of its names."""
    base = _base(medicine)
    return [group for name in (base, *sorted(synonyms(base))) for group in _GROUPS.get(name, ())]


def _or(names: Iterable[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} or {last}" if most else last


def _near(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The pairs of names that look alike, in alphabetical order."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 (slow to import; printing does not need it)
    from rapidfuzz.process import extract_iter  # noqa: PLC0415

    long_enough = sorted(name for name in names if _SHORTEST <= len(name) <= _LONGEST)
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
    others = _confused_with(manuscript.title)
    if not others:
        return
    for line in manuscript.front_lines:
        if found := re.match(r"title:\s*", line.raw):
            message = f"{in_tall_man(manuscript.title)} is easily confused with {_or(others)}"
            yield Hit(line.number, found.end() + 1, message, caution(manuscript.title))
            return


RULES: tuple[Rule, ...] = (
    Rule(
        CODE,
        Severity.NOTE,
        "the medicine's name is easily confused with another",
        "Patients have been given one medicine instead of the other. Capital letters show where "
        "the names differ.",
        _SOURCE,
        _known,
        wrong=("title: Hydralazine",),
        right=("title: Examplin",),
    ),
)
