"""The pictures of a page, tried before it is laid out."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image

from leaflet.config.limits import USUAL
from leaflet.job import PictureFolder
from leaflet.rendering.preflight import unusable_pictures


@dataclass(frozen=True)
class Page:
    """A page in a folder."""

    html: str
    base: PictureFolder | None


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("good.png", ""),
        ("a&amp;b.png", ""),
        ("a%26b.png", ""),
        ("none.png", "there is no such file"),
        ("../good.png", "outside the folders"),
        ("https://example.org/good.png", "outside the folders"),
        ("file:///etc/passwd", "outside the folders"),
        ("text.md", "no PNG, JPEG, WebP or SVG"),
        ("below", "not a file"),
    ],
)
def test_a_picture_that_will_not_be_drawn_is_an_error(
    tmp_path: Path, address: str, reason: str
) -> None:
    for name in ("good.png", "a&b.png"):
        Image.new("RGB", (9, 9)).save(tmp_path / name)
    (tmp_path / "text.md").write_text("no picture")
    (tmp_path / "below").mkdir()
    page = Page(f'<p><img alt="A" src="{address}"></p>', PictureFolder(tmp_path))
    found = unusable_pictures(page, (), USUAL)
    assert [each.code for each in found] == ["resource-refused"] * bool(reason)
    assert all(reason in each.message for each in found)


def test_a_picture_is_reported_once() -> None:
    page = Page('<img src="none.png">' * 2, PictureFolder(Path()))
    assert len(unusable_pictures(page, (), USUAL)) == 1
