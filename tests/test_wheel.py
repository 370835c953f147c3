"""A wheel built from the checkout prints what the checkout prints, byte for byte."""

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[1]
PYTHON = Path(sys.executable)


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command that must succeed; its output, or a failure that shows what it said."""
    done = subprocess.run(
        command,
        cwd=cwd,
        env={name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts of a venv that holds the wheel and nothing else of the project.

    What the wheel depends on is lent by the venv that runs the tests, so nothing is downloaded. A
    lent folder is searched last and its own ``.pth`` files are not read, so the checkout, which is
    installed there by such a file, stays out of reach.
    """
    folder = tmp_path_factory.mktemp("wheel")
    run(PYTHON, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=CHECKOUT)
    run(PYTHON, "-m", "venv", "--without-pip", folder / "venv", cwd=folder)
    scripts = folder / "venv" / "bin"
    (wheel,) = folder.glob("*.whl")
    pip = (PYTHON, "-m", "pip", "--python", scripts / "python", "--disable-pip-version-check")
    run(*pip, "install", "--no-index", "--no-deps", wheel, cwd=folder)
    (site,) = folder.glob("venv/lib/python*/site-packages")
    (site / "lent.pth").write_text(
        f"{sysconfig.get_path('purelib')}\n{sysconfig.get_path('platlib')}\n"
    )
    return scripts


@pytest.mark.parametrize("kind", ["patient", "clinician"])
def test_wheel_prints_the_same_bytes(installed: Path, tmp_path: Path, kind: str) -> None:
    monograph = next((CHECKOUT / "content").rglob("pomalidomide.md"))
    (tmp_path / "medicine.md").write_bytes(monograph.read_bytes())
    order = ("build", "medicine.md", "--kind", kind, "--output")
    run(installed / "leaflet", *order, "wheel.pdf", cwd=tmp_path)
    run(PYTHON.with_name("leaflet"), *order, "checkout.pdf", cwd=tmp_path)
    assert (tmp_path / "wheel.pdf").read_bytes() == (tmp_path / "checkout.pdf").read_bytes()


def test_wheel_is_what_runs(installed: Path, tmp_path: Path) -> None:
    where = run(installed / "python", "-c", "import leaflet; print(leaflet.__file__)", cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(installed.parent)


def test_wheel_has_the_name_that_is_ours(installed: Path, tmp_path: Path) -> None:
    """On PyPI, `leaflet` is another project. The description there has no checkout around it."""
    code = (
        "from importlib.metadata import metadata; m = metadata('leaflet-press'); "
        "print(m['Name'], '](' in m.get_payload(), 'pip install leaflet-press' in m.get_payload())"
    )
    assert run(installed / "python", "-c", code, cwd=tmp_path) == "leaflet-press False True\n"


def test_init_answers_with_a_command_that_works(installed: Path, tmp_path: Path) -> None:
    for start in ([installed / "leaflet"], [installed / "python", "-m", "leaflet"]):
        name = f"our pharmacy {len(start)}"
        lines = run(*start, "init", name, cwd=tmp_path).splitlines()
        (command,) = (line.removeprefix("next: ") for line in lines if line.startswith("next: "))
        run("sh", "-c", command.replace(" build", " build -k patient"), cwd=tmp_path)
        assert [*(tmp_path / name / "dist").rglob("examplin.pdf")]
