"""Which files of two versions are the same medicine."""

from hashlib import sha256

from leaflet.diff.pairs import FilePair, SourceText, pair, pair_renamed, title_in


def text(name: str, words: str) -> SourceText:
    data = words.encode()
    return SourceText(name, f"{name}.md", sha256(data).hexdigest(), data=data)


def names(pairs: list[FilePair]) -> list[tuple[str, str]]:
    return [
        (each.old.subpath if each.old else "", each.new.subpath if each.new else "")
        for each in pairs
    ]


def test_files_are_paired_by_their_paths_and_equal_ones_left_out() -> None:
    old = [text("a", "one"), text("b", "two"), text("c", "three")]
    new = [text("a", "one"), text("b", "two!"), text("d", "four")]
    pairs, gone, added = pair(old, new)
    assert names(pairs) == [("b", "b")]
    assert ([each.subpath for each in gone], [each.subpath for each in added]) == (["c"], ["d"])


def test_equal_bytes_under_another_name_were_renamed() -> None:
    pairs, gone, added = pair(
        [text("a", "one"), text("b", "two")], [text("b", "two"), text("c", "one")]
    )
    assert (names(pairs), [*gone], [*added]) == ([("a", "c")], [], [])


def test_two_files_that_were_named_are_one_medicine() -> None:
    pairs, *_ = pair([text("a", "one")], [text("b", "two")])
    assert names(pairs) == [("a", "b")]


def test_the_same_title_or_nearly_the_same_text_was_renamed_and_edited() -> None:
    body = "Take one tablet in the morning, with a glass of water. "
    old = [text("a", f'---\ntitle: "Examplin"\n---\n{body}'), text("b", body * 3), text("c", "x")]
    new = [text("d", "y"), text("e", "---\ntitle: examplin\n---\nNew."), text("f", f"{body * 3}!")]
    assert names(pair_renamed(old, new)) == [("a", "e"), ("b", "f"), ("c", ""), ("", "d")]


def test_a_title_is_found_in_front_matter() -> None:
    assert title_in(b"---\nlang: en\ntitle: 'Two  Words' \n---\n") == "two words"
    assert title_in(b"no front matter") == ""
