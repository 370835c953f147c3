"""Arguments and options that several commands have, and the settings that options make."""

import signal
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from leaflet.config import settings
from leaflet.config.papers import NAMED
from leaflet.config.settings import Settings
from leaflet.errors import LeafletError
from leaflet.theme.search_path import Theme

CONTENT = Path("content")
"""The folder of a project's monographs."""

PATH = click.Path(path_type=Path, allow_dash=True)
COUNT = click.IntRange(min=0)

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

sources = click.argument("sources", metavar="[SOURCE]...", nargs=-1, type=PATH)

timeout = click.option(
    "--timeout",
    metavar="SECONDS",
    type=click.FloatRange(min=0),
    help="Time limit per document; 0 for none. Default: 60.",
)

memory = click.option(
    "--memory",
    metavar="MB",
    type=COUNT,
    help="Memory limit per document; 0 for none. Default: 1000.",
)


quiet = click.option("-q", "--quiet", is_flag=True, default=None, help="Only report errors.")


def _completion(names: Callable[[], Iterable[str]]) -> Callable[..., list[str]]:
    """What a shell offers for a name that somebody has begun; nothing if the project is faulty."""

    def complete(_context: object, _option: object, incomplete: str) -> list[str]:
        try:
            return sorted(name for name in names() if name.startswith(incomplete.lower()))
        except LeafletError:
            return []

    return complete


def _theme() -> Theme:
    return Theme.of(load_settings({}).project)


def _papers() -> Iterable[str]:
    chosen = load_settings({})
    return (*NAMED, *chosen.papers, *Theme.of(chosen.project).paper_files())


def _rules() -> Iterable[str]:
    from leaflet.lint.registry import BY_CODE  # noqa: PLC0415 - loads every rule

    return BY_CODE


complete_rule = _completion(_rules)

paper = click.option(
    "--paper",
    metavar="NAME",
    help="Paper: a4, letter, a5, a6, a4-landscape, 100x150mm and others. Default: a4.",
    shell_complete=_completion(_papers),
)


order = click.option(
    "--order",
    type=click.Choice(["qrd"]),
    help="qrd: leaflets in the numbered order of the European package leaflet.",
)


def kinds(description: str) -> Decorator:
    """The option ``--kind``, which can be given several times."""
    return _names("-k", "--kind", "kinds", description, lambda: _theme().kinds())


def styles(description: str) -> Decorator:
    """The option ``--style``, which can be given several times."""
    return _names("-s", "--style", "styles", description, lambda: _theme().styles())


def _names(
    short: str, long: str, name: str, description: str, known: Callable[[], Iterable[str]]
) -> Decorator:
    return click.option(
        *(short, long, name),
        metavar="NAME",
        multiple=True,
        help=description,
        shell_complete=_completion(known),
    )


def rules(flag: str, description: str) -> Decorator:
    """An option that takes the code of a rule, and can be given several times."""
    return click.option(
        flag, metavar="CODE", multiple=True, help=description, shell_complete=complete_rule
    )


def output_format(description: str, names: tuple[str, ...] = ("text", "json")) -> Decorator:
    """The option ``--format``; the first of the names is the default."""
    return click.option(
        "--format",
        "output_format",
        type=click.Choice(names),
        default=names[0],
        help=description,
    )


def load_settings(options: Mapping[str, object]) -> Settings:
    """The settings that options, environment and ``leaflet.toml`` make. Raises SettingsError."""
    return settings.load(given(options))


def given(options: Mapping[str, object]) -> dict[str, object]:
    """The options that were given, by field of Settings."""
    flags = {name: value for name, value in options.items() if value not in (None, ())}
    if not flags.get("verbose", True):  # counted, so it is 0 if it was not given
        del flags["verbose"]
    if "quiet" in flags and "verbose" in flags:
        raise click.UsageError("--quiet and --verbose cannot be combined.")
    if "quiet" in flags or "verbose" in flags:
        flags = {"quiet": False, "verbose": 0, **flags}
    return flags


@contextmanager
def sigterm_as_ctrl_c() -> Iterator[None]:
    """Let SIGTERM end a command as Ctrl-C does."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
