"""The commands of action.yml, .pre-commit-hooks.yaml and the Containerfile, as they are in them."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from lint.frame import FRAME, framed

CHECKOUT = Path(__file__).parents[1]
LEAFLET = Path(sys.executable).parent
REFUSED = framed("Adults take 5 mg.\n\n![A chart](none.png)")[0]
NO_DOSE = framed("Your doctor sets the dose. Take it by mouth, in tablets, for 3 days.")[0]
NOTED = FRAME.replace("Adults take", "Adults > 50 kg take")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("content").mkdir()


def run(*command: str, **environ: str) -> "subprocess.CompletedProcess[str]":
    path = f"{LEAFLET}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        command,
        env={**os.environ, "PATH": path, **environ},
        capture_output=True,
        text=True,
        check=False,
    )


def step(name: str) -> str:
    """The script of a step of the action."""
    action: Any = yaml.safe_load((CHECKOUT / "action.yml").read_text("utf-8"))
    (found,) = (each for each in action["runs"]["steps"] if each.get("name") == name)
    assert found["shell"] == "bash"
    script: str = found["run"]
    return script


def act(name: str, **environ: str) -> "subprocess.CompletedProcess[str]":
    """Run a step as GitHub runs one in bash."""
    return run("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step(name), **environ)


@pytest.mark.parametrize(
    ("text", "strict", "code", "out"),
    [
        (NOTED, "false", 0, ""),
        (REFUSED, "false", 3, "::error file=content/a.md,line=15,col=1,title=resource-refused::"),
        (NO_DOSE, "false", 0, "::warning file=content/a.md,line=11"),
        (NO_DOSE, "true", 3, "::warning file=content/a.md,line=11"),
    ],
)
def test_the_action_annotates_what_it_finds(text: str, strict: str, code: int, out: str) -> None:
    Path("content/a.md").write_text(text)
    Path("more").mkdir()
    Path("more/b.md").write_text(FRAME.replace("Examplin", "Testamide"))
    done = act("Check", SOURCES="content more", STRICT=strict)
    assert (done.returncode, done.stdout.startswith(out)) == (code, True), done.stderr
    assert "::notice" not in done.stdout


def test_the_action_prints() -> None:
    Path("content/a.md").write_text(FRAME)
    done = act("Build", SOURCES="content")
    assert done.returncode == 0, done.stderr
    assert Path("leaflets/patient/a.pdf").exists()


def test_the_hook_refuses_a_commit_and_is_silent_otherwise() -> None:
    (hook,) = yaml.safe_load((CHECKOUT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    Path("content/a.md").write_text(NOTED)
    Path("content/b.md").write_text(REFUSED)
    done = run(*hook["entry"].split(), "content/a.md")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    done = run(*hook["entry"].split(), "content/a.md", "content/b.md")
    assert done.returncode == 3
    assert "content/b.md:15: error[resource-refused]" in done.stdout
    assert re.search(hook["exclude"], "content/README.md")
    assert not re.search(hook["exclude"], "content/a.md")


def test_the_image_is_built_by_the_script_that_is_tried_on_a_bare_debian() -> None:
    file = (CHECKOUT / "Containerfile").read_text("utf-8")
    (script,) = re.findall(r"^RUN sh /usr/src/leaflet/(\S+)$", file, re.M)
    assert f"sh {script}" in (CHECKOUT / "scripts" / "minimal.sh").read_text("utf-8")
    steps = (CHECKOUT / script).read_text("utf-8")
    (user,) = re.findall(r"^USER (\S+)$", file, re.M)
    assert f"useradd --uid 1000 --create-home {user}" in steps
    assert run("sh", "-n", str(CHECKOUT / script)).returncode == 0


def test_everything_installs_the_same_packages_of_debian() -> None:
    wanted = {"libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"}
    for file in ("scripts/container.sh", "scripts/setup.sh", "action.yml"):
        assert wanted <= set(re.findall(r"lib[\w.-]+", (CHECKOUT / file).read_text("utf-8")))
