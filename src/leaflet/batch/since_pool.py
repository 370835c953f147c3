"""What is suspicious about the changes in monographs, found by worker processes."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from leaflet.batch.diff_pool import read_version
from leaflet.batch.pool import run_in_order
from leaflet.batch.worker import WorkSpec
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic, with_file
from leaflet.diff.compare import compare
from leaflet.diff.pairs import FilePair
from leaflet.errors import MonographRefused
from leaflet.lint.check import foreseen
from leaflet.lint.rules.versions import examine_changes
from leaflet.lint.text.manuscript import prepare
from leaflet.monograph import parse
from leaflet.monograph.refused import parse_refused
from leaflet.theme.search_path import Theme

Findings = tuple[Diagnostic, ...]


def check_since(pairs: Sequence[FilePair], settings: Settings) -> Iterator[Findings]:
    """The findings about each pair of versions, in their order."""
    spec = WorkSpec(settings, _start, _unexamined, "leaflet.batch.since_pool")
    yield from run_in_order(spec, pairs)


def _start(settings: Settings) -> Callable[[FilePair], Findings]:
    return partial(_examine, settings, Theme.of(settings.project))


def _unexamined(pair: FilePair, finding: Diagnostic, _seconds: float) -> Findings:
    return with_file((finding,), pair.new.name if pair.new else "")


def _examine(settings: Settings, theme: Theme, pair: FilePair) -> Findings:
    """What is suspicious, as the settings weigh it, less what the author waives.

    A new version that is refused is reported by the other rules.
    """
    if pair.old is None or pair.new is None:
        return ()
    try:
        new = read_version(pair.new, parse, settings, theme)
    except MonographRefused:
        return ()
    try:
        old = read_version(pair.old, parse_refused, settings, theme)
    except MonographRefused as refused:
        message = f"the older version cannot be compared: {refused.diagnostics[0].message}"
        return (Diagnostic.warning("old-refused", message, pair.new.name),)
    changes = compare(old, new, theme.vocabulary(new.front.lang))
    manuscript = prepare(pair.new.read(), pair.new.name, settings, new)
    return foreseen(manuscript, examine_changes(changes, old, new))
