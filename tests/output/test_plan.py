import os
from pathlib import Path

import pytest

from leaflet.config.settings import Settings
from leaflet.errors import SettingsError
from leaflet.files import PIPE
from leaflet.output.plan import folder, plan, spoiled_by
from leaflet.output.report import Tally
from leaflet.sources import Found


def targets(*sources: tuple[str, str], kinds: str = "patient", **choices: object) -> list[str]:
    found = [Found(Path(path), subpath) for path, subpath in sources]
    settings = Settings(**choices)  # type: ignore[arg-type]
    return [str(job.target) for job in plan(found, kinds.split(), settings)]


def test_the_output_mirrors_the_source_kind_by_kind() -> None:
    assert targets(
        ("content/p/a.md", "p/a"), ("b.md", "b"), kinds="patient clinician", output=Path("out")
    ) == [
        "out/patient/p/a.pdf",
        "out/clinician/p/a.pdf",
        "out/patient/b.pdf",
        "out/clinician/b.pdf",
    ]


def test_styles_make_an_edition_of_its_own() -> None:
    styles = ("large-print", "monochrome")
    assert targets(("a.md", "a"), styles=styles) == ["dist/patient-large-print-monochrome/a.pdf"]


def test_dots_of_a_name_stay() -> None:
    assert targets(("v1.2.md", "v1.2")) == ["dist/patient/v1.2.pdf"]


def test_a_kind_named_twice_is_printed_once() -> None:
    assert targets(("a.md", "a"), kinds="patient patient") == ["dist/patient/a.pdf"]


def test_a_job_knows_what_it_prints() -> None:
    settings = Settings(styles=("large-print",), paper="a5")
    (job,) = plan([Found(PIPE, "stdin", b"text")], ["patient"], settings)
    assert (job.source, job.name, job.data) == (PIPE, "-", b"text")
    assert (job.kind, job.styles, job.paper) == ("patient", ("large-print",), "a5")
    assert job.target == Path("dist/patient-large-print/stdin.pdf")


@pytest.mark.parametrize("output", ["one.pdf", "out/one.PDF", "-"])
def test_one_document_may_be_printed_to_a_file_of_its_own(output: str) -> None:
    assert targets(("a.md", "a"), output=Path(output)) == [output]
    assert folder(Settings(output=Path(output))) is None


@pytest.mark.parametrize("output", ["one.pdf", "-"])
def test_a_file_for_one_document_does_not_hold_two(output: str) -> None:
    with pytest.raises(SettingsError, match="2 are to be printed"):
        targets(("a.md", "a"), kinds="patient clinician", output=Path(output))


def test_a_folder_may_be_called_pdf(tmp_path: Path) -> None:
    into = tmp_path / "out.pdf"
    into.mkdir()
    assert targets(("a.md", "a"), output=into) == [str(into / "patient" / "a.pdf")]


def test_a_file_is_no_folder_to_print_into(tmp_path: Path) -> None:
    (tmp_path / "out").touch()
    with pytest.raises(SettingsError, match="not a folder"):
        targets(("a.md", "a"), output=tmp_path / "out")


@pytest.mark.parametrize(
    ("first", "second"),
    [("x/a", "x/a"), ("a", "A"), ("stra\u00dfe", "STRASSE"), ("caf\u00e9", "cafe\u0301")],
)
def test_two_sources_never_share_one_target(first: str, second: str) -> None:
    with pytest.raises(SettingsError, match=r"one\.md and two\.markdown would both be printed"):
        targets(("one.md", first), ("two.markdown", second))


def test_all_who_share_a_target_are_named() -> None:
    with pytest.raises(SettingsError) as caught:
        targets(("1.md", "a"), ("2.md", "a"), ("3.md", "b"), ("4.md", "b"))
    assert [d.message[:13] for d in caught.value.diagnostics] == ["1.md and 2.md", "3.md and 4.md"]


def test_a_source_is_never_overwritten(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.touch()
    with pytest.raises(SettingsError, match="overwritten"):
        targets((str(file), "a"), output=tmp_path / "x" / ".." / "a.pdf")


@pytest.mark.parametrize(
    "name",
    [
        *("a.md", "A.MD", "b.markdown", "c.pdf", "leaflet.toml", "page.html", "base.css", "de.po"),
        *("manifest.json", "Manifest.JSON", ".leaflet.lock", ".leaflet.sqlite3", "a.jpg", "x.svg"),
    ],
)
def test_a_receipt_has_no_name_that_means_something_else(name: str) -> None:
    assert "has the name of" in spoiled_by(Path("nowhere", name))


def test_a_receipt_replaces_nothing_but_a_receipt(tmp_path: Path) -> None:
    report = tmp_path / "receipt"
    Tally(keep=True).write(report)
    assert spoiled_by(report) == ""
    Tally(keep=True).write(tmp_path / "r.xml")
    assert spoiled_by(tmp_path / "r.xml") == ""
    (tmp_path / "empty").touch()
    for fine in (tmp_path / "empty", tmp_path / "new.json", PIPE):
        assert spoiled_by(fine) == ""
    (tmp_path / "notes").write_text("mine")
    (tmp_path / "mine.json").write_text('{"leaflet": "1", "catalogue": "", "documents": [')
    (tmp_path / "hard").hardlink_to(tmp_path / "notes")
    (tmp_path / "link").symlink_to("receipt")
    os.mkfifo(tmp_path / "fifo")
    for name in ("notes", "mine.json", "hard", "link", "fifo", "."):
        assert spoiled_by(tmp_path / name), name
    assert "not a regular file" in spoiled_by(Path("/dev/null"))
    assert spoiled_by(Path("/dev/stdout"))


def test_a_receipt_in_the_output_folder_follows_no_link_out_of_it(tmp_path: Path) -> None:
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist/reports").symlink_to("..")
    with pytest.raises(OSError, match="reports"):
        Tally(keep=True).write(tmp_path / "dist/reports/r.json", tmp_path / "dist")
    assert not (tmp_path / "r.json").exists()
