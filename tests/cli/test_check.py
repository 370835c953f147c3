"""``leaflet check`` as people and programs call it."""

import json
import subprocess
from pathlib import Path

import pytest

from cli.running import LEAFLET, leaflet
from lint.frame import FRAME, framed

NO_DOSE = framed(
    "Your doctor sets the dose.\n\nTake it by mouth, in tablets, once a day for 3 days."
)[0]
UNREAL = framed("This is a hypothetical medicine; 5 mg.")[0]


@pytest.fixture(autouse=True)
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project, and the folder of its monographs."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "content"
    folder.mkdir()
    return folder


def test_findings_have_file_line_and_column(content: Path) -> None:
    (content / "one.md").write_text(NO_DOSE)
    result = leaflet("check", "--select", "no-dose")
    assert result.stdout == (
        "content/one.md:11:5: warning[no-dose] the dosage section states no amount\n"
        "  hint: state the dose, or waive this rule and give the reason why there is none\n"
    )
    assert result.stderr == "1 file: 0 errors, 1 warning, 0 notes\n"


@pytest.mark.parametrize(
    ("text", "options", "code"),
    [
        (FRAME, (), 0),
        (NO_DOSE, (), 0),
        (NO_DOSE, ("--strict",), 3),
        (UNREAL, (), 3),
        (UNREAL, ("--ignore", "hypothetical"), 0),
        (FRAME, ("--select", "no-such"), 2),
        (FRAME, ("--format", "html"), 2),
        (FRAME, ("--summary", "--format", "sarif"), 2),
    ],
)
def test_exit_codes(content: Path, text: str, options: tuple[str, ...], code: int) -> None:
    (content / "one.md").write_text(text)
    assert leaflet("check", *options).exit_code == code


def test_nothing_to_read_is_exit_code_4() -> None:
    assert leaflet("check").exit_code == 4


def test_a_misspelt_code_is_reported_with_a_suggestion(content: Path) -> None:
    (content / "one.md").write_text(FRAME)
    assert 'did you mean "no-dose"?' in leaflet("check", "--ignore", "no-dos").stderr


def test_the_project_file_chooses_rules_and_their_weight(content: Path) -> None:
    (content / "one.md").write_text(NO_DOSE)
    Path("leaflet.toml").write_text(
        '[check]\nselect = ["no-dose"]\nseverity = {no-dose = "error"}\n'
    )
    result = leaflet("check")
    assert result.exit_code == 3
    assert "error[no-dose]" in result.stdout


def test_json_is_a_list_of_objects(content: Path) -> None:
    (content / "one.md").write_text(NO_DOSE)
    result = leaflet("check", "--format", "json", "--select", "no-dose")
    assert json.loads(result.stdout) == [
        {
            "severity": "warning",
            "code": "no-dose",
            "message": "the dosage section states no amount",
            "file": "content/one.md",
            "line": 11,
            "column": 5,
            "hint": "state the dose, or waive this rule and give the reason why there is none",
        }
    ]


def test_standard_input_can_be_read() -> None:
    result = leaflet("check", "-", "--select", "hypothetical", data=UNREAL)
    assert result.exit_code == 3
    assert "-:13:11: error[hypothetical]" in result.stdout


def test_a_rule_is_explained() -> None:
    result = leaflet("check", "--explain", "no-dose")
    assert result.exit_code == 0
    assert result.stdout.startswith("warning[no-dose] the dosage section states no amount")


def test_a_summary_is_text_json_or_a_page(content: Path) -> None:
    (content / "one.md").write_text(NO_DOSE)
    (content / "two.md").write_text(FRAME)
    assert "2 files, 1 without errors or warnings" in leaflet("check", "--summary").stdout
    summary = json.loads(leaflet("check", "--summary", "--format", "json").stdout)
    row = {"code": "no-dose", "severity": "warning", "findings": 1, "files": 1}
    assert summary["codes"][0] == row
    page = leaflet("check", "--summary", "--format", "html").stdout
    assert page.startswith("<!DOCTYPE html>")


def test_nothing_is_changed_and_the_layout_engine_stays_out(content: Path) -> None:
    (content / "one.md").write_text(UNREAL)
    code = (
        "import sys; from leaflet.cli import main; main(['check'], standalone_mode=False)\n"
        "print(sorted({'weasyprint', 'pikepdf', 'pypdfium2'} & sys.modules.keys()))"
    )
    done = subprocess.run(
        [
            LEAFLET[0],
            "-c",
            f"try:\n  {code.splitlines()[0]}\nexcept SystemExit: pass\n{code.splitlines()[1]}",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.endswith("[]\n")
    assert (content / "one.md").read_text() == UNREAL
    assert [p.name for p in Path().iterdir()] == ["content"]


def test_since_an_older_version_only_what_changed_is_checked(content: Path) -> None:
    old = content.with_name("old")
    old.mkdir()
    for name in ("one", "two"):
        (old / f"{name}.md").write_text(FRAME)
        (content / f"{name}.md").write_text(FRAME)
    assert leaflet("check", "--since", "old").stderr.startswith("0 files:")
    assert "5 mg" in FRAME
    (content / "one.md").write_text(FRAME.replace("5 mg", "50 mg", 1))
    result = leaflet("check", "--since", "old")
    assert "error[dose-tenfold]" in result.stdout
    assert (result.exit_code, result.stderr[:7]) == (3, "1 file:")
    assert leaflet("check", "--since", "old", "--ignore", "dose-tenfold").exit_code == 0
    assert leaflet("check", "--since", "nosuch").exit_code == 2
