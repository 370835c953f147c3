"""``leaflet build``: print monographs as PDFs."""

from pathlib import Path

import click

from leaflet.api.building import run_build
from leaflet.cli import options
from leaflet.cli.screen import make_screen
from leaflet.config.settings import Progress
from leaflet.job import Standard

EXAMPLES = """\b
Examples:
  leaflet build                                   everything in content/ into dist/
  leaflet build one.md -k patient -o one.pdf      one leaflet
  leaflet build drugs -s large-print --paper letter --report receipt.json
  leaflet build --only-failed --timeout 300       retry, with more time
  cat one.md | leaflet build - -k clinician -o - > one.pdf

\b
Exit code:
  0    everything was printed, or is up to date
  1    at least one document failed; all others were printed
  2    wrong usage or settings, or a kind that cannot be printed
  3    --strict, and there were warnings
  4    no monograph was found
  130  interrupted; all PDFs are intact
"""


@click.command(epilog=EXAMPLES)
@options.sources
@click.option(
    "-o",
    "--output",
    metavar="DIR",
    type=options.PATH,
    help="Output folder. For a single document also a .pdf file, or - for standard output. "
    "Default: dist.",
)
@options.kinds("Kind of document: patient, clinician or your own; repeatable. Default: all.")
@options.styles("Style on top of the default one; repeatable, later ones win.")
@options.paper
@options.order
@click.option(
    "--standard",
    # As plain texts: of an enumeration, click would offer the names in the code.
    type=click.Choice([each.value for each in Standard]),
    callback=lambda _context, _option, value: value and Standard(value),
    help="PDF standard: ua-1 is accessible, ua-1+a-2a also archivable. Default: ua-1.",
)
@click.option(
    "-j",
    "--jobs",
    metavar="N",
    type=options.COUNT,
    help="Number of worker processes. Default: one per CPU.",
)
@options.timeout
@options.memory
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="Print on the Dask cluster at ADDRESS, such as tcp://HOST:8786; see docs/scaling.md.",
)
@click.option("--force/--no-force", default=None, help="Reprint unchanged documents.")
@click.option(
    "--only-failed/--no-only-failed",
    default=None,
    help="Only print documents that failed the last time.",
)
@click.option(
    "--prune/--no-prune", default=None, help="Remove PDFs whose monographs no longer exist."
)
@click.option(
    "--catalogue/--no-catalogue",
    default=None,
    help="Write index.html, a searchable page of all medicines. Default: on.",
)
@click.option(
    "--report",
    metavar="FILE",
    type=options.PATH,
    help="Write a receipt of the run: JSON, or JUnit XML if FILE ends in .xml.",
)
@click.option(
    "--progress",
    type=click.Choice([each.value for each in Progress]),
    callback=lambda _context, _option, value: value and Progress(value),
    help="auto: a bar on a terminal; plain: lines; json: a line of JSON per document. "
    "Default: auto.",
)
@click.option("-x/ ", "--fail-fast/--no-fail-fast", default=None, help="Stop at the first failure.")
@click.option("--strict/--no-strict", default=None, help="Exit with code 3 if there are warnings.")
@options.quiet
@click.option(
    "-v", "--verbose", count=True, help="Report each document; -vv also shows tracebacks."
)
def build(sources: tuple[Path, ...], **given: object) -> None:
    """Print monographs as PDFs, one per kind of reader.

    SOURCE is a monograph, a folder of monographs, or - for standard input; default: content/.
    Folders are searched for *.md and *.markdown at any depth; hidden files and READMEs are
    skipped. Only what has changed since the last run is printed: the monograph, its pictures,
    templates, styles, settings, leaflet itself, or the PDF.

    Every option can also be set in the environment, as LEAFLET_<NAME>, or in the table [print] of
    leaflet.toml (kinds, styles, paper, output, ...). Options override the environment, which
    overrides the file.
    """
    settings = options.load_settings(given)
    screen = make_screen(settings)
    with options.sigterm_as_ctrl_c(), screen.shown():
        named = sources or (settings.project / options.CONTENT,)
        report = run_build(named, settings, screen, may_fork=True)
    screen.end(report)
    raise SystemExit(report.exit_code)
