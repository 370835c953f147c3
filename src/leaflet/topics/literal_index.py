"""Finds, among many things, those of which a text has a literal, without looking for each."""

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

_Item = TypeVar("_Item")

_LENGTH = 3
"""Letters at the beginning of a literal by which it is found."""


class LiteralIndex(Generic[_Item]):
    """Items, each with literals of which a text must have one; ``""`` is in every text."""

    def __init__(self, items: Iterable[tuple[_Item, Iterable[str]]]) -> None:
        self._items: list[_Item] = []
        self._by_beginning: dict[str, dict[str, list[int]]] = {}
        for number, (item, literals) in enumerate(items):
            self._items.append(item)
            for literal in literals:
                alike = self._by_beginning.setdefault(literal[:_LENGTH], {})
                alike.setdefault(literal, []).append(number)
        self._short = [each for each in self._by_beginning if len(each) < _LENGTH]

    def found(self, text: str) -> Iterator[_Item]:
        """The items of which the text has a literal, in the order in which they were given."""
        beginnings = {text[at : at + _LENGTH] for at in range(len(text))}
        numbers: set[int] = set()
        for beginning in (*(self._by_beginning.keys() & beginnings), *self._short):
            for literal, items in self._by_beginning[beginning].items():
                if literal in text:
                    numbers.update(items)
        return (self._items[number] for number in sorted(numbers))
