"""Folders as a run leaves them, without the run: a store, PDFs and pictures."""

from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image

from leaflet import files
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic
from leaflet.job import Job, Medicine, Outcome, Status
from leaflet.output.catalogue import Catalogue
from leaflet.output.store import Store

REFUSED = Diagnostic.error("not-a-monograph", "fewer than three sections", line=5)
LOOSE = Diagnostic.warning("dose-trailing-zero", "1.0 mg can be read as 10 mg", line=3)
OVERDUE = Diagnostic.warning("review-overdue", "the review was due on 2025-01-01", line=9)


def outcome(
    folder: Path,
    name: str,
    medicine: Medicine | None = None,
    *findings: Diagnostic,
    kind: str = "patient",
    styles: tuple[str, ...] = (),
    text: str = "1",
) -> Outcome:
    """The outcome of a monograph ``content/NAME.md``; failed if its medicine is not known."""
    edition = "-".join((kind, *styles))
    job = Job(
        source=folder.parent / "content" / f"{name}.md",
        name=f"content/{name}.md",
        kind=kind,
        styles=styles,
        paper="a4",
        target=folder / edition / f"{name}.pdf",
        folder=folder,
    )
    status = Status.PRINTED if medicine else Status.FAILED
    return Outcome(
        *(job, status, 3 if medicine else 0),
        source_sha256=text,
        medicine=medicine,
        diagnostics=findings,
    )


def lay_down(folder: Path, *outcomes: Outcome, pictures: bool = False) -> Store:
    """A folder with the store of these outcomes, and files that stand for what they printed."""
    with Store.open(folder) as store:
        for each in outcomes:
            if each.status is Status.PRINTED:
                files.write(each.job.target, b"%PDF-1.7")
                if pictures and each.job.thumbnail:
                    files.write(each.job.thumbnail, PICTURE)
            store.record(each)
    return Store.copy(folder)


def catalogue(store: Store, *orphans: str, **choices: Any) -> Catalogue:
    """The catalogue of a folder in a project."""
    return Catalogue(store, Settings(project=store.folder.parent, **choices), orphans)


def page(store: Store, **choices: Any) -> str:
    """The catalogue as text."""
    return b"".join(catalogue(store, **choices).pieces()).decode()


def _picture() -> bytes:
    drawn = BytesIO()
    Image.new("RGB", (160, 226), "#e8eef4").save(drawn, "JPEG")
    return drawn.getvalue()


PICTURE = _picture()
