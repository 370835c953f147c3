"""Front matter is plain YAML, or refused before anything is made of it."""

from dataclasses import replace

import pytest

from leaflet.config.limits import USUAL
from leaflet.errors import MonographRefused
from leaflet.monograph.frontmatter.yaml import split

BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\ntitle: *c"


def refusal(front: str) -> tuple[str, int, str]:
    with pytest.raises(MonographRefused) as refused:
        split(f"\n---\n{front}\n---\nText", "a.md", USUAL)
    (found,) = refused.value.diagnostics
    return found.code, found.line, found.message


def test_values_and_body_are_parted() -> None:
    text = "---\ntitle: Examplin\nwaive: {dose-od: {reason: [clinic]}}\n---\n\nText\n---\nMore\n"
    values, keys, body = split(text, "a.md", USUAL)
    assert values == {"title": "Examplin", "waive": {"dose-od": {"reason": ["clinic"]}}}
    assert {key: (at.line, at.written) for key, at in keys.items()} == {
        "title": (2, "Examplin"),
        "waive": (3, ""),
    }
    assert body == "Text\n---\nMore"


@pytest.mark.parametrize(
    "text", ["# Text\n---\nMore\n---", "---\nnever closed", '{"title": "x"}\n', ""]
)
def test_what_is_no_front_matter_is_text(text: str) -> None:
    assert split(text, "a.md", USUAL) == ({}, {}, text.strip())


@pytest.mark.parametrize(
    ("front", "line", "part"),
    [
        (BOMB, 3, "alias"),
        ("title: x\nforms: *a", 4, "alias"),
        ("title: !!python/object/apply:os.system [id]", 3, "tag"),
        ("title: !secret x", 3, "tag"),
        ("title: !!str 12", 3, "tag"),
        ("title: Examplin\nboxed_warning: Bleeds.\nboxed_warning: Harmless.", 5, "there twice"),
        ('"": x\nboxed_warning: Bleeds.\nboxed_warning: Harmless.', 5, "there twice"),
        ("title: x\n<<: {boxed_warning: y}\n<<: {lang: de}", 5, "there twice"),
    ],
)
def test_what_only_yaml_needs_is_refused(front: str, line: int, part: str) -> None:
    code, at, message = refusal(front)
    assert (code, at) == ("front-matter", line)
    assert part in message


@pytest.mark.parametrize(
    ("front", "code"),
    [
        ('title: "Aspirin\\u202e"', "reordering"),
        ('title: "10\\u200b0"', "invisible"),
        ('"\\e[31m": x', "not-text"),
        ('title: "\\u0440aracetamol"', "look-alike-letter"),
    ],
)
def test_characters_written_by_number_are_seen(front: str, code: str) -> None:
    assert refusal(front)[:2] == (code, 3)


@pytest.mark.parametrize(
    "front", ["title: " + "[" * 9000 + "]" * 9000, "- " * 9000 + "x", "? " * 9000, "{a: " * 4000]
)
def test_nesting_ends_at_its_limit_and_not_in_the_process(front: str) -> None:
    code, line, message = refusal(front)
    assert (code, line) == ("limit", 3)
    assert "limits.front-matter-nesting allows for 4" in message


def test_so_does_its_length() -> None:
    assert refusal("x: " + "y" * 30_000)[:2] == ("limit", 2)
    few = replace(USUAL, front_matter=10)
    with pytest.raises(MonographRefused, match="front-matter allows for 10"):
        split("---\ntitle: Examplin\n---\n", "a.md", few)


def test_front_matter_that_is_not_read_may_be_deep_within_reason() -> None:
    deep = "---\ntitle: Examplin\nsteps:\n  - a: [{b: [{c: d}]}]\n---\n"
    assert split(deep, "a.md", USUAL)[0]["steps"] == [{"a": [{"b": [{"c": "d"}]}]}]
    assert refusal(f"steps: {'[' * 21}{']' * 21}")[:2] == ("limit", 3)
    assert refusal(f"title: {'[' * 5}{']' * 5}")[:2] == ("limit", 3)
