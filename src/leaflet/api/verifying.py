"""A folder printed earlier → what is no longer true of it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Unpack

from leaflet.api.arguments import PathArgument, Progress, WorkerOptions, settings_from
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic
from leaflet.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Verification:
    """The result of verifying a folder of ``total`` PDFs.

    ``counts`` says how many of them are ``proved``, and how many have findings, by their codes.
    """

    total: int
    counts: Mapping[str, int]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def passed(self) -> bool:
        """Whether every PDF is proved."""
        return not self.diagnostics


def verify(
    output: PathArgument,
    *,
    progress: Progress | None = None,
    **options: Unpack[WorkerOptions],
) -> Verification:
    """Prove again that the PDFs of a folder say what their monographs say.

    It is ``leaflet verify``; ``project`` must be the one that they were printed with. Raises
    NothingMatched if nothing was printed there, SettingsError if ``output`` is not a folder or
    the project cannot be used.
    """
    return verify_folder(Path(output), settings_from(options, WorkerOptions), progress)


def verify_folder(
    folder: Path, settings: Settings, progress: Progress | None = None
) -> Verification:
    """Verify a folder with the settings of a project. Raises as ``verify`` does."""
    # Loads all that the proof needs: not before there is something to prove.
    from leaflet.output.audit import Audit  # noqa: PLC0415

    if folder.is_file():
        raise SettingsError.of("bad-folder", "is a file, not a folder", file=str(folder))
    audit = Audit(folder, settings)
    counts: Counter[str] = Counter()
    findings: list[Diagnostic] = []
    for done, audited in enumerate(audit.results(), start=1):
        findings += audited.findings
        counts.update({finding.code for finding in audited.findings} or {"proved"})
        if progress:
            progress(min(done, audit.total), audit.total)
    return Verification(audit.total, dict(counts), tuple(findings))
