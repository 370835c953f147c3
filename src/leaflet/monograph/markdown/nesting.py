"""The list that is open while lines are read: how deep it goes, and how far it has counted."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Level:
    """One level of a list: the column of its marks and the number of its last item.

    ``written`` is the author's number, ``printed`` the one it is printed with; None for bullets.
    """

    column: int
    written: int | None = None
    printed: int | None = None

    def counts_on(self, number: int) -> bool:
        """Whether an item of this number is printed with it, if it joins the list.

        ``1. 1. 1.`` counts on too: it is Markdown's way to leave the counting to the printer.
        """
        if self.printed is None:
            return False
        return number == self.printed + 1 or number == self.written == 1

    def take(self, number: int | None) -> None:
        """Count an item: it joins the list if it counts on, else a new list begins with it."""
        joins = number is not None and self.printed is not None and self.counts_on(number)
        self.printed = self.printed + 1 if joins and self.printed is not None else number
        self.written = number


@dataclass(slots=True)
class Nesting:
    """The levels of the open list, outermost first; none if no list is open."""

    levels: list[Level] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.levels)

    @property
    def innermost(self) -> Level | None:
        """The level that the last item stands in."""
        return self.levels[-1] if self.levels else None

    def close(self) -> None:
        """End the list."""
        self.levels.clear()

    def item(self, column: int) -> Level:
        """The level of an item whose mark stands in this column.

        One column to either side is the same level: hands are not that steady.
        """
        while self.levels and column < self.levels[-1].column - 1:
            self.levels.pop()
        if not self.levels or column > self.levels[-1].column + 1:
            self.levels.append(Level(column))
        return self.levels[-1]

    def text(self, column: int) -> int:
        """How many levels a paragraph that begins in this column stands within."""
        while self.levels and column < self.levels[-1].column + 2:
            self.levels.pop()
        return len(self.levels)
