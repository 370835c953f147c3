"""Kinds read from their files, and the problems of these files."""

from pathlib import Path

import pytest

from leaflet.errors import SettingsError
from leaflet.kinds.kind_toml import read_kind
from leaflet.kinds.model import Band, Sheet

GOOD = """
title = "Nurse card"
summary = "one side"
rest = "other"
leaves_out = ["brand-names"]
route = ["missed"]

[sheet]
sizes = [9.5, 8]
moves = ["other"]
[headings]
brand-names = "Brands"
usage = "Uses"

[[part]]
key = "dose"
heading = "Dose of {name}"
sections = ["dosage"]
topics.precautions = 'renal | kidney'
first = 'serious'
order = ['renal', 'liver']
always = true
heading_given = "How {name} is given"

[[part.slot]]
key = "missed"
heading = "Missed"
topics.faqs = 'miss'

[[part.rank]]
heading = "At once"
labels = 'serious'

[[part]]
key = "other"
heading = "Other"
band = "adjust"
"""


def written(folder: Path, text: str) -> Path:
    file = folder / "nurse" / "kind.toml"
    file.parent.mkdir()
    file.write_text(text, "utf-8")
    return file


def test_a_kind_is_what_its_file_says(tmp_path: Path) -> None:
    kind = read_kind(written(tmp_path, GOOD))
    assert (kind.name, kind.title, kind.folder) == ("nurse", "Nurse card", tmp_path / "nurse")
    assert [part.key for part in kind.parts] == ["dose", "other"]
    dose = kind.parts[0]
    assert dose.sections == ("dosage",)
    assert dose.always
    assert (pattern := dose.topics["precautions"].pattern)
    assert pattern.search("Renal disease")
    assert kind.leaves_out == ("brand-names",)
    assert (dose.heading_use, dose.heading_given) == ("", "How {name} is given")
    assert [slot.key for slot in dose.slots] == ["missed"]
    assert [rank.heading for rank in dose.ranks] == ["At once"]
    assert [text.pattern for text in dose.order] == ["renal", "liver"]
    assert [part.band for part in kind.parts] == [Band.REST, Band.ADJUST]
    assert kind.route == ("missed",)
    assert not kind.alike
    assert kind.sheet == Sheet((9.5, 8), ("other",))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("leaves_out", "leave_out"), 'did you mean "leaves_out"?'),
        (("always", "allways"), 'did you mean "always"?'),
        (("sizes =", "size ="), 'did you mean "sizes"?'),
        (('moves = ["other"]', 'moves = ["othr"]'), 'did you mean "other"?'),
        (('title = "Nurse card"', ""), '"title" is missing'),
        (('rest = "other"', 'rest = "others"'), 'did you mean "other"?'),
        (('["missed"]', '["mised"]'), 'did you mean "missed"?'),
        (("topics.faqs", "topic.faqs"), 'did you mean "topics"?'),
        (("labels =", "label ="), 'did you mean "labels"?'),
        (("'serious'", "'(serious'"), "regular expression"),
        (("['renal'", "['(renal'"), "regular expression"),
        (('"one side"', "one side"), "kind-unreadable"),
    ],
)
def test_a_problem_is_reported_with_the_file(
    tmp_path: Path, change: tuple[str, str], message: str
) -> None:
    file = written(tmp_path, GOOD.replace(*change))
    with pytest.raises(SettingsError) as error:
        read_kind(file)
    assert message in str(error.value)
    assert str(file) in str(error.value)


def test_all_problems_are_reported_at_once(tmp_path: Path) -> None:
    file = written(tmp_path, GOOD.replace("summary", "sumary").replace("always", "allways"))
    with pytest.raises(SettingsError) as error:
        read_kind(file)
    assert len(error.value.diagnostics) == 3


@pytest.mark.parametrize(
    ("change", "line", "message"),
    [
        (('sections = ["dosage"]', 'sections = "dosage"'), 18, "sections takes a list of names"),
        (('["dosage"]', '["dosge"]'), 18, 'there is no section "dosge"'),
        (('["brand-names"]', '["brand-name"]'), 5, 'there is no section "brand-name"'),
        (("topics.precautions", "topics.precaution"), 19, 'there is no section "precaution"'),
        (('rest = "other"', 'rest = "other"\nmost_pages = "two"'), 5, "most_pages takes a whole"),
        (("sizes = [9.5, 8]", 'sizes = "small"'), 9, "sizes takes a list of type sizes"),
        (("sizes = [9.5, 8]", "sizes = []"), 9, "sizes takes a list of type sizes"),
        (("sizes = [9.5, 8]", "sizes = [9.5, 0]"), 9, "sizes[1] takes a number above 0, not 0"),
        (("sizes = [9.5, 8]", "sizes = [inf]"), 9, "sizes[0] takes a number above 0, not inf"),
        (("sizes = [9.5, 8]", "sizes = [true]"), 9, "sizes[0] takes a number above 0, not True"),
        (("always = true", "always = 1"), 22, "always takes true or false"),
        (("'renal | kidney'", "3"), 19, "topics.precautions takes a list of topics, not 3"),
        (("['renal', 'liver']", "'renal'"), 21, "order takes a list of regular expressions"),
        (('"Other"', '"Other"\n[[part]]\nkey = "dose"\nheading = ""'), 39, 'a part "dose" already'),
        (('"Other"', '"Other"\n[[part]]\nkey = "missed"\nheading = ""'), 39, "already"),
        (('"Other"', '"Other"\nsections = ["dosage"]'), 38, '"dosage" belongs to another part'),
        (
            ("[[part.rank]]", "[[part.slot.slot]]\nkey = 'x'\nheading = ''\n[[part.rank]]"),
            31,
            "a slot cannot have slots",
        ),
        (("usage = ", "usages = "), 13, 'headings: there is no section "usages"'),
        (("usage = ", "usage.x = "), 13, "headings.usage takes a text"),
        (('key = "missed"', "key = 7"), 27, "key takes a text, not 7"),
        (("labels = 'serious'", "labels = []"), 33, "labels takes a regular expression, not []"),
        (('look = "table"', 'look = "tabel"'), 23, 'look takes "" or "band"'),
    ],
)
def test_a_wrong_value_is_reported_with_its_line(
    tmp_path: Path, change: tuple[str, str], line: int, message: str
) -> None:
    good = GOOD.replace("heading_given", 'look = "table"\nheading_given')
    file = written(tmp_path, good.replace(*change))
    with pytest.raises(SettingsError) as error:
        read_kind(file)
    [fault] = error.value.diagnostics
    assert fault.line == line
    assert message in fault.message
