"""A summary as one self-contained HTML page, with charts in SVG; it loads nothing."""

from collections.abc import Sequence
from html import escape

from leaflet.diagnostics import Severity
from leaflet.lint.reports.summary import Summary

_STYLE = """
body { font: 16px/1.45 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem;
  color: #1b1b1b; background: #fff }
h1 { font-size: 1.6rem } h2 { font-size: 1.2rem; margin-top: 2rem }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid #ccc }
td.n, th.n { text-align: right }
svg { width: 100%; height: auto } svg text { font-size: 12px; fill: #1b1b1b }
"""
_HEAD = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Proof-reading report</title>
<style>{_STYLE}</style></head><body>
"""
_COLOURS = {"error": "#a4262c", "warning": "#8a5a00", "note": "#2f5f8f"}
_ROW = 20
_LEFT = 210
_WIDE = 460


def as_html(summary: Summary) -> str:
    """The page: how many files are clean, findings by rule, worst files, school grades."""
    bars = [(r.code, r.findings, str(r.severity)) for r in summary.by_rule]
    serious = [bar for bar in bars if bar[2] != Severity.NOTE]
    notes = [bar for bar in bars if bar[2] == Severity.NOTE]
    grades = [(f"grade {grade}", files, "note") for grade, files in summary.grades]
    rows = [(r.code, str(r.severity), r.findings, r.files) for r in summary.by_rule]
    worst = [(w.file, w.errors, w.warnings, w.notes) for w in summary.worst]
    return (
        f"{_HEAD}<h1>Proof-reading report</h1>\n"
        f"<p>{summary.files} files, {summary.clean} without errors or warnings.</p>\n"
        f"<h2>Findings by rule</h2>\n{_chart('Errors and warnings by rule', serious)}\n"
        f"{_chart('Notes by rule', notes)}\n"
        f"{_table(('rule', 'severity', 'findings', 'files'), rows)}\n"
        f"<h2>Worst files</h2>\n{_table(('file', 'errors', 'warnings', 'notes'), worst)}\n"
        "<h2>Reading level</h2>\n"
        "<p>School grade (Flesch-Kincaid); not a proof that people understand a text.</p>\n"
        f"{_chart('Files by school grade', grades)}\n</body></html>\n"
    )


def _chart(title: str, bars: Sequence[tuple[str, int, str]]) -> str:
    """A bar for each (name, number, severity), all on one scale."""
    most = max((number for _, number, _ in bars), default=1)
    height = _ROW * len(bars)
    drawn = "".join(
        f'<text x="{_LEFT - 8}" y="{n * _ROW + 14}" text-anchor="end">{escape(name)}</text>'
        f'<rect fill="{_COLOURS[kind]}" x="{_LEFT}" y="{n * _ROW + 3}" height="{_ROW - 6}"'
        f' width="{max(1, _WIDE * number // most)}"/>'
        f'<text x="{_LEFT + 6 + _WIDE * number // most}" y="{n * _ROW + 14}">{number}</text>'
        for n, (name, number, kind) in enumerate(bars)
    )
    size = f"0 0 {_LEFT + _WIDE + 60} {height}"
    return f'<svg viewBox="{size}" role="img" aria-label="{escape(title)}">{drawn}</svg>'


def _table(heads: Sequence[str], rows: Sequence[Sequence[str | int]]) -> str:
    def cell(tag: str, value: str | int, *, number: bool) -> str:
        return f"<{tag}{' class=n' if number else ''}>{escape(str(value))}</{tag}>"

    numeric = [bool(rows) and isinstance(value, int) for value in (rows[0] if rows else heads)]
    head = "".join(cell("th", h, number=n) for h, n in zip(heads, numeric, strict=True))
    body = "".join(
        f"<tr>{''.join(cell('td', v, number=n) for v, n in zip(row, numeric, strict=True))}</tr>"
        for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
