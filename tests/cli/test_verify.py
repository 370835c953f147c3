import json
import subprocess
import sys
from pathlib import Path

import pytest

from cli.running import LEAFLET, build, leaflet
from helpers import write_monograph


@pytest.fixture
def dist() -> Path:
    """A folder with one leaflet, printed from content/."""
    write_monograph(Path("content/alpha.md"), "Alphamide")
    assert build("-k", "patient").exit_code == 0
    return Path("dist")


def test_a_folder_that_nobody_touched_is_clean(dist: Path) -> None:
    for args in ((), (str(dist),)):
        result = leaflet("verify", *args)
        assert (result.exit_code, result.stdout) == (0, "")
        assert result.stderr == "1 PDF in dist: 1 proved\n"


def test_findings_are_shown_and_counted(dist: Path) -> None:
    (dist / "patient/alpha.pdf").write_bytes(b"%PDF-1.7")
    (dist / "stray.pdf").touch()
    result = leaflet("verify")
    assert result.exit_code == 3
    assert result.stdout.startswith("dist/patient/alpha.pdf: error[changed] it is not the file")
    assert "dist/stray.pdf: error[foreign]" in result.stdout
    assert result.stderr == "2 PDFs in dist: 1 changed, 1 foreign\n"


def test_json_is_a_list_of_findings(dist: Path) -> None:
    assert json.loads(leaflet("verify", "--format", "json").stdout) == []
    (dist / "patient/alpha.pdf").unlink()
    result = leaflet("verify", "--format", "json")
    assert result.exit_code == 3
    assert json.loads(result.stdout) == [
        {
            "severity": "error",
            "code": "missing",
            "message": "it was printed, and is gone",
            "file": "dist/patient/alpha.pdf",
            "line": 0,
            "column": 0,
            "hint": "print it again",
        }
    ]


def test_quiet_prints_findings_only(dist: Path) -> None:
    assert leaflet("verify", "-q").output == ""
    (dist / "patient/alpha.pdf").unlink()
    assert len(leaflet("verify", LEAFLET_QUIET="1").output.splitlines()) == 2


@pytest.mark.usefixtures("dist")
@pytest.mark.parametrize("standard", ["ua-1+a-2a", "ua-1"])
def test_the_options_of_the_build_need_not_be_repeated(standard: str) -> None:
    assert build("-s", "large-print", "--paper", "a5", "--standard", standard).exit_code == 0
    assert leaflet("verify").exit_code == 0


def test_it_can_be_asked_from_anywhere(dist: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("content")
    assert leaflet("verify", f"../{dist}").exit_code == 0


def test_the_folder_of_the_project_file_is_the_default() -> None:
    write_monograph(Path("content/alpha.md"))
    Path("leaflet.toml").write_text('[print]\noutput = "out"\nkinds = ["patient"]')
    assert build().exit_code == 0
    assert "1 PDF in out: 1 proved" in leaflet("verify").stderr


def test_where_nothing_was_printed_is_nothing_to_verify() -> None:
    result = leaflet("verify")
    assert result.exit_code == 4
    assert result.stderr.startswith("dist: error[nothing-printed] there is no such folder")


def test_a_pdf_is_no_folder(dist: Path) -> None:
    result = leaflet("verify", str(dist / "patient/alpha.pdf"))
    assert result.exit_code == 2
    assert "error[bad-folder]" in result.stderr


def test_a_damaged_manifest_is_reported(dist: Path) -> None:
    (dist / "manifest.json").write_text("{")
    result = leaflet("verify")
    assert result.exit_code == 3
    assert "dist/manifest.json: warning[damaged-manifest] cannot be read" in result.stdout


@pytest.mark.usefixtures("dist")
def test_the_layout_engine_is_not_loaded() -> None:
    code = (
        "import sys; from leaflet.cli import main\n"
        "try: main(['verify'])\n"
        "finally: print('weasyprint' in sys.modules)"
    )
    ran = subprocess.run((sys.executable, "-c", code), capture_output=True, text=True, check=False)
    assert (ran.stdout, ran.returncode) == ("False\n", 0)


def test_help_shows_how() -> None:
    assert "leaflet verify archive/2026-03 --format json" in leaflet("verify", "--help").stdout
    ran = subprocess.run((*LEAFLET, "verify", "--format", "xml"), capture_output=True, check=False)
    assert ran.returncode == 2
