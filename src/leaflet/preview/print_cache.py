"""The last good prints, so that they can be looked at while a new one is on its way, or failed."""

from collections import deque
from dataclasses import dataclass

from leaflet.preview.choices import Choice

MOST = 64
"""Prints that are kept; each is some 50 kB."""


@dataclass(frozen=True, slots=True)
class Print:
    """A document that was printed and proved.

    ``name`` is made of its bytes, so a document that comes out the same keeps it. ``sizes`` are
    those of its pages in points, ``at`` when it was printed (``clock.seconds``).
    """

    name: str
    data: bytes
    sizes: tuple[tuple[float, float], ...]
    at: float


class PrintCache:
    """So many of the newest prints; older ones are forgotten."""

    def __init__(self) -> None:
        self._prints: deque[tuple[Choice, Print]] = deque(maxlen=MOST)

    def put(self, choice: Choice, made: Print) -> None:
        """Keep a print as the last good one of a choice."""
        self._prints.appendleft((choice, made))

    def last(self, choice: Choice) -> Print | None:
        """The last good print of a choice."""
        return next((made for for_, made in self._prints if for_ == choice), None)

    def find(self, name: str) -> Print | None:
        """The print of that name."""
        return next((made for _, made in self._prints if made.name == name), None)
