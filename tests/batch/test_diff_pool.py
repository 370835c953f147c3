"""Versions compared in worker processes: one that is refused, hangs or crashes fails alone."""

from hashlib import sha256

from helpers import MONOGRAPH
from leaflet.batch.diff_pool import compare_files, pair_files
from leaflet.config.settings import Settings
from leaflet.diff.file_changes import FileChanges, FileState
from leaflet.diff.pairs import FilePair, SourceText
from leaflet.resources import shipped

SETTINGS = Settings(project=shipped(), jobs=1)
TEXT = MONOGRAPH.format(title="Testamide")


def source(text: str | bytes, name: str = "a") -> SourceText:
    data = text if isinstance(text, bytes) else text.encode()
    return SourceText(name, f"{name}.md", sha256(data).hexdigest(), data=data)


def compared(old: str | bytes, new: str | bytes, *, marked: bool = False) -> FileChanges:
    (found,) = compare_files([FilePair(source(old), source(new))], SETTINGS, marked=marked)
    return found


def test_changes_and_versions() -> None:
    found = compared(TEXT, TEXT.replace("---\n\n", 'version: "2"\n---\n\n').replace("5 mg", "6 mg"))
    assert [each.kind for each in found.changes] == ["number", "document"]
    assert (str(found.old), str(found.new)) == ("without a version", "version 2")
    assert found.marked == ()


def test_marked_editions_on_request() -> None:
    found = compared(TEXT, TEXT.replace("5 mg", "6 mg"), marked=True)
    assert [each.kind for each in found.marked] == ["clinician", "patient"]
    assert all(each.pdf.startswith(b"%PDF") for each in found.marked)
    assert compared(TEXT, TEXT.replace("once daily", "once  daily"), marked=True).marked == ()


def test_another_text_with_the_same_meaning() -> None:
    assert compared(TEXT, TEXT.replace("- Drowsiness", "* Drowsiness")).state is FileState.SAME


def test_a_new_version_that_is_refused_fails_with_its_reasons() -> None:
    found = compared(TEXT, TEXT.replace("5 mg", "{dose}"))
    assert found.state is FileState.FAILED
    assert [each.code for each in found.findings] == ["template-variable"]


def test_an_old_version_that_would_be_refused_is_compared_with_a_warning() -> None:
    found = compared(TEXT.replace("5 mg", "{dose}"), TEXT)
    assert found.state is FileState.CHANGED
    assert [each.code for each in found.findings] == ["old-refused"]
    assert not found.is_failed
    assert len(compared(TEXT.replace("5 mg", "{dose}"), TEXT, marked=True).marked) == 2


def test_files_that_came_and_went() -> None:
    pairs = pair_files([source(TEXT, "a")], [source("---\ntitle: Other\n---\nNew.", "b")], SETTINGS)
    assert next(each.state for each in compare_files(pairs, SETTINGS)) is FileState.GONE
    assert pair_files([], [source(TEXT)], SETTINGS) == [FilePair(None, source(TEXT))]
