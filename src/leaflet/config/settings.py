"""Every choice of a user, from the command line, the environment and ``leaflet.toml``.

Precedence: flag, environment, project file, default. A new setting is one new field of Settings.
"""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from pathlib import Path
from typing import Any

from leaflet import resources
from leaflet.config import brand, kind_overrides, toml_file, value_types
from leaflet.config.brand import Brand
from leaflet.config.kind_overrides import KindOverrides, gather
from leaflet.config.limits import USUAL, Limits
from leaflet.config.toml_file import RawSetting
from leaflet.config.validate import Chosen, Known, fault, understand, variables
from leaflet.config.value_types import ValueType
from leaflet.diagnostics import Diagnostic, Severity
from leaflet.errors import SettingsError
from leaflet.job import Standard

PREFIX = "LEAFLET_"


def _choice(form: ValueType, key: str, default: Any, about: str, variable: str = "") -> Any:
    """A field that a user gives as a key of ``[print]``, or by a variable named after it."""
    variable = variable or PREFIX + key.upper().replace("-", "_")
    told = {"form": form, "key": f"print.{key}", "variable": variable, "about": about}
    return field(default=default, metadata=told)


def _key(form: ValueType, key: str, about: str) -> Mapping[str, object]:
    return {"form": form, "key": key, "about": about}


class Progress(StrEnum):
    """How a run tells how far it is: a bar or lines, whatever can be seen; lines; or JSON lines."""

    AUTO = "auto"
    PLAIN = "plain"
    JSON = "json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The choices in force.

    ``project`` is the folder of ``leaflet.toml``, or the current one; paths are relative to the
    current folder, as a user would type them. ``disclaimer`` holds the words for the foot of each
    page by language, ``{"de": "…"}``; ``tailored`` what the project changes about a kind, by the
    kind's name; ``given`` where each of them was given that is no default, by its key.
    """

    kinds: tuple[str, ...] = _choice(
        value_types.NAMES,
        "kinds",
        (),
        "the kinds to print; none: every kind there is",
        "LEAFLET_KIND",
    )
    styles: tuple[str, ...] = _choice(
        value_types.NAMES,
        "styles",
        (),
        "styles on top of the default one; later ones win",
        "LEAFLET_STYLE",
    )
    paper: str = _choice(value_types.TEXT, "paper", "a4", "a4, letter, a5 or one of your own")
    output: Path = _choice(value_types.PATH, "output", Path("dist"), "the folder to print into")
    standard: Standard = _choice(
        value_types.one_of(Standard, Standard),
        "standard",
        Standard.UA,
        "ua-1 is accessible; ua-1+a-2a is archivable as well",
    )
    jobs: int = _choice(value_types.COUNT, "jobs", 0, "worker processes; 0: one a CPU")
    timeout: float = _choice(
        value_types.NUMBER, "timeout", 60.0, "seconds after which a document is stopped; 0: never"
    )
    memory: int = _choice(
        value_types.COUNT, "memory", 1000, "megabytes above which a document is stopped; 0: never"
    )
    scheduler: str = _choice(
        value_types.TEXT, "scheduler", "", "address of the Dask cluster that prints instead"
    )
    force: bool = _choice(value_types.FLAG, "force", False, "print also what has not changed")
    only_failed: bool = _choice(
        value_types.FLAG, "only-failed", False, "print only what could not be printed the last time"
    )
    prune: bool = _choice(
        value_types.FLAG, "prune", False, "remove the PDFs whose monographs are gone"
    )
    catalogue: bool = _choice(
        value_types.FLAG,
        "catalogue",
        True,
        "write index.html, the catalogue of all that is printed",
    )
    report: Path | None = _choice(
        value_types.PATH,
        "report",
        None,
        "the receipt of the run: JSON, or for JUnit if it ends in .xml",
    )
    progress: Progress = _choice(
        value_types.one_of(Progress, Progress), "progress", Progress.AUTO, "auto, plain or json"
    )
    fail_fast: bool = _choice(value_types.FLAG, "fail-fast", False, "stop at the first failure")
    strict: bool = _choice(value_types.FLAG, "strict", False, "warnings count as failures")
    quiet: bool = _choice(value_types.FLAG, "quiet", False, "tell errors only")
    verbose: int = _choice(
        value_types.COUNT, "verbose", 0, "1: tell each document; 2: where code failed"
    )
    disclaimer: Mapping[str, str] = field(
        default_factory=dict,
        metadata=_key(
            value_types.TEXTS, "print.disclaimer", "the words at the foot of each page, by language"
        ),
    )
    select: tuple[str, ...] = field(
        default=(), metadata=_key(value_types.NAMES, "check.select", "the only rules that are run")
    )
    ignore: tuple[str, ...] = field(
        default=(), metadata=_key(value_types.NAMES, "check.ignore", "rules that are not run")
    )
    severity: Mapping[str, Severity] = field(
        default_factory=dict,
        metadata=_key(
            value_types.LEVELS,
            "check.severity",
            "rules that weigh more or less: error, warning, note",
        ),
    )
    locale: str = field(
        default="en-US",
        metadata=_key(
            value_types.one_of(("en-GB", "en-US"), str),
            "check.locale",
            "how a microgram is written: en-GB micrograms, en-US mcg",
        ),
    )
    grade: int = field(
        default=8,
        metadata=_key(
            value_types.COUNT, "check.grade", "the school grade (Flesch-Kincaid) a section may need"
        ),
    )
    brand: Brand = Brand()
    limits: Limits = USUAL
    overrides: Mapping[str, KindOverrides] = field(default_factory=dict)
    project: Path = Path()
    given: Mapping[str, RawSetting] = field(default_factory=dict, compare=False)


def load(
    flags: Mapping[str, object],
    environ: Mapping[str, str] = os.environ,
    folder: Path | None = None,
) -> Settings:
    """The settings in force in ``folder`` (the current one).

    ``flags`` holds, by field name, what the command line gave and nothing else. Raises
    SettingsError with every unknown key, every value of the wrong form, and a logo that cannot be
    drawn.
    """
    here = folder or Path.cwd()
    file = toml_file.find(here)
    home = Path(os.path.relpath(file.parent, here)) if file else Path()
    written = toml_file.read(file, str(home / file.name)) if file else ()
    kinds = resources.kind_files(here / home)
    faults: list[Diagnostic] = []
    asked = variables(environ, _by("variable"), PREFIX)
    taken = [
        *understand(written, keys(kinds), home, faults),
        *understand(asked, _by("variable"), Path(), faults),
    ]
    tables = {
        name: [each for each in taken if each.table == name] for name in ("brand", "limits", *kinds)
    }
    house = Brand(**_values(tables.pop("brand")))
    limits = Limits(**_values(tables.pop("limits")))
    given = {each.key: each.given for each in taken}
    for key, message, hint in brand.faults(house, here / home):
        faults.append(fault("bad-logo", message, given[f"brand.{key}"], hint))
    if faults:
        raise SettingsError(faults)
    names = {each.name: each.metadata["key"] for each in fields(Settings) if each.metadata}
    return Settings(
        project=home,
        brand=house,
        limits=limits,
        overrides={kind: gather(each) for kind, each in tables.items() if each},
        given={**given, **{names[name]: RawSetting(f"--{name}", flags[name]) for name in flags}},
        **{
            "output": home / Settings().output,
            **{each.name: each.value for each in taken if each.key in names.values()},
            **flags,
        },
    )


def keys(kinds: Iterable[str]) -> Known:
    """Everything that ``leaflet.toml`` may give, by its dotted key, in the order of the tables."""
    overrides = (kind_overrides.keys_of(kind) for kind in kinds)
    own = {field.metadata["key"]: field for each in (Brand, Limits) for field in fields(each)}
    return {**own, **_by("key"), **{key: f for found in overrides for key, f in found.items()}}


def _values(chosen: Iterable[Chosen]) -> dict[str, Any]:
    return {each.name: each.value for each in chosen}


def _by(way: str) -> Known:
    """The fields that a user may give in one way, by the name they have there."""
    return {f.metadata[way]: f for f in fields(Settings) if f.metadata.get(way)}
