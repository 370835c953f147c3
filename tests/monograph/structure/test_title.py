import pytest

from leaflet.config.limits import USUAL
from leaflet.config.section_names import shipped_names
from leaflet.monograph.frontmatter import yaml
from leaflet.monograph.model import Source
from leaflet.monograph.structure.title import tidy, with_title


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Examplin", "Examplin"),
        ("Examplin .", "Examplin"),
        ("Examplin  +  Otherol .", "Examplin + Otherol"),
        ("Examplin - + Otherol -", "Examplin + Otherol"),
        ("Omega-", "Omega"),
        ("2-Deoxy-D-Glucose", "2-Deoxy-D-Glucose"),
        ("Examplin (A + B)", "Examplin (A + B)"),
        ("-", "-"),
        (".", "."),
    ],
)
def test_a_title_is_shown_without_loose_characters(title: str, name: str) -> None:
    assert tidy(title) == name


def title_of(text: str, name: str = "drugs/examplin-forte.md") -> tuple[object, list[str]]:
    values, _, body = yaml.split(text, name, USUAL)
    source = Source(name, text, body, 1, "")
    values, findings = with_title(source, values, shipped_names())
    return values.get("title"), [each.code for each in findings]


@pytest.mark.parametrize(
    "text",
    [
        "# Examplin\n\n## Usage",
        "<!-- card -->\n# **Examplin** #\n",
        "Examplin\n========\n\nText.",
        "# Examplin {#top .drug}\n",
        "---\nlayout: page\n---\n\n# Examplin\n",
        "---\ntitle: Examplin\n---\n\n# Otherol\n",
        "+++\nweight = 5\n+++\n# Examplin",
    ],
)
def test_the_first_heading_is_the_title_where_the_front_matter_has_none(text: str) -> None:
    assert title_of(text) == ("Examplin", [])


@pytest.mark.parametrize(
    "text", ["# Usage\n\nFor pain.", "## Examplin", "Text.\n\n# Examplin", "#5 of them"]
)
def test_otherwise_the_name_of_the_file_is_and_that_is_reported(text: str) -> None:
    assert title_of(text) == ("Examplin forte", ["title-of-file"])


@pytest.mark.parametrize(
    ("text", "name"), [("Text.", "stdin"), ("---\ntitle: Examplin\n", "a.md"), ("", "a.md")]
)
def test_what_has_no_name_and_no_end_of_its_front_matter_has_no_title(text: str, name: str) -> None:
    assert title_of(text, name) == (None, [])
