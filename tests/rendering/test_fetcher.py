"""Which pictures a document may load, and all the ways in which it must not reach any others."""

import base64
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from helpers import render
from leaflet.config.limits import USUAL
from leaflet.diagnostics import Severity
from leaflet.job import PictureFolder
from leaflet.rendering import CompiledStylesheet, Pdf, compile_stylesheet
from leaflet.verification import read_pdf

SECRET = b"root:"
Printer = Callable[..., Pdf]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A monograph's folder, beside files that it must not reach."""
    tmp_path = tmp_path_factory.mktemp("project")
    own = tmp_path / "monograph"
    own.mkdir()
    Image.new("RGB", (40, 30), "red").save(tmp_path / "outside.png")
    Image.new("RGB", (40, 30), "red").save(own / "box.png")
    Image.new("RGB", (40, 30), "red").save(own / "box.jpg")
    Image.new("RGB", (40, 30), "red").save(own / "box.webp")
    Image.new("L", (7000, 6000)).save(own / "huge.png")
    noise = Image.effect_noise((200, 200), 50)
    for name in ("whole.png", "whole.jpg", "whole.webp"):
        noise.save(own / name)
        content = (own / name).read_bytes()
        (own / name.replace("whole", "cut")).write_bytes(content[: len(content) // 2])
    (own / "heavy.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(USUAL.picture_size * 1000))
    (own / "empty.png").touch()
    head = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30">'
    (own / "box.svg").write_text(f'{head}<rect width="40" height="30"/></svg>')
    (own / "script.svg").write_text(f"{head}<script>1</script></svg>")
    (own / "words.svg").write_text(f"{head}<text>5 mg</text></svg>")
    (own / "far.svg").write_text(f'{head}<image href="../outside.png"/></svg>')
    (own / "text.png").write_text("root: not a picture")
    (own / "link.png").symlink_to(tmp_path / "outside.png")
    (own / "passwd.png").symlink_to("/etc/passwd")
    return own


@pytest.fixture
def theme(tmp_path: Path) -> tuple[Path, Path]:
    """The user's theme and the shipped one, which both have a logo."""
    near, far = tmp_path / "near", tmp_path / "far"
    for root, colour in ((near, "red"), (far, "blue")):
        root.mkdir()
        Image.new("RGB", (9, 9), colour).save(root / "logo.png")
    (far / "mark.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
        '<rect width="9" height="9"/></svg>'
    )
    (far / "greedy.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
        '<image href="file:///etc/passwd" width="9" height="9"/></svg>'
    )
    return near, far


def errors(pdf: Pdf) -> set[str]:
    return {d.code for d in pdf.diagnostics if d.severity is Severity.ERROR}


def picture(address: str) -> str:
    return f'<p><img src="{address}" alt="the box"></p>'


@pytest.mark.parametrize(
    "name", ["box.png", "box.jpg", "box.webp", "whole.jpg", "./box.png", "box.png?v=1"]
)
def test_pictures_beside_the_monograph_are_drawn(printed: Printer, folder: Path, name: str) -> None:
    pdf = printed(picture(name), base=folder)
    assert pdf.diagnostics == ()
    assert b"/Image" in pdf.data


def test_a_drawing_beside_the_monograph_is_drawn_as_shapes(printed: Printer, folder: Path) -> None:
    pdf = printed(picture("box.svg"), base=folder)
    assert pdf.diagnostics == ()
    assert b"/Image" not in pdf.data
    figure = [each for each in read_pdf(pdf.data).marked_content if each.alt == "the box"]
    assert figure


@pytest.mark.parametrize(
    ("address", "drawn"),
    [
        ("box.png", False),
        ("../outside.png", True),
        ("../below/../outside.png", True),
        ("%2e%2e/outside.png", True),
        ("../../outside.png", False),
        ("../link.png", False),
        ("/outside.png", False),
    ],
)
def test_a_picture_above_the_monograph_is_in_its_project(
    compiled: CompiledStylesheet,
    composed: Callable[..., Any],
    folder: Path,
    address: str,
    drawn: bool,
) -> None:
    (folder.parent / "link.png").unlink(missing_ok=True)
    (folder.parent / "link.png").symlink_to("/etc/passwd")
    page = replace(composed(picture(address)), base=PictureFolder(folder.parent, "below"))
    pdf = render(page, compiled)
    assert errors(pdf) == (set() if drawn else {"resource-refused"})
    assert (b"/Image" in pdf.data) is drawn


def test_small_pictures_may_be_data_urls(printed: Printer, folder: Path) -> None:
    content = base64.b64encode((folder / "box.png").read_bytes()).decode()
    assert printed(picture(f"data:image/png;base64,{content}")).diagnostics == ()


REFUSED = [
    "missing.png",
    "empty.png",
    "text.png",
    "script.svg",
    "words.svg",
    "far.svg",
    "huge.png",
    "heavy.png",
    "cut.png",
    "cut.jpg",
    "cut.webp",
    ".",
    "../outside.png",
    "%2e%2e/outside.png",
    "..%2foutside.png",
    "link.png",
    "passwd.png",
    "box.png%00",
    "/etc/passwd",
    "/proc/self/environ",
    "//etc/passwd",
    "file:///etc/passwd",
    "FILE:///etc/passwd",
    "file:/etc/passwd",
    "file://localhost/monograph/box.png",
    "file:///monograph/../etc/passwd",
    "file:///monograph//etc/passwd",
    "http://127.0.0.1:9/box.png",
    "https://127.0.0.1:9/box.png",
    "ftp://127.0.0.1:9/box.png",
    "//127.0.0.1:9/box.png",
    "data:text/plain,root:",
    "data:image/png;base64,AAA",
    "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>",
    "data:image/png;base64," + "A" * 200_000,
]


@pytest.mark.parametrize("address", REFUSED, ids=lambda address: str(address)[:40])
def test_everything_else_is_refused_and_reported(
    printed: Printer, folder: Path, address: str
) -> None:
    pdf = printed(picture(address), base=folder)
    assert errors(pdf) == {"resource-refused"}
    assert b"/Image" not in pdf.data
    assert all(len(d.message) < 200 for d in pdf.diagnostics)


def test_an_absolute_path_is_refused(printed: Printer, folder: Path) -> None:
    assert errors(printed(picture(str(folder / "box.png")), base=folder)) == {"resource-refused"}


def test_without_a_folder_there_are_no_pictures(printed: Printer) -> None:
    assert errors(printed(picture("box.png"))) == {"resource-refused"}


@pytest.mark.parametrize(
    "body",
    [
        '<object data="file:///etc/passwd">x</object>',
        '<embed src="file:///etc/passwd">',
        '<p style="background: url(file:///etc/passwd)">x</p>',
        "<svg width=9 height=9><title>x</title>"
        '<image href="file:///etc/passwd" width=9 height=9 /></svg>',
        "<svg width=9 height=9><title>x</title>"
        '<image xlink:href="http://127.0.0.1:9/" width=9 height=9 /></svg>',
        "<style>@import 'file:///etc/passwd';</style>",
        "<style>p { background: url(ftp://127.0.0.1:9/) }</style><p>x</p>",
    ],
)
def test_no_element_reads_a_file(printed: Printer, body: str) -> None:
    pdf = printed(body)
    assert "resource-refused" in errors(pdf)
    assert SECRET not in pdf.data


@pytest.mark.parametrize(
    ("head", "body", "code"),
    [
        ('<link rel="attachment" href="file:///etc/passwd">', "", "attachment-refused"),
        ("", '<p><a rel="attachment" href="/etc/passwd">x</a></p>', "attachment-refused"),
        ('<link rel="stylesheet" href="file:///etc/passwd">', "", "resource-refused"),
        ('<base href="file:///etc/">', picture("passwd"), "resource-refused"),
    ],
)
def test_nothing_is_attached_linked_in_or_rebased(
    printed: Printer, head: str, body: str, code: str
) -> None:
    pdf = printed(body, head=head)
    assert code in errors(pdf)
    assert b"/EmbeddedFile" not in pdf.data
    assert b"/FileAttachment" not in pdf.data


@pytest.mark.parametrize(
    "css",
    [
        "h1 { background: url(file:///etc/passwd) }",
        "h1 { background: url(../outside.png) }",
        "h1 { background: url(http://127.0.0.1:9/) }",
        "h1::before { content: url(file:///etc/passwd) }",
        "h1 { border: 1px solid; border-image: url(file:///etc/passwd) 1 }",
        "h1 { display: list-item; list-style: url(file:///etc/passwd) }",
        ":root { --u: url(file:///etc/passwd) } h1 { background: var(--u) }",
        "@page { background: url(file:///etc/passwd) }",
        "@page { @top-right { content: url(file:///etc/passwd) } }",
        "@font-face { font-family: x; src: url(file:///etc/passwd) }",
        "@color-profile --x { src: url(file:///etc/passwd) }",
        "h1 { background: url(greedy.svg) }",
    ],
)
def test_no_rule_reads_a_file(printed: Printer, theme: tuple[Path, Path], css: str) -> None:
    pdf = printed(css=css, theme=theme)
    assert errors(pdf) == {"resource-refused"}
    assert SECRET not in pdf.data


@pytest.mark.parametrize("address", ["file:///etc/passwd", "other.css", "http://127.0.0.1:9/a.css"])
def test_style_sheets_import_nothing(address: str) -> None:
    compiled = compile_stylesheet(f'@import "{address}";')
    assert [d.code for d in compiled.diagnostics] == ["resource-refused"]


def test_style_sheets_use_the_theme_nearest_first(
    printed: Printer, theme: tuple[Path, Path]
) -> None:
    near, far = theme
    css = "h1 { background: url(logo.png) }"
    both = printed(css=css, theme=(near, far))
    assert both.diagnostics == ()
    assert both.data == printed(css=css, theme=(near,)).data
    assert both.data != printed(css=css, theme=(far,)).data
    assert printed(css="h1 { background: url(mark.svg) }", theme=theme).diagnostics == ()


def test_the_folder_of_pictures_is_not_in_the_file(printed: Printer, tmp_path: Path) -> None:
    data = set()
    for name in ("here", "there"):
        base = tmp_path / name
        base.mkdir()
        Image.new("RGB", (40, 30), "red").save(base / "box.png")
        data.add(printed(picture("box.png"), base=base).data)
    assert len(data) == 1
