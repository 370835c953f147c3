"""What runs along every page: header and footer, made of what the style sheet's tokens name."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from leaflet.config.brand import Brand
from leaflet.config.settings import Settings
from leaflet.config.suggest import nearest
from leaflet.errors import SettingsError
from leaflet.i18n.language_tags import in_language
from leaflet.kinds.model import Kind
from leaflet.monograph.model import Monograph
from leaflet.theme.cascade import Stylesheet

NEEDED = {"--header": "name", "--footer": "disclaimer"}
"""What each of the two must hold, on every page of every style."""


@dataclass(frozen=True, slots=True)
class _Told:
    """All that a running line can be made of."""

    monograph: Monograph
    kind: Kind
    brand: Brand
    disclaimer: Mapping[str, str]


def _disclaimer(told: _Told) -> str:
    own = in_language(told.disclaimer, told.monograph.front.lang)
    return own or told.kind.language.words["footer"]


def _version(told: _Told) -> str:
    version = told.monograph.front.version
    return f"{told.kind.language.words['version']} {version}." if version else ""


def _reviewed(told: _Told) -> str:
    when, language = told.monograph.front.reviewed, told.kind.language
    return f"{language.words['reviewed']} {language.day(when)}." if when else ""


PARTS: Mapping[str, Callable[[_Told], str]] = {
    "name": lambda told: told.monograph.name,
    "kind": lambda told: told.kind.title,
    "house": lambda told: told.brand.name,
    "phone": lambda told: told.brand.phone,
    "url": lambda told: told.brand.url,
    "disclaimer": _disclaimer,
    "uncontrolled": lambda told: told.kind.language.words["uncontrolled"],
    "version": _version,
    "reviewed": _reviewed,
}
"""What ``--header`` and ``--footer`` may name."""


def running_lines(
    monograph: Monograph, kind: Kind, stylesheet: Stylesheet, settings: Settings
) -> dict[str, str]:
    """The title of a document, and the words of its header and footer.

    Raises ``SettingsError`` where a token names something that there is not, or leaves out the
    medicine's name or the disclaimer, which no page may lack.
    """
    told = _Told(monograph, kind, settings.brand, settings.disclaimer)
    return {
        "title": f"{monograph.name}: {kind.title}",
        "header": " · ".join(_said(told, "--header", stylesheet)),
        "footer": " ".join(_said(told, "--footer", stylesheet)),
    }


def _said(told: _Told, token: str, stylesheet: Stylesheet) -> Iterator[str]:
    names = stylesheet.tokens[token].split()
    for name in (*names, NEEDED[token]):
        if name not in PARTS:
            raise _refused(stylesheet, token, f'knows no "{name}"', nearest(name, PARTS))
        if name not in names:
            hint = f"write it like {token}: {' '.join((name, *names))};"
            raise _refused(stylesheet, token, f"must hold the {name}", hint)
    return filter(None, (PARTS[name](told) for name in names))


def _refused(stylesheet: Stylesheet, token: str, message: str, hint: str) -> SettingsError:
    at = stylesheet.set_by[token]
    return SettingsError.of(
        "bad-token", f"{token} {message}", file=at.file, line=at.line, hint=hint
    )
