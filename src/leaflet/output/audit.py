"""A folder printed earlier → findings: is each PDF still what its source and the theme say?"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path

from leaflet import files
from leaflet.batch.pool import run_in_order
from leaflet.batch.worker import WorkSpec
from leaflet.config.settings import Settings
from leaflet.diagnostics import Diagnostic, has_errors
from leaflet.edition.fingerprint import changes
from leaflet.errors import LeafletError, NothingMatched
from leaflet.job import Job, Standard
from leaflet.output.catalogue import Catalogue
from leaflet.output.manifest import NAME, Manifest, Row
from leaflet.output.up_to_date import orphans
from leaflet.pipeline import Pipeline
from leaflet.rendering import Frame

AGAIN = "print it again"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is to be said about one PDF; nothing, if it is proved."""

    file: Path
    findings: tuple[Diagnostic, ...]


class Audit:
    """The examination of an output folder: ``total`` PDFs, known to its manifest or lying there.

    A PDF is ``changed`` when its bytes are not those that were printed, ``missing`` when it is
    gone, ``foreign`` when the manifest does not know it, ``stale`` when its source or the theme
    have changed since, ``unproved`` when something to prove it with is not at hand. The
    whole proof is run again on every other one. The catalogue is held against the manifest.
    """

    def __init__(self, folder: Path, settings: Settings) -> None:
        """Look into a folder. Raises NothingMatched where there is none, or nothing in it."""
        self._folder = folder
        self._manifest = Manifest(folder)
        self._settings = settings
        known = self._manifest.printed()
        here = (p for p in folder.rglob("*") if p.suffix.lower() == ".pdf" and p.is_file())
        self._rows = known
        self._others = sorted({str(p.relative_to(folder)) for p in here}.difference(known))
        self.total = len(known) + len(self._others)
        if not self.total and not self._manifest.damage:
            raise NothingMatched.of(
                "nothing-printed",
                "there is no PDF here, and none was printed here"
                if folder.is_dir()
                else "there is no such folder",
                file=str(folder),
                hint="name the folder that `leaflet build` printed into",
            )

    def verdicts(self) -> Iterator[Verdict]:
        """A verdict on each PDF, and on a manifest that cannot be read, as they come."""
        if self._manifest.damage:
            yield Verdict(self._folder / NAME, self._manifest.damage)
        start, on_crash = partial(_examiner, self._folder), partial(_unproved, self._folder)
        spec = WorkSpec(self._settings, start, on_crash, "leaflet.output.audit")
        yield from run_in_order(spec, tuple(self._rows.items()))
        for target in self._others:
            file = self._folder / target
            yield Verdict(file, (self._unknown(file),))
        yield from self._browse()

    def _browse(self) -> Iterator[Verdict]:
        """Compare the catalogue with what it would tell now, if there is one."""
        # Sources may have been at hand when it was written, and need not be now.
        possible = [
            Catalogue(self._manifest, self._settings, left_out)
            for left_out in ((), orphans(self._rows, self._folder))
        ]
        file = possible[0].file
        if possible[0].is_ours() and not any(each.is_current() for each in possible):
            told = "the catalogue does not tell what was printed here"
            yield Verdict(file, (_error(file, "stale", told, AGAIN),))

    def _unknown(self, file: Path) -> Diagnostic:
        if not (self._folder / NAME).exists() or self._manifest.damage:
            return _warning(file, "unproved", f"no {NAME} tells what it was printed from", AGAIN)
        return _error(
            file,
            "foreign",
            f"leaflet did not print it here, or could not the last time: {NAME} does not know it",
            "take it away if nobody put it there on purpose",
        )


class Examiner:
    """Whoever proves the PDFs of a folder, one by one: in a process that may be lost with one."""

    def __init__(self, folder: Path, settings: Settings) -> None:
        self._folder = folder
        self._pipeline = Pipeline(settings)

    def examine(self, item: tuple[str, Row]) -> Verdict:
        """The verdict on a PDF that the manifest knows."""
        target, row = item
        file = self._folder / target
        return Verdict(file, tuple(self._examine(file, row)))

    def _examine(self, file: Path, row: Row) -> Iterator[Diagnostic]:
        try:
            data = files.read(file)
            if sha256(data).hexdigest() != row["sha256"]:
                yield _error(file, "changed", "it is not the file that was printed", AGAIN)
            else:
                yield from self._compare(file, row, data)
        except FileNotFoundError:
            yield _error(file, "missing", "it was printed, and is gone", AGAIN)
        except OSError as error:
            yield _warning(file, "unproved", files.reason(error))
        except LeafletError as error:  # a kind or style that is no longer there
            told = "; ".join(finding.message for finding in error.diagnostics)
            yield _warning(file, "unproved", told)
        except (KeyError, TypeError, ValueError) as error:
            told = f"{NAME} does not tell enough of it ({type(error).__name__}: {error})"
            yield _warning(file, "unproved", told, AGAIN)

    def _compare(self, file: Path, row: Row, data: bytes) -> Iterator[Diagnostic]:
        """Compare a PDF whose bytes are as they were printed with its source, and prove it."""
        source = self._folder / row["origin"] if row["origin"] else files.PIPE
        if not source.is_file():
            yield _warning(file, "unproved", f"its source {row['source']} is not at hand")
            return
        text = files.read_source(source)
        job = Job(
            source=source,
            name=row["source"],
            kind=row["kind"],
            styles=tuple(row["styles"]),
            paper=row["paper"],
            target=file,
            data=text,
            standard=Standard(row["standard"]),
        )
        changed = changes(row["fingerprint"], self._pipeline.fingerprint(job, text))
        if sha256(text).hexdigest() != row["source_sha256"]:
            changed = (row["source"], *changed)
        if changed:
            told = f"changed since it was printed: {', '.join(changed)}"
            yield _error(file, "stale", told, AGAIN)
            return
        for found in self._pipeline.prove(job, data, _frames(row)):
            if has_errors([found]):
                yield _error(file, found.code, found.message, found.hint)


def _examiner(folder: Path, settings: Settings) -> Callable[[tuple[str, Row]], Verdict]:
    return Examiner(folder, settings).examine


def _unproved(folder: Path, item: tuple[str, Row], finding: Diagnostic, _seconds: float) -> Verdict:
    file = folder / item[0]
    return Verdict(file, (replace(finding, file=str(file)),))


def _frames(row: Row) -> tuple[Frame, ...]:
    return tuple(Frame(*map(float, words.split())) for words in row["frames"])


def _error(file: Path, code: str, message: str, hint: str = "") -> Diagnostic:
    return Diagnostic.error(code, message, file=str(file), hint=hint)


def _warning(file: Path, code: str, message: str, hint: str = "") -> Diagnostic:
    return Diagnostic.warning(code, message, file=str(file), hint=hint)
