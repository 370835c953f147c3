"""``leaflet check --fix``: safe fixes are shown, confirmed and only then written."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from leaflet.cli.progress import progress_bar
from leaflet.cli.screen import plural
from leaflet.cli.terminal import echo, say
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic
from leaflet.errors import SettingsError
from leaflet.files import PIPE
from leaflet.files.rewriting import rewrite
from leaflet.output.report import Exit
from leaflet.sources import find_monographs
from leaflet.sources.ignored import Ignored

if TYPE_CHECKING:
    from leaflet.lint.autofix import FixedFile


def fix_all(sources: Sequence[Path], settings: Settings, *, ask: bool) -> Exit:
    """Show what would be fixed as a diff, ask if that is wanted, and write it.

    Each file is written whole or not at all. Returns the exit code: FINDINGS if a file could not be
    fixed or written. Raises SettingsError for standard input; NothingMatched; OSError.
    """
    if PIPE in sources:
        raise SettingsError.of("bad-source", "standard input cannot be fixed; name a file")
    fixed, refused = _fixed(sources, settings)
    if not fixed:
        say("no safe fixes")
        return Exit.FINDINGS if refused else Exit.DONE
    counts = [plural(sum(each.count for each in fixed.values()), "change")]
    if ask and not click.confirm(f"Write {counts[0]} to {plural(len(fixed), 'file')}?", err=True):
        say("nothing was written")
        return Exit.DONE
    written = [path for path, each in fixed.items() if _write(path, each)]
    changes = plural(sum(fixed[path].count for path in written), "change")
    say(f"wrote {changes} to {plural(len(written), 'file')}")
    return Exit.FINDINGS if refused or len(written) < len(fixed) else Exit.DONE


def _fixed(sources: Sequence[Path], settings: Settings) -> "tuple[dict[Path, FixedFile], bool]":
    """The files that change, each by its real path, and whether any is refused; shows the diffs."""
    from leaflet.batch.lint_pool import fix_files  # noqa: PLC0415 - loads every rule

    found = find_monographs(sources, Ignored(settings.project, settings.not_sources), say)
    folders = [os.path.realpath(each if each.is_dir() else each.parent) for each in sources]
    changed: dict[Path, FixedFile] = {}
    refused = False
    with progress_bar("checking", quiet=settings.quiet) as progress:
        for number, result in enumerate(fix_files(found, settings)):
            path = found[number].path
            real = Path(os.path.realpath(path))
            if isinstance(result, Diagnostic):
                refused = True
                say(result)
            elif result.count and not any(map(real.is_relative_to, folders)):
                refused = True
                say(_unwritten(path, "is a link that leads out of its folder"))
            elif result.count:
                changed[real] = result
                echo(result.diff, end="")
            if progress:
                progress(number + 1, len(found))
    return changed, refused


def _write(path: Path, fixed: "FixedFile") -> bool:
    try:
        rewrite(path, fixed.before, fixed.data)
    except OSError as error:
        say(_unwritten(path, error.strerror or str(error)))
        return False
    return True


def _unwritten(path: Path, reason: str) -> Diagnostic:
    return Diagnostic.error("not-fixed", reason, str(path), hint="nothing in it was changed")
