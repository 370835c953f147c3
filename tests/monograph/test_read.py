import pytest

from leaflet.errors import MonographRefused
from leaflet.monograph import parse
from leaflet.monograph.read import read

FILE = "---\ntitle: Examplin\n---\nTake *one*.\n"


def refusal(data: bytes) -> list[tuple[str, int, int]]:
    with pytest.raises(MonographRefused) as refused:
        read(data, "examplin.md")
    return [(d.code, d.line, d.column) for d in refused.value.diagnostics]


def test_front_matter_and_body_are_split() -> None:
    source, values = read(FILE.encode(), "examplin.md")
    assert values == {"title": "Examplin"}
    assert (source.name, source.body, source.body_line) == ("examplin.md", "Take *one*.", 4)


@pytest.mark.parametrize("above", ["", "\n\n"])
def test_the_body_knows_its_first_line(above: str) -> None:
    source, _ = read(f"{above}---\ntitle: Examplin\n---\n\n\nText\n".encode(), "examplin.md")
    assert source.text.split("\n")[source.body_line - 1] == "Text"


@pytest.mark.parametrize(
    "text",
    [
        FILE.replace("\n", "\r\n"),
        FILE.replace("\n", "\r"),
        "\ufeff" + FILE,
        FILE.rstrip("\n"),
        FILE.replace("Take ", "Take \u2028").replace("\u2028", ""),
    ],
    ids=["windows", "old-mac", "byte-order-mark", "no-final-newline", "as-it-is"],
)
def test_line_ends_and_marks_of_other_editors_change_nothing(text: str) -> None:
    source, values = read(text.encode(), "examplin.md")
    assert (source.body, values) == ("Take *one*.", {"title": "Examplin"})


def test_line_separators_are_line_ends() -> None:
    source, _ = read(FILE.replace("Take ", "Take\u2028").encode(), "examplin.md")
    assert source.body == "Take\n*one*."


def test_letters_and_accents_are_composed() -> None:
    source, _ = read(FILE.replace("one", "cafe\u0301").encode(), "examplin.md")
    assert source.body == "Take *caf\u00e9*."


def test_the_same_bytes_have_the_same_hash() -> None:
    first, second = (read(FILE.encode(), name)[0] for name in ("a.md", "b.md"))
    assert first.sha256 == second.sha256
    assert len(first.sha256) == 64


def test_what_is_not_utf_8_is_refused_at_its_line() -> None:
    data = FILE.replace("one", "caf\u00e9").encode("latin-1")
    assert refusal(data) == [("not-text", 4, 0)]


def test_characters_that_cannot_be_printed_are_reported_all_at_once() -> None:
    data = FILE.replace("Take ", "T\x00ake \ue000\n\t").encode()
    assert refusal(data) == [("not-text", 4, 2), ("not-text", 4, 7)]


@pytest.mark.parametrize(
    ("front", "line"),
    [
        ("title: Examplin: tablets", 2),
        ("title: Examplin\nforms: [a, b", 4),
        ("title: Examplin\nreviewed: 2026-02-31", 1),
        ("title: !!python/object:os.system x", 2),
        ("title: \t*nothing", 2),
    ],
    ids=["colon", "bracket", "no-such-day", "object", "alias"],
)
def test_front_matter_that_is_not_yaml_is_refused(front: str, line: int) -> None:
    assert refusal(f"---\n{front}\n---\nText\n".encode()) == [("front-matter", line, 0)]


def test_a_file_without_front_matter_has_no_values() -> None:
    source, values = read(b"# Examplin\n", "examplin.md")
    assert (values, source.body_line) == ({}, 1)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (FILE.encode() + b"word " * 60_001, "limits.file-size"),
        (FILE.encode() + b"\n" * 60_001, "limits.lines"),
        (FILE.encode() + b"e" + "\u0316\u0301".encode() * 100, "limits.combining-marks"),
        (FILE.encode() + b"e" + b"&#x301;" * 100, "limits.combining-marks"),
    ],
)
def test_what_exceeds_a_limit_is_refused_before_it_is_parsed(data: bytes, message: str) -> None:
    with pytest.raises(MonographRefused, match=message):
        read(data, "examplin.md")


def test_an_entity_counts_as_its_character() -> None:
    data = FILE.replace("one", "&#x202e;one&#0;").encode()
    assert refusal(data) == [("reordering", 4, 7), ("not-text", 4, 11)]


def test_a_replacement_character_is_reported() -> None:
    assert refusal(FILE.replace("one", "50 \ufffdg").encode()) == [("not-text", 4, 10)]


def test_at_most_twenty_findings_are_reported() -> None:
    assert len(refusal(FILE.encode() + b"\x00" * 100)) == 20


def test_what_is_a_little_too_much_is_reported_with_all_other_faults() -> None:
    text = FILE.replace("one", f"{'x' * 301} {{dose}}")
    with pytest.raises(MonographRefused) as refused:
        parse(text.encode(), "examplin.md")
    codes = [each.code for each in refused.value.diagnostics]
    assert codes == ["limit", "template-variable", "not-a-monograph"]
