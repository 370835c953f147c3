"""A sheet made up: who stands in which column, and who does not stand there at all."""

from compose.writing import CLINICIAN, PLACE, write
from leaflet.compose.outline.arrange import arrange
from leaflet.compose.sheet.galleys import set_galleys
from leaflet.compose.sheet.makeup import Makeup, columns, without
from leaflet.kinds.model import Sheet

MONOGRAPH = write()
CHAPTERS = arrange(MONOGRAPH, CLINICIAN)
COPY = set_galleys(MONOGRAPH, CHAPTERS, Sheet((9,), ("mechanism",)), PLACE)
ORDER = [galley.name for galley in COPY.chapters[0]]


def names(makeup: Makeup) -> list[list[str]]:
    return [[galley.name for galley in column] for column in columns(COPY, makeup)[0]]


def test_columns_turn_where_the_makeup_says_so() -> None:
    assert names(Makeup(turns=(2,))) == [ORDER[:2], ORDER[2:]]
    assert names(Makeup(turns=(len(ORDER),))) == [ORDER]


def test_without_turns_the_text_flows() -> None:
    assert names(Makeup()) == [ORDER]


def test_what_has_moved_out_stands_nowhere() -> None:
    moved = Makeup(moved=("mechanism",), turns=(1,))
    assert [name for column in names(moved) for name in column] == ORDER[:-1]
    assert "mechanism" not in {part.key for part in without(CHAPTERS, moved.moved)[0].parts}
