"""Every choice of a user, from the command line, the environment and ``leaflet.toml``.

Precedence: flag, environment, project file, default. A new setting is one new field of Settings.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import Field, dataclass, field, fields
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Any

from leaflet import forms, project
from leaflet.diagnostics import Diagnostic, Severity
from leaflet.errors import SettingsError
from leaflet.forms import Form
from leaflet.job import Standard
from leaflet.project import Given
from leaflet.spelling import nearest

PREFIX = "LEAFLET_"


def _choice(form: Form, key: str, default: Any, variable: str = "") -> Any:
    """A field that a user gives as a key of ``[print]``, or by a variable named after it."""
    variable = variable or PREFIX + key.upper().replace("-", "_")
    told = {"form": form, "key": f"print.{key}", "variable": variable}
    return field(default=default, metadata=told)


class Progress(StrEnum):
    """How a run tells how far it is: a bar or lines, whatever can be seen; lines; or JSON lines."""

    AUTO = "auto"
    PLAIN = "plain"
    JSON = "json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The choices in force.

    ``project`` is the folder of ``leaflet.toml``, or the current one; paths are relative to the
    current folder, as a user would type them. No ``kinds`` means every kind there is. Of ``jobs``
    (worker processes) 0 means one a CPU; of ``timeout`` (seconds a document) and ``memory``
    (megabytes a worker) no limit. ``scheduler`` is the address of the Dask cluster that prints
    instead of this machine. ``disclaimer`` holds the words for the foot of each page by language,
    ``{"de": "…"}``.
    """

    kinds: tuple[str, ...] = _choice(forms.NAMES, "kinds", (), "LEAFLET_KIND")
    styles: tuple[str, ...] = _choice(forms.NAMES, "styles", (), "LEAFLET_STYLE")
    paper: str = _choice(forms.TEXT, "paper", "a4")
    output: Path = _choice(forms.PATH, "output", Path("dist"))
    standard: Standard = _choice(forms.one_of(Standard, Standard), "standard", Standard.UA)
    jobs: int = _choice(forms.COUNT, "jobs", 0)
    timeout: float = _choice(forms.NUMBER, "timeout", 60.0)
    memory: int = _choice(forms.COUNT, "memory", 1000)
    scheduler: str = _choice(forms.TEXT, "scheduler", "")
    force: bool = _choice(forms.FLAG, "force", False)
    only_failed: bool = _choice(forms.FLAG, "only-failed", False)
    prune: bool = _choice(forms.FLAG, "prune", False)
    report: Path | None = _choice(forms.PATH, "report", None)
    progress: Progress = _choice(forms.one_of(Progress, Progress), "progress", Progress.AUTO)
    fail_fast: bool = _choice(forms.FLAG, "fail-fast", False)
    strict: bool = _choice(forms.FLAG, "strict", False)
    quiet: bool = _choice(forms.FLAG, "quiet", False)
    verbose: int = _choice(forms.COUNT, "verbose", 0)
    disclaimer: Mapping[str, str] = field(
        default_factory=dict, metadata={"form": forms.TEXTS, "key": "print.disclaimer"}
    )
    select: tuple[str, ...] = field(
        default=(), metadata={"form": forms.NAMES, "key": "check.select"}
    )
    ignore: tuple[str, ...] = field(
        default=(), metadata={"form": forms.NAMES, "key": "check.ignore"}
    )
    severity: Mapping[str, Severity] = field(
        default_factory=dict, metadata={"form": forms.LEVELS, "key": "check.severity"}
    )
    locale: str = field(
        default="en-US",
        metadata={"form": forms.one_of(("en-GB", "en-US"), str), "key": "check.locale"},
    )
    grade: int = field(default=8, metadata={"form": forms.COUNT, "key": "check.grade"})
    """The highest school grade (Flesch-Kincaid) that a section should need."""
    project: Path = Path()


def load(
    flags: Mapping[str, object],
    environ: Mapping[str, str] = os.environ,
    folder: Path | None = None,
) -> Settings:
    """The settings in force in ``folder`` (the current one).

    ``flags`` holds, by field name, what the command line gave and nothing else. Raises
    SettingsError with every unknown key and every value of the wrong form.
    """
    here = folder or Path.cwd()
    file = project.find(here)
    home = Path(os.path.relpath(file.parent, here)) if file else Path()
    written = project.read(file, str(home / file.name)) if file else ()
    faults: list[Diagnostic] = []
    chosen = {
        "project": home,
        "output": home / Settings().output,
        **_understand(written, _by("key"), home, faults),
        **_understand(_variables(environ), _by("variable"), Path(), faults),
        **flags,
    }
    if faults:
        raise SettingsError(faults)
    return Settings(**chosen)


def _by(way: str) -> dict[str, "Field[Any]"]:
    """The fields that a user may give in one way, by the name they have there."""
    return {f.metadata[way]: f for f in fields(Settings) if f.metadata.get(way)}


def _variables(environ: Mapping[str, str]) -> Iterator[Given]:
    """What the environment gives; a variable that is nearly one of ours was meant to be one."""
    known = _by("variable")
    for name, text in environ.items():
        if name in known and text:
            yield Given(name, known[name].metadata["form"].spelt(text))
        elif name.startswith(PREFIX) and name not in known:
            words = (each.removeprefix(PREFIX) for each in known)
            if get_close_matches(name.removeprefix(PREFIX), words, cutoff=0.75):
                yield Given(name, text)


def _understand(
    given: Iterable[Given], known: Mapping[str, "Field[Any]"], base: Path, faults: list[Diagnostic]
) -> dict[str, Any]:
    """Values by field name; what is unknown or of the wrong form joins the faults."""
    chosen = {}
    for each in given:
        if each.key not in known:
            faults.append(_unknown(each, known))
            continue
        form: Form = known[each.key].metadata["form"]
        if form.fits(each.value):
            chosen[known[each.key].name] = form.build(each.value, base)
        else:
            message = f"{each.key} takes {form.words}, not {each.value!r}"
            faults.append(_fault("bad-setting", message, each))
    return chosen


def _unknown(given: Given, known: Iterable[str]) -> Diagnostic:
    message = f'there is no setting "{given.key}"'
    return _fault("unknown-setting", message, given, nearest(given.key, known))


def _fault(code: str, message: str, given: Given, hint: str = "") -> Diagnostic:
    return Diagnostic(Severity.ERROR, code, message, given.file, given.line, hint=hint)
