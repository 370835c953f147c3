"""The last good prints, which are shown while a new one is being made, or has failed."""

from collections import deque
from dataclasses import dataclass

from leaflet.preview.choices import Selection

CAPACITY = 64
"""Prints that are kept; each is some 50 kB."""


@dataclass(frozen=True, slots=True)
class Print:
    """A document that was printed and proved.

    ``name`` is the hash of its bytes, so an identical document keeps it. ``sizes`` are those of its
    pages in points, ``at`` is when it was printed (``clock.seconds``).
    """

    name: str
    data: bytes
    sizes: tuple[tuple[float, float], ...]
    at: float


class PrintCache:
    """The newest prints."""

    def __init__(self) -> None:
        self._prints: deque[tuple[Selection, Print]] = deque(maxlen=CAPACITY)

    def put(self, selection: Selection, printed: Print) -> None:
        """Keep a print as the last good one of a selection."""
        self._prints.appendleft((selection, printed))

    def last(self, selection: Selection) -> Print | None:
        """The last good print of a selection."""
        return next((printed for key, printed in self._prints if key == selection), None)

    def find(self, name: str) -> Print | None:
        """The print of that name."""
        return next((printed for _, printed in self._prints if printed.name == name), None)
