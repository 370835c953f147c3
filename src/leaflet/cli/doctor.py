"""``leaflet doctor``: is this machine ready to print?"""

import platform
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import click

from leaflet import __version__, batch
from leaflet.config.settings import Settings
from leaflet.errors import LeafletError
from leaflet.files import PIPE
from leaflet.fonts import families, metrics, native
from leaflet.job import Job, Status
from leaflet.output.report import Exit
from leaflet.theme.search_path import Theme

INSTALL = "make setup, or install {apt} (Debian), {dnf} (Fedora), {apk} (Alpine), {brew} (macOS)"

SAMPLE = """---
title: Test page
---
### Usage
Shows that this machine can print: ≥ 5 mg, 10⁶ and µg.

### Dosage
- **Adults:** none.

### Side Effects
- None are known.
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a check found; ``remedy`` says what to do where it is not well."""

    well: bool
    found: str
    remedy: str = ""


EXAMPLES = """\b
Example:
  leaflet doctor
"""


@click.command(epilog=EXAMPLES)
def doctor() -> None:
    """Say whether this machine is ready to print.

    Looks for the libraries and fonts that printing needs, prints a test page, and tells what to do
    where something is missing. Exit code 0 if all is well, else 1.
    """
    answers = [(name, check()) for name, check in CHECKS]
    width = max(len(name) for name, _ in answers)
    for name, answer in answers:
        mark = click.style("ok", fg="green") if answer.well else click.style("no", fg="red")
        click.echo(f"{mark}  {name:<{width}}  {answer.found}")
        if not answer.well and answer.remedy:
            click.echo(f"    {'':<{width}}  remedy: {answer.remedy}")
    raise SystemExit(Exit.DONE if all(answer.well for _, answer in answers) else Exit.FAILED)


def _python() -> Answer:
    return Answer(True, f"{platform.python_version()} on {platform.platform()}, {sys.executable}")


def _leaflet() -> Answer:
    return Answer(True, f"{__version__} with WeasyPrint {metadata.version('weasyprint')}")


def _pango() -> Answer:
    version = native.pango_version()
    if not version:
        remedy = INSTALL.format(
            apt="libpango-1.0-0 libpangoft2-1.0-0", dnf="pango", apk="pango", brew="pango"
        )
        return Answer(False, "not found; without it nothing can be printed", remedy)
    if native.is_too_old(version):
        told = f"{version}, which is too old; {native.OLDEST_PANGO} or newer is needed"
        return Answer(False, told, "a newer release of this system")
    return Answer(True, version)


def _subsetter() -> Answer:
    if native.load("harfbuzz-subset"):
        return Answer(True, "found")
    remedy = INSTALL.format(
        apt="libharfbuzz-subset0", dnf="harfbuzz", apk="harfbuzz-subset", brew="harfbuzz"
    )
    return Answer(False, "not found; without it a document takes three times as long", remedy)


def _fonts() -> Answer:
    try:
        missing = metrics.uncovered(SAMPLE)
    except (OSError, LeafletError) as error:
        return Answer(False, f"not found: {error}", "install leaflet anew")
    return Answer(not missing, f"{', '.join(families.PINNED)}, pinned", "install leaflet anew")


def _test_page() -> Answer:
    """Print a page of every kind in the default style, as ``leaflet build`` would."""
    with tempfile.TemporaryDirectory() as folder:
        jobs = [
            Job(PIPE, "test page", kind, (), "a4", Path(folder, f"{kind}.pdf"), SAMPLE.encode())
            for kind in Theme.of(Path()).kinds()
        ]
        try:
            outcomes = list(batch.run(jobs, Settings()))
        except LeafletError as error:
            return Answer(False, str(error.diagnostics[0]))
    told = [str(d) for o in outcomes if o.status is Status.FAILED for d in o.diagnostics]
    if told:
        return Answer(False, told[0])
    return Answer(True, f"printed, {sum(outcome.pages for outcome in outcomes)} pages")


CHECKS: tuple[tuple[str, Callable[[], Answer]], ...] = (
    ("leaflet", _leaflet),
    ("Python", _python),
    ("Pango", _pango),
    ("HarfBuzz subsetter", _subsetter),
    ("fonts", _fonts),
    ("test page", _test_page),
)
