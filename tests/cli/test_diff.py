"""``leaflet diff`` as people and programs call it."""

import json
import subprocess
from pathlib import Path

import pytest

from cli.running import leaflet
from helpers import words, write_monograph

OTHER = """---
title: Other
---
### Usage
For coughs, colds and the like, whoever has them.
### Dosage
A spoonful before breakfast.
### Side Effects
None are known to anybody.
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two versions of two medicines, in old/ and new/."""
    monkeypatch.chdir(tmp_path)
    for version in ("old", "new"):
        for name in ("one", "two"):
            write_monograph(tmp_path / version / f"{name}.md", name.title())
    return tmp_path


def edit(file: str, before: str, after: str) -> None:
    text = Path(file).read_text("utf-8")
    assert before in text
    Path(file).write_text(text.replace(before, after), "utf-8")


def test_a_changed_dose_is_listed_from_and_to() -> None:
    edit("new/one.md", "5 mg", "50 mg")
    result = leaflet("diff", "old", "new")
    assert result.stdout == (
        "One: without a version (old/one.md → new/one.md)\n"
        "    12  number         Dosage: Adults: 5 mg → 50 mg once daily.\n"
    )
    assert result.stderr == "old → new: 1 changed, 1 same; 1 change to look at first\n"
    assert result.exit_code == 0


def test_other_changes_of_a_folder_are_counted_unless_all_are_wanted() -> None:
    edit("new/one.md", "Drowsiness", "Sleepiness")
    counted = (
        "One: without a version (old/one.md → new/one.md)\n  1 other change; --all lists them\n"
    )
    assert leaflet("diff", "old", "new").stdout == counted
    assert (
        "reworded       Side Effects: Drowsiness" in leaflet("diff", "old", "new", "--all").stdout
    )
    assert "reworded" in leaflet("diff", "old/one.md", "new/one.md").stdout


def test_files_that_came_went_were_renamed_or_cannot_be_read() -> None:
    Path("new/one.md").rename("new/three.md")
    Path("new/two.md").unlink()
    Path("new/four.md").write_text(OTHER, "utf-8")
    Path("new/five.md").write_bytes(b"\xff")
    Path("old/five.md").write_text("x")
    result = leaflet("diff", "old", "new")
    heads = [line.partition(": ")[0] for line in result.stdout.splitlines() if line[0] != " "]
    assert heads == ["five [failed]", "Two [gone]", "Other [new]", "One [renamed]"]
    assert "new/five.md:1: error[not-text]" in result.stdout
    assert result.exit_code == 1


def test_json_has_every_change() -> None:
    edit("new/one.md", "5 mg", "50 mg")
    answer = json.loads(leaflet("diff", "old", "new", "--format", "json", "-q").stdout)
    assert answer["counts"] == {
        **dict.fromkeys(("failed", "gone", "new", "renamed"), 0),
        **{"changed": 1, "same": 1},
    }
    (change,) = answer["medicines"][0]["changes"]
    assert (change["from"], change["to"]) == (
        "Adults: 5 mg once daily.",
        "Adults: 50 mg once daily.",
    )


def test_an_older_version_that_would_be_refused_now_is_compared() -> None:
    edit("old/one.md", "once daily", "{frequency}")
    result = leaflet("diff", "old/one.md", "new/one.md")
    assert "warning[old-refused]" in result.stdout
    assert "{frequency}. → once daily." in result.stdout


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("old", "new"), 0),
        (("old", "new", "--strict"), 3),
        (("old", "old", "--strict"), 0),
        (("old",), 4),
        (("old", "new", "more"), 2),
        (("--git", "..HEAD"), 2),
        (("--git", "nosuch..HEAD", "old"), 2),
        (("old", "nowhere"), 4),
    ],
)
def test_exit_codes(options: tuple[str, ...], code: int) -> None:
    edit("new/one.md", "5 mg", "50 mg")
    assert leaflet("diff", *options).exit_code == code


def test_a_hostile_name_or_text_is_text() -> None:
    edit("new/one.md", "title: One", 'title: "One \\e[31m"')
    result = leaflet("diff", "old", "new")
    assert "\x1b" not in result.stdout


def test_lists_and_marked_editions_are_written_into_a_folder() -> None:
    edit("new/one.md", "5 mg", "50 mg")
    assert leaflet("diff", "old", "new", "-o", "out", "--paper", "letter").exit_code == 0
    written = sorted(each.as_posix() for each in Path("out").rglob("*") if each.is_file())
    assert written == [
        *("out/changes.html", "out/changes.json", "out/changes.pdf"),
        *("out/marked/clinician/one.pdf", "out/marked/patient/one.pdf"),
    ]
    printed = words(Path("out/marked/patient/one.pdf"))
    assert "Marked changes, not for patients · One" in printed
    assert "Adults: 5 mg 50 mg once daily." in printed
    assert leaflet("diff", "old", "new", "-o", "out", "-k", "clinician").exit_code == 0
    assert [each.as_posix() for each in Path("out").rglob("one.pdf")] == [
        "out/marked/clinician/one.pdf"
    ]


def test_a_style_that_does_not_exist_is_a_wrong_setting() -> None:
    edit("new/one.md", "5 mg", "50 mg")
    assert leaflet("diff", "old", "new", "-o", "out", "-s", "nosuch").exit_code == 2


def test_what_changed_since_it_was_printed() -> None:
    Path("old").rename("content")
    assert leaflet("build", "-q", "-k", "patient").exit_code == 0
    assert (
        leaflet("diff").stderr == "dist as printed → content: 2 same; 0 changes to look at first\n"
    )
    edit("content/one.md", "5 mg", "50 mg")
    result = leaflet("diff")
    assert "(dist: content/one.md → content/one.md)" in result.stdout
    assert "5 mg → 50 mg once daily." in result.stdout
    assert leaflet("diff", "content/two.md", "--strict").exit_code == 0
    assert leaflet("diff", "-k", "clinician").exit_code == 4


def test_what_changed_between_revisions(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("old").rename("content")
    for name in ("GIT_AUTHOR", "GIT_COMMITTER"):
        monkeypatch.setenv(f"{name}_NAME", "A")
        monkeypatch.setenv(f"{name}_EMAIL", "a@example.org")
    git("init", "-q")
    git("add", "content")
    git("commit", "-qm", "one")
    edit("content/one.md", "5 mg", "50 mg")
    assert "HEAD:content/one.md → content/one.md" in leaflet("diff", "--git", "HEAD").stdout
    git("commit", "-qam", "two")
    assert "5 mg → 50 mg" in leaflet("diff", "--git", "HEAD~1..HEAD").stdout
    assert "5 mg → 50 mg" in leaflet("diff", "--git", "HEAD~1..", "content/one.md").stdout
    assert leaflet("diff", "--git", "HEAD..HEAD", "--strict").exit_code == 0


def git(*arguments: str) -> None:
    subprocess.run(["git", *arguments], check=True, capture_output=True)
