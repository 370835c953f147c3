"""What the public functions take: sources, and options, which become settings."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypedDict, get_type_hints

from leaflet.config import settings
from leaflet.config.settings import Settings
from leaflet.config.toml_file import RawSetting
from leaflet.errors import SettingsError
from leaflet.job import Standard
from leaflet.resources import shipped

PathArgument = str | os.PathLike[str]

Progress = Callable[[int, int], None]
"""Is called after each step, with how many are done and how many there are in all."""


class Options(TypedDict, total=False):
    """The options of every function.

    ``project`` is a folder: its ``leaflet.toml``, or the nearest one in a folder above, its
    ``templates/``, ``styles/`` and ``locale/`` are used. Without it, leaflet's own defaults are.
    """

    project: PathArgument


class LookOptions(Options, total=False):
    """How documents look: ``--style``, ``--paper``, ``--order`` and ``--standard`` of ``build``.

    ``styles`` go on top of the project's; ``default`` among them takes the project's away.
    """

    styles: Sequence[str]
    paper: str
    order: str
    standard: str


class WorkerOptions(Options, total=False):
    """How many processes work, and when a document is stopped.

    ``jobs`` 0 means one per CPU; ``timeout`` is in seconds and ``memory`` in megabytes, each for
    one document, 0 for no limit.
    """

    jobs: int
    timeout: float
    memory: int


class BuildOptions(LookOptions, WorkerOptions, total=False):
    """The options of ``leaflet build`` that have the same names there."""

    kinds: Sequence[str]
    scheduler: str
    force: bool
    only_failed: bool
    prune: bool
    catalogue: bool
    report: PathArgument
    fail_fast: bool
    strict: bool


class CheckOptions(WorkerOptions, total=False):
    """Which rules are run, by their codes: ``--select`` and ``--ignore`` of ``leaflet check``."""

    select: Sequence[str]
    ignore: Sequence[str]


class CompareOptions(LookOptions, WorkerOptions, total=False):
    """The options of ``leaflet diff`` that have the same names there."""

    kinds: Sequence[str]


def settings_from(options: Mapping[str, Any], allowed: type) -> Settings:
    """The settings that options of the type ``allowed`` make.

    Neither the environment nor, without ``project``, the current folder has a say. Raises
    TypeError for an unknown option, SettingsError for a value or a project that cannot be used.
    """
    unknown = sorted(options.keys() - get_type_hints(allowed).keys())
    if unknown:
        raise TypeError(f"unknown option: {', '.join(unknown)}")
    values = {name: _CONVERT.get(name, _same)(value) for name, value in options.items()}
    project = values.pop("project", None)
    base = _load(project) if project else Settings(project=shipped())
    if "styles" in values:
        values["styles"] = settings.stack_styles(base.styles, values["styles"])
    if "paper" in values:
        values["given"] = {**base.given, "print.paper": RawSetting("paper", values["paper"])}
    return replace(base, **values)


def paths(sources: PathArgument | Iterable[PathArgument]) -> tuple[Path, ...]:
    """Files and folders. Raises ValueError where the text of a monograph was given as one."""
    given = [sources] if isinstance(sources, str | os.PathLike) else [*sources]
    for each in given:
        if "\n" in os.fspath(each):
            raise ValueError(f"{os.fspath(each)[:80]!r} is not the path of a file or folder")
    return tuple(map(Path, given))


def _load(project: Path) -> Settings:
    if not project.is_dir():
        raise SettingsError.of("no-project", "there is no such folder", file=str(project))
    loaded = settings.load({}, {}, project.absolute())
    output, report = project / loaded.output, loaded.report and project / loaded.report
    return replace(loaded, project=project / loaded.project, output=output, report=report)


def _names(value: str | Iterable[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _standard(value: str) -> Standard:
    try:
        return Standard(value)
    except ValueError:
        known = " or ".join(f'"{each}"' for each in Standard)
        message = f"standard takes {known}, not {value!r}"
        raise SettingsError.of("bad-setting", message) from None


def _same(value: Any) -> Any:
    return value


_CONVERT: Mapping[str, Callable[[Any], Any]] = {
    **dict.fromkeys(("kinds", "styles", "select", "ignore"), _names),
    **dict.fromkeys(("project", "report"), Path),
    "standard": _standard,
}
