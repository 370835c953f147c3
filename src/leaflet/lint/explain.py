"""Explanations of the rules, for ``leaflet check --explain`` and ``docs/checks.md``."""

from leaflet.config.suggest import nearest
from leaflet.errors import SettingsError
from leaflet.lint.registry import BY_CODE, TABLES
from leaflet.lint.text.rule import Rule

_INTRODUCTION = """# What `leaflet check` looks for

This page is generated from the rules by `make checks`. `leaflet check --explain CODE` prints the
explanation of one rule.

If a rule is marked *not printed*, `leaflet build` refuses to print the monograph; you can neither
waive the rule nor change its severity. For all other rules, you can change the severity or switch
them off in `leaflet.toml`, or waive them, with a reason, in the front matter of a monograph.
`leaflet.toml` also says which errors a monograph may waive (`waivers`, under `[check]`): all others
are counted in a warning, [self-waived](#self-waived), with which `--strict` refuses the monograph.
`leaflet build` prints such a monograph and adds its errors to the receipt as warnings.
"""


def explain(code: str) -> str:
    """Explain a rule: title, reason, source, examples. Raises SettingsError for an unknown code."""
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
    """The page ``docs/checks.md``, which explains all rules."""
    parts = [_INTRODUCTION]
    for name, rules in TABLES:
        parts += [f"## {name}\n", "| code | severity | problem |", "| --- | --- | --- |"]
        parts += [f"| [{r.code}](#{r.code}) | {r.severity} | {r.title} |" for r in rules]
        parts += ["", *(_entry(rule) for rule in rules)]
    return "\n".join(parts).rstrip() + "\n"


def _entry(rule: Rule) -> str:
    refused = ", *not printed*" if rule.refused else ""
    title = f"{rule.title[:1].upper()}{rule.title[1:]} ({rule.severity}{refused})."
    text = f"### {rule.code}\n\n{title}\n\n{rule.why}\n\nSource: {rule.source}\n"
    for name, lines in _examples(rule):
        block = "\n".join(lines)
        text += f"\n{name}:\n\n```markdown\n{block}\n```\n"
    return text


def _examples(rule: Rule) -> list[tuple[str, tuple[str, ...]]]:
    return [each for each in (("Wrong", rule.wrong), ("Right", rule.right)) if each[1]]
