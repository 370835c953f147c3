import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from helpers import write_monograph
from leaflet import batch, files
from leaflet.config.settings import Settings
from leaflet.files.signature import sign
from leaflet.job import Job, Status
from leaflet.output import plan
from leaflet.output.json_rows import as_json, as_rows
from leaflet.output.store import Store
from leaflet.output.up_to_date import OutputState
from leaflet.pipeline import Pipeline
from leaflet.sources import find_monographs

KINDS = ("patient", "clinician")


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a picture and a style of its own, printed once for all tests."""
    root = tmp_path_factory.mktemp("printed")
    write_monograph(root / "content/a.md", "Alphamide")
    write_monograph(root / "content/b.md", "Betamide")
    style = root / "styles" / "own.css"
    style.parent.mkdir()
    style.write_text("h1 { color: #111 }")
    (root / "dist").mkdir()
    for styles in ((), ("own",)):
        settings = Settings(output=root / "dist", project=root, styles=styles)
        with Store.open(settings.output) as store:
            for outcome in batch.run(jobs(root, styles), settings):
                assert outcome.status is Status.PRINTED
                store.record(outcome)
    return root


@pytest.fixture
def root(printed: Path, tmp_path: Path) -> Path:
    """The same for one test: links to what was printed keep it what it is."""
    for file in (path for path in printed.rglob("*") if path.is_file()):
        copy = tmp_path / file.relative_to(printed)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(file.read_bytes())
    return tmp_path


def jobs(root: Path, styles: tuple[str, ...] = (), kinds: Sequence[str] = KINDS) -> tuple[Job, ...]:
    settings = Settings(output=root / "dist", project=root, styles=styles)
    return plan.plan(find_monographs([root / "content"]), kinds, settings)


def output_state(root: Path, **choices: object) -> OutputState:
    settings = Settings(output=root / "dist", project=root, **choices)  # type: ignore[arg-type]
    return OutputState(Store.copy(root / "dist"), settings)


def missing(root: Path, styles: tuple[str, ...] = (), **choices: object) -> list[str]:
    """The targets of the PDFs that must be printed again."""
    state = output_state(root, **choices)
    return [
        job.target.relative_to(root / "dist").as_posix()
        for job in jobs(root, styles)
        if state.find(job) is None
    ]


ALL = ["patient/a.pdf", "clinician/a.pdf", "patient/b.pdf", "clinician/b.pdf"]


def test_what_nobody_touched_need_not_be_printed(root: Path) -> None:
    assert missing(root) == missing(root, ("own",)) == []


def test_nothing_but_the_hash_of_a_text_is_taken_here(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What looks into texts works in processes that can be stopped; it once hung the next run."""
    text = root / "content/a.md"
    with text.open("a") as file:
        file.write("\n![A tablet](tablet.png)\n")
    tablet = (Path(__file__).parents[2] / "docs/images/patient.png").read_bytes()
    files.write(root / "content/tablet.png", tablet)
    with Store.open(root / "dist") as store:
        for outcome in batch.run(jobs(root)[:2], Settings(output=root / "dist", project=root)):
            assert outcome.status is Status.PRINTED
            store.record(outcome)
    monkeypatch.setattr("leaflet.theme.pictures.of_text", None)
    assert missing(root) == []
    files.write(root / "content/tablet.png", tablet + b"another")
    assert missing(root) == ALL[:2]


def test_a_monograph_that_was_edited_takes_its_two_pdfs(root: Path) -> None:
    write_monograph(root / "content/a.md", "Gammamide")
    assert missing(root) == ALL[:2]


def test_a_style_that_was_edited_takes_what_uses_it(root: Path) -> None:
    (root / "styles/own.css").write_text("h1 { color: #222 }")
    assert missing(root) == []
    assert len(missing(root, ("own",))) == 4


def test_so_does_the_template_of_a_kind(root: Path) -> None:
    page = root / "templates/patient/page.css"
    page.parent.mkdir(parents=True)
    page.write_text("")
    assert missing(root) == [each for each in ALL if each.startswith("patient")]


def test_other_words_of_the_disclaimer_take_all(root: Path) -> None:
    assert missing(root, disclaimer={"en": "Ask."}) == ALL


@pytest.mark.parametrize("harm", [lambda pdf: pdf.unlink(), lambda pdf: pdf.write_bytes(b"%PDF-")])
def test_a_pdf_that_was_edited_or_deleted_by_hand_is_noticed(root: Path, harm: object) -> None:
    assert callable(harm)
    harm(root / "dist/clinician/b.pdf")
    assert missing(root) == ["clinician/b.pdf"]


def test_so_is_one_of_the_same_size_and_date(root: Path) -> None:
    pdf = root / "dist/patient/a.pdf"
    missing(root)
    before, data = pdf.stat(), pdf.read_bytes()
    pdf.write_bytes(data[:-9] + bytes(9))
    os.utime(pdf, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (pdf.stat().st_size, pdf.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    assert missing(root) == ["patient/a.pdf"]


def test_a_copied_folder_is_read_once_and_then_known(root: Path) -> None:
    with Store.open(root / "dist") as store:
        state = OutputState(store, Settings(output=root / "dist", project=root))
        assert all(state.find(job) for job in jobs(root))
    records = Store.copy(root / "dist").printed()
    assert [records[target]["stamp"] for target in ALL] == [
        files.stamp(root / "dist" / target) for target in ALL
    ]


def test_a_source_that_moved_with_its_text_is_followed(root: Path) -> None:
    (root / "content").rename(root / "drugs")
    store = Store.copy(root / "dist")
    settings = Settings(output=root / "dist", project=root)
    choices = OutputState(store, settings)
    moved = plan.plan(find_monographs([root / "drugs"]), KINDS, settings)
    assert all(choices.find(job) for job in moved)
    assert {store.printed()[each]["origin"] for each in ALL} == {
        "../drugs/a.md",
        "../drugs/b.md",
    }
    assert [str(orphan.parent.name) for orphan in choices.orphans()] == [
        "clinician-own",
        "clinician-own",
        "patient-own",
        "patient-own",
    ]


def test_what_was_found_then_is_reported_again(root: Path) -> None:
    store = Store.copy(root / "dist")
    job = jobs(root)[0]
    row = dict(store.printed()["patient/a.pdf"])
    warning = {
        **{"severity": "warning", "code": "loose", "message": "is loose", "hint": "fasten it"},
        **{"file": "elsewhere/a.md", "line": 3, "column": 5},
    }
    row |= {"source": "elsewhere/a.md", "diagnostics": [warning]}
    files.write(
        root / "dist/manifest.json",
        as_rows({"leaflet": "1"}, [sign(as_json(row))]),
    )
    outcome = output_state(root).find(job)
    assert outcome
    assert outcome.status is Status.UNCHANGED
    assert (outcome.pages, outcome.sha256) == (row["pages"], row["sha256"])
    assert [(d.code, d.file, d.line) for d in outcome.diagnostics] == [("loose", job.name, 3)]


@pytest.mark.parametrize("lost", ["source_sha256", "fingerprint", "stamp", "pages", "diagnostics"])
def test_a_record_that_says_too_little_proves_nothing(root: Path, lost: str) -> None:
    row = dict(Store.copy(root / "dist").printed()["patient/a.pdf"])
    del row[lost]
    files.write(root / "dist/manifest.json", as_rows({"leaflet": "1"}, [sign(as_json(row))]))
    assert "patient/a.pdf" in missing(root)


def test_a_source_that_cannot_be_read_is_to_be_printed(root: Path) -> None:
    choices, (job, *_) = output_state(root), jobs(root)
    job.source.unlink()
    assert choices.find(job) is None


def test_a_passed_review_date_prints_again_though_nobody_touched_anything(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = root / "content/a.md"
    source.write_text(source.read_text().replace("---\n\n", "review_due: 2020-01-02\n---\n\n"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1577923200")  # 2020-01-02
    pipeline = Pipeline(Settings(project=root))
    with Store.open(root / "dist") as store:
        for job in jobs(root):
            store.record(batch.write_or_remove(pipeline.run(job)))
    assert missing(root) == []
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1578009600")  # the day after
    assert missing(root) == ALL[:2]


def test_pdfs_whose_source_is_gone_are_orphans_until_they_are_pruned(root: Path) -> None:
    choices = output_state(root)
    assert choices.orphans() == ()
    (root / "content/b.md").unlink()
    targets = [str(orphan.relative_to(root / "dist")) for orphan in choices.orphans()]
    assert targets == [
        "clinician-own/b.pdf",
        "clinician/b.pdf",
        "patient-own/b.pdf",
        "patient/b.pdf",
    ]
    (root / "dist/patient/b.pdf").unlink()
    assert list(choices.prune()) == [None] * 3
    assert choices.orphans() == ()
    assert not list(root.glob("dist/*/b.pdf"))
    assert len(list(root.glob("dist/*/a.pdf"))) == 4
