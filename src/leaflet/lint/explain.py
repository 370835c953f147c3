"""Rules in words: for ``leaflet check --explain`` and, as a whole, for ``docs/checks.md``."""

from collections.abc import Iterator

from leaflet.config.suggest import nearest
from leaflet.errors import SettingsError
from leaflet.lint.registry import BY_CODE, TABLES
from leaflet.lint.text.rule import Rule

_INTRODUCTION = """# What `leaflet check` looks for

This page is made from the rules themselves: `make checks` writes it anew, and a test tells when it
is out of date. `leaflet check --explain CODE` prints one rule. A rule marked *not printed* stops
`leaflet build`, and can be neither waived nor made less of. All others can be given another
severity or left out in `leaflet.toml`, and waived, with a reason, in a monograph's front matter;
`leaflet build` prints the monograph all the same, and keeps what is an error here as a warning in
its receipt.
"""


def explain(code: str) -> str:
    """A rule in words: what, why, who says so, examples. Raises SettingsError for no rule."""
    if code not in BY_CODE:
        raise SettingsError.of(
            "unknown-rule", f'there is no rule "{code}"', hint=nearest(code, BY_CODE)
        )
    rule = BY_CODE[code]
    parts = [
        f"{rule.severity}[{rule.code}] {rule.title}",
        "",
        rule.why,
        "",
        f"Source: {rule.source}",
    ]
    for name, lines in _examples(rule):
        parts += ["", f"{name}:", *(f"  {line}" for line in lines)]
    return "\n".join(parts)


def page() -> str:
    """All rules as the page ``docs/checks.md``."""
    parts = [_INTRODUCTION]
    for name, rules in TABLES:
        parts += [f"## {name}\n", "| code | severity | what |", "| --- | --- | --- |"]
        parts += [f"| [{r.code}](#{r.code}) | {r.severity} | {r.title} |" for r in rules]
        parts += ["", *(_entry(rule) for rule in rules)]
    return "\n".join(parts).rstrip() + "\n"


def _entry(rule: Rule) -> str:
    refused = ", *not printed*" if rule.refused else ""
    told = (
        f"### {rule.code}\n\n{_capital(rule.title)} ({rule.severity}{refused}).\n\n{rule.why}\n\n"
    )
    told += f"Source: {rule.source}\n"
    for name, lines in _examples(rule):
        block = "\n".join(lines)
        told += f"\n{name}:\n\n```markdown\n{block}\n```\n"
    return told


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _examples(rule: Rule) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield from (
        (name, lines) for name, lines in (("Wrong", rule.wrong), ("Right", rule.right)) if lines
    )
