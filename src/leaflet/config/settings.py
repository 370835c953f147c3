"""Every choice of a user, from the command line, the environment and ``leaflet.toml``.

Precedence: flag, environment, project file, default. A new setting is one new field of Settings.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from pathlib import Path
from typing import Any, Literal

from leaflet import resources
from leaflet.config import kind_overrides, toml_file
from leaflet.config.brand import Brand, logo_problems
from leaflet.config.kind_overrides import KindOverrides
from leaflet.config.limits import USUAL, Limits
from leaflet.config.markup import MarkupChoice
from leaflet.config.own_tables import OWN_TABLES, read_own_tables
from leaflet.config.ownership import require_trusted
from leaflet.config.papers import Paper
from leaflet.config.toml_file import RawSetting
from leaflet.config.validate import Known, Validated, fault, setting, validate, variables
from leaflet.config.value_types import (
    Allowed,
    Count,
    File,
    Flag,
    Levels,
    Megabytes,
    Names,
    Processes,
    Seconds,
    Stripped,
    Text,
    Texts,
)
from leaflet.diagnostics import Diagnostic
from leaflet.errors import SettingsError
from leaflet.fonts.font_files import FontFiles
from leaflet.job import Standard

PREFIX = "LEAFLET_"


def _option(key: str, about: str, default: Any, variable: str = "") -> Any:
    """A field that a user gives as a key of ``[print]``, or by a variable named after it."""
    variable = variable or PREFIX + key.upper().replace("-", "_")
    return setting(f"print.{key}", about, default, variable=variable)


class Progress(StrEnum):
    """How a run reports progress: a bar on a terminal, else lines; plain lines; or JSON lines."""

    AUTO = "auto"
    PLAIN = "plain"
    JSON = "json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of a run.

    ``project`` is the folder of ``leaflet.toml``, or the current one; paths are relative to the
    current folder, as a user would type them. ``fonts`` and ``papers`` are the project's own,
    by name; the files of fonts are relative to the project. ``overrides`` holds what the project
    changes about a kind, by the kind's name; ``given`` where each setting was given that is not the
    default, by its key.
    """

    kinds: Names = _option("kinds", "the kinds to print; none: every kind", (), "LEAFLET_KIND")
    styles: Names = _option(
        "styles", "styles on top of the default one; later ones win, -s adds", (), "LEAFLET_STYLE"
    )
    paper: Text = _option(
        "paper", "a4, letter, legal, a5 …, a4-landscape, 100x150mm or one of [paper.NAME]", "a4"
    )
    order: Literal["", "qrd"] = _option("order", "qrd: as the European package leaflet", "")
    output: File = _option("output", "the folder to print into", Path("dist"))
    standard: Standard = _option(
        "standard", "ua-1 is accessible; ua-1+a-2a is archivable as well", Standard.UA
    )
    jobs: Processes = _option("jobs", "worker processes; 0: one per CPU", 0)
    timeout: Seconds = _option(
        "timeout", "seconds after which a document is stopped; 0: never", 60.0
    )
    memory: Megabytes = _option(
        "memory", "megabytes above which a document is stopped; 0: never", 1000
    )
    scheduler: Text = _option("scheduler", "address of the Dask cluster that prints instead", "")
    force: Flag = _option("force", "reprint unchanged documents", False)
    only_failed: Flag = _option("only-failed", "print only what failed in the last run", False)
    prune: Flag = _option("prune", "remove the PDFs of deleted monographs", False)
    catalogue: Flag = _option("catalogue", "write index.html, a page to search all documents", True)
    report: File | None = _option(
        "report", "write a report of the run: JSON, or JUnit if the name ends in .xml", None
    )
    progress: Progress = _option("progress", "auto, plain or json", Progress.AUTO)
    fail_fast: Flag = _option("fail-fast", "stop at the first failure", False)
    strict: Flag = _option("strict", "warnings count as failures", False)
    quiet: Flag = _option("quiet", "only report errors", False)
    verbose: Count = _option("verbose", "1: report each document; 2: and where code failed", 0)
    disclaimer: Texts = setting(
        "print.disclaimer", "the text at the foot of each page, by language", dict
    )
    not_sources: Names = setting(
        "sources.ignore", "what is no monograph: patterns as in .gitignore", ()
    )
    select: Names = setting("check.select", "run only these rules", ())
    ignore: Names = setting("check.ignore", "rules not to run", ())
    severity: Levels = setting("check.severity", "what rules weigh: error, warning, note", dict)
    waivers: Names = setting(
        "check.waivers", "rules that a monograph may waive although they stop it", ()
    )
    baseline: File | None = setting("check.baseline", "a file of findings that are known", None)
    stop: Literal["found", "never"] = setting(
        "check.stop",
        "whether a document is printed though its text is about another medicine, or none",
        "found",
    )
    locale: Literal["en-GB", "en-US"] = setting(
        "check.locale", "how a microgram is written: en-GB micrograms, en-US mcg", "en-US"
    )
    grade: Count = setting(
        "check.grade", "the school grade (Flesch-Kincaid) that a section may need", 8
    )
    for_editors: Flag = setting("catalogue.findings", "list what was found, for editors", False)
    strip: Stripped = setting(
        "markdown.strip", "markup of other tools that is left out, and reported", ()
    )
    allow: Allowed = setting(
        "markdown.allow", "markup of other tools that is printed as it stands, and reported", ()
    )
    brand: Brand = Brand()
    limits: Limits = USUAL
    fonts: Mapping[str, FontFiles] = field(default_factory=dict)
    papers: Mapping[str, Paper] = field(default_factory=dict)
    overrides: Mapping[str, KindOverrides] = field(default_factory=dict)
    project: Path = Path()
    given: Mapping[str, RawSetting] = field(default_factory=dict, compare=False)

    def __post_init__(self) -> None:
        """Refuse limits of a run that are none, whoever gave them. Raises SettingsError.

        ``A4`` and ``a4`` are one paper.
        """
        object.__setattr__(self, "paper", self.paper.lower())
        given = (
            RawSetting(key, getattr(self, key.removeprefix("print.")))
            for key in ("print.order", "print.jobs", "print.timeout", "print.memory")
        )
        checked = validate(given, _by("key"), Path())
        if faults := [each for each in checked if isinstance(each, Diagnostic)]:
            raise SettingsError(faults)

    @property
    def markup(self) -> MarkupChoice:
        """What happens to markup that leaflet does not read."""
        return MarkupChoice(self.strip, self.allow)

    def paper_for(self, kind: str) -> str:
        """The paper of a kind: of the command line or environment, its own, or that of all."""
        own, given = self.overrides.get(kind), self.given.get("print.paper")
        is_chosen = given is not None and not given.file
        return own.paper.lower() if own and own.paper and not is_chosen else self.paper


def load(
    flags: Mapping[str, object],
    environ: Mapping[str, str] = os.environ,
    folder: Path | None = None,
) -> Settings:
    """The settings that apply in ``folder`` (default: the current one).

    ``flags`` holds, by field name, what the command line gave and nothing else. Raises
    SettingsError with every unknown key, every value of a wrong type, and a logo or a font that
    cannot be used; and where the project belongs to another user.
    """
    here = folder or Path.cwd()
    file = toml_file.find(here)
    project = Path(os.path.relpath(file.parent, here)) if file else Path()
    require_trusted(here / project)
    written = toml_file.read(file, str(project / file.name)) if file else ()
    kinds = resources.kind_files(here / project)
    checked = (
        *validate((s for s in written if not s.key.startswith(OWN_TABLES)), keys(kinds), project),
        *validate(variables(environ, _by("variable"), PREFIX), _by("variable"), Path()),
    )
    valid = [each for each in checked if isinstance(each, Validated)]
    brand = Brand(**_table(valid, "brand"))
    own = read_own_tables(written, here / project)
    wrong = (each for each in checked if isinstance(each, Diagnostic))
    if faults := [*wrong, *_logo_faults(brand, here / project, valid), *own.faults]:
        raise SettingsError(faults)
    given = {each.key: each for each in written} | {each.key: each.given for each in valid}
    given |= {_KEYS[name]: RawSetting(f"--{name}", flags[name]) for name in flags}
    values = {each.name: each.value for each in valid if each.table in _TABLES}
    return Settings(
        project=project,
        brand=brand,
        limits=Limits(**_table(valid, "limits")),
        fonts=own.fonts,
        papers=own.papers,
        overrides={k: KindOverrides(**rows) for k in kinds if (rows := _table(valid, k))},
        given=given,
        **{"output": project / Settings().output, **values, **flags, **_stacked(valid, flags)},
    )


def _stacked(valid: Iterable[Validated], flags: Mapping[str, Any]) -> Mapping[str, Names]:
    """The styles: those of the environment or the command line on top of the project's own."""
    named = [each for each in valid if each.key == "print.styles"]
    own = next((each.value for each in named if each.given.file), ())
    chosen = next((each.value for each in named if not each.given.file), ())
    return {"styles": stack_styles(own, flags.get("styles", chosen))}


def stack_styles(own: Names, chosen: Names) -> Names:
    """Styles on top of those of a project; ``default`` among them takes the project's away."""
    return chosen if "default" in chosen else tuple(dict.fromkeys((*own, *chosen)))


def _logo_faults(brand: Brand, project: Path, valid: list[Validated]) -> Iterator[Diagnostic]:
    given = {each.key: each.given for each in valid}
    for key, message, hint in logo_problems(brand, project):
        yield fault("bad-logo", message, given[key], hint)


def keys(kinds: Iterable[str]) -> Known:
    """Every setting of ``leaflet.toml`` by its dotted key, in the order of the tables."""
    overrides = (kind_overrides.keys_of(kind) for kind in kinds)
    own = {field.metadata["key"]: field for each in (Brand, Limits) for field in fields(each)}
    return {**own, **_by("key"), **{key: f for found in overrides for key, f in found.items()}}


def _table(valid: Iterable[Validated], table: str) -> dict[str, Any]:
    return {each.name: each.value for each in valid if each.table == table}


def _by(way: str) -> Known:
    """The fields that can be set by their ``key``, or by their ``variable``."""
    return {f.metadata[way]: f for f in fields(Settings) if f.metadata.get(way)}


_TABLES = ("print", "sources", "check", "catalogue", "markdown")
"""The tables whose keys are fields of Settings."""

_KEYS = {field.name: key for key, field in _by("key").items()}
