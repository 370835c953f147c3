import re
from pathlib import Path

import pytest

from leaflet.cache.compiled import CompiledCache
from leaflet.config import toml_file
from leaflet.errors import SettingsError
from leaflet.resources import shipped


def test_the_nearest_file_above_is_the_projects(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    (tmp_path / "leaflet.toml").touch()
    assert toml_file.find(deep) == tmp_path / "leaflet.toml"
    (tmp_path / "a" / "leaflet.toml").touch()
    assert toml_file.find(deep) == tmp_path / "a" / "leaflet.toml"


def test_what_was_parsed_is_kept_and_nobody_changes_what_is_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept = CompiledCache("toml", "test")
    monkeypatch.setattr(toml_file, "KEPT", kept)
    data = 'a = 1\n[b]\nc = ["µ", true, 1.5]'.encode()
    content = {"a": 1, "b": {"c": ["µ", True, 1.5]}}
    for _ in range(2):
        found = toml_file.parse(data, "a.toml", "code")
        assert found == content
        found["b"]["c"].clear()
    assert kept.get(data) is not None
    dated = b"day = 2026-02-03"  # a date is not kept
    for _ in range(2):
        assert toml_file.parse(dated, "a.toml", "code")["day"].day == 3


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ('[print]\npaper = "a4"\n\nkinds = []', {"print.paper": 2, "print.kinds": 4}),
        ('# paper\nprint.paper = "a4"', {"print.paper": 2}),
        ("[ print ]\n'paper' = 'a4'", {"print.paper": 2}),
        ('print = { paper = "a4" }', {"print.paper": 1}),
        ('\n[print.disclaimer]\nen = "x"', {"print.disclaimer": 2}),
        ('[brand]\npaper = 1\n[print]\npaper = "a4"', {"brand.paper": 2, "print.paper": 4}),
        ('paper = "a4"', {"paper": 1}),
    ],
)
def test_each_value_comes_with_its_key_and_line(
    tmp_path: Path, text: str, lines: dict[str, int]
) -> None:
    file = tmp_path / "leaflet.toml"
    file.write_text(text)
    given = toml_file.read(file, "leaflet.toml")
    assert {each.key: each.line for each in given} == lines
    assert {each.file for each in given} == {"leaflet.toml"}


@pytest.mark.parametrize(
    ("data", "line", "message"),
    [
        (b"[print]\npaper = \n", 2, "Invalid value"),
        (b"[print\n", 1, "Expected"),
        (b'[print]\npaper = """\n\nstrict = true\n\n', 2, "at end of document"),
        (b"\xff\xfe", 0, "UTF-8"),
    ],
)
def test_broken_toml_is_reported_with_its_line(
    tmp_path: Path, data: bytes, line: int, message: str
) -> None:
    file = tmp_path / "leaflet.toml"
    file.write_bytes(data)
    with pytest.raises(SettingsError, match=message) as caught:
        toml_file.read(file, "here/leaflet.toml")
    assert caught.value.diagnostics[0].file == "here/leaflet.toml"
    assert caught.value.diagnostics[0].line == line


LONG = '''# a comment
[print]
disclaimer = { en = """
paper = "not a key"
[brand]
""" }
paper = "a4" # the key

"kinds" = [
  "patient", # "paper"
  "clinician",
]
styles.x = 1
[[patient.part]]
key = "a"
[patient.part.topics]
own = \'\'\'
key = 3\'\'\'
[[patient.part]]

key = "b"
topics.own = "x"
[[patient.part.slot]]
key = "c"
[[patient.part]]
key = "d"
[[patient.part.slot]]
key = "e"
[limits]
lines = 3
[clinician]
part = [
  # the first
  { key = "f", sections = ["usage",
    "faqs"] },

  { key = "g" }, { key = "h" },
  { key = "i" }]
order = ["a",
"b"]
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("print",), 2),
        (("print", "disclaimer"), 3),
        (("print", "disclaimer", "en"), 3),
        (("print", "paper"), 7),
        (("print", "kinds"), 9),
        (("print", "styles", "x"), 13),
        (("patient", "part", 0), 14),
        (("patient", "part", 0, "key"), 15),
        (("patient", "part", 0, "topics"), 16),
        (("patient", "part", 0, "topics", "own"), 17),
        (("patient", "part", 1), 19),
        (("patient", "part", 1, "key"), 21),
        (("patient", "part", 1, "topics", "own"), 22),
        (("patient", "part", 1, "slot", 0), 23),
        (("patient", "part", 2, "slot", 0), 27),
        (("patient", "part", 2, "slot", 0, "key"), 28),
        (("limits", "lines"), 30),
        (("clinician", "part"), 32),
        (("clinician", "part", 0, "sections"), 34),
        (("clinician", "part", 1, "key"), 37),
        (("clinician", "part", 2, "key"), 37),
        (("clinician", "part", 3, "key"), 38),
        (("clinician", "order", 0), 39),
        (("clinician", "order", 1), 40),
    ],
)
def test_lines_are_those_of_the_statements(path: tuple[str | int, ...], line: int) -> None:
    assert toml_file.lines_of(LONG)[path] == line


@pytest.mark.parametrize("kind", ["patient", "clinician"])
def test_each_key_of_a_shipped_kind_is_on_its_line(kind: str) -> None:
    text = (shipped() / "templates" / kind / "kind.toml").read_text("utf-8")
    rows = text.split("\n")
    lines = toml_file.lines_of(text)
    keys = {path: line for path, line in lines.items() if isinstance(path[-1], str)}
    assert len(keys) > 50
    for path, line in keys.items():
        assert re.search(rf"\b{path[-1]}\b", rows[line - 1]), path


def test_a_value_without_a_line_has_that_of_the_nearest_above_it(tmp_path: Path) -> None:
    file = tmp_path / "leaflet.toml"
    file.write_text(LONG)
    part = next(each for each in toml_file.read(file, "x") if each.key == "patient.part")
    assert (part.line, part.line_of(0, "heading"), part.line_of(1, "topics", "own")) == (14, 14, 22)
    assert part.line_of(7) == 14
