"""Where templates and styles lie: the folders of a project first, then those that leaflet ships."""

from pathlib import Path


def shipped() -> Path:
    """The folder of the ``templates/`` and ``styles/`` that leaflet ships: wheel or checkout."""
    package = Path(__file__).parent
    return package if (package / "templates").is_dir() else package.parents[1]


def kind_files(project: Path) -> dict[str, Path]:
    """The ``kind.toml`` of every kind by the kind's name; the project's own stands for ours."""
    found: dict[str, Path] = {}
    for root in (shipped(), project):
        for file in sorted(root.glob("templates/*/kind.toml")):
            found[file.parent.name] = file
    return dict(sorted(found.items()))
