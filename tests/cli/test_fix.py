"""``leaflet check --fix``: shown first, asked for, and then written."""

from pathlib import Path

import pytest

from cli.running import leaflet
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
