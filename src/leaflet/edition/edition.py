"""An edition: everything that documents of one kind, styles, paper and standard have in common."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from leaflet.config.kind_overrides import KindOverrides
from leaflet.config.own_fonts import own_families
from leaflet.config.settings import Settings
from leaflet.config.suggest import nearest
from leaflet.config.toml_file import RawSetting
from leaflet.config.validate import fault
from leaflet.diagnostics import Diagnostic
from leaflet.edition import fingerprint
from leaflet.edition.fingerprint import Fingerprint
from leaflet.errors import SettingsError
from leaflet.fonts.in_use import FontSet, font_set
from leaflet.job import Job, Standard
from leaflet.kinds.model import Kind
from leaflet.kinds.overrides import apply_overrides
from leaflet.theme.cascade import Layer, Stylesheet
from leaflet.theme.search_path import Theme
from leaflet.theme.tokens import FONT, families


class EditionKey(NamedTuple):
    """What identifies an edition."""

    kind: str
    styles: tuple[str, ...]
    paper: str
    standard: Standard = Standard.UA

    @classmethod
    def of(cls, job: Job) -> "EditionKey":
        """The key of the edition that a job belongs to."""
        return cls(job.kind, job.styles, job.paper, job.standard)


@dataclass(frozen=True, slots=True)
class Edition:
    """The kind with the project's overrides, the cascade of its styles, fonts, and fingerprint."""

    kind: Kind
    stylesheet: Stylesheet
    fonts: FontSet
    fingerprint: Fingerprint


def make_edition(key: EditionKey, theme: Theme, settings: Settings) -> Edition:
    """The edition of a key. Raises SettingsError if anything of it cannot be used."""
    kind, stylesheet = design(key, theme, settings)
    taken = fingerprint.of_edition(theme, kind, stylesheet, settings, key.standard)
    own = own_families(settings.fonts, settings.project)
    return Edition(kind, stylesheet, font_set(families(stylesheet.tokens[FONT]), own), taken)


def design(
    key: EditionKey, theme: Theme, settings: Settings, layers: Sequence[Layer] = ()
) -> tuple[Kind, Stylesheet]:
    """The kind and the style sheet of an edition, with ``layers`` between the brand and the styles.

    Raises SettingsError for an unknown kind, style, paper, part or token.
    """
    own = settings.overrides.get(key.kind, KindOverrides()).styles
    for noun, setting, names, known in (
        ("kind", "print.kinds", (key.kind,), theme.kinds()),
        ("style", f"{key.kind}.styles", own, theme.styles()),
        ("style", "print.styles", key.styles, theme.styles()),
    ):
        for name in names:
            if name not in known:
                given = settings.given.get(setting, RawSetting("", None))
                message = f'there is no {noun} "{name}"'
                raise SettingsError(
                    [fault(f"unknown-{noun}", message, given, nearest(name, known))]
                )
    kind = apply_overrides(theme.kind(key.kind), settings)
    _check_topics(kind, theme)
    theme.check_section_names()
    styles = (*own, *key.styles)
    paper = _paper(key, kind, theme, settings)
    fonts = font_set((), own_families(settings.fonts, settings.project)).names
    own_layers = (*brand_layers(settings), *layers)
    return kind, theme.stylesheet(kind, styles, paper, own_layers, fonts)


def _paper(key: EditionKey, kind: Kind, theme: Theme, settings: Settings) -> Layer:
    try:
        return theme.paper(key.paper, kind, settings.papers)
    except SettingsError as error:
        given = settings.given.get("print.paper", RawSetting("", None))
        if key.paper != settings.paper:
            given = settings.given.get(f"{key.kind}.paper", given)
        raise SettingsError(
            fault(each.code, each.message, given, each.hint) for each in error.diagnostics
        ) from None


def _check_topics(kind: Kind, theme: Theme) -> None:
    """Raises SettingsError for each topic of a kind that no table of topics has."""
    used = {name for part in kind.all_parts for name in (*part.subjects, *part.lifts)}
    if used <= theme.topic_names("en"):  # to read those of all languages takes 25 ms
        return
    known = theme.topic_names()
    if unknown := sorted(used - known):
        raise SettingsError(
            Diagnostic.error(
                "unknown-topic",
                f'the {kind.name} claims a topic "{name}" that no table of topics has',
                hint=nearest(name, known) or "add it to locale/en/topics.toml of your project",
            )
            for name in unknown
        )


def brand_layers(settings: Settings) -> tuple[Layer, ...]:
    """The colours of the brand as a style sheet, if it has any.

    Each is set in the line in which ``leaflet.toml`` gives it, so that errors name that line.
    """
    given = settings.given.get("brand.colours")
    if not settings.brand.colours or given is None:
        return ()
    lines = [""] * max(given.line_of(name) for name in settings.brand.colours)
    for name, colour in settings.brand.colours.items():
        lines[given.line_of(name) - 1] += f":root {{ --{name}: {colour} }}"
    return (Layer("brand", "\n".join(lines), given.file),)
