"""What a second run does with what the first one left."""

import errno
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from batch.broken_project import project
from cli.running import LEAFLET, build, leaflet, pdfs, receipt
from helpers import words, write_monograph
from leaflet.output.lock import FolderLock
from leaflet.output.store import NAME


def counts(*args: str) -> dict[str, int]:
    build(*args, "--report", "receipt.json")
    counted: dict[str, int] = receipt()["counts"]
    return {word: number for word, number in counted.items() if number}


def test_what_was_never_tried_is_not_taken_for_sound() -> None:
    write_monograph(Path("content/a.md"))
    build("-k", "patient")
    write_monograph(Path("content/b.md"))
    done = build("-k", "patient", "--only-failed")
    assert "warning[never-printed] 1 document was never printed here" in done.stderr
    assert "never-printed" not in build("-k", "patient").stderr
    assert "never-printed" not in build("-k", "patient", "--only-failed").stderr


@pytest.mark.usefixtures("content")
def test_only_what_changed_is_printed() -> None:
    assert counts() == {"printed": 4}
    before = {pdf: os.stat(pdf).st_mtime_ns for pdf in pdfs()}
    assert counts() == {"unchanged": 4}
    assert {pdf: os.stat(pdf).st_mtime_ns for pdf in pdfs()} == before
    write_monograph(Path("content/alpha.md"), "Gammamide")
    assert counts() == {"printed": 2, "unchanged": 2}
    assert "Gammamide" in words(Path("dist/patient/alpha.pdf"))
    Path("dist/patient/alpha.pdf").unlink()
    assert counts() == {"printed": 1, "unchanged": 3}
    assert counts("--force") == {"printed": 4}
    assert counts("-s", "large-print") == {"printed": 4}
    assert counts() == {"unchanged": 4}


@pytest.mark.usefixtures("content")
def test_unchanged_documents_stand_in_the_receipt_as_they_stood() -> None:
    counts()
    before = receipt()["documents"]
    counts()
    same = ("source", "kind", "pdf", "pages", "sha256", "source_sha256", "fingerprint", "checks")
    for one, other in zip(before, receipt()["documents"], strict=True):
        assert other["status"] == "unchanged"
        assert {key: one[key] for key in same} == {key: other[key] for key in same}


@pytest.mark.usefixtures("content")
def test_strict_holds_for_what_was_printed_earlier_and_says_why() -> None:
    file = Path("content/alpha.md")
    file.write_text(file.read_text().replace("title:", "verson: soon\ntitle:"))
    assert build("-k", "patient").exit_code == 0
    easy, strict = build("-k", "patient"), build("-k", "patient", "--strict")
    assert (easy.exit_code, strict.exit_code) == (0, 3)
    assert "warning[" not in easy.stderr
    assert "content/alpha.md:2: warning[" in strict.stderr
    assert "2 unchanged" in strict.stderr


def test_with_nothing_to_print_the_engine_is_not_loaded() -> None:
    write_monograph(Path("content/a.md"))
    build()
    code = (
        "import sys; from leaflet.cli import main\n"
        "try: main(['build'])\n"
        "finally: print(*sys.modules)"
    )
    ran = subprocess.run((sys.executable, "-c", code), capture_output=True, check=True, text=True)
    assert "2 unchanged" in ran.stderr
    heavy = {"weasyprint", "markdown", "fontTools", "jinja2", "pikepdf", "pypdfium2", "rich"}
    assert not set(ran.stdout.split()) & (heavy | {"multiprocessing"})


@pytest.mark.usefixtures("mixed")
def test_what_failed_is_tried_again_and_may_be_all_that_is() -> None:
    assert counts("-k", "patient") == {"printed": 1, "failed": 1}
    assert counts("-k", "patient") == {"unchanged": 1, "failed": 1}
    Path("dist/patient/alpha.pdf").unlink()
    assert counts("-k", "patient", "--only-failed") == {"failed": 1}
    write_monograph(Path("content/refusal.md"))
    assert counts("-k", "patient", "--only-failed") == {"printed": 1}
    assert counts("-k", "patient", "--only-failed") == {}


@pytest.mark.usefixtures("content")
def test_pdfs_without_a_source_are_named_and_pruned_on_demand() -> None:
    build("-k", "patient")
    Path("content/alpha.md").unlink()
    output = build("-k", "patient").stderr
    assert "no longer have a monograph (--prune removes them): dist/patient/alpha.pdf" in output
    assert pdfs() == ["dist/patient/alpha.pdf", "dist/patient/b/beta.pdf"]
    assert counts("-k", "patient", "--prune") == {"unchanged": 1, "removed": 1}
    assert pdfs() == ["dist/patient/b/beta.pdf"]
    assert "no longer have" not in build("-k", "patient").stderr


@pytest.mark.usefixtures("mixed")
def test_continuous_integration_gets_junit() -> None:
    build("-k", "patient", "--report", "out/junit.xml")
    text = Path("out/junit.xml").read_text()
    assert '<testsuite name="leaflet"' in text
    assert 'name="content/refusal.md"' in text
    assert text.count("<failure ") == 1


@pytest.mark.usefixtures("content")
def test_a_second_run_into_the_folder_is_refused() -> None:
    Path("dist").mkdir()
    first = FolderLock(Path("dist"))
    result = build()
    assert result.exit_code == 2
    assert f"error[folder-in-use] another run of leaflet (process {os.getpid()})" in result.stderr
    assert build("-o", "elsewhere").exit_code == 0
    assert pdfs("dist") == []
    first.release()
    assert build().exit_code == 0


def test_a_killed_run_loses_nothing_and_the_next_goes_on_from_there() -> None:
    for n in range(60):
        write_monograph(Path(f"content/{n:03}.md"))
    ran = subprocess.Popen((*LEAFLET, "build", "-k", "patient"), stderr=subprocess.DEVNULL)
    while len(pdfs()) < 4 and ran.poll() is None:
        time.sleep(0.02)
    ran.kill()
    ran.wait(timeout=60)
    half = Path("dist/patient/.leaflet-0123456789abcdef")  # as if it had been killed while writing
    half.write_bytes(b"%PDF")
    done = len(pdfs())
    assert 4 <= done < 60
    assert all(words(Path(pdf)) for pdf in pdfs())
    counted = counts("-k", "patient")
    # The row of the last one may not have been written when the signal came.
    assert counted["unchanged"] in (done - 1, done)
    assert counted["printed"] == 60 - counted["unchanged"]
    assert sorted(os.listdir("dist")) == [
        *(NAME, "index.html", "manifest.json", "patient", "thumbnails")
    ]
    assert not half.exists()
    assert leaflet("verify", "-q").stdout == ""


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
@pytest.mark.usefixtures("content")
def test_a_source_that_may_not_be_read_is_reported_and_the_others_are_printed() -> None:
    Path("content/alpha.md").chmod(0)
    result = build("-k", "patient")
    assert result.exit_code == 1
    assert "content/alpha.md: error[file-trouble] Permission denied" in result.stderr
    assert pdfs() == ["dist/patient/b/beta.pdf"]


@pytest.fixture
def small_disk() -> Iterator[Path]:
    """A disk with room for a manifest and a few PDFs."""
    disk = Path("disk")
    disk.mkdir()
    mounted = subprocess.run(
        ("mount", "-t", "tmpfs", "-o", "size=64k", "none", str(disk)), check=False
    )
    if mounted.returncode:
        pytest.skip("only root may make a small disk")
    yield disk
    subprocess.run(("umount", str(disk)), check=True)


@pytest.mark.usefixtures("content")
def test_a_full_disk_leaves_whole_files_and_says_so(small_disk: Path) -> None:
    for n in range(6):
        write_monograph(Path(f"content/{n}.md"))
    result = build("-o", str(small_disk), "-k", "patient", "--report", "receipt.json")
    assert result.exit_code == 1
    assert os.strerror(errno.ENOSPC) in result.stderr
    assert "failed [file-trouble]" in result.stderr
    assert receipt()["counts"]["failed"] > 0
    left = [path for path in small_disk.rglob("*") if path.is_file()]
    assert all(words(path) for path in left if path.suffix == ".pdf")
    assert not [path for path in left if path.name.startswith(".leaflet-0")]
    printed = receipt()["counts"]["printed"]
    assert printed == len(pdfs(str(small_disk)))
    subprocess.run(("mount", "-o", "remount,size=9m", str(small_disk)), check=True)
    again = counts("-o", str(small_disk), "-k", "patient")
    # A PDF for whose record there was no room is printed once more.
    assert again.get("unchanged", 0) <= printed
    assert again.get("unchanged", 0) + again["printed"] == 8


def test_an_endless_document_is_stopped_by_name_with_one_worker_too() -> None:
    project(Path())
    result = build("a.md", "-k", "endless", "-j", "1", "--timeout", "0.3")
    assert result.exit_code == 1
    assert "a.md: error[timeout] it took longer than 0.3 seconds and was stopped" in result.stderr
    assert "failed [timeout]: a.md" in result.stderr
