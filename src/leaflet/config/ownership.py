"""Who owns a project: settings and templates of other users are refused, as git does.

Templates are programs and ``leaflet.toml`` chooses them, so whoever can write one in a folder above
could run code as the user. Files of the user and of root are trusted, and those below a
folder that ``safe.directory`` names in the user's own configuration.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from leaflet import files
from leaflet.config import toml_file
from leaflet.config.value_types import Names, convert
from leaflet.errors import SettingsError

VARIABLE = "LEAFLET_SAFE_DIRECTORY"
"""Folders to trust, separated as in PATH; ``*`` trusts all."""

CHECKED = (toml_file.NAME, "templates", "styles", "locale")
"""What leaflet takes from a project."""


def require_trusted(project: Path) -> None:
    """Raise SettingsError where anything that leaflet takes from a project is another user's."""
    trusted = _trusted_users()
    if trusted is None:
        return
    for name in CHECKED:
        strangers = files.owners(project / name) - trusted
        if strangers and not _is_safe(project):
            here = os.path.realpath(project)
            raise SettingsError.of(
                "foreign-project",
                f"belongs to another user (uid {min(strangers)}), whose files may run code as you",
                file=str(project / name),
                hint=f'change its owner, or add "{here}" to safe.directory in {_user_file()}',
            )


def _trusted_users() -> set[int] | None:
    """The user, root, and whoever became root by sudo; None where files have no such owners."""
    if not hasattr(os, "geteuid"):
        return None
    user = os.geteuid()
    sudo = os.environ.get("SUDO_UID", "")
    return {0, user} | ({int(sudo)} if user == 0 and sudo.isdecimal() else set())


def _is_safe(project: Path) -> bool:
    here = Path(os.path.realpath(project))
    return any(
        name == "*" or (os.path.isabs(name) and here.is_relative_to(os.path.realpath(name)))
        for name in _safe_directories()
    )


def _safe_directories() -> Iterator[str]:
    yield from filter(None, os.environ.get(VARIABLE, "").split(os.pathsep))
    file = _user_file()
    if files.owners(file) and not files.owners(file) - {0, os.geteuid()}:
        for setting in toml_file.read(file, str(file)):
            if setting.key == "safe.directory":
                yield from convert(setting.value, Names)


def _user_file() -> Path:
    home = os.environ.get("XDG_CONFIG_HOME") or os.path.expanduser("~/.config")
    return Path(home) / "leaflet" / "config.toml"
