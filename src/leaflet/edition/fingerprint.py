"""What reached a page besides its monograph's text, told by a few short fingerprints.

A PDF is what would be printed today as long as its source and these are what they were. They
depend on contents only: not on the clock, the machine, or where a project lies. Those of an edition
(a kind, a stack of styles, a paper, and the settings) are taken once for all its documents.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import date
from functools import cache
from hashlib import sha256
from importlib import metadata
from pathlib import Path

from leaflet import __version__, clock, files
from leaflet.config.settings import Settings
from leaflet.fonts import families, native
from leaflet.job import Standard
from leaflet.kinds.model import Kind
from leaflet.theme import pictures
from leaflet.theme.cascade import Stylesheet
from leaflet.theme.search_path import Theme, shipped

Fingerprint = Mapping[str, str]
"""By the name of what a user may change: ``templates``, ``styles``, ``words`` (the catalogues),
``settings``, ``check`` (what the proof-reader is to find), ``leaflet`` (its code, its fonts, its
engine) and, of a document, ``pictures`` and ``review`` (is it overdue?)."""

ENGINE = (
    *("weasyprint", "pydyf", "fonttools", "tinycss2", "cssselect2", "tinyhtml5", "pyphen"),
    *("jinja2", "markdown", "markupsafe", "pillow", "python-frontmatter", "pyyaml", "segno"),
    "babel",
    "uharfbuzz",
)
"""The packages whose versions can show on a page."""

_FOLDER = re.compile(rb"[\"'](?:builtin/)?([\w-]+)/")
_REVIEW = re.compile(rb"^review_due:\s*[\"']?(\d{4}-\d\d-\d\d)\b", re.M)


def of_edition(
    theme: Theme, kind: Kind, stylesheet: Stylesheet, settings: Settings, standard: Standard
) -> Fingerprint:
    """The fingerprint that all documents of an edition share."""
    templates = dict(_templates(theme, kind.name))
    pages = b"".join(templates.values()).decode("utf-8", "replace")
    templates |= pictures.gather(pictures.of_template(pages), theme.roots)
    styled = pictures.gather(pictures.of_style(stylesheet.css), theme.roots)
    chosen = json.dumps(
        [standard, dict(settings.disclaimer), asdict(settings.limits)], sort_keys=True
    )
    return {
        "templates": _seal(templates),
        "styles": _seal({"css": stylesheet.css.encode(), **styled}),
        "words": _seal(_words(theme)),
        "settings": _seal({"settings": chosen.encode(), **_house(theme, kind, settings)}),
        "check": _seal({"check": _asked(settings).encode()}),
        "leaflet": of_leaflet(),
    }


def _house(theme: Theme, kind: Kind, settings: Settings) -> dict[str, bytes]:
    """What a project puts on the pages of a kind: its brand with the logo, and its changes."""
    brand, overrides = settings.brand, settings.overrides.get(kind.name)
    said = [asdict(brand), overrides.as_data() if overrides else None]
    drawn = pictures.gather([brand.logo], theme.roots) if brand.logo else {}
    return {"house": json.dumps(said, sort_keys=True).encode(), **drawn}


def _asked(settings: Settings) -> str:
    """What the proof-reader is asked for: a PDF's receipt holds what it found."""
    rules = [settings.select, settings.ignore, dict(settings.severity)]
    return json.dumps([*rules, settings.locale, settings.grade], sort_keys=True)


def of_document(edition: Fingerprint, text: bytes, base: Path) -> Fingerprint:
    """The fingerprint of one document; ``base`` is the folder of its monograph's pictures."""
    if b"review_due" in text:
        edition = {**edition, "review": _verdict(text)}
    if b"![" not in text:
        return edition
    return {**edition, "pictures": _seal(pictures.gather(pictures.of_text(text), (base,)))}


def _verdict(text: bytes) -> str:
    """Whether a review is overdue, which the page says; the day itself, where that is unclear."""
    today = clock.today()
    try:
        due = date.fromisoformat(_REVIEW.findall(text)[0].decode())
    except (IndexError, ValueError):
        return str(today)
    return "overdue" if due < today else "due"


@cache
def of_leaflet() -> str:
    """What does not change while leaflet runs: its code, fonts, and ``versions``, in one line."""
    home = Path(__file__).parents[1]
    contents = {str(file.relative_to(home)): files.read(file) for file in home.rglob("*.py")}
    contents |= {file.name: files.read(file) for file in families.files()}
    contents |= {name: version.encode() for name, version in versions().items()}
    return f"{__version__} {_seal(contents)}"


def versions() -> dict[str, str]:
    """The versions of leaflet and of all it prints with that can show on a page, by name."""
    engine = {name: metadata.version(name) for name in ENGINE}
    return {"leaflet": __version__, "Pango": native.pango_version(), **engine}


def changes(then: Fingerprint, now: Fingerprint) -> tuple[str, ...]:
    """The names of what is no longer as it was."""
    names = dict.fromkeys((*then, *now))
    return tuple(name for name in names if then.get(name) != now.get(name))


def _seal(contents: Mapping[str, bytes]) -> str:
    """One fingerprint for several contents and their names."""
    whole = sha256()
    for name in sorted(contents):
        whole.update(f"{name}\0{len(contents[name])}\0".encode("utf-8", "replace"))
        whole.update(contents[name])
    return whole.hexdigest()[:16]


def _words(theme: Theme) -> dict[str, bytes]:
    """The catalogues of all languages: which of them a monograph needs, only its text tells."""
    named = {name: theme.po_files(name) for name in theme.languages()}
    texts = {name: dict.fromkeys(map(files.read, found)) for name, found in named.items()}
    return {f"{name} {n}": text for name, found in texts.items() for n, text in enumerate(found)}


def _templates(theme: Theme, kind: str) -> Iterator[tuple[str, bytes]]:
    """The files that pages of a kind can be made of.

    They are those of its folder, those beside all kinds, and those of every folder that one of
    them names.
    """
    roots = [("", root) for root in reversed(theme.template_folders())]
    roots.append(("builtin/", shipped() / "templates"))
    folders = ["", kind]
    for folder in folders:  # grows
        for prefix, root in roots:
            for file in sorted((root / folder).glob("**/*" if folder else "*")):
                if file.is_file() and file.suffix in (".html", ".toml"):
                    data = files.read(file)
                    named = {name.decode() for name in _FOLDER.findall(data)}
                    folders += sorted(named.difference(folders))
                    yield f"{prefix}{file.relative_to(root)}", data
