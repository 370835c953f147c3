from dataclasses import dataclass, field
from pathlib import Path

import pytest

from leaflet.config.settings import Settings, keys
from leaflet.config.toml_file import RawSetting
from leaflet.config.validate import Problem, Validated, read_table, validate
from leaflet.config.value_types import Count, Names, Text, TopicsByKey
from leaflet.diagnostics import Diagnostic


def test_a_valid_setting_has_its_value_and_others_their_error() -> None:
    given = [
        RawSetting("print.output", "out", "leaflet.toml", 1),
        RawSetting("print.jobs", "many", "leaflet.toml", 2),
        RawSetting("print.job", 2, "leaflet.toml", 3),
    ]
    valid, *faults = validate(given, keys([]), Path("base"))
    assert isinstance(valid, Validated)
    assert (valid.name, valid.key, valid.table) == ("output", "print.output", "print")
    assert valid.value == Path("base/out")
    assert [(each.code, each.line) for each in faults if isinstance(each, Diagnostic)] == [
        ("bad-setting", 2),
        ("unknown-setting", 3),
    ]
    assert Settings().output == Path("dist")


@dataclass(frozen=True)
class Inner:
    name: Text
    size: Count = 0


@dataclass(frozen=True)
class Outer:
    title: Text
    first: Inner | None = None
    rows: tuple[Inner, ...] = ()
    tags: Names = ()
    topics: TopicsByKey = field(default_factory=dict)


def test_a_table_becomes_a_dataclass() -> None:
    data = {"title": "t", "first": {"name": "a"}, "rows": [{"name": "b", "size": 2}], "tags": []}
    assert read_table(data, Outer) == Outer("t", Inner("a"), (Inner("b", 2),))


@pytest.mark.parametrize(
    ("data", "path", "message"),
    [
        ({}, (), '"title" is missing'),
        ({"title": 1}, ("title",), "title takes a text, not 1"),
        ({"title": 16**5000}, ("title",), "title takes a text, not a number of thousands"),
        ({"title": ""}, ("title",), "title takes a text, not ''"),
        ({"title": "t", "titel": 1}, ("titel",), 'unknown key "titel"'),
        ({"title": "t", "first": "x"}, ("first",), "first takes a table, not 'x'"),
        ({"title": "t", "first": {"name": 2}}, ("first", "name"), "first.name takes a text, not 2"),
        ({"title": "t", "rows": "x"}, ("rows",), "rows takes a list of tables, not 'x'"),
        ({"title": "t", "rows": {"name": "x"}}, ("rows",), "rows takes a list of tables"),
        ({"title": "t", "rows": [1]}, ("rows", 0), "rows[0] takes a table, not 1"),
        ({"title": "t", "rows": [{"name": "a"}, {}]}, ("rows", 1), '"name" is missing'),
        (
            {"title": "t", "rows": [{"name": "a", "size": "two"}]},
            ("rows", 0, "size"),
            "size takes a whole number, not 'two'",
        ),
        ({"title": "t", "tags": "usage"}, ("tags",), "tags takes a list of names"),
        ({"title": "t", "tags": ["a", 5]}, ("tags", 1), "tags[1] takes a text, not 5"),
        ({"title": "t", "topics": {"a": "b", "c": 1}}, ("topics", "c"), "topics.c takes a list"),
        ("x", (), "the file takes a table"),
        (None, (), "the file takes a table"),
    ],
)
def test_a_wrong_table_says_where_and_why(
    data: object, path: tuple[str | int, ...], message: str
) -> None:
    found = read_table(data, Outer)
    assert isinstance(found, list)
    [problem] = found
    assert problem.path == path
    assert problem.message.startswith(message)


def test_all_problems_are_reported_at_once() -> None:
    data = {"titel": "t", "first": {"size": -1}, "rows": [{"name": 1}, {"name": "b", "sise": 1}]}
    found = read_table(data, Outer)
    assert isinstance(found, list)
    assert {problem.path for problem in found} == {
        ("titel",),
        (),
        ("first", "size"),
        ("first",),
        ("rows", 0, "name"),
        ("rows", 1, "sise"),
    }
    assert Problem(("titel",), 'unknown key "titel"', 'did you mean "title"?') in found
