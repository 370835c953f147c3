"""No process of leaflet imports what happens to be in the current directory."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from helpers import write_monograph
from leaflet.import_path import safe_import_path

NAMES = (
    *("yaml", "json", "re", "multiprocessing", "click", "weasyprint", "jinja2", "frontmatter"),
    *("pikepdf", "pypdfium2", "page", "markdown", "fontTools", "babel", "sqlite3", "msgspec"),
    *("encodings", "sitecustomize", "usercustomize", "resource_tracker", "socket", "random"),
)
"""Modules that leaflet or Python imports, some of them late and in other processes."""

PLANTED = """
import os
with open(os.environ["CAUGHT"], "a") as file:
    file.write(f"{__name__} in {os.getpid()}\\n")
raise SystemExit("taken for a library")
"""


def run(folder: Path, *command: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder where each of those modules is planted, beside a monograph."""
    write_monograph(folder / "content" / "a.md")
    for name in NAMES:
        for where in (folder, folder / "content", folder / "dist"):
            where.mkdir(exist_ok=True)
            (where / f"{name}.py").write_text(PLANTED)
    environment = {**os.environ, "CAUGHT": str(folder / "caught"), **environ}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def command(folder: Path) -> tuple[str, ...]:
    """What pip installs as ``leaflet``: a script in a folder of its own."""
    script = folder / "bin" / "leaflet"
    script.parent.mkdir()
    script.write_text("from leaflet.__main__ import run\nif __name__ == '__main__':\n    run()\n")
    return sys.executable, str(script)


@pytest.mark.parametrize(
    "arguments",
    [("build", "-k", "patient"), ("check",), ("verify",), ("doctor",), ("config",)],
    ids=lambda arguments: arguments[0],
)
def test_a_module_beside_the_monographs_is_never_run(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    result = run(tmp_path / "work", *command(tmp_path), *arguments)
    caught = tmp_path / "work" / "caught"
    assert not caught.exists(), caught.read_text()
    assert "Traceback" not in result.stderr
    if arguments[0] == "build":
        assert (tmp_path / "work" / "dist" / "patient" / "a.pdf").is_file(), result.stderr


def test_nor_by_python_m(tmp_path: Path) -> None:
    result = run(tmp_path, sys.executable, "-m", "leaflet", "build", "-k", "patient")
    assert not (tmp_path / "caught").exists(), (tmp_path / "caught").read_text()
    assert (tmp_path / "dist" / "patient" / "a.pdf").is_file(), result.stderr


def test_nor_where_the_import_path_has_an_empty_entry(tmp_path: Path) -> None:
    code = (
        "import leaflet.import_path as i; i.leave_current_directory(); import sys; print(sys.path)"
    )
    result = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": f"{os.environ.get('PYTHONPATH', '')}{os.pathsep}"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "''" not in result.stdout
    assert repr(str(tmp_path)) not in result.stdout


def test_a_program_that_calls_leaflet_keeps_its_own_import_path(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", ["", str(tmp_path), *sys.path])
    monkeypatch.setenv("PYTHONPATH", f"{os.pathsep}/elsewhere")
    before = [*sys.path]
    with safe_import_path():
        assert "" not in sys.path
        assert str(tmp_path) not in sys.path
        assert os.environ["PYTHONPATH"] == "/elsewhere"
        assert os.environ["PYTHONSAFEPATH"] == "1"
    assert sys.path == before
    assert os.environ["PYTHONPATH"] == f"{os.pathsep}/elsewhere"
    assert "PYTHONSAFEPATH" not in os.environ
