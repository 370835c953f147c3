"""The files of a font of a project's own, as its settings name them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FontFiles:
    """The files of a family, relative to the project: of its regular and of its bold weight.

    A variable font has both, and needs no ``bold``.
    """

    regular: str
    bold: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the files, each once."""
        return tuple(dict.fromkeys(filter(None, (self.regular, self.bold))))
