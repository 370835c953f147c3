"""The list that is open while lines are read: how deep it is, and how far it has counted."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Level:
    """One level of a list: the column of its markers and the number of its last item.

    ``written`` is the author's number, ``printed`` the one it is printed with; None for bullets.
    """

    column: int
    written: int | None = None
    printed: int | None = None

    def counts_on(self, number: int | None) -> bool:
        """Whether an item with this number keeps it, if it joins the list.

        ``1. 1. 1.`` counts on too: in Markdown that leaves the counting to the printer.
        """
        if number is None or self.printed is None:
            return False
        return number == self.printed + 1 or number == self.written == 1

    def take(self, number: int | None) -> None:
        """Count an item: it joins the list if it counts on, else a new list begins with it."""
        self.printed = (self.printed or 0) + 1 if self.counts_on(number) else number
        self.written = number


@dataclass(slots=True)
class Nesting:
    """The levels of the open list, outermost first; none if no list is open."""

    levels: list[Level] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.levels)

    @property
    def innermost(self) -> Level | None:
        """The level of the last item."""
        return self.levels[-1] if self.levels else None

    def close(self) -> None:
        """End the list."""
        self.levels.clear()

    def open_item(self, column: int) -> Level:
        """The level of an item whose marker is in this column, now the innermost.

        One column to either side is the same level: authors do not align their markers exactly.
        """
        while self.levels and column < self.levels[-1].column - 1:
            self.levels.pop()
        if not self.levels or column > self.levels[-1].column + 1:
            self.levels.append(Level(column))
        return self.levels[-1]

    def open_paragraph(self, column: int) -> int:
        """The number of levels, now the open ones, that a paragraph in this column is inside."""
        while self.levels and column < self.levels[-1].column + 2:
            self.levels.pop()
        return len(self.levels)
