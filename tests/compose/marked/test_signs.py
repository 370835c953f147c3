"""Marks are heard as well as seen, and known as leaflet's."""

import re

from leaflet.compose.marked.signs import CLOSING, OPENING, Signs
from leaflet.i18n.messages import ENGLISH

SIGNS = Signs(ENGLISH)


def test_each_mark_begins_and_ends_with_a_word() -> None:
    assert "<title>inserted</title>" in OPENING
    assert "<title>end of insertion</title>" in CLOSING
    titles = re.findall("<title>(.*?)</title>", SIGNS.deleted("5 mg"))
    assert titles == ["deleted", "end of deletion"]


def test_deleted_words_are_escaped_and_those_that_run_the_other_way_marked() -> None:
    assert "&lt;" in SIGNS.deleted("a < b")
    assert '<span dir="rtl">' in SIGNS.deleted("5 mg of \u05d0\u05d1\u05d2.")


def test_notes_and_legend_are_leaflets_own() -> None:
    assert SIGNS.note("here") == "<small data-mark data-own>(here)</small>"
    assert SIGNS.legend("1 → 2").startswith('<p class="legend" data-mark data-own>1 → 2')
