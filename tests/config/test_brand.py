"""A logo can be drawn and has a description, or is refused before anything is printed."""

from pathlib import Path
from typing import Any

import pytest

from leaflet.config.brand import Brand, logo_problems

PNG = b"\x89PNG\r\n\x1a\n"


def problems(project: Path, **brand: Any) -> list[tuple[str, str]]:
    return [(key, message) for key, message, _ in logo_problems(Brand(**brand), project)]


def test_a_brand_without_a_logo_has_no_problem(tmp_path: Path) -> None:
    assert problems(tmp_path) == problems(tmp_path, name="Corner Pharmacy") == []
    assert not Brand(colours={"accent": "red"})
    assert Brand(phone="1")


@pytest.mark.parametrize("data", [PNG, b"\xff\xd8\xff", b'<?xml version="1.0"?><svg/>'])
def test_a_picture_that_is_named_is_fine(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "logo").write_bytes(data)
    assert problems(tmp_path, logo="logo", name="Corner Pharmacy") == []
    assert Brand(logo="logo", name="Corner").described == "Corner"
    assert Brand(logo="logo", name="Corner", logo_alt="A corner").described == "A corner"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"GIF89a", "is not an SVG, PNG or JPEG picture"),
        (b"<svg><text>Corner</text></svg>", "contains text elements"),
        (b"<svg:svg><svg:text/></svg:svg>", "contains text elements"),
    ],
)
def test_what_cannot_be_drawn_is_problems(tmp_path: Path, data: bytes, what: str) -> None:
    (tmp_path / "logo").write_bytes(data)
    [(key, message)] = problems(tmp_path, logo="logo", name="Corner Pharmacy")
    assert key == "brand.logo"
    assert what in message


def test_a_logo_lies_in_the_project_and_has_words_of_its_own(tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()
    (tmp_path / "logo.png").write_bytes(PNG)
    (project / "link.png").symlink_to(tmp_path / "logo.png")
    (project / "here.png").write_bytes(PNG)
    assert "no file" in problems(project, logo="logo.png", name="A")[0][1]
    assert "outside" in problems(project, logo="../logo.png", name="A")[0][1]
    assert "outside" in problems(project, logo="link.png", name="A")[0][1]
    assert "outside" in problems(project, logo=str(project / "here.png"), name="A")[0][1]
    assert "has no text" in problems(project, logo="here.png")[0][1]
    assert problems(project, logo_alt="A corner")[0][0] == "brand.logo-alt"
