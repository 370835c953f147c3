"""The records of a store → the medicines of a catalogue, from A to Z, each with its documents."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from os import fsencode
from os.path import isfile, join
from pathlib import PurePath
from urllib.parse import quote

from leaflet.diagnostics import Diagnostic, Severity
from leaflet.job import Medicine, Status, thumbnail_of
from leaflet.output import manifest
from leaflet.output.catalogue.collation import letter, rank
from leaflet.output.record import Record, is_printed
from leaflet.output.store import Store

WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


@dataclass(frozen=True, slots=True)
class ListedMedicine:
    """A medicine of the list: its section and sort key, and the targets of its documents.

    ``failed`` says that one of them could not be printed, ``changed`` which run printed another
    text of it than the run before.
    """

    letter: str
    rank: tuple[int, str, str]
    targets: tuple[str, ...]
    failed: bool
    changed: str = ""


@dataclass(frozen=True, slots=True)
class DocumentLink:
    """A document of a medicine.

    ``href`` leads to its PDF, and is empty if none was printed; ``picture`` to one of its first
    page. It is ``outdated`` if its text is older than that of another document of the medicine.
    """

    title: str
    pages: int
    href: str
    picture: str
    outdated: bool


@dataclass(frozen=True, slots=True)
class MedicineEntry:
    """Everything that the page says of a medicine; ``findings`` begin with the gravest."""

    medicine: Medicine
    documents: tuple[DocumentLink, ...]
    findings: tuple[Diagnostic, ...]
    changed: str = ""

    @property
    def reason(self) -> str:
        """Why one of its documents could not be printed: the first error, if there is one."""
        first = next(iter(self.findings), None)
        return first.message if first and first.severity is Severity.ERROR else ""

    @property
    def overdue(self) -> bool:
        """Whether the day of its next review had passed when it was printed."""
        return any(finding.code == "review-overdue" for finding in self.findings)

    @property
    def weight(self) -> str:
        """The severity of the gravest finding; empty if there is none."""
        return str(self.findings[0].severity) if self.findings else ""


def list_medicines(store: Store, orphans: Container[str]) -> list[ListedMedicine]:
    """The medicines of a store, sorted by name, without the orphans.

    Of thousands of medicines no more than this is kept in memory; ``make_entry`` adds the rest.
    """
    names: dict[str, tuple[tuple[bool, int], str]] = {}
    targets: dict[str, list[str]] = {}
    failed = set()
    changed: dict[str, str] = {}
    for target, record in store.items(skip=orphans):
        source = str(record.get("origin") or target)
        targets.setdefault(source, []).append(target)
        dated_name = _age(record), _name(record)
        names[source] = max(names.get(source, dated_name), dated_name)
        changed[source] = max(changed.get(source, ""), record.get("changed", ""))
        if not is_printed(record):
            failed.add(source)
    listed = (
        ListedMedicine(
            *(letter(name), rank(name), tuple(targets[source])),
            *(source in failed, changed[source]),
        )
        for source, (_, name) in names.items()
    )
    return sorted(listed, key=lambda each: (each.rank, each.targets))


def make_entry(store: Store, listed: ListedMedicine, titles: Mapping[str, str]) -> MedicineEntry:
    """Everything that the page says of a medicine; ``titles`` are those of the kinds, by name.

    Its documents are in the order of the kinds.
    """
    records = {target: store.get(target) or Record(target=target) for target in listed.targets}
    try:
        return _make_entry(store, records, titles, listed.changed)
    except (AttributeError, KeyError, TypeError, ValueError):
        message = f"{manifest.NAME} says too little about it; print it again"
        damage = Diagnostic.warning("damaged-manifest", message)
        return MedicineEntry(Medicine(PurePath(listed.targets[0]).stem), (), (damage,))


def last_change(listed: Sequence[ListedMedicine]) -> str:
    """The last run that changed some medicines, but not all of them; empty if there is none."""
    runs = {each.changed for each in listed}
    return max(runs) if len(runs) > 1 else ""


def _make_entry(
    store: Store, records: Mapping[str, Record], titles: Mapping[str, str], changed: str
) -> MedicineEntry:
    newest = max(records.values(), key=_age)
    documents = (
        DocumentLink(
            title=", ".join((titles.get(record["kind"], record["kind"]), *record["styles"])),
            pages=int(record["pages"]),
            href="" if record["status"] == Status.FAILED else _href(target),
            picture=_picture(store, target),
            outdated=record["source_sha256"] != newest["source_sha256"],
        )
        for target, record in sorted(records.items(), key=lambda each: _edition(each[1], [*titles]))
    )
    found = dict.fromkeys(finding for each in records.values() for finding in _findings(each))
    return MedicineEntry(
        medicine(newest),
        tuple(documents),
        tuple(sorted(found, key=lambda each: (WEIGHT[each.severity], each.line))),
        changed,
    )


def medicine(record: Record) -> Medicine:
    """The medicine of a record; named after its file if nothing is known of it."""
    known = record.get("medicine")
    if not isinstance(known, dict) or not known.get("name"):
        return Medicine(_file(record))
    return Medicine(**{**known, "brands": tuple(known.get("brands", ()))})


def _name(record: Record) -> str:
    try:
        return str(medicine(record).name)
    except (TypeError, ValueError):
        return _file(record)


def _file(record: Record) -> str:
    return PurePath(str(record.get("source"))).name


def _age(record: Record) -> tuple[bool, int]:
    """A key whose maximum is the record that describes its medicine best: the newest PDF's."""
    stamp = str(record.get("stamp") or "").split()
    changed = stamp[1] if len(stamp) > 1 else ""
    return bool(record.get("medicine")), int(changed) if changed.isdecimal() else 0


def _edition(record: Record, kinds: Sequence[str]) -> tuple[int, str, Sequence[str]]:
    """A key that sorts documents by their kinds, in the order of these."""
    kind = record["kind"]
    return kinds.index(kind) if kind in kinds else len(kinds), kind, record["styles"]


def _href(target: str) -> str:
    return quote(fsencode(target))


def _picture(store: Store, target: str) -> str:
    picture = thumbnail_of(target)
    return _href(picture) if isfile(join(store.folder, picture)) else ""


def _findings(record: Record) -> Iterator[Diagnostic]:
    """What was found, without the file name, which is relative to the folder of some past run."""
    for found in record.get("diagnostics", ()):
        yield Diagnostic.from_dict(found, file="", column=0)
