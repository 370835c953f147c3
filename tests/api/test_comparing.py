"""Two versions of monographs, and what changed in each medicine."""

from pathlib import Path

from helpers import write_monograph
from leaflet.api.comparing import compare_texts, texts_in
from leaflet.config.settings import Settings
from leaflet.diff.file_changes import FileState
from leaflet.resources import shipped

SETTINGS = Settings(project=shipped(), jobs=1)


def test_only_texts_that_differ_are_read(tmp_path: Path) -> None:
    old = write_monograph(tmp_path / "old" / "a.md").parent
    new = write_monograph(tmp_path / "new" / "a.md").parent
    (old / "b.md").write_bytes(b"\xff")
    (new / "b.md").write_bytes(b"\xff")
    compared = compare_texts(texts_in([old], SETTINGS), texts_in([new], SETTINGS), SETTINGS)
    assert (compared.files, compared.unchanged) == ((), 2)
    assert compared.counts[FileState.SAME] == 2


def test_marked_editions_are_written_as_they_are_printed(tmp_path: Path) -> None:
    old = write_monograph(tmp_path / "old" / "p" / "a.md").parents[1]
    new = write_monograph(tmp_path / "new" / "p" / "a.md").parents[1]
    file = new / "p" / "a.md"
    file.write_text(file.read_text().replace("5 mg", "50 mg"))
    before, after = (texts_in([folder], SETTINGS) for folder in (old, new))
    done: list[tuple[int, int]] = []
    into = tmp_path / "out"
    compared = compare_texts(before, after, SETTINGS, lambda *at: done.append(at), into)
    (found,) = compared.files
    assert [each.file for each in found.marked] == [
        "marked/clinician/p/a.pdf",
        "marked/patient/p/a.pdf",
    ]
    assert all((into / each.file).read_bytes().startswith(b"%PDF") for each in found.marked)
    assert not any(each.pdf for each in found.marked)
    assert done == [(1, 1)]


def test_a_file_that_cannot_be_read_fails_alone(tmp_path: Path) -> None:
    old = write_monograph(tmp_path / "old" / "a.md").parent
    new = write_monograph(tmp_path / "new" / "a.md").parent
    for name in ("b", "c"):
        write_monograph(old / f"{name}.md")
    write_monograph(new / "b.md").write_bytes(b"\xff")
    file = write_monograph(new / "c.md")
    file.write_text(file.read_text().replace("5 mg", "50 mg"))
    compared = compare_texts(texts_in([old], SETTINGS), texts_in([new], SETTINGS), SETTINGS)
    assert [each.state for each in compared.files] == [FileState.FAILED, FileState.CHANGED]
