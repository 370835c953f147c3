from pathlib import Path

import pytest

from leaflet.api.arguments import BuildOptions, CheckOptions, LookOptions, paths, settings_from
from leaflet.config.settings import Settings
from leaflet.errors import SettingsError
from leaflet.job import Standard
from leaflet.theme.search_path import shipped


def test_without_a_project_only_the_options_count(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("leaflet.toml").write_text('[print]\npaper = "a5"\n')
    monkeypatch.setenv("LEAFLET_PAPER", "letter")
    assert settings_from({}, LookOptions) == Settings(project=shipped())
    given = settings_from({"styles": "x", "standard": "ua-1+a-2a", "paper": "b"}, LookOptions)
    assert (given.styles, given.standard, given.paper) == (("x",), Standard.UA_AND_A, "b")


def test_a_project_has_its_settings_and_options_override_them(here: Path) -> None:
    folder = Path("project")
    folder.mkdir()
    toml = '[print]\npaper = "a5"\nkinds = ["patient"]\noutput = "out"\nreport = "r.json"\n'
    (folder / "leaflet.toml").write_text(toml)
    given = settings_from({"project": folder, "kinds": ["clinician"]}, BuildOptions)
    assert (given.paper, given.kinds, given.project) == ("a5", ("clinician",), folder)
    assert (given.output, given.report) == (folder / "out", folder / "r.json")
    (folder / "below").mkdir()
    found = settings_from({"project": here / "project" / "below"}, BuildOptions)
    assert found.project.resolve() == here / "project"
    assert found.output.resolve() == here / "project" / "out"


def test_what_cannot_be_used_is_refused() -> None:
    with pytest.raises(TypeError, match="unknown option: papper, strict"):
        settings_from({"papper": "a4", "strict": True, "paper": "a4"}, LookOptions)
    with pytest.raises(SettingsError, match='"ua-1" or "ua-1\\+a-2a", not \'ua-2\''):
        settings_from({"standard": "ua-2"}, LookOptions)
    with pytest.raises(SettingsError, match="there is no such folder"):
        settings_from({"project": "nowhere"}, CheckOptions)


def test_sources_are_one_path_or_several() -> None:
    assert paths("a") == paths(Path("a")) == paths(["a"]) == (Path("a"),)
    assert paths(map(Path, "ab")) == (Path("a"), Path("b"))
    with pytest.raises(ValueError, match="not the path"):
        paths(["a", "---\ntitle: x\n---"])
