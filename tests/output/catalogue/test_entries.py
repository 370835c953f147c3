import os
from pathlib import Path
from typing import Any

import pytest

from leaflet import files
from leaflet.job import Medicine, Outcome
from leaflet.output.catalogue.entries import MedicineEntry, list_medicines, make_entry
from leaflet.output.json_rows import as_json, as_rows
from leaflet.output.store import Store
from output.catalogue.printing import LOOSE, OVERDUE, REFUSED, lay_down, outcome

TITLES = {"patient": "Leaflet", "clinician": "Summary"}


def entries(store: Store, *orphans: str) -> list[MedicineEntry]:
    return [make_entry(store, each, TITLES) for each in list_medicines(store, orphans)]


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    return tmp_path / "dist"


def test_medicines_stand_in_the_order_of_their_names(dist: Path) -> None:
    names = {"a": "zinc", "b": "Ácido fólico", "c": "amlodipine"}
    store = lay_down(dist, *(outcome(dist, f, Medicine(name)) for f, name in names.items()))
    assert [each.medicine.name for each in entries(store)] == [
        *("Ácido fólico", "amlodipine", "zinc"),
    ]


def test_all_editions_of_a_monograph_stand_together(dist: Path) -> None:
    made: dict[str, Any] = {"medicine": Medicine("X")}
    store = lay_down(
        dist,
        outcome(dist, "p/x", **made),
        outcome(dist, "p/x", **made, styles=("large-print",)),
        outcome(dist, "p/x", **made, kind="clinician"),
        outcome(dist, "p/x", **made, kind="own"),
        pictures=True,
    )
    (one,) = entries(store)
    assert [(d.title, d.href, d.picture) for d in one.documents] == [
        ("Leaflet", "patient/p/x.pdf", "thumbnails/patient/p/x.jpg"),
        (
            *("Leaflet, large-print", "patient-large-print/p/x.pdf"),
            "thumbnails/patient-large-print/p/x.jpg",
        ),
        ("Summary", "clinician/p/x.pdf", "thumbnails/clinician/p/x.jpg"),
        ("own", "own/p/x.pdf", "thumbnails/own/p/x.jpg"),
    ]
    assert {d.pages for d in one.documents} == {3}


def test_one_name_in_two_files_is_two_medicines(dist: Path) -> None:
    store = lay_down(dist, *(outcome(dist, name, Medicine("X")) for name in ("a", "b/a")))
    hrefs = [each.documents[0].href for each in entries(store)]
    assert hrefs == ["patient/a.pdf", "patient/b/a.pdf"]


def test_addresses_hold_whatever_a_file_may_be_called(dist: Path) -> None:
    names = ("a b?c#d%e&\"f'", "javascript:x", os.fsdecode(b"\xff"))
    store = lay_down(dist, *(outcome(dist, name, Medicine("X")) for name in names))
    assert {each.documents[0].href for each in entries(Store.copy(store.folder))} == {
        "patient/a%20b%3Fc%23d%25e%26%22f%27.pdf",
        "patient/javascript%3Ax.pdf",
        "patient/%FF.pdf",
    }


def test_what_failed_is_called_like_its_file_and_has_its_reason(dist: Path) -> None:
    store = lay_down(dist, outcome(dist, "refusal", None, LOOSE, REFUSED))
    (one,) = entries(store)
    assert one.medicine == Medicine("refusal.md")
    assert (one.documents[0].href, one.documents[0].picture) == ("", "")
    assert (one.reason, one.weight) == ("fewer than three sections", "error")
    assert [finding.code for finding in one.findings] == ["not-a-monograph", "dose-trailing-zero"]


def test_a_failed_edition_leaves_the_name_that_another_one_knows(dist: Path) -> None:
    store = lay_down(
        dist,
        outcome(dist, "x", Medicine("Testamide")),
        outcome(dist, "x", None, REFUSED, kind="clinician"),
    )
    (listed,) = list_medicines(store, ())
    assert listed.failed
    assert make_entry(store, listed, TITLES).medicine.name == "Testamide"


def test_a_finding_of_both_documents_is_shown_once(dist: Path) -> None:
    made: dict[str, Any] = {"medicine": Medicine("X")}
    both = [
        outcome(dist, "x", made["medicine"], OVERDUE, LOOSE, kind=kind)
        for kind in ("patient", "clinician")
    ]
    (one,) = entries(lay_down(dist, *both))
    assert [finding.line for finding in one.findings] == [3, 9]
    assert (one.reason, one.weight, one.overdue) == ("", "warning", True)


def test_orphans_are_left_out(dist: Path) -> None:
    store = lay_down(dist, *(outcome(dist, name, Medicine(name)) for name in ("a", "b")))
    assert [each.medicine.name for each in entries(store, "patient/a.pdf")] == ["b"]


def test_an_edition_of_an_older_text_says_so(dist: Path) -> None:
    older = outcome(dist, "x", Medicine("Old name"), styles=("large-print",), text="1")
    newer = outcome(dist, "x", Medicine("New name"), text="2")
    files.write(older.job.target, b"%PDF-1.7")
    os.utime(older.job.target, (1, 1))
    with Store.open(dist) as store:
        store.record(older)
        files.write(newer.job.target, b"%PDF-1.7")
        store.record(newer)
        (one,) = entries(store)
    assert one.medicine.name == "New name"
    assert [d.outdated for d in one.documents] == [False, True]


@pytest.mark.parametrize(
    "damage",
    [
        {"medicine": {"name": "X", "nonsense": 1}},
        {"medicine": {"name": "X", "brands": 3}},
        {"diagnostics": [{"severity": "dreadful"}]},
        {"diagnostics": [{"severity": "error", "nonsense": 1}]},
    ],
)
def test_a_damaged_record_is_reported_and_stops_nothing(dist: Path, damage: dict[str, Any]) -> None:
    store = lay_down(dist, *(outcome(dist, name, Medicine(name)) for name in ("a", "b")))
    rows = [dict(row) for _, row in store.items()]
    rows[0] |= damage
    files.write(dist / "manifest.json", as_rows({"leaflet": "1"}, map(as_json, rows)))
    first, second = entries(Store.copy(dist))
    assert [finding.code for finding in first.findings] == ["damaged-manifest"]
    assert second.medicine.name == "b"


def test_rows_of_an_older_leaflet_are_called_like_their_files(dist: Path) -> None:
    def older(one: Outcome) -> dict[str, Any]:
        row: dict[str, Any] = {**one.as_dict(), "origin": "../content/x.md"}
        return {**row, "target": "patient/x.pdf"}

    rows = [older(outcome(dist, "x", Medicine("Testamide")))]
    files.write(dist / "manifest.json", as_rows({"leaflet": "1"}, map(as_json, rows)))
    (one,) = entries(Store.copy(dist))
    assert one.medicine.name == "x.md"
    assert one.documents[0].href == "patient/x.pdf"
