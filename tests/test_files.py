import errno
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from leaflet import files
from leaflet.files.folders import is_gone, sweep, walk


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
    sweep(Path("dist"))
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
    Path("c/link").symlink_to("a")
    Path("c/d").symlink_to("b")
    assert files.names(Path("c"), Path("c")) == {"a"}
    assert files.names(Path("c/b"), Path("c")) == {"x"}
    assert files.names(Path("c/d"), Path("c")) == frozenset()
    assert files.names(Path("nowhere"), Path("nowhere")) == frozenset()


def test_folders_are_made_and_walked_however_deep() -> None:
    """What calls itself for each folder ends with a RecursionError 1,000 folders deep."""
    deep = Path(*["d"] * 1_200)
    files.write(deep / "a.pdf", b"one")
    files.write(deep / (files.PARTIAL + "0" * 16), b"left over")
    sweep(Path())
    assert [entry.path for entry in walk(Path())] == [f"./{deep}/a.pdf"]
    assert files.remove(deep / "a.pdf")
    while deep.name:  # pytest's own way to remove it calls itself, too
        deep.rmdir()
        deep = deep.parent


def test_a_file_that_cannot_be_seen_is_not_gone() -> None:
    lay("a.md", "c/b.md")
    Path("loop.md").symlink_to("loop.md")
    paths = ("a.md", "gone.md", "a.md/x.md", "c", "loop.md", "x" * 300)
    assert [is_gone(path) for path in paths] == [False, True, True, True, False, False]


def test_a_name_that_no_file_can_have_needs_no_removing() -> None:
    assert not files.remove(Path("x" * 300))


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

    def nothing_yet(*_: object) -> bytes:
        raise BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable")

    Path("a.md").touch()
    monkeypatch.setattr(os, "read", nothing_yet)
    with pytest.raises(OSError, match="without waiting"):
        files.read_source(Path("a.md"))
