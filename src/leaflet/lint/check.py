"""A monograph's bytes → what the proof-reader has to say about it, in the order of the file."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from leaflet.config.settings import Settings
from leaflet.config.suggest import nearest
from leaflet.diagnostics import Diagnostic, Severity
from leaflet.errors import SettingsError
from leaflet.lint.registry import BY_CODE, RULES
from leaflet.lint.rules import authenticity, llm_leftovers, parser_findings
from leaflet.lint.text.manuscript import Manuscript, prepare
from leaflet.lint.text.rule import Hit, Rule
from leaflet.lint.waivers import unused, waivers
from leaflet.monograph.model import Monograph

_BY_READER = {rule.code for rule in parser_findings.RULES}
"""What the reader of monographs itself finds."""

_ANYWHERE = {
    rule.code for rule in (*parser_findings.RULES, *authenticity.RULES, *llm_leftovers.RULES)
}
"""What can be said of a text in any language: a machine's refusal mostly is in English."""

Finding = tuple[Rule, Hit]
"""A hit and the rule that it is one of, its severity as the settings have it."""


def check(data: bytes, name: str, settings: Settings) -> tuple[Diagnostic, ...]:
    """Proof-read a monograph; ``name`` is how messages call its file.

    Reads any bytes, also what ``parse`` refuses. Raises SettingsError where the settings name a
    rule that there is not.
    """
    manuscript = prepare(data, name, settings)
    found = proofread(manuscript, enabled_rules(settings))
    return (*as_diagnostics(found, name), *skipped_language(manuscript))


def as_diagnostics(found: Iterable[Finding], name: str) -> tuple[Diagnostic, ...]:
    """What was found in the file ``name`` as a user reads it."""
    return tuple(
        Diagnostic(rule.severity, rule.code, hit.message, name, hit.line, hit.column, hit.hint)
        for rule, hit in found
    )


def proofread(manuscript: Manuscript, rules: Iterable[Rule]) -> list[Finding]:
    """What these rules find in a manuscript and its author has not waived, in its order."""
    rules = tuple(rule for rule in rules if manuscript.is_english or rule.code in _ANYWHERE)
    found = [(rule, hit) for rule in rules for hit in rule.find(manuscript)]
    codes = {rule.code for rule, _ in found}
    let_stand = {w.code for w in waivers(manuscript) if w.reason} - {
        rule.code for rule in RULES if rule.refused
    }
    kept = [(rule, hit) for rule, hit in found if rule.code not in let_stand]
    for rule in rules:
        if rule.code == "unused-waiver":
            run = {each.code for each in rules}
            kept += [(rule, hit) for hit in unused(manuscript, codes, run)]
    return sorted(kept, key=lambda each: (each[1].line, each[1].column, each[0].code))


def skipped_language(manuscript: Manuscript) -> Iterator[Diagnostic]:
    """The note that a text was not proof-read, for one whose language the rules do not know."""
    if not manuscript.is_english:
        yield Diagnostic.note(
            "other-language",
            f'the proof-reader reads English, and this text is in "{manuscript.front["lang"]}"',
            manuscript.name,
            hint="have somebody read it who knows the language; it was not proof-read",
        )


def enabled_rules(settings: Settings) -> tuple[Rule, ...]:
    """The rules that a user chose, each with the severity that the settings give it.

    Raises SettingsError where they name a rule that there is not, or make less of one whose
    texts are not printed at all.
    """
    faults = [
        Diagnostic.error("unknown-rule", f'no rule "{c}"', hint=nearest(c, BY_CODE))
        for c in (*settings.select, *settings.ignore, *settings.severity)
        if c not in BY_CODE
    ]
    if faults:
        raise SettingsError(faults)
    return tuple(
        _weighed(rule, settings)
        for rule in RULES
        if rule.code not in settings.ignore
        and (not settings.select or rule.code in settings.select)
    )


def _weighed(rule: Rule, settings: Settings) -> Rule:
    if rule.refused or rule.code not in settings.severity:
        return rule
    return replace(rule, severity=settings.severity[rule.code])


def warnings_for_build(
    data: bytes, monograph: Monograph, settings: Settings
) -> tuple[Diagnostic, ...]:
    """The errors of a monograph that is printed all the same, as warnings for its receipt.

    ``data`` are the bytes that it was read from. What the reader itself finds is left out: it
    travels with the monograph.
    """
    rules = [
        rule
        for rule in enabled_rules(settings)
        if rule.severity is Severity.ERROR and rule.code not in _BY_READER
    ]
    name = monograph.source.name
    found = as_diagnostics(proofread(prepare(data, name, settings, monograph), rules), name)
    return tuple(replace(finding, severity=Severity.WARNING) for finding in found)
