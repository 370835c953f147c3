"""An edition: what all documents of a kind, a stack of styles, a paper and a standard share."""

from dataclasses import dataclass
from typing import NamedTuple

from leaflet.config.kind_overrides import KindOverrides
from leaflet.config.settings import Settings
from leaflet.config.suggest import nearest
from leaflet.config.toml_file import RawSetting
from leaflet.config.validate import fault
from leaflet.edition import fingerprint
from leaflet.edition.fingerprint import Fingerprint
from leaflet.errors import SettingsError
from leaflet.job import Job, Standard
from leaflet.kinds.model import Kind
from leaflet.kinds.overrides import apply_overrides
from leaflet.theme.cascade import Layer, Stylesheet
from leaflet.theme.search_path import Theme


class EditionKey(NamedTuple):
    """What tells one edition from another."""

    kind: str
    styles: tuple[str, ...]
    paper: str
    standard: Standard = Standard.UA

    @classmethod
    def of(cls, job: Job) -> "EditionKey":
        """The edition that a job is of."""
        return cls(job.kind, job.styles, job.paper, job.standard)


@dataclass(frozen=True, slots=True)
class Edition:
    """The kind as the project wants it, the cascade of its styles, and the fingerprint of both."""

    kind: Kind
    stylesheet: Stylesheet
    fingerprint: Fingerprint


def make_edition(choice: EditionKey, theme: Theme, settings: Settings) -> Edition:
    """The edition of a choice. Raises SettingsError where anything of it cannot be used."""
    kind, stylesheet = design(choice, theme, settings)
    told = fingerprint.of_edition(theme, kind, stylesheet, settings, choice.standard)
    return Edition(kind, stylesheet, told)


def design(choice: EditionKey, theme: Theme, settings: Settings) -> tuple[Kind, Stylesheet]:
    """The kind and the style sheet of an edition.

    Raises SettingsError for a kind, style, paper, part or token that nothing knows.
    """
    own = settings.overrides.get(choice.kind, KindOverrides()).styles
    for noun, key, names, known in (
        ("kind", "print.kinds", (choice.kind,), theme.kinds()),
        ("style", f"{choice.kind}.styles", own, theme.styles()),
        ("style", "print.styles", choice.styles, theme.styles()),
        ("paper", "print.paper", (choice.paper,), theme.papers()),
    ):
        for name in names:
            if name not in known:
                given = settings.given.get(key, RawSetting("", None))
                told = f'there is no {noun} "{name}"'
                raise SettingsError([fault(f"unknown-{noun}", told, given, nearest(name, known))])
    kind = apply_overrides(theme.kind(choice.kind), settings)
    styles = (*own, *choice.styles)
    return kind, theme.stylesheet(kind, styles, choice.paper, colours(settings))


def colours(settings: Settings) -> tuple[Layer, ...]:
    """The colours of the house as a style sheet, if it has any.

    Each stands on the line on which ``leaflet.toml`` gives it, so that what is wrong with it is
    told of there.
    """
    given = settings.given.get("brand.colours")
    if not settings.brand.colours or given is None:
        return ()
    lines = [""] * max(given.line_of(name) for name in settings.brand.colours)
    for name, colour in settings.brand.colours.items():
        lines[given.line_of(name) - 1] += f":root {{ --{name}: {colour} }}"
    return (Layer("house", "\n".join(lines), given.file),)
