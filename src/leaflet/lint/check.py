"""A monograph's bytes → findings, in the order of the file."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from leaflet.config.settings import Settings
from leaflet.config.suggest import nearest
from leaflet.diagnostics import Diagnostic, Severity
from leaflet.errors import SettingsError
from leaflet.lint.registry import BY_CODE, REFUSED, RULES
from leaflet.lint.rules import authenticity, llm_leftovers, parser_findings, preflight, versions
from leaflet.lint.text.manuscript import Manuscript, prepare
from leaflet.lint.text.rule import Hit, Rule
from leaflet.lint.waivers import self_waived, unused, waivers
from leaflet.monograph.model import Monograph

_FROM_PARSER = {rule.code for rule in parser_findings.RULES}

_ANY_LANGUAGE = _FROM_PARSER | {rule.code for rule in (*authenticity.RULES, *llm_leftovers.RULES)}
"""Rules for texts in any language: a language model mostly refuses in English."""

Finding = tuple[Rule, Hit]
"""A hit and its rule, with the severity that the settings give it."""


def check(data: bytes, name: str, settings: Settings) -> tuple[Diagnostic, ...]:
    """Proof-read a monograph; ``name`` is its file in messages.

    Accepts any bytes, also those that ``parse`` refuses. Raises SettingsError if the settings name
    an unknown rule.
    """
    manuscript = prepare(data, name, settings)
    found = proofread(manuscript, enabled_rules(settings))
    return (*as_diagnostics(found, name), *skipped_language(manuscript))


def as_diagnostics(found: Iterable[Finding], name: str) -> tuple[Diagnostic, ...]:
    """The findings in the file ``name`` as users see them."""
    return tuple(
        Diagnostic(rule.severity, rule.code, hit.message, name, hit.line, hit.column, hit.hint)
        for rule, hit in found
    )


def proofread(manuscript: Manuscript, rules: Iterable[Rule]) -> list[Finding]:
    """What the rules find in a manuscript and its author has not waived, in its order."""
    rules = tuple(rule for rule in rules if manuscript.is_english or rule.code in _ANY_LANGUAGE)
    found = [(rule, hit) for rule in rules for hit in rule.find(manuscript)]
    waived = {waiver.code for waiver in waivers(manuscript) if waiver.reason} - REFUSED
    kept = [(rule, hit) for rule, hit in found if rule.code not in waived]
    for rule in rules:
        if rule.code == "unused-waiver":
            codes = {each.code for each, _ in found}
            run = {each.code for each in rules} - preflight.CODES - versions.CODES
            kept += [(rule, hit) for hit in unused(manuscript, codes, run)]
        elif rule.code == "self-waived":
            stopping = [each.code for each, _ in found if each.severity in _stopping(manuscript)]
            kept += [(rule, hit) for hit in self_waived(manuscript, waived, stopping)]
    return sorted(kept, key=lambda each: (each[1].line, each[1].column, each[0].code))


def _stopping(manuscript: Manuscript) -> set[Severity]:
    strict = {Severity.WARNING} if manuscript.settings.strict else set()
    return {Severity.ERROR, *strict}


def foreseen(manuscript: Manuscript, found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """What composing the documents of a monograph has found, each once, as the settings weigh it.

    Findings of rules that are switched off or that the author has waived are left out.
    """
    rules = {rule.code: rule for rule in enabled_rules(manuscript.settings)}
    waived = {waiver.code for waiver in waivers(manuscript) if waiver.reason} - REFUSED
    return tuple(
        replace(each, severity=rules[each.code].severity) if each.code in rules else each
        for each in dict.fromkeys(found)
        if each.code not in waived and (each.code in rules or each.code not in BY_CODE)
    )


def skipped_language(manuscript: Manuscript) -> Iterator[Diagnostic]:
    """The note that a text in another language was not proof-read."""
    if not manuscript.is_english:
        yield Diagnostic.note(
            "other-language",
            f'this text is in "{manuscript.front["lang"]}", but leaflet check only reads English',
            manuscript.name,
            hint="it was not proof-read; ask someone who knows the language to do it",
        )


def enabled_rules(settings: Settings) -> tuple[Rule, ...]:
    """The rules that the settings choose, each with the severity that they give it.

    Raises SettingsError if the settings name an unknown rule.
    """
    faults = [
        Diagnostic.error("unknown-rule", f'there is no rule "{c}"', hint=nearest(c, BY_CODE))
        for c in (*settings.select, *settings.ignore, *settings.severity, *settings.waivers)
        if c not in BY_CODE
    ]
    if faults:
        raise SettingsError(faults)
    return tuple(
        _with_severity(rule, settings)
        for rule in RULES
        if rule.code not in settings.ignore
        and (not settings.select or rule.code in settings.select)
    )


def _with_severity(rule: Rule, settings: Settings) -> Rule:
    if rule.refused or rule.code not in settings.severity:
        return rule
    return replace(rule, severity=settings.severity[rule.code])


def findings_for_build(
    data: bytes, monograph: Monograph, settings: Settings
) -> tuple[Diagnostic, ...]:
    """The errors in a monograph, and how many of them it waives.

    Those of rules that stop a document are errors, unless the settings say ``stop = "never"``; all
    others are warnings for the receipt. ``data`` are the bytes of the monograph. Findings of the
    parser are left out: the monograph already carries them.
    """
    rules = [
        rule
        for rule in enabled_rules(settings)
        if rule.code == "self-waived"
        or (rule.severity is Severity.ERROR and rule.code not in _FROM_PARSER)
    ]
    name = monograph.source.name
    found = proofread(prepare(data, name, settings, monograph), rules)
    return tuple(
        each if _stops(rule, hit, settings) else replace(each, severity=Severity.WARNING)
        for (rule, hit), each in zip(found, as_diagnostics(found, name), strict=True)
    )


def _stops(rule: Rule, hit: Hit, settings: Settings) -> bool:
    return rule.stops and hit.stops and settings.stop == "found"
