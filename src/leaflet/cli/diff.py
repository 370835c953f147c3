"""``leaflet diff``: what changed in the monographs since another version."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from leaflet.api.comparing import (
    Comparison,
    Texts,
    compare_texts,
    texts_at,
    texts_in,
    texts_printed,
)
from leaflet.api.writing_changes import write_list
from leaflet.cli import options
from leaflet.cli.progress import progress_bar
from leaflet.cli.screen import plural
from leaflet.cli.terminal import echo, say
from leaflet.config.settings import Settings
from leaflet.diff.file_changes import FileChanges, FileState
from leaflet.diff.model import Change
from leaflet.diff.quote import quote
from leaflet.output.report import Exit

EXAMPLES = """\b
Examples:
  leaflet diff                                    content/ since it was printed into dist/
  leaflet diff old/ new/                          two folders
  leaflet diff amlodipine-2025.md content/amlodipine.md
  leaflet diff --git v1.2..HEAD                   content/ between two revisions
  leaflet diff --git v1.2 drugs/                  drugs/ as it is, since v1.2
  leaflet diff old/ new/ -o changes               also write the list and marked editions

\b
Exit code:
  0    compared, whatever changed
  1    at least one monograph could not be compared
  2    wrong usage or settings
  3    --strict, and something changed
  4    no monograph was found
"""


@click.command(epilog=EXAMPLES)
@click.argument("sources", metavar="[OLD] [NEW]", nargs=-1, type=options.PATH)
@click.option(
    "--git",
    "revisions",
    metavar="A..B",
    help="Compare two revisions of the sources, or one (A) with the files as they are.",
)
@click.option("--all", "everything", is_flag=True, help="Of a folder, list every change.")
@click.option(
    "-o",
    "--output",
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="Also write changes.html, .pdf and .json, and marked editions of what changed, to DIR.",
)
@options.kinds(
    "Mark this kind of document, or compare how it was printed; repeatable. Default: all."
)
@options.styles("Style of the PDFs on top of the default one; repeatable, later ones win.")
@options.paper
@options.output_format("json: what changed, for a program.")
@click.option("--strict", is_flag=True, default=None, help="Exit with code 3 if anything changed.")
@options.quiet
def diff(
    sources: tuple[Path, ...],
    revisions: str | None,
    folder: Path | None,
    **given: Any,
) -> None:
    """Show what changed in monographs, the gravest first.

    Statements are compared by meaning. OLD and NEW are two monographs or two folders of them. One
    alone (default: content/) is compared with what was printed from it last into the output folder,
    or with --git between revisions. Text that only moved, or is wrapped or marked otherwise, is no
    change. Changed numbers, units, negations, populations and frequencies come first, and warnings
    and sections that are gone.
    """
    everything, output_format = given.pop("everything"), given.pop("output_format")
    settings = options.load_settings(given)
    old, new = _versions(sources, revisions, settings)
    with progress_bar("comparing", quiet=settings.quiet) as progress:
        compared = compare_texts(old, new, settings, progress, folder)
    trouble = write_list(compared, compared.summary, folder, settings) if folder else ()
    if output_format == "json":
        echo(json.dumps(compared.as_dict(), ensure_ascii=False, indent=1))
    else:
        in_full = everything or len(old.side) == len(new.side) == 1
        for line in _lines(compared, in_full=in_full):
            echo(line)
    for finding in trouble:
        say(finding)
    if not settings.quiet:
        say(compared.summary)
    raise SystemExit(Exit.FAILED if trouble else _exit_code(compared, strict=settings.strict))


def _versions(
    sources: tuple[Path, ...], revisions: str | None, settings: Settings
) -> tuple[Texts, Texts]:
    report = (lambda _finding: None) if settings.quiet else say
    if revisions is not None:
        before, dots, after = revisions.partition("..")
        if not before or after.startswith("."):
            raise click.UsageError("--git takes A..B, or one revision A.")
        sources = sources or (settings.project / options.CONTENT,)
        old = texts_at(before, sources, settings)
        is_now = texts_in(sources, settings, report) if not dots else None
        return old, is_now or texts_at(after or "HEAD", sources, settings)
    if len(sources) > 2:
        raise click.UsageError("Name OLD and NEW, or one source to compare with what was printed.")
    *before_path, after_path = sources or (settings.project / options.CONTENT,)
    new = texts_in([after_path], settings, report)
    if before_path:
        return texts_in(before_path, settings, report), new
    return texts_printed(new, [after_path], settings), new


def _lines(compared: Comparison, *, in_full: bool) -> Iterator[str]:
    for file in compared.listed:
        yield _head(file)
        for finding in file.findings:
            yield f"  {finding}"
        for change in file.changes if in_full else file.first:
            yield f"{change.statement.line:>6}  {change.kind:<14} {_line(change)}"
        if not in_full and file.others:
            yield f"  {plural(len(file.others), 'other change')}; --all lists them"


def _head(file: FileChanges) -> str:
    state = "" if file.state is FileState.CHANGED else f" [{file.state}]"
    names = dict.fromkeys(each.file for each in (file.old, file.new) if each)
    versions = dict.fromkeys(str(each) for each in (file.old, file.new) if each)
    return f"{file.title}{state}: {' → '.join(versions)} ({' → '.join(names)})"


def _line(change: Change) -> str:
    where = change.statement.where
    words = f"{where}: {quote(change.runs)}" if where else quote(change.runs)
    return f"{words} (and {change.others} more)" if change.others else words


def _exit_code(compared: Comparison, *, strict: bool) -> Exit:
    if any(each.is_failed for each in compared.files):
        return Exit.FAILED
    return Exit.FINDINGS if strict and compared.listed else Exit.DONE
