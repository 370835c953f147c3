import io
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from leaflet import files


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def lay(*names: str) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(name)


def test_a_file_is_written_with_its_folders() -> None:
    files.write(Path("out/p/a.pdf"), b"one")
    files.write(Path("out/p/a.pdf"), b"two")
    assert Path("out/p/a.pdf").read_bytes() == b"two"
    assert os.listdir("out/p") == ["a.pdf"]


def test_a_written_file_may_be_read_by_those_the_user_allows() -> None:
    lay("plain")
    files.write(Path("a.pdf"), b"one")
    assert Path("a.pdf").stat().st_mode == Path("plain").stat().st_mode


def test_a_name_as_long_as_names_get_can_be_written() -> None:
    name = "x" * 251 + ".pdf"
    files.write(Path(name), b"one")
    assert os.listdir() == [name]


@pytest.mark.parametrize("trouble", [OSError("disk full"), KeyboardInterrupt()])
def test_a_write_that_breaks_off_leaves_the_old_file_whole(trouble: BaseException) -> None:
    files.write(Path("a.pdf"), b"old")

    def break_off() -> Iterator[bytes]:
        yield b"n"
        raise trouble

    with pytest.raises(type(trouble)):
        files.write(Path("a.pdf"), break_off())
    assert Path("a.pdf").read_bytes() == b"old"
    assert os.listdir() == ["a.pdf"]


def test_what_a_killed_write_left_is_swept_up() -> None:
    kept = ("dist/a.pdf", "dist/.leaflet-notes", "dist/.leaflet.lock", ".leaflet-" + "0" * 16)
    for name in (*kept, "dist/.leaflet-0123456789abcdef", "dist/b/.leaflet-" + "f" * 16):
        lay(name)
    files.sweep(Path("dist"))
    left = sorted(str(path) for path in Path().rglob("*") if path.is_file())
    assert left == sorted(kept)


def test_a_stamp_changes_with_the_file_even_if_size_and_date_do_not() -> None:
    file = Path("a.pdf")
    file.write_bytes(b"one")
    before, found = files.stamp(file), file.stat()
    assert files.stamp(file) == before
    time.sleep(0.02)  # the clock of a file system ticks in hundredths of a second
    file.write_bytes(b"two")
    os.utime(file, ns=(found.st_atime_ns, found.st_mtime_ns))
    assert file.stat().st_mtime_ns == found.st_mtime_ns
    assert files.stamp(file) != before


def test_removing_says_whether_there_was_something() -> None:
    lay("a.pdf")
    assert files.remove(Path("a.pdf"))
    assert not files.remove(Path("a.pdf"))
    assert not files.remove(Path("nowhere/a.pdf"))
    assert not files.remove(files.PIPE)


def test_text_is_utf_8_whatever_ends_its_lines() -> None:
    Path("a.css").write_bytes("a µ\r\nb\rc\n".encode())
    assert files.read_text(Path("a.css")) == "a µ\nb\nc\n"
    Path("a.css").write_bytes(b"\xff")
    with pytest.raises(UnicodeDecodeError):
        files.read_text(Path("a.css"))


def test_only_a_regular_file_of_a_bearable_size_is_read_from_a_strange_folder() -> None:
    lay("plain")
    Path("link").symlink_to("plain")
    os.mkfifo("fifo")
    assert files.read_regular(Path("plain"), 5) == b"plain"
    assert [files.is_regular(Path(name)) for name in ("plain", "link", "fifo", "gone", ".")] == [
        *(True, False, False, False, False)
    ]
    for name, message in (
        ("plain", "larger than 4 bytes"),
        ("link", "symbolic link"),
        ("fifo", "not a regular file"),
        (".", "not a regular file"),
        ("gone", "No such file"),
    ):
        with pytest.raises(OSError, match=message):
            files.read_regular(Path(name), 4)


def test_a_file_is_locked_for_one() -> None:
    path = Path("lock")
    with files.lock(path) as file:
        assert files.is_at(file, path)
        with pytest.raises(BlockingIOError):
            files.lock(path)
        path.unlink()
        assert not files.is_at(file, path)
        files.lock(path).close()
        assert not files.is_at(file, path)


def test_the_files_of_a_folder_are_listed() -> None:
    lay("c/a", "c/b/x")
    assert files.names(Path("c")) == {"a"}
    assert files.names(Path("nowhere")) == frozenset()


def test_a_source_is_read_whole() -> None:
    for size in (0, 65_535, 65_536, 65_537, 200_000):
        Path("a.md").write_bytes(b"x" * size)
        assert files.read_source(Path("a.md")) == b"x" * size


def test_a_source_without_end_is_read_as_far_as_shows_that_it_is_too_large() -> None:
    Path("a.md").touch()
    os.truncate("a.md", 10**12)
    assert len(files.read_source(Path("a.md"))) == files.LARGEST_SOURCE + 1


def test_a_source_that_would_have_to_be_waited_for_is_not_read() -> None:
    os.mkfifo("pipe.md")
    for path in ("pipe.md", "/dev/zero"):
        with pytest.raises(OSError, match="not a regular file"):
            files.read_source(Path(path))


def test_a_source_that_has_nothing_to_read_yet_is_not_waited_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Some regular files of /proc are like that, /proc/kmsg for instance."""

    class NothingYet(io.BytesIO):
        def read(self, *_: object) -> Any:
            return None

    Path("a.md").touch()
    monkeypatch.setattr(os, "fdopen", lambda *_: NothingYet())
    with pytest.raises(OSError, match="without waiting"):
        files.read_source(Path("a.md"))


def test_nothing_is_written_or_removed_through_a_link_out_of_the_folder() -> None:
    lay("else/b/a.pdf", "out/c/a.pdf")
    Path("out/link").symlink_to("../else")
    Path("alias").symlink_to("out")
    for path in ("out/link/a.pdf", "out/link/b/a.pdf", "alias/link/b/a.pdf"):
        with pytest.raises(OSError, match="leads out of the output folder"):
            files.write(Path(path), b"x", inside=Path("out"))
        with pytest.raises(OSError, match="leads out of the output folder"):
            files.remove(Path(path), inside=Path("out"))
    assert Path("else/b/a.pdf").read_text() == "else/b/a.pdf"
    files.write(Path("alias/c/a.pdf"), b"x", inside=Path("out"))
    assert files.remove(Path("out/c/a.pdf"), inside=Path("alias"))


def test_a_private_file_is_written_once() -> None:
    files.create_private(Path("a/key"), b"1")
    files.create_private(Path("a/key"), b"2")
    assert Path("a/key").read_bytes() == b"1"
    assert Path("a/key").stat().st_mode & 0o777 == 0o600
    assert files.names(Path("a")) == {"key"}
