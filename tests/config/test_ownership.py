"""Projects of other users are refused before anything of them is read."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from leaflet.cli import main
from leaflet.config import settings
from leaflet.errors import SettingsError

STRANGER = 12_345

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home" / "leaflet"
    folder.mkdir(parents=True)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder.parent))
    monkeypatch.delenv("SUDO_UID", raising=False)
    return folder


def project(folder: Path, foreign: str) -> Path:
    """A project in which one thing is another user's; a folder deep within it."""
    deep = folder / "project" / "a" / "b"
    deep.mkdir(parents=True)
    for name in ("templates", "styles", "locale"):
        (folder / "project" / name).mkdir()
    (folder / "project" / "leaflet.toml").touch()
    os.chown(folder / "project" / foreign, STRANGER, STRANGER)
    return deep


def refusal(folder: Path) -> str:
    with pytest.raises(SettingsError) as caught:
        settings.load({}, {}, folder)
    assert [each.code for each in caught.value.diagnostics] == ["foreign-project"]
    return str(caught.value)


@pytest.mark.parametrize("foreign", ["leaflet.toml", "templates", "styles", "locale"])
def test_what_is_another_users_is_refused(tmp_path: Path, foreign: str) -> None:
    message = refusal(project(tmp_path, foreign))
    assert f"{foreign}: error[foreign-project] belongs to another user (uid 12345)" in message
    assert f'add "{tmp_path / "project"}" to safe.directory' in message


def test_its_settings_are_not_even_read(tmp_path: Path) -> None:
    deep = project(tmp_path, "leaflet.toml")
    (tmp_path / "project" / "leaflet.toml").write_text("[nonsense")
    refusal(deep)


def test_a_folder_without_a_project_file_is_one_too(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    os.chown(tmp_path / "templates", STRANGER, STRANGER)
    refusal(tmp_path)


def test_a_link_is_as_foreign_as_what_it_leads_to(tmp_path: Path) -> None:
    deep = project(tmp_path, "a")
    (tmp_path / "theirs").mkdir()
    os.chown(tmp_path / "theirs", STRANGER, STRANGER)
    (tmp_path / "project" / "styles").rmdir()
    (tmp_path / "project" / "styles").symlink_to(tmp_path / "theirs")
    refusal(deep)
    os.chown(tmp_path / "theirs", 0, 0)
    os.lchown(tmp_path / "project" / "styles", STRANGER, STRANGER)
    refusal(deep)


def test_the_users_own_project_is_fine(tmp_path: Path) -> None:
    assert settings.load({}, {}, project(tmp_path, "a")).project == Path("../..")


@pytest.mark.parametrize(
    ("named", "is_safe"),
    [
        ("{}", True),
        ("*", True),
        ("{}/..", True),
        ("{}/a", False),
        ("/elsewhere", False),
        (".", False),
    ],
)
def test_a_folder_that_the_user_trusts_is_fine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: Path, named: str, is_safe: bool
) -> None:
    deep = project(tmp_path, "templates")
    name = named.format(tmp_path / "project")
    (home / "config.toml").write_text(f'[safe]\ndirectory = ["{name}"]\n')
    if is_safe:
        settings.load({}, {}, deep)
    else:
        refusal(deep)
    (home / "config.toml").unlink()
    refusal(deep)
    monkeypatch.setenv("LEAFLET_SAFE_DIRECTORY", f"/none{os.pathsep}{name}")
    if is_safe:
        settings.load({}, {}, deep)
    else:
        refusal(deep)


def test_nobody_else_can_trust_it_for_the_user(tmp_path: Path, home: Path) -> None:
    deep = project(tmp_path, "templates")
    (home / "config.toml").write_text('[safe]\ndirectory = ["*"]\n')
    os.chown(home / "config.toml", STRANGER, STRANGER)
    refusal(deep)


def test_root_by_sudo_trusts_who_called_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = project(tmp_path, "templates")
    monkeypatch.setenv("SUDO_UID", str(STRANGER))
    settings.load({}, {}, deep)


def test_the_doctor_runs_no_foreign_template_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project(tmp_path, "templates")
    monkeypatch.chdir(tmp_path / "project")
    result = CliRunner().invoke(main, ["doctor"])
    assert result.exit_code == 2
    assert "error[foreign-project]" in result.stderr
