"""``leaflet check``: find what could harm a patient before it is printed."""

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from leaflet.api.checking import lint_all
from leaflet.cli import options
from leaflet.cli.fix import fix_all
from leaflet.cli.progress import progress_bar
from leaflet.cli.screen import plural
from leaflet.cli.terminal import echo, say
from leaflet.diagnostics import Diagnostic, Severity
from leaflet.output.report import Exit
from leaflet.sources import find_monographs
from leaflet.sources.ignored import Ignored

if TYPE_CHECKING:
    from leaflet.lint.reports.folder import FileFindings
    from leaflet.lint.text.rule import Rule

EXAMPLES = """\b
Examples:
  leaflet check                                   everything in content/
  leaflet check one.md --select no-dose           one rule
  leaflet check --explain no-dose                 what the rule is for
  leaflet check one.md --fix                      show safe fixes, ask, and write them
  leaflet check --format sarif > findings.sarif   for another program
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
    from leaflet.lint.explain import explain  # noqa: PLC0415 - loads every rule

    echo(explain(code))
    ctx.exit()


@click.command(epilog=EXAMPLES)
@options.sources
@options.output_format(
    "json: a list of objects with file, line, column, severity, code, message and hint. "
    "html: only with --summary.",
    ("text", "json", "github", "sarif", "html"),
)
@click.option("--select", metavar="CODE", multiple=True, help="Only run this rule; repeatable.")
@click.option("--ignore", metavar="CODE", multiple=True, help="Skip this rule; repeatable.")
@click.option("--strict", is_flag=True, default=None, help="Treat warnings as errors.")
@click.option("--summary", is_flag=True, help="Print statistics instead of findings.")
@click.option("--fix", is_flag=True, help="Show safe fixes, ask, and write them.")
@click.option("-y", "--yes", is_flag=True, help="With --fix: write without asking.")
@click.option(
    "--explain",
    metavar="CODE",
    is_eager=True,
    expose_value=False,
    callback=_explain,
    help="Explain a rule: what it finds, why, and on whose authority.",
)
@click.option("-q", "--quiet", is_flag=True, default=None, help="Only print findings.")
def check(
    sources: tuple[Path, ...],
    output_format: str,
    summary: bool,
    fix: bool,
    yes: bool,
    **given: object,
) -> None:
    """Check monographs for mistakes that could harm a patient.

    SOURCE is a monograph, a folder of monographs, or - for standard input; default: content/.
    Nothing is changed without --fix. Rules can be configured in the table [check] of leaflet.toml,
    and waived, with a reason, in the front matter of a monograph.
    """
    # Loads every rule: not before there is something to read.
    from leaflet.lint.check import enabled_rules  # noqa: PLC0415

    settings = options.load_settings(given)
    if output_format in (("github", "sarif") if summary else ("html",)):
        how = "with" if summary else "without"
        raise click.UsageError(f"--format {output_format} cannot be used {how} --summary.")
    rules = enabled_rules(settings)
    sources = sources or (settings.project / options.CONTENT,)
    if fix:
        raise SystemExit(fix_all(sources, settings, ask=not yes))
    found = find_monographs(sources, Ignored(settings.project, settings.not_sources), say)
    with progress_bar("checking", quiet=settings.quiet) as progress:
        verdicts = lint_all(found, settings, progress, graded=summary)
    findings = [each for verdict in verdicts for each in verdict.findings]
    if summary:
        echo(_summary(verdicts, output_format))
    else:
        _list(findings, rules, output_format)
    if not (settings.quiet or summary):
        say(_counts(len(verdicts), findings))
    raise SystemExit(_exit_code(findings, strict=settings.strict))


def _list(findings: Sequence[Diagnostic], rules: Sequence["Rule"], output_format: str) -> None:
    from leaflet.cli.formats import FORMATS  # noqa: PLC0415 - loads every rule

    if output_format == "text":
        for finding in findings:
            echo(finding)
    elif text := FORMATS[output_format](findings, rules):
        echo(text)


def _summary(verdicts: "list[FileFindings]", output_format: str) -> str:
    from leaflet.lint.reports.html import as_html  # noqa: PLC0415
    from leaflet.lint.reports.summary import as_text, summarise  # noqa: PLC0415

    summary = summarise(verdicts)
    if output_format == "json":
        return json.dumps(summary.as_dict(), ensure_ascii=False, indent=1)
    if output_format == "html":  # in any encoding the same
        return as_html(summary).encode("ascii", "xmlcharrefreplace").decode()
    return as_text(summary)


def _counts(number: int, findings: Sequence[Diagnostic]) -> str:
    counts = Counter(finding.severity for finding in findings)
    return f"{plural(number, 'file')}: {', '.join(plural(counts[s], s) for s in Severity)}"


def _exit_code(findings: Sequence[Diagnostic], *, strict: bool) -> Exit:
    serious = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return Exit.FINDINGS if any(f.severity in serious for f in findings) else Exit.DONE
