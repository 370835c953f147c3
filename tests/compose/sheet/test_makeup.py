"""Which fragments are in which column of a sheet, and which are left out."""

from compose.writing import CLINICIAN, TABLE_SPACE, write
from leaflet.compose.outline.arrange import arrange
from leaflet.compose.sheet.content import sheet_content
from leaflet.compose.sheet.makeup import Makeup

MONOGRAPH = write(usage="For tests.\n\nAnd for more of them.", precautions="**Sun:** Avoid it.")
CONTENT = sheet_content(MONOGRAPH, arrange(MONOGRAPH, CLINICIAN), CLINICIAN, TABLE_SPACE)
RAIL = ["1-use-0", "1-use-1"]
REST = ["1-cautions-0", "1-effects-0", "1-mechanism-0"]


def bands(makeup: Makeup) -> dict[str, list[str]]:
    placed = makeup.arrange(CONTENT).columns
    return {each.column.key: [one.id for one in each.fragments] for each in placed}


def rest(makeup: Makeup) -> list[list[str]]:
    return [[one.id for one in column] for column in makeup.arrange(CONTENT).rest]


def test_without_numbers_bands_are_whole_and_the_rest_flows() -> None:
    assert bands(Makeup()) == {
        "rail": RAIL,
        "dose": ["1-dose-0"],
        "renal": [],
        "hepatic": [],
        "pregnancy": [],
    }
    assert rest(Makeup()) == [REST]


def test_what_a_band_does_not_keep_opens_the_rest() -> None:
    makeup = Makeup(kept=(1, 1, 0, 0, 0), left=2)
    assert bands(makeup)["rail"] == RAIL[:1]
    assert rest(makeup) == [[*RAIL[1:], *REST[:1]], REST[1:]]
    spilling = [each.column.key for each in makeup.arrange(CONTENT).columns if each.spills]
    assert spilling == ["rail"]


def test_moved_parts_are_in_no_column() -> None:
    assert rest(Makeup(moved=("mechanism",), left=1)) == [REST[:1], REST[1:2]]
