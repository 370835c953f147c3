from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from helpers import write_monograph
from leaflet.preview.app import PAGE, make_app
from leaflet.preview.choices import Selection
from leaflet.preview.hub import Hub
from leaflet.preview.print_cache import Print
from preview.requests import get

NAME = "0" * 64


@pytest.fixture
def hub(tmp_path: Path) -> Hub:
    """One that has a print of one page."""
    write_monograph(tmp_path / "content" / "<b>a.md")
    hub = Hub([tmp_path / "content"], {}, tmp_path)
    document = pypdfium2.PdfDocument.new()
    document.new_page(300, 400)
    data = BytesIO()
    document.save(data)
    document.close()
    made = Print(NAME, data.getvalue(), ((300, 400),), 0)
    hub.print_cache.put(Selection("m", "patient", (), "a4"), made)
    return hub


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/preview.css", "text/css; charset=utf-8"),
        *((f"/{file.name}", "text/javascript; charset=utf-8") for file in PAGE.glob("*.js")),
        ("/icon.svg", "image/svg+xml"),
        ("/options", "application/json"),
        (f"/prints/{NAME}.pdf", "application/pdf"),
        (f"/prints/{NAME}/1/600.png", "image/png"),
    ],
)
def test_the_routes(hub: Hub, path: str, kind: str) -> None:
    response = get(make_app(hub), path)
    assert (response.status_code, response.headers["content-type"]) == (200, kind)
    assert response.content


def test_the_page_asks_for_nothing_from_elsewhere_and_holds_nothing_inline() -> None:
    texts = {file.name: file.read_text("utf-8") for file in PAGE.iterdir()}
    assert not [name for name, text in texts.items() if "://" in text and name != "icon.svg"]
    assert "style=" not in texts["index.html"]
    assert "<style" not in texts["index.html"]
    assert texts["index.html"].count("<script") == 1
    scripts = "".join(text for name, text in texts.items() if name.endswith(".js"))
    assert not [word for word in ("innerHTML", "insertAdjacent", "eval(") if word in scripts]


def test_a_page_is_drawn_as_wide_as_it_is_asked_for(hub: Hub) -> None:
    drawn = get(make_app(hub), f"/prints/{NAME}/1/600.png").content
    with Image.open(BytesIO(drawn)) as picture:
        assert picture.size == (600, 800)


@pytest.mark.parametrize(
    "path",
    [
        "/nothing",
        "/app.py",
        "/../app.py",
        "/..%2fapp.py",
        "/%2e%2e/app.py",
        "/prints/other.pdf",
        "/prints/..%2f..%2fetc%2fpasswd.pdf",
        f"/prints/{NAME}/0/600.png",
        f"/prints/{NAME}/2/600.png",
        f"/prints/{NAME}/-1/600.png",
        f"/prints/{NAME}/1/99.png",
        f"/prints/{NAME}/1/99999.png",
        f"/prints/{NAME}/1/x.png",
    ],
)
def test_there_is_nothing_else(hub: Hub, path: str) -> None:
    assert get(make_app(hub), path).status_code == 404


def test_names_travel_as_data_and_paths_not_at_all(hub: Hub, tmp_path: Path) -> None:
    response = get(make_app(hub), "/options")
    assert [each["file"] for each in response.json()["monographs"]] == ["<b>a"]
    assert str(tmp_path) not in response.text
