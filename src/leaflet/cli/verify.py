"""``leaflet verify``: is what was printed earlier still what the monographs say?"""

import json
from collections import Counter
from pathlib import Path

import click

from leaflet.cli.progress import progress
from leaflet.cli.screen import say, styled
from leaflet.config import settings
from leaflet.diagnostics import Diagnostic
from leaflet.errors import SettingsError
from leaflet.output.report import Exit

EXAMPLES = """\b
Examples:
  leaflet verify                                  everything in dist/
  leaflet verify archive/2026-03 --format json

\b
Findings:
  changed   a PDF is not the file that was printed
  missing   a PDF that was printed is gone
  foreign   a PDF that leaflet did not print there
  stale     the monograph, its pictures, templates, styles, settings or leaflet have changed since
  unproved  the monograph, or what else is needed for the proof, is not at hand
  others    the proof itself, run again, does not hold

\b
Exit code:
  0  every PDF is proved
  2  wrong usage or settings
  3  there are findings
  4  nothing was printed there
"""


@click.command(epilog=EXAMPLES)
@click.argument("folder", metavar="[DIST]", required=False, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="json: a list of objects with severity, code, message, file, line, column and hint.",
)
@click.option("-q", "--quiet", is_flag=True, default=None, help="Tell findings only.")
def verify(folder: Path | None, form: str, quiet: bool | None) -> None:
    """Prove again that printed PDFs say what their monographs say.

    DIST is a folder that leaflet printed into; default dist/. Each PDF is held against the
    manifest.json there and, where its monograph, templates and styles are at hand and unchanged,
    against those: all checks of `leaflet build` are run on it once more. Nothing is changed.
    """
    # Loads all that the proof needs: not before there is something to prove.
    from leaflet.output.audit import Audit  # noqa: PLC0415

    chosen = settings.load({} if quiet is None else {"quiet": quiet})
    folder = folder or chosen.output
    if folder.is_file():
        raise SettingsError.of("bad-folder", "is a file, not a folder", file=str(folder))
    audit = Audit(folder, chosen)
    codes: Counter[str] = Counter()
    findings: list[Diagnostic] = []
    with progress(audit.total, "proving", quiet=chosen.quiet) as step:
        for audited in audit.results():
            findings += audited.findings
            codes.update({finding.code for finding in audited.findings} or {"proved"})
            step()
    if form == "json":
        click.echo(json.dumps([each.as_dict() for each in findings], ensure_ascii=False, indent=1))
    else:
        for finding in findings:
            click.echo(styled(finding))
    if not chosen.quiet:
        counted = sorted(codes.items(), key=lambda each: (each[0] != "proved", each[0]))
        told = ", ".join(f"{number} {code}" for code, number in counted)
        say(f"{audit.total} PDFs in {folder}: {told}")
    raise SystemExit(Exit.FINDINGS if findings else Exit.DONE)
