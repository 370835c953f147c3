import pytest

from leaflet.config.limits import USUAL
from leaflet.errors import MonographRefused
from leaflet.monograph.frontmatter.yaml import split


def test_front_matter_may_be_toml() -> None:
    values, keys, body = split(
        '+++\ntitle = "Examplin"\nversion = 1.10\n+++\n\nText.\n', "a", USUAL
    )
    assert values == {"title": "Examplin", "version": 1.1}
    assert (keys["version"].line, keys["version"].written) == (3, "1.10")
    assert body == "Text."


@pytest.mark.parametrize(
    ("text", "line"),
    [("+++\ntitle = Examplin\n+++\n", 2), ('+++\ntitle = "Examplin"\n', 1)],
)
def test_what_is_no_toml_is_refused_at_its_line(text: str, line: int) -> None:
    with pytest.raises(MonographRefused) as refused:
        split(text, "a.md", USUAL)
    (found,) = refused.value.diagnostics
    assert (found.code, found.line) == ("front-matter", line)


def test_yaml_may_end_with_dots() -> None:
    assert split("---\ntitle: Examplin\n...\n\nText.\n", "a.md", USUAL)[::2] == (
        {"title": "Examplin"},
        "Text.",
    )


def test_a_missing_space_is_named() -> None:
    with pytest.raises(MonographRefused, match="a space is missing after title:"):
        split("---\ntitle:Examplin\n---\n", "a.md", USUAL)
