from leaflet.monograph.model import Span
from leaflet.monograph.text import cut, join, leading, plain, strip, unmark

BOLD = frozenset({"strong"})
TEXT = (Span(" Take "), Span("two", BOLD, href="#two"), Span(" tablets. "))


def test_plain_is_the_text_without_emphasis() -> None:
    assert plain(TEXT) == " Take two tablets. "


def test_cutting_keeps_the_emphasis_of_each_character() -> None:
    assert cut(TEXT, 4, 8) == (Span("e "), Span("tw", BOLD, href="#two"))
    assert cut(TEXT, 8) == (Span("o", BOLD, href="#two"), Span(" tablets. "))
    assert cut(TEXT, 3, 3) == ()


def test_any_cut_has_the_characters_between_its_ends() -> None:
    words = plain(TEXT)
    for start in range(len(words) + 1):
        for end in range(start, len(words) + 2):
            assert plain(cut(TEXT, start, end)) == words[start:end]


def test_strip_takes_the_spaces_at_both_ends() -> None:
    assert strip(TEXT) == (Span("Take "), Span("two", BOLD, href="#two"), Span(" tablets."))
    assert strip((Span("  "),)) == ()


def test_strip_keeps_a_picture_without_words_where_it_is() -> None:
    picture = Span("", image="a.png")
    assert strip((picture, Span(" and "))) == (picture, Span(" and"))
    assert strip((Span(" Take "), picture)) == (Span("Take "), picture)
    assert strip((picture,)) == (picture,)
    assert strip((Span(" "), picture, Span(" "))) == (picture,)


def test_unmark_takes_one_emphasis_away() -> None:
    both = (Span("never", BOLD | {"em"}), Span(" two"))
    assert unmark(both, "strong") == (Span("never", frozenset({"em"})), Span(" two"))


def test_leading_emphasis_ends_with_the_first_span_that_lacks_it() -> None:
    text = (Span("never ", BOLD), Span("two", BOLD | {"em"}), Span(" or "), Span("more", BOLD))
    assert leading(text, "strong") == len("never two")
    assert leading(text, "em") == 0


def test_joined_texts_of_the_same_emphasis_are_one_span() -> None:
    plain_names = [(Span("Testamide"),), (Span("Provamide"),), (Span("Trialamide"),)]
    assert join(plain_names, ", ") == (Span("Testamide, Provamide, Trialamide"),)
    bold = [(Span("Testamide", BOLD),), (Span("Provamide"),)]
    assert join(bold, ", ") == (Span("Testamide", BOLD), Span(", Provamide"))


def test_pictures_stay_apart_and_nothing_joins_to_nothing() -> None:
    picture = Span("a", image="a.png")
    assert join([(picture, picture)], ", ") == (picture, picture)
    assert join([(), ()], ", ") == ()
    assert join([(), (Span("Testamide"),)], ", ") == (Span("Testamide"),)
