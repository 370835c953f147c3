from pathlib import Path

import pytest

from leaflet import files
from leaflet.theme import pictures


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (b"no picture, [but](a.png) a link", []),
        (b"![A tablet](tablet.png)", ["tablet.png"]),
        (b"![A tablet](a%20tablet.png) ![](b(1).jpg)", ["a tablet.png", "b(1).jpg"]),
        (
            b"![A tablet](<a tablet.png> 'front') ![A tablet][1]\n\n[1]: tablet.png\n",
            ["tablet.png"],
        ),
        (
            b'![a](a.png "front"){width=5%} ![b](<b.png>) ![[c d.svg|300]]',
            ["a.png", "b.png", "c d.svg"],
        ),
        (b"![A tablet](tablet.png?size=2#top)", ["tablet.png"]),
        (b"![\xff](\xff.png)", ["\ufffd.png"]),
        (b"![a](a.png)" + b"](< " * 1_000_000, ["a.png"]),
    ],
)
def test_names_in_a_monograph(text: bytes, names: list[str]) -> None:
    assert [*pictures.of_text(text)] == names


def test_names_in_a_style_sheet() -> None:
    css = "h1 { background: url('a.svg') } p { background: url( file:///theme/b.png ) }"
    assert [name.strip() for name in pictures.of_style(css)] == ["a.svg", "b.png"]


def test_names_in_a_template() -> None:
    page = '<img src="file:///theme/marks/a.svg"><img src="file:///monograph/b.png">'
    assert [*pictures.of_template(page)] == ["marks/a.svg"]


def test_the_nearest_folder_gives_a_picture(tmp_path: Path) -> None:
    for folder, name in [("near", "a.png"), ("far", "a.png"), ("far", "b.png")]:
        files.write(tmp_path / folder / name, folder.encode())
    found = dict(
        pictures.gather(["a.png", "x/../b.png", "c.png"], [tmp_path / "near", tmp_path / "far"])
    )
    assert found == {"a.png": b"near", "b.png": b"far"}


@pytest.mark.parametrize(
    "name", ["../secret.png", "link.png", "/etc/passwd", "\0.png", "", "a" * 999]
)
def test_nothing_outside_its_folder_is_read(tmp_path: Path, name: str) -> None:
    files.write(tmp_path / "secret.png", b"secret")
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / "link.png").symlink_to(tmp_path / "secret.png")
    assert [*pictures.gather([name], [tmp_path / "inside"])] == []


def test_what_is_too_large_to_be_drawn_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "hole.png").open("wb") as hole:
        hole.truncate(pictures.LARGEST + 1)
    assert [*pictures.gather(["hole.png"], [tmp_path])] == []
