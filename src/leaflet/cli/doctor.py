"""``leaflet doctor``: check that this machine can print."""

import platform
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click

from leaflet import __version__, batch
from leaflet.cli.terminal import coloured, echo
from leaflet.config.ownership import require_trusted
from leaflet.config.settings import Settings
from leaflet.distributions import version
from leaflet.errors import LeafletError
from leaflet.files import PIPE
from leaflet.fonts import families, metrics, native
from leaflet.job import Job, Status
from leaflet.output.report import Exit
from leaflet.theme.search_path import Theme

INSTALL = (
    "Run `make setup`, or install {apt} (Debian), {dnf} (Fedora), {apk} (Alpine) or {brew} (macOS)."
)
REINSTALL = "Reinstall leaflet."

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
class CheckResult:
    """What a check found; ``fix`` says what to do if it is not ``ok``."""

    ok: bool
    found: str
    fix: str = ""


EXAMPLES = """\b
Example:
  leaflet doctor
"""


@click.command(epilog=EXAMPLES)
def doctor() -> None:
    """Check that this machine can print.

    Looks for the libraries and fonts that leaflet needs, prints a test page, and explains how to
    fix what is wrong. The exit code is 0 if everything is fine, 1 if not.
    """
    require_trusted(Path())  # the test page is printed with the templates of this folder
    results = [(name, check()) for name, check in CHECKS]
    width = max(len(name) for name, _ in results)
    for name, result in results:
        mark = coloured("ok", "green") if result.ok else coloured("no", "red")
        echo(mark, f"  {name:<{width}}  {result.found}")
        if not result.ok and result.fix:
            echo(f"    {'':<{width}}  fix: {result.fix}")
    raise SystemExit(Exit.DONE if all(result.ok for _, result in results) else Exit.FAILED)


def _python() -> CheckResult:
    return CheckResult(
        True, f"{platform.python_version()} on {platform.platform()}, {sys.executable}"
    )


def _leaflet() -> CheckResult:
    return CheckResult(True, f"{__version__} with WeasyPrint {version('weasyprint')}")


def _pango() -> CheckResult:
    version = native.pango_version()
    if not version:
        fix = INSTALL.format(
            apt="libpango-1.0-0 libpangoft2-1.0-0", dnf="pango", apk="pango", brew="pango"
        )
        return CheckResult(False, "not found; nothing can be printed without it", fix)
    if native.is_too_old(version):
        found = f"{version} is too old; {native.OLDEST_PANGO} or newer is needed"
        return CheckResult(False, found, "Upgrade to a newer release of this system.")
    return CheckResult(True, version)


def _subsetter() -> CheckResult:
    if native.load("harfbuzz-subset"):
        return CheckResult(True, "found")
    fix = INSTALL.format(
        apt="libharfbuzz-subset0", dnf="harfbuzz", apk="harfbuzz-subset", brew="harfbuzz"
    )
    return CheckResult(False, "not found; documents take three times as long without it", fix)


def _fonts() -> CheckResult:
    try:
        missing = metrics.uncovered(SAMPLE)
    except (OSError, LeafletError) as error:
        return CheckResult(False, f"not found: {error}", REINSTALL)
    return CheckResult(not missing, f"{', '.join(families.PINNED)}, pinned", REINSTALL)


def _test_page() -> CheckResult:
    """Print a document of every kind in the default style, as ``leaflet build`` does."""
    with tempfile.TemporaryDirectory() as folder:
        jobs = [
            Job(PIPE, "test page", kind, (), "a4", Path(folder, f"{kind}.pdf"), SAMPLE.encode())
            for kind in Theme.of(Path()).kinds()
        ]
        try:
            outcomes = list(batch.run(jobs, Settings()))
        except LeafletError as error:
            return CheckResult(False, str(error.diagnostics[0]))
    findings = [str(d) for o in outcomes if o.status is Status.FAILED for d in o.diagnostics]
    if findings:
        return CheckResult(False, findings[0])
    return CheckResult(True, f"printed, {sum(outcome.pages for outcome in outcomes)} pages")


CHECKS: tuple[tuple[str, Callable[[], CheckResult]], ...] = (
    ("leaflet", _leaflet),
    ("Python", _python),
    ("Pango", _pango),
    ("HarfBuzz subsetter", _subsetter),
    ("fonts", _fonts),
    ("test page", _test_page),
)
