"""What a worker that checks finds out by composing: whatever would stop the documents of a file."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic
from leaflet.files import PIPE
from leaflet.job import Job
from leaflet.lint.reports.folder import Preflight
from leaflet.lint.rules import preflight
from leaflet.sources import Found, picture_root
from leaflet.theme.search_path import Theme

if TYPE_CHECKING:
    from leaflet.pipeline import Pipeline


def make_preflight(settings: Settings) -> Preflight:
    """The preflight of a worker: of every kind that the settings would print.

    It does nothing if the settings select other rules.
    """
    if settings.select and preflight.CODES.isdisjoint(settings.select):
        return lambda _found, _data: ()
    # In a worker only: it loads what reads PDFs.
    from leaflet.pipeline import Pipeline  # noqa: PLC0415

    kinds = settings.kinds or tuple(Theme.of(settings.project).kinds())
    return partial(_preflight, Pipeline(settings), kinds, settings)


def _preflight(
    pipeline: "Pipeline", kinds: tuple[str, ...], settings: Settings, found: Found, data: bytes
) -> Iterator[Diagnostic]:
    for kind in kinds:
        yield from pipeline.preflight(
            Job(
                source=found.path,
                name=str(found.path),
                kind=kind,
                styles=settings.styles,
                paper=settings.paper_for(kind),
                target=PIPE,  # nothing is written
                data=data,
                standard=settings.standard,
                root=picture_root(found.path, settings.project),
            )
        )
