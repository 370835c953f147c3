"""``leaflet build``: monographs in, PDFs out."""

import gc
from pathlib import Path

import click

from leaflet import files
from leaflet.cli.bounds import COUNT, memory, timeout
from leaflet.cli.run import run, stoppable
from leaflet.config import settings
from leaflet.config.settings import Progress, Settings
from leaflet.edition.edition import EditionKey, design
from leaflet.errors import SettingsError
from leaflet.job import Standard
from leaflet.output import plan
from leaflet.sources import find_monographs
from leaflet.theme.search_path import Theme

PLACE = click.Path(path_type=Path, allow_dash=True)

EXAMPLES = """\b
Examples:
  leaflet build                                   everything in content/ into dist/
  leaflet build one.md -k patient -o one.pdf      one leaflet
  leaflet build drugs -s large-print --paper letter --report receipt.json
  leaflet build --only-failed --timeout 300       once more, with patience
  cat one.md | leaflet build - -k clinician -o - > one.pdf

\b
Exit code:
  0    everything was printed, or had been before
  1    at least one document failed; all the others were printed
  2    wrong usage or settings; nothing was printed
  3    --strict, and there were warnings
  4    no monograph was found
  130  interrupted; whatever was printed is whole
"""


@click.command(epilog=EXAMPLES)
@click.argument("sources", metavar="[SOURCE]...", nargs=-1, type=PLACE)
@click.option(
    "-o",
    "--output",
    metavar="DIR",
    type=PLACE,
    help="Where to print; default dist/. For one document also a .pdf file, or - for "
    "standard output.",
)
@click.option(
    "-k",
    "--kind",
    "kinds",
    metavar="NAME",
    multiple=True,
    help="patient, clinician or one of your own; repeatable. Default: every kind.",
)
@click.option(
    "-s",
    "--style",
    "styles",
    metavar="NAME",
    multiple=True,
    help="A print style on top of the default one; repeatable, later ones win.",
)
@click.option("--paper", metavar="NAME", help="a4 (default), letter or a5.")
@click.option(
    "--standard",
    # As plain texts: of an enumeration, click would offer the names in the code.
    type=click.Choice([each.value for each in Standard]),
    callback=lambda _context, _option, value: value and Standard(value),
    help="ua-1 (default) is accessible; ua-1+a-2a is archivable as well.",
)
@click.option(
    "-j", "--jobs", metavar="N", type=COUNT, help="Worker processes; default 0: one a CPU."
)
@timeout
@memory
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="Let the Dask cluster at tcp://HOST:8786 print; see docs/scaling.md.",
)
@click.option(
    "--force/--no-force", default=None, help="Print also what has not changed since the last time."
)
@click.option(
    "--only-failed/--no-only-failed",
    default=None,
    help="Print nothing but what could not be printed the last time.",
)
@click.option("--prune/--no-prune", default=None, help="Remove the PDFs whose monographs are gone.")
@click.option(
    "--catalogue/--no-catalogue",
    default=None,
    help="Write index.html, a page to search all medicines of the folder; on by default.",
)
@click.option(
    "--report",
    metavar="FILE",
    type=PLACE,
    help="Write the receipt of the run: as JSON, or for JUnit if FILE ends in .xml.",
)
@click.option(
    "--progress",
    type=click.Choice([each.value for each in Progress]),
    callback=lambda _context, _option, value: value and Progress(value),
    help="auto (default): a bar on a terminal; plain: lines; json: a line of JSON a document.",
)
@click.option(
    "-x/ ",
    "--fail-fast/--no-fail-fast",
    default=None,
    help="Stop at the first failure; otherwise a run goes to its end.",
)
@click.option(
    "--strict/--no-strict",
    default=None,
    help="Exit with 3 if there are warnings, after the run has gone to its end.",
)
@click.option("-q", "--quiet", is_flag=True, default=None, help="Tell errors only.")
@click.option("-v", "--verbose", count=True, help="Tell each document; -vv: where code failed.")
def build(sources: tuple[Path, ...], **given: object) -> None:
    """Print monographs as PDFs, one for each kind of reader.

    SOURCE is a monograph, a folder of them, or - for standard input; default content/. Of a folder
    every *.md and *.markdown is taken, at any depth, but hidden files and README files. Into a
    folder, only that is printed which has changed since the last time: monograph, pictures,
    templates, styles, settings, leaflet, or the PDF itself.

    Every option also reads LEAFLET_<NAME> from the environment and a key of the table [print] in
    leaflet.toml (kinds, styles, paper, output, ...). A flag wins over the environment, that over
    the file.
    """
    # Thousands of small values that all live as long as the run: not worth looking through.
    gc.set_threshold(100_000, 50, 100)
    chosen = settings.load(flags_of(given))
    _check_outputs(chosen)
    found = find_monographs(sources or [chosen.project / "content"])
    theme = Theme.of(chosen.project)
    kinds = chosen.kinds or tuple(theme.kinds())
    for name in kinds:
        design(EditionKey(name, chosen.styles, chosen.paper), theme, chosen)
    with stoppable():
        raise SystemExit(run(plan.plan(found, kinds, chosen), chosen))


def flags_of(given: dict[str, object]) -> dict[str, object]:
    """What the command line gave, by field of Settings."""
    counted = {**given, "verbose": given["verbose"] or None}
    flags = {name: value for name, value in counted.items() if value not in (None, ())}
    if "quiet" in flags and "verbose" in flags:
        raise click.UsageError("--quiet and --verbose cannot stand together.")
    if "quiet" in flags or "verbose" in flags:
        flags = {"quiet": False, "verbose": 0, **flags}
    return flags


def _check_outputs(chosen: Settings) -> None:
    if chosen.report is None:
        return
    if chosen.report == chosen.output == files.PIPE:
        raise SettingsError.of("two-outputs", "only one of --output and --report can be -")
    if chosen.report.is_dir():
        raise SettingsError.of("bad-report", f"--report {chosen.report} is a folder, not a file")
