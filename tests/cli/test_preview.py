import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from cli.running import leaflet

ADDRESS = "http://127.0.0.1:8123/token/"


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the preview was called with, and which page was opened; nothing is served."""
    seen: dict[str, Any] = {"opened": []}

    def hub(
        sources: Sequence[Path], flags: Mapping[str, object], home: Path, older: object
    ) -> None:
        seen.update(sources=sources, flags=flags, home=home, older=older)

    def serve(_hub: None, port: int, ready: Callable[[str], None]) -> None:
        seen.update(port=port)
        ready(ADDRESS)

    monkeypatch.setattr("leaflet.preview.hub.Hub", hub)
    monkeypatch.setattr("leaflet.preview.serve.serve", serve)
    monkeypatch.setattr("webbrowser.open", seen["opened"].append)
    return seen


@pytest.mark.usefixtures("content")
def test_it_prints_its_address_and_shows_what_was_asked_for(called: dict[str, Any]) -> None:
    options = ("-k", "patient", "-s", "large-print", "--paper", "a5", "--timeout", "9")
    result = leaflet("preview", "content/b", *options, "--memory", "300", "--port", "8123")
    assert (result.exit_code, result.stdout.splitlines()[0]) == (0, ADDRESS)
    assert (called["sources"], called["home"], called["port"]) == (
        (Path("content/b"),),
        Path(),
        8123,
    )
    assert called["flags"] == {
        "kinds": ("patient",),
        "styles": ("large-print",),
        "paper": "a5",
        "timeout": 9,
        "memory": 300,
    }
    assert called["opened"] == []


@pytest.mark.usefixtures("content")
def test_the_default_is_the_content_of_the_project_at_any_free_port(
    called: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("leaflet.toml").touch()
    monkeypatch.chdir("content")
    assert leaflet("preview").exit_code == 0
    assert (called["sources"], called["port"]) == ((Path("../content"),), 0)


@pytest.mark.usefixtures("content")
@pytest.mark.parametrize(("option", "opened"), [("--open", [ADDRESS]), ("--no-open", [])])
def test_the_browser_is_opened_when_asked_for(
    called: dict[str, Any], option: str, opened: list[str]
) -> None:
    assert leaflet("preview", option).exit_code == 0
    assert called["opened"] == opened


@pytest.mark.usefixtures("called", "content")
def test_there_must_be_something_to_show() -> None:
    assert leaflet("preview", "nowhere").exit_code == 4
    result = leaflet("preview", "-")
    assert (result.exit_code, "error[no-file]" in result.stderr) == (2, True)


@pytest.mark.parametrize("missing", ["starlette", "uvicorn", "watchfiles"])
def test_without_what_it_needs_it_says_how_to_get_it(
    missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.split(".")[:2] == ["leaflet", "preview"]]:
        monkeypatch.delitem(sys.modules, name)
    for name in [name for name in sys.modules if name.split(".")[0] == missing]:
        monkeypatch.delitem(sys.modules, name)
    absent: ModuleType | None = None
    monkeypatch.setitem(sys.modules, missing, absent)
    result = leaflet("preview")
    assert result.exit_code == 2
    assert "error[no-preview]" in result.stderr
    assert "pip install 'leaflet-press[preview]'" in result.stderr
