"""What was printed from what: ``manifest.json`` beside the PDFs of an output folder."""

import json
from pathlib import Path
from typing import Any

from leaflet import __version__, files
from leaflet.diagnostics import Diagnostic, Severity
from leaflet.job import Outcome

NAME = "manifest.json"


class Manifest:
    """The receipt's row of every document that a folder holds, whichever run printed it.

    Besides, each row has ``target``, the PDF's place in the folder: it stays true when the folder
    moves, and tells which document it was that failed. ``damage`` says what of an older manifest
    could not be read.
    """

    def __init__(self, folder: Path) -> None:
        """Take up the manifest of a folder, if it has one; a damaged one counts as empty."""
        self._folder = folder
        self._rows: dict[str, dict[str, Any]] = {}
        self.damage: tuple[Diagnostic, ...] = ()
        file = folder / NAME
        try:
            rows = json.loads(files.read(file))["documents"]
            self._rows = {row["target"]: row for row in rows}
        except FileNotFoundError:
            pass
        except (ValueError, TypeError, KeyError, OSError) as error:
            message = f"cannot be read and is written anew ({type(error).__name__}: {error})"
            self.damage = (
                Diagnostic(Severity.WARNING, "damaged-manifest", message, file=str(file)),
            )

    def note(self, outcome: Outcome) -> None:
        """Remember what came of a job, in place of what came of it earlier."""
        target = outcome.job.target.relative_to(self._folder).as_posix()
        self._rows[target] = {"target": target, **outcome.as_dict()}

    def save(self) -> None:
        """Write the manifest whole, in the order of its targets. Raises OSError."""
        rows = [self._rows[target] for target in sorted(self._rows)]
        files.write_json(self._folder / NAME, {"leaflet": __version__, "documents": rows})
