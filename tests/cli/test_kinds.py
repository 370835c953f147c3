from pathlib import Path

from cli.running import leaflet
from leaflet.theme.search_path import shipped


def test_each_kind_has_a_line() -> None:
    lines = leaflet("kinds").stdout.splitlines()
    assert [line.split()[0] for line in lines] == ["clinician", "patient"]
    assert all(len(line.split()) > 3 for line in lines)


def test_a_kind_of_ones_own_is_listed() -> None:
    folder = Path("templates/nurse")
    folder.mkdir(parents=True)
    own = (shipped() / "templates" / "patient" / "kind.toml").read_text("utf-8")
    (folder / "kind.toml").write_text(own, "utf-8")
    assert "\nnurse" in leaflet("kinds").stdout
