"""The order in which medicines are listed, and what a program gets."""

from leaflet.diff.file_changes import FileChanges, FileState, Version
from leaflet.diff.model import Change, ChangeKind, Edit, Run, Statement


def change(kind: ChangeKind) -> Change:
    statement = Statement("5 mg", section="Dosage", key="dosage", line=7)
    return Change((kind,), None, statement, (Run(Edit.INSERTED, "5 mg"),))


def medicine(title: str, *kinds: ChangeKind, state: FileState = FileState.CHANGED) -> FileChanges:
    old, new = Version("old.md", "1", "2026-01-31"), Version("new.md")
    return FileChanges(title, state, old, new, tuple(map(change, kinds)))


def test_the_gravest_come_first() -> None:
    in_order = [
        medicine("Failed", state=FileState.FAILED),
        medicine("Gone", state=FileState.GONE),
        medicine("Boxed", ChangeKind.BOXED_WARNING),
        medicine("Two numbers", ChangeKind.NUMBER, ChangeKind.NUMBER),
        medicine("A number", ChangeKind.NUMBER, ChangeKind.REWORDED),
        medicine("Another number", ChangeKind.NUMBER),
        medicine("Words", ChangeKind.REWORDED),
        medicine("New", state=FileState.NEW),
    ]
    assert sorted(set(in_order), key=lambda each: each.weight) == in_order


def test_changes_are_those_to_look_at_first_and_others() -> None:
    found = medicine("Examplin", ChangeKind.NUMBER, ChangeKind.REWORDED)
    assert [each.kind for each in found.first] == ["number"]
    assert [each.kind for each in found.others] == ["reworded"]


def test_versions_are_named_by_what_is_stated() -> None:
    assert str(Version("a.md", "2", "2026-01-31")) == "version 2, 2026-01-31"
    assert str(Version("a.md")) == "without a version"


def test_plain_values() -> None:
    assert medicine("Examplin", ChangeKind.NUMBER).as_dict()["changes"] == [
        {
            "kinds": ["number"],
            "first": True,
            "where": "Dosage",
            "from": None,
            "from_where": None,
            "from_line": 0,
            "to": "5 mg",
            "line": 7,
            "runs": [{"edit": "inserted", "text": "5 mg"}],
            "others": 0,
        }
    ]
