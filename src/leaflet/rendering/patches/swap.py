"""Puts faster functions in the place of some of WeasyPrint's, and takes them away again.

A function that other modules of WeasyPrint have imported by name is replaced in each of them.
"""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

__all__ = ["Patch"]


@dataclass(frozen=True, slots=True)
class Patch:
    """Functions and methods of WeasyPrint, each with what does the same in less time."""

    functions: Mapping[Callable[..., Any], Callable[..., Any]] = field(default_factory=dict)
    methods: Mapping[tuple[Any, str], Any] = field(default_factory=dict)
    originals: dict[tuple[Any, str], Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for owner, name in self.methods:
            self.originals[owner, name] = vars(owner)[name]

    def switch(self, *, on: bool) -> None:
        """Use the faster functions from now on, or those of WeasyPrint."""
        for owner, name in self.methods:
            setattr(owner, name, (self.methods if on else self.originals)[owner, name])
        for original, faster in self.functions.items():
            _replace(*((original, faster) if on else (faster, original)))


def _replace(before: Callable[..., Any], after: Callable[..., Any]) -> None:
    for name, module in tuple(sys.modules.items()):
        if name.startswith(("weasyprint.", "pydyf")):
            for key, value in tuple(vars(module).items()):
                if value is before:
                    setattr(module, key, after)
