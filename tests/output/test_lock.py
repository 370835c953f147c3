import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from leaflet.errors import SettingsError
from leaflet.output.lock import NAME, FolderLock, refusing


def test_a_folder_has_one_run_at_a_time(tmp_path: Path) -> None:
    first = FolderLock(tmp_path)
    message = rf"another run of leaflet \(process {os.getpid()}\) is printing into {tmp_path}"
    with pytest.raises(SettingsError, match=message), refusing(tmp_path):
        FolderLock(tmp_path)
    first.release()
    assert os.listdir(tmp_path) == []
    second = FolderLock(tmp_path)
    assert not second.was_left
    second.release()


def test_the_lock_of_a_killed_run_is_free_and_noticed(tmp_path: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from leaflet.output.lock import FolderLock\n"
        "lock = FolderLock(Path(sys.argv[1])); os.kill(os.getpid(), 9)"
    )
    assert subprocess.run((sys.executable, "-c", code, tmp_path), check=False).returncode == -9
    for _ in range(2):  # a run that does not come to its end leaves the sign where it is
        lock = FolderLock(tmp_path)
        assert lock.was_left
        lock.close()
    lock = FolderLock(tmp_path)
    lock.release()
    assert os.listdir(tmp_path) == []


def test_a_folder_that_was_removed_is_noticed(tmp_path: Path) -> None:
    folder = tmp_path / "dist"
    folder.mkdir()
    lock = FolderLock(folder)
    assert not lock.is_lost
    shutil.rmtree(folder)
    assert lock.is_lost
    folder.mkdir()
    other = FolderLock(folder)
    assert (lock.is_lost, other.is_lost) == (True, False)
    lock.release()
    assert not other.is_lost  # nobody removes the lock of somebody else
    other.release()


def test_trouble_with_the_folder_is_reported_before_anything_is_printed(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    with pytest.raises(SettingsError, match=r"gone: error\[bad-output\] No such"), refusing(gone):
        FolderLock(gone)


def test_a_link_or_a_fifo_is_no_lock(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("precious")
    (tmp_path / NAME).symlink_to(victim)
    with pytest.raises(OSError, match="symbolic link"):
        FolderLock(tmp_path)
    (tmp_path / NAME).unlink()
    os.mkfifo(tmp_path / NAME)
    with pytest.raises(OSError, match="not a regular file"):
        FolderLock(tmp_path)
    assert victim.read_text() == "precious"
