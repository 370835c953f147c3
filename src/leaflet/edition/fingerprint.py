"""Short digests of everything that reaches a page besides the text of its monograph.

A PDF is up to date as long as its source and these are the same. They depend on contents only: not
on the clock, the machine, or the folder of the project. Those of an edition (a kind, its styles, a
paper, a standard and the settings) are taken once for all its documents.
"""

import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path

from leaflet import __version__, clock, files
from leaflet.config.section_names import section_files
from leaflet.config.settings import Settings
from leaflet.distributions import version
from leaflet.files.folders import walk
from leaflet.fonts import families, native
from leaflet.job import Job, Standard
from leaflet.kinds.model import Kind
from leaflet.theme import pictures
from leaflet.theme.cascade import Stylesheet
from leaflet.theme.search_path import Theme, shipped

Fingerprint = Mapping[str, str]
"""Digests by the name of what a user may change: ``templates``, ``styles``, ``words`` (the
translations), ``settings``, ``check`` (which rules of `leaflet check` apply), ``fonts`` (those of
the project), ``leaflet`` (code, fonts and layout engine) and, of a document, ``pictures`` and
``review`` (whether it is overdue)."""

ENGINE = (
    *("weasyprint", "pydyf", "fonttools", "tinycss2", "cssselect2", "tinyhtml5", "pyphen"),
    *("jinja2", "markdown", "markupsafe", "pillow", "python-frontmatter", "pyyaml", "segno"),
    "babel",
    "uharfbuzz",
)
"""The packages whose version can change a page."""

_FOLDER = re.compile(rb"[\"'](?:builtin/)?([\w-]+)/")


def of_edition(
    theme: Theme, kind: Kind, stylesheet: Stylesheet, settings: Settings, standard: Standard
) -> Fingerprint:
    """The fingerprint that all documents of an edition share."""
    templates = dict(_templates(theme, kind.name))
    pages = b"".join(templates.values()).decode("utf-8", "replace")
    templates |= pictures.gather(pictures.of_template(pages), theme.roots)
    styled = dict(pictures.gather(pictures.of_style(stylesheet.css), theme.roots))
    chosen = json.dumps(
        [
            *(standard, settings.order, dict(settings.disclaimer)),
            *(asdict(settings.limits), asdict(settings.markup)),
        ],
        sort_keys=True,
    )
    return {
        "templates": _digest(templates),
        "styles": _digest({"css": stylesheet.css.encode(), **styled}),
        "words": _digest(_translations(theme)),
        "settings": _digest({"settings": chosen.encode(), **_brand(theme, kind, settings)}),
        "check": _digest({"check": _rules(settings).encode()}),
        **_own_fonts(settings),
        "leaflet": of_leaflet(),
    }


def _brand(theme: Theme, kind: Kind, settings: Settings) -> dict[str, bytes]:
    """What a project changes on the pages of a kind: its brand with the logo, and its overrides."""
    brand, overrides = settings.brand, settings.overrides.get(kind.name)
    content = [asdict(brand), overrides.as_data() if overrides else None]
    logo = pictures.gather([brand.logo] if brand.logo else [], theme.roots)
    return {"brand": json.dumps(content, sort_keys=True).encode(), **dict(logo)}


def _own_fonts(settings: Settings) -> Fingerprint:
    """The names and files of the families of a project, if it has any."""
    own = {
        f"{name} {weight}": files.read(settings.project / file)
        for name, font in settings.fonts.items()
        for weight, file in (("regular", font.regular), ("bold", font.bold))
        if file
    }
    return {"fonts": _digest(own)} if own else {}


def _rules(settings: Settings) -> str:
    """Which rules of `leaflet check` apply: the receipt of a PDF holds what they found."""
    rules = [
        settings.select,
        settings.ignore,
        settings.waivers,
        dict(settings.severity),
        settings.stop,
    ]
    return json.dumps([*rules, settings.locale, settings.grade], sort_keys=True)


def of_document(
    edition: Fingerprint, job: Job, names: Sequence[str], review_due: str
) -> Fingerprint:
    """The fingerprint of one document: whether its review is overdue, and its pictures.

    ``names`` are those of the pictures of the job's monograph, ``review_due`` is a date (ISO 8601)
    or empty: what worker processes read in the text. Raises OSError; ValueError for no date.
    """
    if not names and not review_due:
        return edition
    own = {}
    if review_due:
        is_overdue = date.fromisoformat(review_due) < clock.today()
        own["review"] = "overdue" if is_overdue else "due"
    if names:
        base = job.pictures
        # They may be large: one after the other.
        found = pictures.gather(names, (base.root,), base.below)
        own["pictures"] = _digest({name: sha256(data).digest() for name, data in found})
    return {**edition, **own}


@cache
def of_leaflet() -> str:
    """The version of leaflet, and a digest of its code, its fonts and its ``versions``.

    The code pins the fonts of extras: to install one changes no page that could be printed.
    """
    home = os.fspath(Path(__file__).parents[1])
    modules = (each.path for each in walk(Path(home)) if each.name.endswith(".py"))
    contents = {file.removeprefix(home): files.read(Path(file)) for file in modules}
    contents |= {file.name: files.read(file) for file in families.files(extras=False)}
    contents |= {name: version.encode() for name, version in versions().items()}
    return f"{__version__} {_digest(contents)}"


def versions() -> dict[str, str]:
    """The versions of leaflet and of everything that can change a page, by name."""
    engine = {name: version(name) for name in ENGINE}
    return {"leaflet": __version__, "Pango": native.pango_version(), **engine}


def changes(then: Fingerprint, now: Fingerprint) -> tuple[str, ...]:
    """The names of what has changed between two fingerprints."""
    names = dict.fromkeys((*then, *now))
    return tuple(name for name in names if then.get(name) != now.get(name))


def _digest(contents: Mapping[str, bytes]) -> str:
    """One digest of several contents and their names."""
    digest = sha256()
    for name in sorted(contents):
        digest.update(f"{name}\0{len(contents[name])}\0".encode("utf-8", "replace"))
        digest.update(contents[name])
    return digest.hexdigest()[:16]


def _translations(theme: Theme) -> dict[str, bytes]:
    """The files of all languages: only the text of a monograph says which of them it needs."""
    named = {
        name: [*theme.po_files(name), *theme.topic_files(name), *theme.proof_files(name)]
        for name in theme.languages()
    }
    named["sections"] = section_files(theme.roots)
    texts = {name: dict.fromkeys(map(files.read, found)) for name, found in named.items()}
    return {f"{name} {n}": text for name, found in texts.items() for n, text in enumerate(found)}


def _templates(theme: Theme, kind: str) -> Iterator[tuple[str, bytes]]:
    """The names and contents of the files from which pages of a kind can be made.

    They are those in its folder, those beside all kinds, and those of every folder that one of
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
