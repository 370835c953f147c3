"""``leaflet check --fix``: safe fixes are shown, confirmed and only then written."""

from collections.abc import Sequence
from pathlib import Path

import click

from leaflet import files
from leaflet.cli.progress import progress_bar
from leaflet.cli.screen import plural
from leaflet.cli.terminal import echo, say
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic
from leaflet.errors import SettingsError
from leaflet.files import PIPE
from leaflet.sources import Found


def fix_all(found: Sequence[Found], settings: Settings, *, ask: bool) -> None:
    """Show what would be fixed as a diff, ask if that is wanted, and write it.

    Each file is written whole or not at all. Raises SettingsError for standard input; OSError.
    """
    if any(each.path == PIPE for each in found):
        raise SettingsError.of("bad-source", "standard input cannot be fixed; name a file")
    fixed, count = _fixed(found, settings)
    if not fixed:
        say("no safe fixes")
        return
    changes, into = plural(count, "change"), plural(len(fixed), "file")
    if ask and not click.confirm(f"Write {changes} to {into}?", err=True):
        say("nothing was written")
        return
    for path, data in fixed.items():
        files.write(path, data)
    say(f"wrote {changes} to {into}")


def _fixed(found: Sequence[Found], settings: Settings) -> tuple[dict[Path, bytes], int]:
    """The new contents of files that change, and the number of fixes; shows each as a diff."""
    from leaflet.batch.lint_pool import fix_files  # noqa: PLC0415 - loads every rule

    changed: dict[Path, bytes] = {}
    count = 0
    with progress_bar("checking", quiet=settings.quiet) as progress:
        for number, result in enumerate(fix_files(found, settings)):
            if isinstance(result, Diagnostic):
                say(result)
            elif result.count:
                changed[found[number].path] = result.data
                count += result.count
                echo(result.diff, end="")
            if progress:
                progress(number + 1, len(found))
    return changed, count
