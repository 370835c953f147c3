"""Ten styles as a project might write them: each prints, or is refused with what to change."""

import re
from functools import cache
from pathlib import Path

import pytest

from helpers import MONOGRAPH
from leaflet.config.brand import Brand
from leaflet.config.settings import Settings
from leaflet.diagnostics import Severity
from leaflet.errors import ProofFailed, SettingsError
from leaflet.job import Job, Outcome
from leaflet.pipeline import Pipeline
from leaflet.starter import LOGO
from leaflet.theme.search_path import shipped

STYLES = Path(__file__).parents[1] / "cases" / "styles"

REFUSED = {
    "tiny": ("too-small", r"change --text-size: 5pt \(.*styles/tiny.css:2\)"),
    "faint": ("faint", r"a darker one is enough: #(4e4e4e|595959)"),
    "off-page": ("off-page", r"styles/off-page.css"),
    "hidden": ("words-lost", r"whether a style hides, .*styles/hidden.css"),
    "shouting": ("words-lost", r"hides, moves or changes it: .*styles/shouting.css"),
}


@cache
def pipeline(folder: Path) -> Pipeline:
    (folder / "styles").symlink_to(STYLES)
    return Pipeline(Settings(project=folder))


def print_it(folder: Path, style: str, kind: str) -> Outcome:
    source = shipped() / "content" / "omeprazole.md"
    return pipeline(folder).run(Job(source, source.name, kind, (style,), "a4", Path("out.pdf")))


@pytest.mark.parametrize("style", sorted({file.stem for file in STYLES.glob("*.css")} - {*REFUSED}))
def test_a_style_that_can_be_read_prints(tmp_path: Path, style: str) -> None:
    outcome = print_it(tmp_path, style, "patient")
    assert outcome.data.startswith(b"%PDF")
    assert not [f for f in outcome.diagnostics if f.severity is Severity.ERROR]
    assert not [f for f in outcome.diagnostics if f.code == "style-ignored"]


@pytest.mark.parametrize("style", sorted(REFUSED))
def test_one_that_cannot_is_refused_with_what_to_change(tmp_path: Path, style: str) -> None:
    code, advice = REFUSED[style]
    with pytest.raises((ProofFailed, SettingsError)) as caught:
        print_it(tmp_path, style, "patient")
    hints = [f.hint for f in caught.value.diagnostics if f.code == code]
    assert hints
    assert all(re.search(advice, hint) for hint in hints), hints


def test_there_are_ten_of_them() -> None:
    assert len(list(STYLES.glob("*.css"))) == 10


@pytest.mark.parametrize("kind", ["patient", "clinician"])
@pytest.mark.parametrize(
    ("paper", "styles"),
    [("a4", ()), ("a5", ()), ("a4", ("large-print",)), ("a5", ("dyslexia-friendly",))],
)
@pytest.mark.parametrize("name", ["Hydrochlorothiazide", "Carboxymethylcellulose/Hypromellose"])
def test_a_long_name_stands_clear_of_the_logo(
    tmp_path: Path, kind: str, paper: str, styles: tuple[str, ...], name: str
) -> None:
    (tmp_path / "logo.svg").write_text(LOGO)
    settings = Settings(project=tmp_path, brand=Brand(logo="logo.svg", name="Corner Pharmacy"))
    text = MONOGRAPH.format(title=name).encode()
    job = Job(Path("x.md"), "x.md", kind, styles, paper, Path("x.pdf"), text)
    assert Pipeline(settings).run(job).pages
