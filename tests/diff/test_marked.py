"""What is marked on a page, from two versions and where the page prints them."""

from diff.versions import ENGLISH
from leaflet.diff.marked import Marks, Position, mark
from leaflet.diff.model import Role, Statement


def statement(text: str, number: int, section: str = "Usage", **given: object) -> Statement:
    return Statement(text, "", section, section.lower(), number=number, **given)  # type: ignore[arg-type]


OLD = [
    statement("Nausea is common.", 1),
    statement("Headache is rare.", 2),
    statement("Keep it cool.", 3, "Storage"),
]
PAGE = [Position(1, 1), Position(2, 1), Position(3, 2)]


def marks(new: list[Statement], new_page: list[Position], old_page: list[Position] = PAGE) -> Marks:
    return mark(OLD, new, (old_page, new_page), ENGLISH)


def gone(found: Marks) -> list[tuple[str, str | None, bool, str]]:
    return [
        (each.statement.text, each.anchor.text if each.anchor else None, each.before, each.where)
        for each in found.gone
    ]


def test_nothing_is_marked_that_is_on_both_pages() -> None:
    assert not marks(OLD, PAGE)


def test_what_is_gone_comes_after_what_it_followed_in_its_part() -> None:
    found = marks([OLD[0], OLD[2]], [PAGE[0], PAGE[2]])
    assert gone(found) == [("Headache is rare.", "Nausea is common.", False, "")]


def test_what_was_first_comes_before_what_followed_it() -> None:
    found = marks(OLD[1:], PAGE[1:])
    assert gone(found) == [("Nausea is common.", "Headache is rare.", True, "")]


def test_what_has_no_neighbour_left_says_what_it_was_under() -> None:
    assert gone(marks(OLD[:2], PAGE[:2])) == [
        ("Keep it cool.", "Headache is rare.", False, "Storage")
    ]
    assert gone(marks([], [])) == [
        ("Nausea is common.", None, False, "Usage"),
        ("Headache is rare.", None, False, "Usage"),
        ("Keep it cool.", None, False, "Storage"),
    ]


def test_what_one_page_does_not_print_is_not_on_it() -> None:
    assert gone(marks(OLD, PAGE[:2])) == [("Keep it cool.", "Headache is rare.", False, "Storage")]
    (inserted,) = marks(OLD, PAGE, PAGE[:2]).statements
    assert [(run.edit, run.text) for run in inserted.runs] == [("inserted", "Keep it cool.")]
    assert not marks(OLD[:2], PAGE[:2], PAGE[:2])


def test_the_order_is_that_of_the_old_page() -> None:
    other = [Position(3, 1), Position(1, 2), Position(2, 2)]
    found = mark(OLD, [OLD[0], OLD[2]], (other, [other[0], other[1]]), ENGLISH)
    assert gone(found) == [("Headache is rare.", "Nausea is common.", False, "")]


def test_facts_of_the_front_matter_are_left_out() -> None:
    fact = statement("3", 0, "version", role=Role.DOCUMENT)
    assert not mark([fact, *OLD], OLD, (PAGE, PAGE), ENGLISH)
