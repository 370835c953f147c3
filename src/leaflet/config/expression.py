"""A regular expression that is compiled when it is first used.

The tables of topics have thousands of alternatives; a document needs few of them.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Self

__all__ = ["AS_WRITTEN", "Expression", "compiled"]

AS_WRITTEN = int(re.compile("", re.IGNORECASE | re.VERBOSE).flags)
"""How expressions in TOML files are read: spaces count only after a backslash, case does not."""


@lru_cache(maxsize=4096)
def compiled(source: str, flags: int) -> re.Pattern[str]:
    """The compiled expression."""
    return re.compile(source, flags)


class Expression:
    """A regular expression; its attributes and methods are those of ``re.Pattern``.

    It is no dataclass: msgspec would read one from a table.
    """

    __slots__ = ("flags", "pattern")

    def __init__(self, pattern: str, flags: int = AS_WRITTEN) -> None:
        self.pattern = pattern
        self.flags = flags

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Expression):
            return NotImplemented
        return (self.pattern, self.flags) == (other.pattern, other.flags)

    def __hash__(self) -> int:
        return hash((self.pattern, self.flags))

    @classmethod
    def of(cls, pattern: re.Pattern[str]) -> Self:
        """One that was compiled to see whether it can be."""
        return cls(pattern.pattern, pattern.flags)

    def search(self, text: str) -> re.Match[str] | None:
        """The first match in a text."""
        return compiled(self.pattern, self.flags).search(text)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The match of a whole text."""
        return compiled(self.pattern, self.flags).fullmatch(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches in a text."""
        return compiled(self.pattern, self.flags).finditer(text)

    def sub(self, replacement: str, text: str) -> str:
        """The text with another in place of each match."""
        return compiled(self.pattern, self.flags).sub(replacement, text)
