"""Two texts → the words that were kept, deleted and inserted, and which kinds of words they are."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from leaflet.diff.model import ChangeKind, Edit, Run
from leaflet.diff.words import Vocabulary, tokens_of

LARGEST = 4_000_000
"""Words of one text times those of the other, beyond which they are not compared word by word."""

LEAST_IN_COMMON = 0.3
"""Below this share of common words, one text stands for the other as a whole."""

_CLASSES = (*("number", "unit", "negation", "population", "frequency", "limit", "route"),)

Pair = tuple[Sequence[str], Sequence[str]]
"""Words of the old text and those in their position in the new one; the same, if they were kept."""


def compare_words(old: str, new: str, vocabulary: Vocabulary) -> tuple[Run, ...]:
    """The words of two texts in runs, which together make up each of them.

    A number is not parted from its unit: "5 mg" becomes "50 mg".
    """
    pairs = _pairs(old.split(), new.split())
    return tuple(_runs(_with_units(pairs, vocabulary)))


def kinds_of(runs: Iterable[Run], vocabulary: Vocabulary) -> tuple[ChangeKind, ...]:
    """Which kinds of words changed, the gravest first; none if only others did.

    They are compared change by change: two doses that have changed places are two changes.
    """
    found: set[str] = set()
    deleted = ""
    for run in (*runs, Run(Edit.KEPT, "")):
        if run.edit is Edit.DELETED:
            deleted = run.text
            continue
        if deleted or run.edit is Edit.INSERTED:
            inserted = run.text if run.edit is Edit.INSERTED else ""
            found |= _changed(deleted, inserted, vocabulary)
        deleted = ""
    return tuple(kind for kind in ChangeKind if kind in found)


def _changed(old: str, new: str, vocabulary: Vocabulary) -> set[str]:
    before, after = (_by_class(text, vocabulary) for text in (old, new))
    return {name for name in _CLASSES if before.get(name) != after.get(name)}


def _by_class(text: str, vocabulary: Vocabulary) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for token in tokens_of(text):
        for name in vocabulary.classes(token):
            found.setdefault(name, []).append(token)
    return found


def has_dose(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text states an amount: a number right before a unit."""
    tokens = tokens_of(text)
    kinds = [set(vocabulary.classes(token)) for token in tokens]
    return any("number" in one and "unit" in next_one for one, next_one in pairwise(kinds))


def _pairs(old: list[str], new: list[str]) -> list[Pair]:
    if len(old) * len(new) > LARGEST:
        return [(old, new)]
    matcher = SequenceMatcher(None, [*map(tokens_of, old)], [*map(tokens_of, new)], autojunk=False)
    if matcher.ratio() < LEAST_IN_COMMON:
        return [(old, new)]
    codes = matcher.get_opcodes()
    # Kept words are those of the new text, which may be spaced in another way.
    return [(new[c:d] if tag == "equal" else old[a:b], new[c:d]) for tag, a, b, c, d in codes]


def _with_units(pairs: Sequence[Pair], vocabulary: Vocabulary) -> list[Pair]:
    """The pairs, each with the unit after its number, or the number before its unit."""
    moved = [([*old], [*new]) for old, new in pairs]
    for number, (old, new) in enumerate(moved):
        if old == new:
            continue
        if number + 1 < len(moved) and _ends_in(old or new, "number", vocabulary):
            _move(moved[number + 1], (old, new), 0, "unit", vocabulary)
        if number and _begins_with(old or new, "unit", vocabulary):
            _move(moved[number - 1], (old, new), -1, "number", vocabulary)
    return [pair for pair in moved if any(pair)]


def _move(
    kept: tuple[list[str], list[str]],
    changed: tuple[list[str], list[str]],
    at: int,
    name: str,
    vocabulary: Vocabulary,
) -> None:
    """Move the first or last of the kept words to a change beside it, if it is of a class."""
    words, other = kept
    if words == other and words and _is(words[at], name, vocabulary):
        word = words.pop(at)
        other.pop(at)
        for each in changed:
            each.insert(len(each) if at == 0 else 0, word)


def _ends_in(words: Sequence[str], name: str, vocabulary: Vocabulary) -> bool:
    # "2." is an ordinal number: "am 2. Tag".
    return bool(words) and name in vocabulary.classes(tokens_of(words[-1].rstrip(".") or ".")[-1])


def _begins_with(words: Sequence[str], name: str, vocabulary: Vocabulary) -> bool:
    return bool(words) and name in vocabulary.classes(tokens_of(words[0])[0])


def _is(word: str, name: str, vocabulary: Vocabulary) -> bool:
    return any(name in vocabulary.classes(token) for token in tokens_of(word))


def _runs(pairs: Iterable[Pair]) -> Iterator[Run]:
    for old, new in pairs:
        if old == new:
            yield Run(Edit.KEPT, " ".join(new))
            continue
        if old:
            yield Run(Edit.DELETED, " ".join(old))
        if new:
            yield Run(Edit.INSERTED, " ".join(new))
