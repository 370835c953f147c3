"""What was printed from what: ``manifest.json`` beside the PDFs of an output folder."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from leaflet import __version__, files
from leaflet.diagnostics import Diagnostic, Severity
from leaflet.job import Outcome, Status

NAME = "manifest.json"

Row = Mapping[str, Any]
"""What is remembered of a document: the keys of the receipt, and those that ``note`` adds."""


class Manifest:
    """The receipt's row of every document that a folder holds, whichever run printed it.

    ``damage`` says what of an older manifest could not be read.
    """

    def __init__(self, folder: Path) -> None:
        """Take up the manifest of a folder, if it has one; a damaged one counts as empty."""
        self._folder = folder
        self._rows: dict[str, Row] = {}
        self.damage: tuple[Diagnostic, ...] = ()
        file = folder / NAME
        try:
            rows = json.loads(files.read(file))["documents"]
            self._rows = {row["target"]: row for row in rows}
        except FileNotFoundError:
            pass
        except (ValueError, TypeError, KeyError, OSError) as error:
            message = f"cannot be read and counts as empty ({type(error).__name__}: {error})"
            self.damage = (
                Diagnostic(Severity.WARNING, "damaged-manifest", message, file=str(file)),
            )

    def printed(self) -> Mapping[str, Row]:
        """The documents that were printed, by their place in the folder, in order."""
        return {
            target: row
            for target, row in sorted(self._rows.items())
            if row.get("status") != Status.FAILED
        }

    def note(self, outcome: Outcome) -> None:
        """Remember what came of a job, in place of what came of it earlier.

        Added to the receipt's row are ``target`` and ``origin``, the places of PDF and source as
        seen from the folder, which stay true when a project moves; and ``frames``, the type area
        of each page (left, bottom, right, top; points), which the proof asks for.
        """
        target = outcome.job.target.relative_to(self._folder).as_posix()
        self._rows[target] = {
            "target": target,
            "origin": None if outcome.job.data is not None else self._place(outcome.job.source),
            **outcome.as_dict(),
            "frames": [" ".join(f"{edge:.2f}" for edge in frame) for frame in outcome.frames],
        }

    def save(self) -> None:
        """Write the manifest whole, in the order of its targets. Raises OSError."""
        rows = [self._rows[target] for target in sorted(self._rows)]
        files.write_json(self._folder / NAME, {"leaflet": __version__, "documents": rows})

    def _place(self, source: Path) -> str:
        # Links are followed first: on the way back, ".." leads to where they point from.
        return os.path.relpath(source.resolve(), self._folder.resolve())
