"""Which fragments are in which column of a sheet, and which are left out."""

from compose.writing import CLINICIAN, TABLE_SPACE, write
from leaflet.compose.outline.arrange import arrange
from leaflet.compose.sheet.fragments import cut_into_fragments
from leaflet.compose.sheet.makeup import Makeup
from leaflet.kinds.model import Sheet

MONOGRAPH = write()
CHAPTERS = arrange(MONOGRAPH, CLINICIAN)
CONTENT = cut_into_fragments(MONOGRAPH, CHAPTERS, Sheet((9,), ("mechanism",)), TABLE_SPACE)
ORDER = [fragment.id for fragment in CONTENT.chapters[0]]


def ids(makeup: Makeup) -> list[list[str]]:
    return [[fragment.id for fragment in column] for column in makeup.columns(CONTENT)[0]]


def test_columns_break_where_the_makeup_says_so() -> None:
    assert ids(Makeup(breaks=(2,))) == [ORDER[:2], ORDER[2:]]
    assert ids(Makeup(breaks=(len(ORDER),))) == [ORDER]


def test_without_breaks_the_text_flows() -> None:
    assert ids(Makeup()) == [ORDER]


def test_moved_parts_are_in_no_column() -> None:
    moved = Makeup(moved=("mechanism",), breaks=(1,))
    assert [id_ for column in ids(moved) for id_ in column] == ORDER[:-1]
