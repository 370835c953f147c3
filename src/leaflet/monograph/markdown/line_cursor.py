"""The lines of a body, and the one that is being read."""

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(slots=True)
class LineCursor:
    """A position in the lines of a body whose first line has the number ``first`` in its file."""

    lines: Sequence[str]
    first: int
    position: int = 0
    current: str = field(init=False)
    """The current line as it is written; empty after the last one."""
    text: str = field(init=False)
    """The same without white space at its end."""

    def __post_init__(self) -> None:
        self.advance(0)

    def advance(self, count: int) -> None:
        """Go on by ``count`` lines."""
        self.position += count
        self.current = "" if self.at_end else self.lines[self.position]
        self.text = self.current.rstrip()

    @property
    def at_end(self) -> bool:
        """Whether every line has been read."""
        return self.position == len(self.lines)

    @property
    def number(self) -> int:
        """The number of the current line in its file."""
        return self.first + self.position

    @property
    def below(self) -> str:
        """The next line as it is written; empty below the last one."""
        return "".join(self.lines[self.position + 1 : self.position + 2])

    def from_here(self) -> Sequence[str]:
        """The current line and all below it, as they are written."""
        return self.lines[self.position :]
