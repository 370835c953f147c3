"""The statements of two versions → which of them are the same, whatever became of their words.

What a statement is about decides before what it says: one under the same drug, section and labels
is the same even in other words. So two labels that have exchanged their doses are two changed
doses, not two labels that have moved.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, takewhile

from leaflet.diff.model import Role, Statement

Key = Callable[[Statement], Hashable]

Label = tuple[tuple[str, ...], ...]
"""Drug, section and labels, as tokens."""

Match = tuple[int, int]
"""The numbers of a statement in the old and in the new version."""

ALIKE, ALIKE_ELSEWHERE = 50, 75
"""How alike two statements must be, from 0 to 100: in the same section, and anywhere. A label, or a
key of the front matter, that both versions have only once needs no likeness."""

LETTERS_OF_WORDS, MISSPELT = 0.7, 85
"""The share of that likeness that letters must have before words are compared; and the likeness of
letters by which words are the same, but spelt in another way."""

MOST_JOINED = 6
"""Statements that one of the other version may be made up of."""

LARGEST = 4_000_000
"""Pairs of statements beyond which they are not compared for likeness, but only in their order."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """The statements of two versions that are the same, and those that are in one version only.

    ``matches`` are in the order of the new version. ``joined`` are statements of which one version
    has the words in several: the numbers of the first of them.
    """

    matches: tuple[Match, ...]
    joined: tuple[Match, ...]
    gone: tuple[int, ...]
    added: tuple[int, ...]


def align(old: Sequence[Statement], new: Sequence[Statement]) -> Alignment:
    """The statements of two versions that are the same; each is matched once."""
    alignment = _Alignment(old, new)
    alignment.match_equal(lambda each: (each.role, each.context, each.tokens))
    alignment.match_joined()
    alignment.match_alike(_same_labels, ALIKE)
    alignment.match_equal(lambda each: (each.context[:2], each.text))
    alignment.match_equal(lambda each: each.tokens)
    alignment.match_alike(lambda each: (_likes(each), *each.context[:2]), ALIKE)
    alignment.match_alike(_likes, ALIKE_ELSEWHERE)
    alignment.match_labels()
    return alignment.result()


def _same_labels(statement: Statement) -> Hashable:
    return statement.role, statement.context, statement.label


def _likes(statement: Statement) -> str:
    """What only matches its like: a label is never the new version of a sentence."""
    return statement.role if statement.role is not Role.SECTION else Role.LABEL


def _is_named(statement: Statement) -> bool:
    return bool(statement.label) or statement.role in (Role.FACT, Role.DOCUMENT)


def _joined(
    whole: Sequence[Statement],
    whole_left: dict[int, None],
    parts: Sequence[Statement],
    parts_left: dict[int, None],
) -> Iterator[Match]:
    """Statements with the same words as several in a row; all are taken off what is left."""
    waiting: dict[Hashable, deque[int]] = defaultdict(deque)
    for number in whole_left:
        waiting[(*whole[number].context[:2], whole[number].tokens)].append(number)
    for first in [*parts_left]:
        row = [*takewhile(parts_left.__contains__, range(first, first + MOST_JOINED))]
        for end in range(2, len(row) + 1):
            tokens = tuple(chain.from_iterable(parts[number].tokens for number in row[:end]))
            if found := waiting.get((*parts[first].context[:2], tokens)):
                yield found[0], first
                del whole_left[found.popleft()]
                for number in row[:end]:
                    del parts_left[number]
                break


class _Alignment:
    def __init__(self, old: Sequence[Statement], new: Sequence[Statement]) -> None:
        self.matches: list[Match] = []
        self.joined: list[Match] = []
        self._old, self._new = old, new
        self._old_left, self._new_left = (
            dict.fromkeys(range(len(old))),
            dict.fromkeys(range(len(new))),
        )

    def result(self) -> Alignment:
        """What was found."""
        matches = sorted(self.matches, key=lambda match: match[1])
        left = tuple(self._old_left), tuple(self._new_left)
        return Alignment(tuple(matches), tuple(self.joined), *left)

    def _match(self, one: int, other: int) -> None:
        self.matches.append((one, other))
        del self._old_left[one], self._new_left[other]

    def match_equal(self, key: Key) -> None:
        """Match what has the same key, in its order."""
        waiting: dict[Hashable, deque[int]] = defaultdict(deque)
        for one in self._old_left:
            waiting[key(self._old[one])].append(one)
        for other in [*self._new_left]:
            if ones := waiting.get(key(self._new[other])):
                self._match(ones.popleft(), other)

    def match_joined(self) -> None:
        """Match what one version says in one statement with the same words in several of the other.

        A line that was broken after a colon may be a label to one version, and a sentence with what
        follows to the other.
        """
        old, new = (self._old, self._old_left), (self._new, self._new_left)
        self.joined += [(one, other) for one, other in _joined(*old, *new)]
        self.joined += [(one, other) for other, one in _joined(*new, *old)]

    def match_labels(self) -> None:
        """Match labels in whatever words, if what stood under one stands under the other."""
        votes: Counter[tuple[Label, Label]] = Counter()
        for one, other in self.matches:
            before, after = self._old[one].context, self._new[other].context
            if len(before) == len(after):
                votes.update((before[:n], after[:n]) for n in range(3, len(before) + 1))
                # The head of a column is above cells, below their row.
                votes[before[:2] + before[-1:], after[:2] + after[-1:]] += 1
        ones = {(*self._old[n].context, self._old[n].tokens): n for n in self._old_left}
        others = {(*self._new[n].context, self._new[n].tokens): n for n in self._new_left}
        for (label, label_now), _ in votes.most_common():
            if label in ones and label_now in others:
                self._match(ones.pop(label), others.pop(label_now))

    def match_alike(self, key: Key, least: float) -> None:
        """Match what has the same key and is alike, the most alike first."""
        groups: dict[Hashable, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for one in self._old_left:
            groups[key(self._old[one])][0].append(one)
        for other in self._new_left:
            groups[key(self._new[other])][1].append(other)
        for ones, others in groups.values():
            one_each = len(ones) == len(others) == 1
            alone = one_each and key is _same_labels and _is_named(self._old[ones[0]])
            for one, other in self._best(ones, others, 0 if alone else least):
                if one in self._old_left and other in self._new_left:
                    self._match(one, other)

    def _best(self, ones: Sequence[int], others: Sequence[int], least: float) -> Iterable[Match]:
        """Pairs that are alike enough, the most alike first, then those nearest to each other."""
        if not ones or not others:
            return []
        if len(ones) * len(others) > LARGEST:
            return zip(ones, others, strict=False)
        from rapidfuzz.fuzz import ratio  # noqa: PLC0415 (slow to import)
        from rapidfuzz.process import extract_iter  # noqa: PLC0415

        texts = {other: self._new[other].full for other in others}
        scored = []
        for one in ones:
            text, tokens = self._old[one].full, self._old[one].tokens
            cutoff = least * LETTERS_OF_WORDS
            for _, letters, other in extract_iter(text, texts, scorer=ratio, score_cutoff=cutoff):
                words = ratio(tokens, self._new[other].tokens)
                if words >= least or letters >= MISSPELT:
                    scored.append((-max(words, letters), abs(one - other), one, other))
        return [(one, other) for *_, one, other in sorted(scored)]
