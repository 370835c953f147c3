"""Markup of other tools that a project leaves out or prints: ``[markdown]`` in leaflet.toml."""

from dataclasses import dataclass

from leaflet.config.value_types import Allowed, Stripped


@dataclass(frozen=True, slots=True)
class MarkupChoice:
    """What a project does with markup that leaflet does not read; all other is refused."""

    strip: Stripped = ()
    allow: Allowed = ()


REFUSED = MarkupChoice()
"""What happens where a project says nothing."""
