"""Parts that a document may do without."""

from compose.writing import CLINICIAN, write
from leaflet.compose.outline.arrange import arrange
from leaflet.compose.outline.chapter import removable_parts, without_parts

CHAPTERS = arrange(write(), CLINICIAN)


def test_parts_are_removed_by_their_key() -> None:
    (before,), (after,) = CHAPTERS, without_parts(CHAPTERS, ["mechanism", "no-such-part"])
    kept = [part for part in before.parts if part.key != "mechanism"]
    assert list(after.parts) == kept
    assert len(kept) < len(before.parts)


def test_only_parts_with_text_are_removable_in_the_given_order() -> None:
    assert removable_parts(CHAPTERS, ("notes", "mechanism", "use")) == ("mechanism", "use")


def test_a_part_with_a_section_of_the_authors_own_is_not_removable() -> None:
    chapters = arrange(write(how_it_works="It works.\n\n### Danger\nBeware."), CLINICIAN)
    assert removable_parts(chapters, ("mechanism",)) == ()
