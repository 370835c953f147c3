"""Whether a document failed because of its kind: then all would, and the kind is at fault.

A kind of a project's own is tried with the sample of a new project. What that breaks is reported
once, as the rule of docs/kinds.md that it is, with the file to change.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from leaflet import files
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic, Severity
from leaflet.errors import SettingsError
from leaflet.files import PIPE
from leaflet.job import Job, Outcome, Status
from leaflet.resources import shipped
from leaflet.theme.search_path import Theme

_WHOLE = "print chapter.intro, every part of each chapter, warnings(monograph, …) and facts(front)"
_MARGIN_BOX = "@(top|bottom)-"
_MARGINS = "leave the margin boxes of @page as they are; --header and --footer choose their parts"

RULES: Mapping[str, tuple[str, str, str]] = {
    "not-accounted": (
        "page.html",
        "the document names everything that it leaves out",
        "print left_out in an element with data-own",
    ),
    "text-lost": ("page.html", "all of the monograph is printed, or left out by name", _WHOLE),
    "words-lost": ("page.css", "every word is visible", "look for display, position or content"),
    "text-added": (
        "page.html",
        "words of the kind's own are marked",
        "put them into an element with data-own",
    ),
    "wrong-context": ("page.html", "each statement stands under its own heading", _WHOLE),
    "header-lost": ("page.css", "every page has the header with the medicine's name", _MARGINS),
    "footer-lost": ("page.css", "every page has the footer with the disclaimer", _MARGINS),
    "page-number": ("page.css", "every page has its number", _MARGINS),
    "stray-words": ("page.css", "the margins have the header and the footer only", _MARGINS),
    "missing-title": ("page.html", "the PDF has a title", 'begin with {% extends "base.html" %}'),
    "off-page": ("page.css", "nothing leaves the page", "change --edge, --measure or widths"),
    "too-small": ("page.css", "no type is smaller than --smallest-type", "set larger type"),
    "faint": ("page.css", "text has a contrast of 7 to 1", "use --ink, --accent or darker colours"),
}
"""Code of a finding → the file that is to be changed, the rule, and what to do. (docs/kinds.md)"""

_OF_THE_MACHINE = frozenset({"timeout", "worker-died", "out-of-memory", "file-trouble"})
"""Findings that another machine, or a quieter hour, may not have."""

_WHERE = {
    **dict.fromkeys(("header-lost", "footer-lost", "page-number", "stray-words"), _MARGIN_BOX),
    "not-accounted": "left_out",
    "faint": r"color\s*:",
    "too-small": r"font(-size)?\s*:|--text-size",
}
"""What the line to be changed probably has; without it, what the message quotes."""


class Trial:
    """Tries each kind of a project once, when a document of it has failed."""

    def __init__(self, settings: Settings) -> None:
        self._settings = replace(settings, jobs=1, scheduler="")
        self._tried: set[str] = set()

    def require_sound(self, outcome: Outcome) -> None:
        """Raise SettingsError where a document failed and any other of its kind would, too."""
        if outcome.status is not Status.FAILED or (kind := outcome.job.kind) in self._tried:
            return
        self._tried.add(kind)
        folder = Theme.of(self._settings.project).kind(kind).folder
        if not folder.is_relative_to(shipped()) and (found := self._print_sample(outcome.job)):
            raise SettingsError(
                _as_rule(each, kind, str(folder)) for each in dict.fromkeys(_once(found))
            )

    def _print_sample(self, job: Job) -> tuple[Diagnostic, ...]:
        """The findings of the sample in the kind of a job; none if it can be printed."""
        from leaflet.batch import local  # noqa: PLC0415 - loads the workers
        from leaflet.starter.texts import SAMPLE  # noqa: PLC0415 - seldom used

        sample = replace(job, source=PIPE, name="sample", data=SAMPLE.encode(), folder=None)
        with closing(local.print_all([sample], self._settings)) as outcomes:
            (outcome,) = outcomes
        codes = {each.code for each in outcome.diagnostics}
        failed = outcome.status is Status.FAILED and not codes & _OF_THE_MACHINE
        return outcome.diagnostics if failed else ()


def _once(found: tuple[Diagnostic, ...]) -> Iterator[Diagnostic]:
    """The first error of each code."""
    codes = set[str]()
    for each in found:
        if each.severity is Severity.ERROR and each.code not in codes:
            codes.add(each.code)
            yield each


def _as_rule(found: Diagnostic, kind: str, folder: str) -> Diagnostic:
    """A finding about the sample as one about the files of its kind."""
    if found.code not in RULES:
        message = f"no document of the kind {kind} can be printed: {found.message}"
        return Diagnostic.error(found.code, message, f"{folder}/kind.toml", hint=found.hint)
    file, rule, remedy = RULES[found.code]
    message = f"no document of the kind {kind} can be printed: {rule}; {found.message}"
    line = _line(Path(folder, file), _WHERE.get(found.code) or _quoted(found.message))
    return Diagnostic.error(found.code, message, f"{folder}/{file}", line, hint=remedy)


def _quoted(message: str) -> str:
    """An expression for the first words that a message quotes; empty if it quotes none."""
    quoted = re.search('"([^"]+)"', message)
    return re.escape(quoted[1]) if quoted else ""


def _line(file: Path, pattern: str) -> int:
    """The first line of a file that an expression is in; 0 if there is none."""
    lines = files.read_text(file).split("\n") if pattern and file.is_file() else []
    return next((n for n, line in enumerate(lines, 1) if re.search(pattern, line)), 0)
