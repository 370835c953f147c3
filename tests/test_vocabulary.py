"""Retired words are found where they are our own words, and nowhere else."""

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

CHECKOUT = Path(__file__).parents[1]
TABLE = """
allowed = ["house style", "press ctrl"]
skipped = ["tests/cases/*"]
[words]
told = "say reported"
house = "say project"
"door step" = "say set-up"
[names]
press = "say pipeline"
[prose]
tells = "say shows"
"one a cpu" = "say one per CPU"
[[exception]]
path = "styles/*"
word = "house"
reason = "a contract"
"""


def load() -> ModuleType:
    """The script as a module; ``scripts`` is no package."""
    spec = spec_from_file_location("vocabulary", CHECKOUT / "scripts" / "vocabulary.py")
    assert spec
    assert spec.loader
    module = sys.modules[spec.name] = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


script = load()
vocabulary = script.Vocabulary.read(TABLE)


def found(path: str, text: str) -> list[tuple[int, str]]:
    return [(each.line, each.word) for each in script.check(path, text, vocabulary)]


@pytest.mark.parametrize(
    "name", ["told", "_told", "is_told", "isTold", "TOLD", "ToldTwice", "told2"]
)
def test_an_identifier_is_split_into_its_words(name: str) -> None:
    assert found("src/a.py", f"{name} = 1\n") == [(1, "told")]


@pytest.mark.parametrize("name", ["untold", "stoldt", "suppress", "compress", "household"])
def test_a_part_of_a_word_is_no_word(name: str) -> None:
    assert found("src/a.py", f"{name} = 1\n") == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('"""It is told."""\n', 1),
        ("a = 1\n\n# Told.\n", 3),
        ('def f() -> None:\n    """Do it.\n\n    It is told\n    """\n', 4),
        ('a = "it is told"\n', 1),
        ('a = f"it is {told}"\n', 1),
        ('a = f"it is told {b}"\n', 1),
    ],
)
def test_prose_is_found_in_comments_docstrings_and_messages(text: str, line: int) -> None:
    assert found("src/a.py", text) == [(line, "told")]


def test_strings_of_tests_are_data() -> None:
    assert found("tests/test_a.py", 'a = "as you were told"\n') == []
    assert found("tests/test_a.py", '"""As told."""\n') == [(1, "told")]
    assert found("tests/test_a.py", "class A:\n    '''As told.'''\n") == [(2, "told")]


def test_a_phrase_may_run_over_a_line_and_is_found_whatever_its_case() -> None:
    assert found("docs/a.md", "Workers: one\na CPU.\n") == [(1, "one a cpu")]
    assert found("docs/a.md", "The door-step, the Door step.\n") == [(1, "door step")] * 2


def test_words_of_names_are_ordinary_in_prose_and_the_reverse() -> None:
    assert found("src/a.py", "# Press the button.\npress = 1\n") == [(2, "press")]
    assert found("src/a.py", "tells = 1\n# It tells.\n") == [(2, "tells")]


def test_a_phrase_with_a_standard_meaning_is_allowed() -> None:
    assert found("docs/a.md", "Your house style, the house-style page, a house.\n") == [
        (1, "house")
    ]
    assert found("src/a.py", "house_style = HouseStyle()\n") == []


def test_the_name_of_a_file_counts() -> None:
    assert found("tests/test_house.py", "") == [(0, "house")]
    assert found("docs/house-style.md", "") == []


def test_markdown_is_read_without_its_code_blocks_and_names_of_tests() -> None:
    text = "Told.\n\n```\ntold\n```\n\n`told`, `a/test_b.py::test_it_is_told`, told\n"
    assert found("docs/a.md", text) == [(1, "told"), (7, "told"), (7, "told")]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("styles/a.css", "p { content: 'told' }\n/* told */\n"),
        ("templates/a.html", "<p>\n{% if told %}\n"),
        ("templates/a.html", "<p>\ntold</p>\n"),
        ("templates/a.js", "const a = 1;\nconst isTold = 1;\n"),
        ("templates/a.js", "const a = 1;\n// told\n"),
        ("locale/de.po", 'msgid "told"\n# told\n'),
        ("templates/kind.toml", 'told = "told"\n# told\n'),
        ("Makefile", "a:\n\techo told\n"),
        ("scripts/a.sh", "a\necho told\n"),
    ],
)
def test_every_type_of_file_is_read_as_what_it_is(path: str, text: str) -> None:
    assert found(path, text) == [(2, "told")]


def test_an_exception_holds_for_its_word_in_its_files() -> None:
    (finding,) = script.check("styles/a.css", "/* the house */", vocabulary)
    assert vocabulary.excepting(finding)["reason"] == "a contract"
    (finding,) = script.check("styles/a.css", "/* told */", vocabulary)
    assert vocabulary.excepting(finding) is None
    (finding,) = script.check("docs/a.md", "the house", vocabulary)
    assert vocabulary.excepting(finding) is None


def test_data_is_skipped() -> None:
    assert vocabulary.skips("tests/cases/a.md")
    assert not vocabulary.skips("tests/test_a.py")


def test_every_retired_word_has_advice_and_every_exception_a_reason() -> None:
    real = script.Vocabulary.read(script.TABLE.read_text("utf-8"))
    advice = {**real.names, **real.prose}
    assert advice == {word.lower(): text for word, text in advice.items() if text}
    assert all(each["path"] and each["word"] and each["reason"] for each in real.exceptions)
    assert {each["word"] for each in real.exceptions} <= advice.keys()


def test_findings_are_counted_by_folder_and_set_the_exit_code(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(script, "CHECKOUT", tmp_path)
    monkeypatch.setattr(script, "TABLE", tmp_path / "vocabulary.toml")
    (tmp_path / "vocabulary.toml").write_text(TABLE, "utf-8")
    for name, text in {
        "src/leaflet/batch/pool.py": "told = 1\n",
        "src/leaflet/lint/rules/a.py": "# told\n",
        "tests/cases/a.md": "told\n",
        "styles/a.css": "/* house */\n",
        "README.md": "Fine.\n",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    lines: list[str] = []
    assert script.main([str(tmp_path)], lines.append) == 1
    assert lines == [
        'src/leaflet/batch/pool.py:1: "told": say reported',
        'src/leaflet/lint/rules/a.py:1: "told": say reported',
        "     1  src/leaflet/batch",
        "     1  src/leaflet/lint",
    ]
    lines.clear()
    assert script.main([str(tmp_path / "README.md")], lines.append) == 0
    assert lines == []
    (tmp_path / "styles" / "a.css").write_text("/* fine */", "utf-8")
    monkeypatch.setattr(script, "everything", lambda: [tmp_path / "styles"])
    assert script.main([], lines.append) == 1
    assert lines == ["vocabulary.toml: nothing needs the exception styles/*: house"]
