"""``leaflet verify``: do printed PDFs still say what the monographs say?"""

import json
from pathlib import Path

import click

from leaflet.api.verifying import verify_folder
from leaflet.cli import options
from leaflet.cli.progress import progress_bar
from leaflet.cli.screen import plural
from leaflet.cli.terminal import echo, say
from leaflet.output.report import Exit

EXAMPLES = """\b
Examples:
  leaflet verify                                  everything in dist/
  leaflet verify archive/2026-03 --format json

\b
Findings:
  changed   the PDF is not the file that was printed
  missing   a PDF that was printed no longer exists
  foreign   leaflet did not print this PDF here
  stale     the monograph, its pictures, templates, styles, settings or leaflet have changed
  unproved  the monograph, or something else that the proof needs, is not available
  other     the proof itself failed when it was run again

\b
Exit code:
  0  every PDF is proved
  2  wrong usage or settings
  3  there are findings
  4  nothing was printed there
"""


@click.command(epilog=EXAMPLES)
@click.argument("folder", metavar="[DIST]", required=False, type=click.Path(path_type=Path))
@options.output_format(
    "json: a list of objects with severity, code, message, file, line, column and hint."
)
@click.option("-q", "--quiet", is_flag=True, default=None, help="Only print findings.")
def verify(folder: Path | None, output_format: str, quiet: bool | None) -> None:
    """Check that printed PDFs still say what their monographs say.

    DIST is a folder that leaflet printed into; default: dist. Each PDF is compared with the
    manifest.json there. If its monograph, templates and styles are available and unchanged, all
    checks of `leaflet build` are run again. Nothing is changed.
    """
    settings = options.load_settings({"quiet": quiet})
    folder = folder or settings.output
    with progress_bar("verifying", quiet=settings.quiet) as progress:
        verified = verify_folder(folder, settings, progress)
    findings = verified.diagnostics
    if output_format == "json":
        echo(json.dumps([each.as_dict() for each in findings], ensure_ascii=False, indent=1))
    else:
        for finding in findings:
            echo(finding)
    if not settings.quiet:
        counts = sorted(verified.counts.items(), key=lambda each: (each[0] != "proved", each[0]))
        text = ", ".join(f"{number} {code}" for code, number in counts)
        say(f"{plural(verified.total, 'PDF')} in {folder}: {text}")
    raise SystemExit(Exit.DONE if verified.passed else Exit.FINDINGS)
