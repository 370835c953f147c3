"""``leaflet check --fix``: shown first, asked for, and then written."""

import os
from contextlib import suppress
from pathlib import Path

import pytest

from cli.running import leaflet
from leaflet.files.rewriting import rewrite
from lint.frame import framed

WRONG = framed("Adults take 1.0 mg once a day. Apply [specific condition].")[0]


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A monograph with a dose that can be misread, and something that a person must decide."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "one.md").write_text(WRONG)
    return Path("one.md")


def test_a_correction_is_shown_and_written_on_yes(file: Path) -> None:
    result = leaflet("check", "--fix", "one.md", data="y\n")
    assert "-Adults take 1.0 mg" in result.stdout
    assert "+Adults take 1 mg" in result.stdout
    assert file.read_text() == WRONG.replace("1.0 mg", "1 mg")
    assert leaflet("check", "--fix", "one.md").stderr == "no safe fixes\n"


@pytest.mark.parametrize("answer", ["n\n", "\n"])
def test_nothing_is_written_without_a_yes(file: Path, answer: str) -> None:
    assert "nothing was written" in leaflet("check", "--fix", "one.md", data=answer).stderr
    assert file.read_text() == WRONG


def test_without_anybody_to_ask_nothing_is_written(file: Path) -> None:
    assert leaflet("check", "--fix", "one.md").exit_code == 1
    assert file.read_text() == WRONG


def test_a_program_may_say_yes_beforehand(file: Path) -> None:
    result = leaflet("check", "--fix", "--yes", "one.md")
    assert result.stderr == "wrote 1 change to 1 file\n"
    assert "1.0 mg" not in file.read_text()


def test_an_ignored_rule_corrects_nothing(file: Path) -> None:
    leaflet("check", "--fix", "--yes", "--select", "no-dose", "one.md")
    assert file.read_text() == WRONG


def test_standard_input_cannot_be_corrected() -> None:
    assert leaflet("check", "--fix", "-", data=WRONG).exit_code == 2


def test_mode_owner_and_attributes_stay(file: Path) -> None:
    file.chmod(0o640)
    with suppress(OSError):  # some file systems have none
        os.setxattr(file, "user.origin", b"ward 3")
    attributes = os.listxattr(file)
    os.utime(file, (1, 1))
    before = file.stat()
    assert leaflet("check", "--fix", "--yes", "one.md").exit_code == 0
    after = file.stat()
    assert (after.st_mode, after.st_uid, after.st_gid) == (
        before.st_mode,
        before.st_uid,
        before.st_gid,
    )
    assert os.listxattr(file) == attributes
    assert after.st_mtime > before.st_mtime
    assert os.listdir() == ["one.md"]


def test_a_file_with_two_names_stays_one_file(file: Path) -> None:
    Path("two.md").hardlink_to(file)
    assert leaflet("check", "--fix", "--yes", ".").exit_code == 0
    assert file.samefile("two.md")
    assert file.read_text() == WRONG.replace("1.0 mg", "1 mg")


def test_a_link_within_the_folder_stays_a_link(file: Path) -> None:
    Path("two.md").symlink_to(file)
    result = leaflet("check", "--fix", "--yes", ".")
    assert (result.exit_code, result.stderr) == (0, "wrote 1 change to 1 file\n")
    assert Path("two.md").is_symlink()
    assert file.read_text() == WRONG.replace("1.0 mg", "1 mg")


def test_a_link_out_of_the_folder_is_not_followed(file: Path) -> None:
    Path("content").mkdir()
    Path("content/two.md").symlink_to(file.resolve())
    result = leaflet("check", "--fix", "--yes", "content/two.md")
    assert result.exit_code == 3
    assert "error[not-fixed] is a link that leads out of its folder" in result.stderr
    assert file.read_text() == WRONG


def test_what_somebody_saved_meanwhile_stays(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (file.parent / "two.md").write_text(WRONG)

    def confirm(*_: object, **__: object) -> bool:
        file.write_text(WRONG.replace("once", "twice"))
        return True

    monkeypatch.setattr("click.confirm", confirm)
    result = leaflet("check", "--fix", ".")
    assert result.exit_code == 3
    assert "one.md: error[not-fixed] has been changed meanwhile" in result.stderr
    assert "wrote 1 change to 1 file" in result.stderr
    assert file.read_text() == WRONG.replace("once", "twice")
    assert Path("two.md").read_text() == WRONG.replace("1.0 mg", "1 mg")


@pytest.mark.parametrize("size", [1, 100_000])
def test_a_file_whose_equal_cannot_be_made_is_overwritten(
    file: Path, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("os.chown", refuse)
    inode = file.stat().st_ino
    rewrite(file, WRONG.encode(), b"x" * size)
    assert (file.stat().st_ino, file.read_bytes()) == (inode, b"x" * size)
    assert os.listdir() == ["one.md"]


def test_marks_and_ends_of_lines_stay(file: Path) -> None:
    odd = "\ufeff" + WRONG.replace("\n", "\r\n").rstrip()
    file.write_bytes(odd.encode())
    leaflet("check", "--fix", "--yes", "one.md")
    assert file.read_bytes() == odd.replace("1.0 mg", "1 mg").encode()
