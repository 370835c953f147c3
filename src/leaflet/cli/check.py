"""``leaflet check``: find what could harm a patient before it is printed."""

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from leaflet.api.checking import lint_all, unknown_only
from leaflet.api.comparing import Texts, texts_at, texts_in
from leaflet.cli import options
from leaflet.cli.fix import fix_all
from leaflet.cli.listing import View, show
from leaflet.cli.progress import progress_bar
from leaflet.cli.screen import plural
from leaflet.cli.terminal import echo, say
from leaflet.config.settings import Settings
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
  leaflet check --all                             with all notes
  leaflet check one.md --select no-dose           one rule
  leaflet check --explain no-dose                 what the rule is for
  leaflet check one.md --fix                      show safe fixes, ask, and write them
  leaflet check --format sarif > findings.sarif   for another program
  leaflet check --summary --format html > all.html
  leaflet check --since v1.2                      what has changed since, and how
  leaflet check --baseline known.json             only what is new since known.json was written

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
@options.rules("--select", "Only run this rule; repeatable.")
@options.rules("--ignore", "Skip this rule; repeatable.")
@click.option(
    "--severity",
    "least",
    type=click.Choice([each.value for each in Severity]),
    callback=lambda _context, _option, value: value and Severity(value),
    help="List findings of this severity and above. Default: note; of a folder, warning.",
)
@click.option("--all", "everything", is_flag=True, help="List all findings: --severity note.")
@click.option(
    "--baseline",
    metavar="FILE",
    type=options.PATH,
    help="Only report what is not in FILE. If there is no FILE, report everything and write it to "
    "FILE for the next run.",
)
@click.option(
    "--since",
    metavar="OLD",
    help="Only check what has changed since OLD, a folder, a file or a revision in git, and what "
    "changed: a dose tenfold, a warning that is gone, the same version.",
)
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
    shell_complete=options.complete_rule,
    help="Explain a rule: what it finds, why, and on whose authority.",
)
@options.quiet
def check(
    sources: tuple[Path, ...],
    output_format: str,
    summary: bool,
    fix: bool,
    **given: Any,
) -> None:
    """Check monographs for mistakes that could harm a patient.

    SOURCE is a monograph, a folder of monographs, or - for standard input; default: content/. Of a
    folder, errors and warnings are listed, and all findings counted by rule; warnings of a rule
    that speaks in more than half of its files are one line. What would stop `leaflet build` before
    a page is laid out, such as a missing picture, is found as well.

    Nothing is changed without --fix. Rules can be configured in the table [check] of leaflet.toml,
    and waived, with a reason, in the front matter of a monograph.
    """
    # Loads every rule: not before there is something to read.
    from leaflet.lint.check import enabled_rules  # noqa: PLC0415

    yes, since = given.pop("yes"), given.pop("since")
    least = Severity.NOTE if given.pop("everything") else given["least"]
    del given["least"]
    settings = options.load_settings(given)
    _refuse_format(output_format, summary=summary)
    rules = enabled_rules(settings)
    sources = sources or (settings.project / options.CONTENT,)
    if fix:
        raise SystemExit(fix_all(sources, settings, ask=not yes))
    verdicts, about_known = _read(sources, settings, graded=summary, since=since)
    is_folder = any(map(Path.is_dir, sources)) and not given["select"]
    view = View(least) if least else _usual_view(settings, output_format, is_folder=is_folder)
    if summary:
        echo(_summary(verdicts, output_format))
    else:
        _list(verdicts, view, rules, output_format)
    findings = [each for verdict in verdicts for each in verdict.findings]
    if not settings.quiet:
        _say_lines("" if summary else _counts(len(verdicts), findings, view), about_known)
    raise SystemExit(_exit_code(findings, strict=settings.strict))


def _refuse_format(output_format: str, *, summary: bool) -> None:
    if output_format in (("github", "sarif") if summary else ("html",)):
        how = "with" if summary else "without"
        raise click.UsageError(f"--format {output_format} cannot be used {how} --summary.")


def _since(old: str, sources: Sequence[Path], settings: Settings) -> Texts:
    """The older version: a path, or else a revision. Raises SettingsError, NothingMatched."""
    return (
        texts_in([Path(old)], settings) if Path(old).exists() else texts_at(old, sources, settings)
    )


def _read(
    sources: Sequence[Path], settings: Settings, *, graded: bool, since: str | None
) -> "tuple[list[FileFindings], str]":
    """What is found, less what the baseline knows, and what to say about that."""
    report = (lambda _finding: None) if settings.quiet else say
    found = find_monographs(sources, Ignored(settings.project, settings.not_sources), report)
    old = _since(since, sources, settings) if since else None
    with progress_bar("checking", quiet=settings.quiet) as progress:
        verdicts = lint_all(found, settings, progress, graded=graded, since=old)
    return unknown_only(verdicts, settings)


def _usual_view(settings: Settings, output_format: str, *, is_folder: bool) -> View:
    """How findings are listed if nobody says so; programs that read them get all."""
    if output_format in ("json", "sarif"):
        return View(Severity.NOTE)
    if settings.quiet:
        return View(Severity.WARNING if settings.strict else Severity.ERROR)
    return View(Severity.WARNING, in_short=True) if is_folder else View(Severity.NOTE)


def _list(
    verdicts: "list[FileFindings]", view: View, rules: Sequence["Rule"], output_format: str
) -> None:
    from leaflet.cli.formats import FORMATS  # noqa: PLC0415 - loads every rule

    if output_format == "text":
        show(verdicts, view)
    elif text := FORMATS[output_format](view.listed(verdicts), rules):
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


def _counts(number: int, findings: Sequence[Diagnostic], view: View) -> str:
    counts = Counter(finding.severity for finding in findings)
    line = f"{plural(number, 'file')}: {', '.join(plural(counts[s], s) for s in Severity)}"
    hides = view.in_short and counts[Severity.NOTE]
    return f"{line}; --all lists every finding" if hides else line


def _say_lines(*lines: str) -> None:
    for line in filter(None, lines):
        say(line)


def _exit_code(findings: Sequence[Diagnostic], *, strict: bool) -> Exit:
    serious = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return Exit.FINDINGS if any(f.severity in serious for f in findings) else Exit.DONE
