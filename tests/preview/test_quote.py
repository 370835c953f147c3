from pathlib import Path

import pytest

from leaflet.diagnostics import Diagnostic
from leaflet.preview.quote import MAX_LENGTH, quote

TEXT = b"\xef\xbb\xbffirst\r\nsecond \xff <b>\nthird"


def found(file: str = "a.md", line: int = 2, code: str = "no-dose") -> Diagnostic:
    return Diagnostic.warning(code, "a message", file, line, column=3, hint="do it")


def source(finding: Diagnostic) -> object:
    return quote([finding], "a.md", TEXT)[0]["source"]


def test_a_finding_has_its_line_and_its_origin() -> None:
    read, printed = quote([found(), found(code="words-lost")], "a.md", TEXT)
    assert read == {
        "severity": "warning",
        "code": "no-dose",
        "message": "a message",
        "file": "a.md",
        "line": 2,
        "column": 3,
        "hint": "do it",
        "origin": "check",
        "source": "second \ufffd <b>",
    }
    assert printed["origin"] == "print"


@pytest.mark.parametrize(("line", "expected"), [(0, None), (1, "first"), (3, "third"), (4, None)])
def test_only_existing_lines_are_quoted(line: int, expected: str | None) -> None:
    assert source(found(line=line)) == expected


def test_a_line_without_end_is_cut() -> None:
    assert quote([found(line=1)], "a.md", b"x" * 10_000)[0]["source"] == "x" * MAX_LENGTH


def test_a_template_or_style_or_project_file_is_quoted_as_well(tmp_path: Path) -> None:
    for name in ("page.html", "ours.css", "leaflet.toml"):
        (tmp_path / name).write_text("one\n{% if %}")
        assert source(found(file=str(tmp_path / name))) == "{% if %}"


@pytest.mark.parametrize("name", ["secret.txt", "gone.html", "folder.css"])
def test_nothing_else_is(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret.txt").write_text("one\ntwo")
    (tmp_path / "folder.css").mkdir()
    assert source(found(file=str(tmp_path / name))) is None
