from pathlib import Path

from leaflet.resources import kind_files, shipped


def test_the_projects_kind_stands_for_the_one_of_its_name(tmp_path: Path) -> None:
    for name in ("nurse", "patient"):
        (tmp_path / "templates" / name).mkdir(parents=True)
        (tmp_path / "templates" / name / "kind.toml").touch()
    (tmp_path / "templates" / "empty").mkdir()
    found = kind_files(tmp_path)
    assert list(found) == ["clinician", "nurse", "patient"]
    assert found["clinician"] == shipped() / "templates" / "clinician" / "kind.toml"
    assert found["patient"] == tmp_path / "templates" / "patient" / "kind.toml"
