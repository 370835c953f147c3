"""A newcomer's walk by docs/house-style.md and docs/kinds.md, from the wheel, in an empty home.

Each setting, command and file that is used here has to be in these pages as it is used.
"""

import json
import os
import re
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from fonts.made import BOLD, REGULAR
from helpers import words
from leaflet.starter.kind import TOML
from test_wheel import CHECKOUT, installed

__all__ = ["installed"]

PAGES = "\n".join((CHECKOUT / "docs" / f"{n}.md").read_text() for n in ("house-style", "kinds"))

GERMAN = {
    "Pocket card": "Taschenkarte",
    "Generic name": "Wirkstoff",
    "How it works": "Wirkung",
    "Brand names": "Handelsnamen",
    "Questions and answers": "Fragen und Antworten",
    "Disclaimer": "Hinweis",
    "What it is for": "Wofür es ist",
    "Dose": "Dosierung",
    "Other medicines": "Andere Arzneimittel",
    "Warnings": "Warnhinweise",
    "Side effects": "Nebenwirkungen",
}


def documented(text: str) -> str:
    """A line or block of the pages, which must have it word for word."""
    assert text in PAGES, text
    return text


def uncommented(file: Path, begin: str, line: str) -> None:
    """Replace the commented line that begins so by one of the pages."""
    text, count = re.subn(
        rf"(?m)^\s*(#|/\*) {re.escape(begin)}.*$", lambda _: line, file.read_text()
    )
    assert count == 1, begin
    file.write_text(text)


@pytest.fixture
def walker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home, and nothing of this checkout in the environment."""
    for name in [name for name in os.environ if name.startswith(("LEAFLET_", "PYTHON"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path


def test_from_the_wheel_to_a_card_in_two_languages(installed: Path, walker: Path) -> None:
    def leaflet(command: str, folder: Path) -> str:
        assert command.startswith("leaflet ")
        done = subprocess.run(  # noqa: S602 - commands of the pages
            f"{installed}/{command}",
            shell=True,
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    leaflet(documented("leaflet init corner"), walker)
    corner = walker / "corner"
    (corner / "fonts").mkdir()
    (corner / "fonts" / "BrandSans-Regular.ttf").write_bytes(REGULAR)
    (corner / "fonts" / "BrandSans-Bold.ttf").write_bytes(BOLD)
    settings, style = corner / "leaflet.toml", corner / "styles" / "house.css"
    for begin, line in (
        ("name = ", 'name = "Corner Pharmacy"'),
        ("logo = ", 'logo = "logo.svg"'),
        ("phone = ", 'phone = "020 7946 0000"'),
        ("colours = ", 'colours = { accent = "#0a5030" }'),
        ('"Brand Sans"', documented(re.search('"Brand Sans" = {.*', PAGES)[0])),  # type: ignore[index]
        ("label = ", 'card = { width = "100mm", height = "150mm" }'),
    ):
        uncommented(settings, begin, documented(line))
    uncommented(style, "--font", documented('--font: "Brand Sans";'))
    leaflet(documented("leaflet new-kind pocket-card"), corner)
    german = (corner / "content" / "examplin.md").read_text().replace("lang: en", "lang: de")
    (corner / "content" / "beispielin.md").write_text(german)
    (corner / "locale").mkdir()
    assert {text for text in GERMAN if f'"{text}"' not in TOML} == {"Pocket card"}
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n'
    entries = (f'\nmsgctxt "pocket-card"\nmsgid "{e}"\nmsgstr "{g}"\n' for e, g in GERMAN.items())
    (corner / "locale" / "de.po").write_text(head + "".join(entries))
    leaflet(documented("leaflet build -k pocket-card --paper card"), corner)
    leaflet("leaflet build -k patient -k clinician", corner)
    card = corner / "dist" / "pocket-card-house"
    assert "Corner Pharmacy" in words(card / "examplin.pdf")
    assert "Dosierung" in words(card / "beispielin.pdf")
    with pypdfium2.PdfDocument(card / "examplin.pdf") as pdf:
        assert [round(side * 25.4 / 72) for side in pdf[0].get_size()] == [100, 150]
        fonts = {item.get_font().get_base_name() for item in pdf[0].get_objects() if item.type == 1}
    assert any("Brand" in name for name in fonts)
    for kind in ("patient", "clinician"):
        for name in ("examplin", "beispielin"):
            assert (corner / "dist" / f"{kind}-house" / f"{name}.pdf").is_file()
    shown = json.loads(leaflet("leaflet config --format json", corner))
    assert any(row["key"] == "fonts.Brand Sans" for row in shown)
