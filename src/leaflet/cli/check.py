"""``leaflet check``: what could hurt someone, found before it is printed."""

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from leaflet.cli.mending import mend_all
from leaflet.cli.progress import progress
from leaflet.cli.screen import say, styled
from leaflet.config import settings
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic, Severity
from leaflet.output.report import Exit
from leaflet.sources import Found, find_monographs

if TYPE_CHECKING:
    from leaflet.lint.reports.folder import FileFindings

CONTENT = Path("content")

EXAMPLES = """\b
Examples:
  leaflet check                                   everything in content/
  leaflet check one.md --select no-dose           one rule
  leaflet check --explain no-dose                 what the rule is for
  leaflet check one.md --fix                      show what is certain, ask, and write it
  leaflet check --format sarif > findings.sarif   for a program
  leaflet check --summary --format html > all.html

\b
Exit code:
  0  no errors; with --strict, no warnings either
  2  wrong usage or settings
  3  there are errors; with --strict, errors or warnings
  4  no monograph was found
"""


def _explain(ctx: click.Context, _: click.Parameter, code: str | None) -> None:
    if code is None:
        return
    from leaflet.lint.explain import explain  # noqa: PLC0415

    click.echo(explain(code))
    ctx.exit()


@click.command(epilog=EXAMPLES)
@click.argument("sources", metavar="[SOURCE]...", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github", "sarif", "html"]),
    default="text",
    help="json: a list of objects with file, line, column, severity, code, message and hint; "
    "html: with --summary.",
)
@click.option("--select", metavar="CODE", multiple=True, help="Run this rule only; repeatable.")
@click.option("--ignore", metavar="CODE", multiple=True, help="Leave this rule out; repeatable.")
@click.option("--strict", is_flag=True, default=None, help="Warnings count as errors.")
@click.option("--summary", is_flag=True, help="Print a table of the whole folder instead.")
@click.option("--fix", is_flag=True, help="Show the certain corrections, ask, and write them.")
@click.option("-y", "--yes", is_flag=True, help="With --fix: write without asking.")
@click.option(
    "--explain",
    metavar="CODE",
    is_eager=True,
    expose_value=False,
    callback=_explain,
    help="Say what a rule finds, why, and who asks for it.",
)
@click.option("-q", "--quiet", is_flag=True, default=None, help="Tell findings only.")
def check(
    sources: tuple[Path, ...],
    form: str,
    summary: bool,
    fix: bool,
    yes: bool,
    **flags: object,
) -> None:
    """Proof-read monographs; without --fix nothing is changed.

    SOURCE is a monograph or a folder of monographs; default content/. Rules can be chosen and
    weighed in leaflet.toml, under [check], and waived in a monograph's front matter with a reason.
    """
    # Loads every rule: not before there is something to read.
    from leaflet.cli.formats import FORMATS  # noqa: PLC0415
    from leaflet.lint.check import enabled_rules  # noqa: PLC0415

    chosen = settings.load({name: value for name, value in flags.items() if value})
    if (form == "html" and not summary) or (summary and form in ("github", "sarif")):
        raise click.UsageError(f"--format {form} and --summary do not go together.")
    rules = enabled_rules(chosen)
    found = find_monographs(sources or (chosen.project / CONTENT,))
    if fix:
        mend_all(found, chosen, unasked=yes)
        return
    results = _read(found, chosen, graded=summary)
    findings = [each for result in results for each in result.findings]
    if summary:
        click.echo(_summed_up(results, form))
    elif form == "text":
        for finding in findings:
            click.echo(styled(finding))
    else:
        click.echo(FORMATS[form](findings, rules))
    if not (chosen.quiet or summary):
        say(_counted(len(results), findings))
    raise SystemExit(_exit(findings, strict=chosen.strict))


def _read(found: tuple[Found, ...], chosen: Settings, *, graded: bool) -> "list[FileFindings]":
    from leaflet.batch.lint_pool import check_files  # noqa: PLC0415
    from leaflet.lint.reports.folder import compare  # noqa: PLC0415

    results = []
    with progress(len(found), "reading", quiet=chosen.quiet) as step:
        for result in check_files(found, chosen, graded=graded):
            results.append(result)
            step()
    return compare(results, chosen)


def _summed_up(results: "list[FileFindings]", form: str) -> str:
    from leaflet.lint.reports.html import as_html  # noqa: PLC0415
    from leaflet.lint.reports.summary import as_text, summarise  # noqa: PLC0415

    summary = summarise(results)
    if form == "json":
        return json.dumps(summary.as_dict(), ensure_ascii=False, indent=1)
    return as_html(summary) if form == "html" else as_text(summary)


def _counted(number: int, findings: Sequence[Diagnostic]) -> str:
    counts = Counter(finding.severity for finding in findings)
    told = ", ".join(f"{counts[s]} {s}{'s' * (counts[s] != 1)}" for s in Severity)
    return f"{number} {'file' if number == 1 else 'files'}: {told}"


def _exit(findings: Sequence[Diagnostic], *, strict: bool) -> Exit:
    wanted = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return Exit.FINDINGS if any(f.severity in wanted for f in findings) else Exit.DONE
