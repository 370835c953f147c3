"""A machine that is not as it should be: a clear message, the right exit code, nothing lost."""

import errno
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from cli.running import LEAFLET, build, leaflet, pdfs, receipt
from helpers import words, write_monograph
from leaflet import batch
from leaflet.job import Outcome
from leaflet.output.store import NAME

pytestmark = pytest.mark.usefixtures("content")


def ran(*command: str, path: str = "") -> subprocess.CompletedProcess[str]:
    """A run in a process of its own, which finds modules in ``path`` first."""
    environ = dict(os.environ)
    if path:
        environ["PYTHONPATH"] = os.pathsep.join((path, environ.get("PYTHONPATH", "")))
    return subprocess.run(command, env=environ, capture_output=True, check=False, text=True)


# Disks


def mount(*options: str) -> None:
    if subprocess.run(("mount", *options), check=False, capture_output=True).returncode:
        pytest.skip("only root may mount a disk")


@pytest.fixture
def disk() -> Iterator[str]:
    """A small disk, empty."""
    Path("disk").mkdir()
    mount("-t", "tmpfs", "-o", "size=512k", "none", "disk")
    yield "disk"
    subprocess.run(("umount", "disk"), check=True)


def test_on_a_read_only_disk_nothing_is_printed_and_the_old_stays(disk: str) -> None:
    assert build("-o", disk).exit_code == 0
    before = {pdf: Path(pdf).read_bytes() for pdf in pdfs(disk)}
    write_monograph(Path("content/alpha.md"), "Gammamide")
    mount("-o", "remount,ro", disk)
    result = build("-o", disk)
    assert result.exit_code == 2
    assert f"disk: error[bad-output] {os.strerror(errno.EROFS)}" in result.stderr
    assert {pdf: Path(pdf).read_bytes() for pdf in pdfs(disk)} == before
    mount("-o", "remount,rw", disk)
    assert "2 printed, 2 unchanged" in build("-o", disk).stderr


def test_on_a_disk_that_is_full_from_the_start_nothing_is_lost(disk: str) -> None:
    assert build("-o", disk).exit_code == 0
    free = os.statvfs(disk)
    Path(disk, "ballast").write_bytes(bytes(free.f_bavail * free.f_bsize))
    write_monograph(Path("content/alpha.md"), "Gammamide")
    result = build("-o", disk)
    assert result.exit_code == 2
    assert f"disk: error[bad-output] {os.strerror(errno.ENOSPC)}" in result.stderr
    assert len(pdfs(disk)) == 4
    Path(disk, "ballast").unlink()
    assert "2 printed, 2 unchanged" in build("-o", disk).stderr
    assert "Gammamide" in words(Path(disk, "patient/alpha.pdf"))


# Permission


@pytest.fixture
def unprivileged() -> Sequence[str]:
    """How to run leaflet as a user who may not read and write everything."""
    if os.geteuid():
        return LEAFLET
    if not shutil.which("setpriv"):
        pytest.skip("root may write everywhere, and there is no setpriv to forgo that")
    return ("setpriv", "--bounding-set", "-dac_override,-dac_read_search", *LEAFLET)


@pytest.mark.parametrize("locked", ["dist", "."])
def test_a_folder_that_may_not_be_written_to(unprivileged: Sequence[str], locked: str) -> None:
    assert build("-k", "patient").exit_code == 0
    write_monograph(Path("content/alpha.md"), "Gammamide")
    Path(locked).chmod(0o500)
    output = "dist" if locked == "dist" else "new"
    result = ran(*unprivileged, "build", "-k", "patient", "-o", output)
    Path(locked).chmod(0o700)
    assert result.returncode == 2
    assert "error[bad-output] Permission denied" in result.stderr
    assert "Alphamide" in words(Path("dist/patient/alpha.pdf"))


def test_a_folder_within_that_may_not_be_written_to_fails_its_documents(
    unprivileged: Sequence[str],
) -> None:
    assert build("-k", "patient").exit_code == 0
    Path("dist/patient").chmod(0o500)
    result = ran(*unprivileged, "build", "--force")
    Path("dist/patient").chmod(0o700)
    assert result.returncode == 1
    assert "content/alpha.md: error[file-trouble] Permission denied" in result.stderr
    assert "alpha.md: error[outdated-pdf] an older PDF could not be removed" in result.stderr
    assert len(pdfs("dist/clinician")) == 2


def test_a_source_that_may_not_be_read_fails_and_the_others_are_printed(
    unprivileged: Sequence[str],
) -> None:
    Path("content/alpha.md").chmod(0)
    result = ran(*unprivileged, "build", "-k", "patient")
    assert result.returncode == 1
    assert "content/alpha.md: error[file-trouble] Permission denied" in result.stderr
    assert pdfs() == ["dist/patient/b/beta.pdf"]


def test_a_folder_that_may_not_be_listed_fails_and_what_came_from_it_stays(
    unprivileged: Sequence[str],
) -> None:
    assert build("-k", "patient").exit_code == 0
    Path("dist/patient/alpha.pdf").unlink()
    Path("content/b").chmod(0)
    result = ran(*unprivileged, "build", "-k", "patient", "--prune")
    Path("content/b").chmod(0o700)
    assert result.returncode == 1
    assert "error[file-trouble] Permission denied: content/b" in result.stderr
    assert pdfs() == ["dist/patient/alpha.pdf", "dist/patient/b/beta.pdf"]


# Time and names


def test_a_clock_that_was_put_back_hides_no_change() -> None:
    assert build("-k", "patient").exit_code == 0
    source = write_monograph(Path("content/alpha.md"), "Gammamide")
    os.utime(source, (0, 0))
    os.utime("dist/patient/alpha.pdf", (4e9, 4e9))
    result = build("-k", "patient", SOURCE_DATE_EPOCH="0")
    assert result.exit_code == 0
    assert "1 printed, 1 unchanged" in result.stderr
    assert "Gammamide" in words(Path("dist/patient/alpha.pdf"))


def test_a_name_too_long_for_its_pdf_fails_alone() -> None:
    write_monograph(Path("content", "x" * 252 + ".md"))
    result = build("-k", "patient")
    assert result.exit_code == 1
    assert f"error[file-trouble] {os.strerror(errno.ENAMETOOLONG)}" in result.stderr
    assert pdfs() == ["dist/patient/alpha.pdf", "dist/patient/b/beta.pdf"]


# The output folder


def test_an_output_that_is_removed_meanwhile_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    write_or_remove = batch.write_or_remove

    def remove_folder(outcome: Outcome) -> Outcome:
        if outcome.job.name == "content/b/beta.md":
            shutil.rmtree("dist")
        return write_or_remove(outcome)

    with monkeypatch.context() as patch:
        patch.setattr(batch, "write_or_remove", remove_folder)
        result = build("-k", "patient", "-j", "1")
    assert result.exit_code == 1
    assert "dist: error[output-lost] was removed while it was being printed" in result.stderr
    assert pdfs() == ["dist/patient/b/beta.pdf"]
    assert "1 printed, 1 unchanged" in build("-k", "patient").stderr
    assert leaflet("verify").exit_code == 0


def test_a_manifest_of_another_version_proves_nothing() -> None:
    build("-k", "patient")
    file = Path("dist/manifest.json")
    text = file.read_text()
    file.write_text(text.replace('"leaflet": "', '"leaflet": "9.').replace('"frames"', '"panels"'))
    result = build("-k", "patient")
    assert result.exit_code == 0
    assert "2 printed" in result.stderr
    assert file.read_text().count('"frames"') == 2


@pytest.mark.parametrize("lost", ["pages", "source_sha256", "kind", "medicine", "status", "styles"])
def test_a_manifest_that_says_too_little_of_a_document_stops_no_run(lost: str) -> None:
    build("-k", "patient")
    manifest = receipt("dist/manifest.json")
    for row in manifest["documents"]:
        row.pop(lost, None)
    Path("dist/manifest.json").write_text(json.dumps(manifest))
    result = build("content/alpha.md", "-k", "patient")
    assert (result.exit_code, result.exception and str(result.exception)) in [(0, None), (0, "0")]
    assert leaflet("verify").exit_code in (0, 3)


@pytest.mark.parametrize(
    "target", ["../victim.pdf", "{here}/victim.pdf", "patient/../../victim.pdf"]
)
def test_a_hostile_manifest_removes_nothing_outside_the_folder(target: str) -> None:
    build("-k", "patient")
    victim = Path("victim.pdf")
    victim.write_bytes(b"%PDF")
    row = receipt("dist/manifest.json")["documents"][0]
    outside = target.format(here=Path().absolute())
    text = Path("dist/manifest.json").read_text()
    text = text.replace(row["target"], outside).replace(row["origin"], "../gone.md")
    Path("dist/manifest.json").write_text(text)
    assert build("-k", "patient", "--prune").exit_code == 0
    assert victim.exists()


def damage(file: Path, way: str) -> None:
    if way == "garbage":
        file.write_bytes(b"garbage" * 1000)
    elif way == "truncated":
        os.truncate(file, file.stat().st_size // 2)
    else:
        file.unlink()
        os.mkfifo(file) if way == "a FIFO" else file.symlink_to("/etc/hostname")


WAYS = ("garbage", "truncated", "a FIFO", "a link")


@pytest.mark.parametrize("way", WAYS)
def test_a_damaged_database_is_reported_and_rebuilt(way: str) -> None:
    build("-k", "patient")
    damage(Path("dist", NAME), way)
    verified = leaflet("verify")
    assert (verified.exit_code, verified.stdout.count("\n")) == (3, 1)
    result = build("-k", "patient")
    for output in (verified.stdout, result.stderr):
        assert f"dist/{NAME}: warning[damaged-store] cannot be read" in output
    assert (result.exit_code, "2 unchanged" in result.stderr) == (0, True)
    assert "warning" not in build("-k", "patient").stderr
    assert leaflet("verify").exit_code == 0


@pytest.mark.parametrize("way", WAYS)
def test_a_damaged_manifest_is_reported_and_written_again(way: str) -> None:
    build("-k", "patient")
    damage(Path("dist/manifest.json"), way)
    verified = leaflet("verify")
    result = build("-k", "patient")
    for output in (verified.stdout, result.stderr):
        assert "dist/manifest.json: warning[damaged-manifest] cannot be read" in output
    assert (result.exit_code, "2 unchanged" in result.stderr) == (0, True)
    assert len(receipt("dist/manifest.json")["documents"]) == 2
    assert leaflet("verify").exit_code == 0


@pytest.mark.parametrize("mode", [0o000, 0o400])
def test_a_database_without_permission_is_rebuilt(unprivileged: Sequence[str], mode: int) -> None:
    build("-k", "patient")
    Path("dist", NAME).chmod(mode)
    result = ran(*unprivileged, "build", "-k", "patient")
    assert f"dist/{NAME}: warning[damaged-store] cannot be read" in result.stderr
    assert (result.returncode, "2 unchanged" in result.stderr) == (0, True)


def test_a_database_of_a_newer_leaflet_is_refused() -> None:
    build("-k", "patient")
    before = {pdf: Path(pdf).read_bytes() for pdf in pdfs()}
    with closing(sqlite3.connect(f"dist/{NAME}")) as database:
        database.execute("PRAGMA user_version = 99")
    write_monograph(Path("content/alpha.md"), "Gammamide")
    for result in (build("-k", "patient"), leaflet("verify")):
        assert result.exit_code == 2
        assert f"dist/{NAME}: error[newer-store] was written by a newer leaflet" in result.stderr
        assert "--output" in result.stderr
    assert {pdf: Path(pdf).read_bytes() for pdf in pdfs()} == before
    Path("dist", NAME).unlink()
    assert "1 printed, 1 unchanged" in build("-k", "patient").stderr


# Libraries and fonts


LACKING = {
    "no Pango": (
        "import cffi\ndef no(*_): raise OSError('no Pango')\ncffi.FFI.dlopen = no",
        "no Pango",
    ),
    "an old Pango": (
        "from leaflet.fonts import native\nnative.pango_version = lambda: '1.40.14'",
        "its Pango is 1.40.14",
    ),
    "no fonts": (
        "import sys\nsys.modules['fontpkg_source_sans_3'] = None",
        "a package of the pinned fonts is missing",
    ),
}


@pytest.mark.parametrize("lack", LACKING)
def test_a_machine_that_lacks_something_says_so_and_keeps_what_is_there(lack: str) -> None:
    assert build("-k", "patient").exit_code == 0
    write_monograph(Path("content/alpha.md"), "Gammamide")
    code, message = LACKING[lack]
    Path("site").mkdir()
    Path("site/sitecustomize.py").write_text(code)
    result = ran(sys.executable, "-m", "leaflet", "build", "-k", "patient", path="site")
    assert result.returncode == 2
    assert message in result.stderr
    assert "Traceback" not in result.stderr
    assert "Alphamide" in words(Path("dist/patient/alpha.pdf"))
    examined = ran(sys.executable, "-m", "leaflet", "doctor", path="site")
    assert examined.returncode == 1
    assert "no  " in examined.stdout
    assert "Traceback" not in examined.stderr
