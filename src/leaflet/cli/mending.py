"""``leaflet check --fix``: certain corrections, shown, asked for, and only then made."""

from collections.abc import Iterable
from pathlib import Path

import click

from leaflet import files
from leaflet.cli.progress import progress
from leaflet.cli.screen import say
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic
from leaflet.errors import SettingsError
from leaflet.files import PIPE
from leaflet.sources import Found


def mend_all(found: Iterable[Found], chosen: Settings, *, unasked: bool) -> None:
    """Show what would be corrected as a diff, and write it if the user says yes.

    With ``unasked`` it is written without a question. Each file is written whole or not at all.
    """
    mended, corrections = _mended(tuple(found), chosen)
    if not mended:
        say("nothing to correct that is certain")
        return
    told = f"Write {_many(corrections, 'correction')} into {_many(len(mended), 'file')}?"
    if not unasked and not click.confirm(told, err=True):
        say("nothing was written")
        return
    for path, data in mended.items():
        files.write(path, data)
    say(f"{_many(corrections, 'correction')} written into {_many(len(mended), 'file')}")


def _mended(found: tuple[Found, ...], chosen: Settings) -> tuple[dict[Path, bytes], int]:
    """The files that change, as they will be, and how many corrections that are; shows each."""
    from leaflet.batch.lint_pool import fix_files  # noqa: PLC0415

    if any(each.path == PIPE for each in found):
        raise SettingsError.of("bad-source", "standard input cannot be corrected; name a file")
    changed: dict[Path, bytes] = {}
    corrections = 0
    with progress(len(found), "reading", quiet=chosen.quiet) as step:
        for each, result in zip(found, fix_files(found, chosen), strict=True):
            if isinstance(result, Diagnostic):
                say(result)
            elif result.count:
                changed[each.path] = result.data
                corrections += result.count
                click.echo(result.diff, nl=False)
            step()
    return changed, corrections


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
