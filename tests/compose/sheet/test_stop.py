"""The width of the boxed warning beside the contraindications."""

import pytest

from compose.writing import CLINICIAN, TABLE_SPACE, write
from fitting.sheet.sheets import fitted
from leaflet.compose.outline.arrange import arrange
from leaflet.compose.sheet import content as sheets
from leaflet.compose.sheet.content import SheetContent, sheet_content
from leaflet.compose.sheet.stop import USUAL, WARNING_SHARES, WIDEST_BESIDE_LIST
from leaflet.monograph.model import Monograph
from leaflet.theme.search_path import shipped

SENTENCE = "It can harm the heart of people who have had it for longer than a week. "
BAN = "Testamide must not be taken by people with asthma, gout or ulcers of the stomach. "


def monograph(warning: int, bans: int, front: str = "title: Testamide") -> Monograph:
    """A monograph with so many sentences of a boxed warning and of contraindications."""
    boxed = f"* **Boxed warning:** {SENTENCE * warning}\n" if warning else ""
    return write(front, precautions=f"{boxed}* **Contraindications:** {BAN * bans}")


def content(warning: int, bans: int, front: str = "title: Testamide") -> SheetContent:
    given = monograph(warning, bans, front)
    return sheet_content(given, arrange(given, CLINICIAN), CLINICIAN, TABLE_SPACE)


def test_a_short_warning_is_as_wide_as_usual() -> None:
    assert content(1, 6).warning_share == USUAL
    assert content(0, 20).warning_share == USUAL


@pytest.mark.parametrize(("warning", "bans"), [(6, 6), (12, 6), (8, 12)])
def test_a_long_one_is_as_wide_as_makes_both_cells_about_equally_high(
    warning: int, bans: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    wide = fitted(monograph(warning, bans)).layout.anchors["stop"]
    monkeypatch.setattr(sheets, "warning_share", lambda *_: USUAL)
    usual = fitted(monograph(warning, bans)).layout.anchors["stop"]
    assert content(warning, bans).warning_share == USUAL
    assert wide.bottom - wide.top < 0.95 * (usual.bottom - usual.top)


def test_one_of_the_front_matter_grows_beside_short_contraindications() -> None:
    front = f"title: Testamide\nboxed_warning: {SENTENCE * 16}"
    assert content(0, 1, front=front).warning_share > 55


def test_contraindications_in_two_columns_keep_their_width() -> None:
    items = "\n".join(f"  * {BAN}" for _ in range(8))
    text = f"* **Boxed warning:** {SENTENCE * 3}\n* **Contraindications:**\n{items}"
    given = write(precautions=text)
    sheet = sheet_content(given, arrange(given, CLINICIAN), CLINICIAN, TABLE_SPACE)
    assert sheet.warning_share <= WIDEST_BESIDE_LIST


def test_the_style_sheet_has_a_rule_for_each_width() -> None:
    css = (shipped() / "templates" / "clinician" / "page.css").read_text("utf-8")
    for each in WARNING_SHARES:
        assert f".warning.share-{each} {{ width: {each}% }}" in css
