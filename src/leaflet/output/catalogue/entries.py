"""The rows of a manifest → the medicines of a catalogue, from A to Z, each with its documents."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from os import fsencode
from os.path import isfile, join
from pathlib import PurePath
from urllib.parse import quote

from leaflet.diagnostics import Diagnostic, Severity
from leaflet.job import Medicine, Status, thumbnail_of
from leaflet.output.catalogue.collation import letter, rank
from leaflet.output.manifest import NAME, Manifest, Row

WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


@dataclass(frozen=True, slots=True)
class Item:
    """A medicine's place in the list, and those of its documents in the folder.

    ``failed`` says that one of them could not be printed.
    """

    letter: str
    rank: tuple[int, str, str]
    places: tuple[str, ...]
    failed: bool


@dataclass(frozen=True, slots=True)
class Document:
    """A document of a medicine.

    ``href`` is where its PDF is, empty where none was printed; ``picture`` that of its first page.
    One is ``outdated`` whose text is older than that of another document of the same medicine.
    """

    title: str
    pages: int
    href: str
    picture: str
    outdated: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """All that is told of a medicine; ``findings`` stand in the order of their weight."""

    medicine: Medicine
    documents: tuple[Document, ...]
    findings: tuple[Diagnostic, ...]

    @property
    def reason(self) -> str:
        """Why documents of it could not be printed: the first of the errors, if there is one."""
        first = next(iter(self.findings), None)
        return first.message if first and first.severity is Severity.ERROR else ""

    @property
    def overdue(self) -> bool:
        """Whether the day of its next review had passed when it was printed."""
        return any(finding.code == "review-overdue" for finding in self.findings)

    @property
    def weight(self) -> str:
        """How much the gravest finding weighs; empty where there is none."""
        return str(self.findings[0].severity) if self.findings else ""


def arrange(manifest: Manifest, orphans: Container[str]) -> list[Item]:
    """The medicines of a manifest in the order of their names, without the orphans.

    No more than that is kept in memory of a register; :func:`entry` tells the rest of each.
    """
    names: dict[str, tuple[tuple[bool, int], str]] = {}
    places: dict[str, list[str]] = {}
    failed = set()
    for place, row in manifest.all():
        if place not in orphans:
            source = str(row.get("origin") or place)
            places.setdefault(source, []).append(place)
            named = _age(row), _name(row)
            names[source] = max(names.get(source, named), named)
            if row.get("status") == Status.FAILED:
                failed.add(source)
    items = (
        Item(letter(name), rank(name), tuple(places[source]), source in failed)
        for source, (_, name) in names.items()
    )
    return sorted(items, key=lambda item: (item.rank, item.places))


def entry(manifest: Manifest, item: Item, titles: Mapping[str, str]) -> Entry:
    """All that is told of a medicine; ``titles`` are those of the kinds by their names."""
    rows = {place: manifest.at(place) or {} for place in item.places}
    try:
        return _entry(manifest, rows, titles)
    except (AttributeError, KeyError, TypeError, ValueError):
        told = f"{NAME} does not tell enough of it; print it again"
        damage = Diagnostic.warning("damaged-manifest", told)
        return Entry(Medicine(PurePath(item.places[0]).stem), (), (damage,))


def _entry(manifest: Manifest, rows: Mapping[str, Row], titles: Mapping[str, str]) -> Entry:
    newest = max(rows.values(), key=_age)
    documents = (
        Document(
            title=", ".join((titles.get(row["kind"], row["kind"]), *row["styles"])),
            pages=int(row["pages"]),
            href="" if row["status"] == Status.FAILED else _href(place),
            picture=_picture(manifest, place),
            outdated=row["source_sha256"] != newest["source_sha256"],
        )
        for place, row in sorted(rows.items(), key=lambda each: _edition(each[1]))
    )
    found = dict.fromkeys(finding for row in rows.values() for finding in _findings(row))
    return Entry(
        medicine(newest),
        tuple(documents),
        tuple(sorted(found, key=lambda each: (WEIGHT[each.severity], each.line))),
    )


def medicine(row: Row) -> Medicine:
    """The medicine of a row; where nothing is known of it, it is called like its file."""
    told = row.get("medicine")
    if not isinstance(told, dict) or not told.get("name"):
        return Medicine(_file(row))
    return Medicine(**{**told, "brands": tuple(told.get("brands", ()))})


def _name(row: Row) -> str:
    try:
        return str(medicine(row).name)
    except (TypeError, ValueError):
        return _file(row)


def _file(row: Row) -> str:
    return PurePath(str(row.get("source"))).name


def _age(row: Row) -> tuple[bool, int]:
    """By which of a medicine's rows the one is found that tells most truly what it is."""
    stamp = str(row.get("stamp") or "").split()
    changed = stamp[1] if len(stamp) > 1 else ""
    return bool(row.get("medicine")), int(changed) if changed.isdecimal() else 0


def _edition(row: Row) -> tuple[str, Sequence[str]]:
    return row["kind"], row["styles"]


def _href(place: str) -> str:
    return quote(fsencode(place))


def _picture(manifest: Manifest, place: str) -> str:
    picture = thumbnail_of(place)
    return _href(picture) if isfile(join(manifest.folder, picture)) else ""


def _findings(row: Row) -> Iterator[Diagnostic]:
    """What was found, without the file's name: that of a run's folder says nothing here."""
    for told in row.get("diagnostics", ()):
        yield Diagnostic(
            **{**told, "file": "", "column": 0, "severity": Severity(told["severity"])}
        )
