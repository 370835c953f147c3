"""A project with templates that never finish, fill the memory, or are invalid."""

from pathlib import Path

from helpers import write_monograph
from leaflet.config.settings import Settings
from leaflet.job import Job
from leaflet.theme.search_path import shipped

NEST = 40
"""Nested flex boxes, each of which lays out its content several times."""

PAGES = {
    "endless": f'<div class="nest">{"<div>" * NEST}x{"</div>" * NEST}</div>',
    "greedy": "{% for n in range(99999) %}{{ n ~ 'x' * 100000 }}{% endfor %}",
    "broken": "{% if %}",
}


def project(folder: Path) -> Settings:
    """A project with a kind for each fault, and a monograph ``a.md``."""
    sound = shipped() / "templates" / "patient"
    for name, page in PAGES.items():
        kind = folder / "templates" / name
        kind.mkdir(parents=True)
        for file in ("kind.toml", "page.css"):
            (kind / file).write_bytes((sound / file).read_bytes())
        text = f'{{% extends "base.html" %}}{{% block sheet %}}{page}{{% endblock %}}'
        (kind / "page.html").write_text(text)
        with (kind / "page.css").open("a") as css:
            css.write(".nest, .nest * { display: flex }")
    write_monograph(folder / "a.md")
    return Settings(project=folder, output=folder / "out", jobs=1)


def job(settings: Settings, kind: str = "patient", name: str = "a.md") -> Job:
    folder = settings.project
    return Job(folder / name, name, kind, (), "a4", folder / "out" / kind / f"{name}.pdf")
