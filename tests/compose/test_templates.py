"""A project may replace or extend page templates; errors in them name file and line."""

from pathlib import Path

import pytest

import leaflet
from compose.writing import write
from helpers import MONOGRAPH, words
from leaflet.compose import Design, compose
from leaflet.compose.templates import fill
from leaflet.config.settings import Settings
from leaflet.errors import SettingsError
from leaflet.i18n.messages import ENGLISH
from leaflet.theme.search_path import Theme


def page_of(project: Path, template: str) -> str:
    file = project / "templates/patient/page.html"
    file.parent.mkdir(parents=True)
    file.write_text(template, "utf-8")
    theme = Theme.of(project)
    kind = theme.kind("patient")
    design = Design(kind, theme, theme.stylesheet(kind, (), "a4"), Settings())
    return compose(write(), design).html


def test_a_page_may_extend_the_one_it_replaces(tmp_path: Path) -> None:
    html = page_of(
        tmp_path,
        '{% extends "builtin/patient/page.html" %}\n'
        "{% block sheet %}<p data-own>Our hospital</p>{{ super() }}{% endblock %}",
    )
    assert html.index("Our hospital") < html.index("<h1")
    assert "How to use Testamide" in html


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("{% if %}", "page.html:1: error[bad-template]"),
        ("{{ front.tittle }}", "'tittle'"),
        ('{% extends "bass.html" %}', "there is no template bass.html"),
    ],
)
def test_a_broken_template_is_a_settings_error(tmp_path: Path, template: str, message: str) -> None:
    with pytest.raises(SettingsError) as error:
        page_of(tmp_path, template)
    assert message in str(error.value)


def test_values_are_escaped(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/t.html").write_text("<p>{{ name }}</p>", "utf-8")
    assert fill(Theme.of(tmp_path), ENGLISH, "t.html", name="<b>") == "<p>&lt;b&gt;</p>"


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ('version: "4"\n', "Changed in version 4: The dose for children. · Keep it cold."),
        ("", "Changed: The dose for children. · Keep it cold."),
        ("lang: de\n", "Geändert: The dose for children. · Keep it cold."),
    ],
)
def test_a_leaflet_says_what_is_new_in_its_authors_words(front: str, expected: str) -> None:
    text = MONOGRAPH.format(title="Testamide").replace(
        "---\n\n", f"{front}changes: [The dose for children., Keep it cold.]\n---\n\n", 1
    )
    assert expected in words(leaflet.render(text.encode(), "patient").pdf)
    assert "Keep it cold" not in words(leaflet.render(text.encode(), "clinician").pdf)
