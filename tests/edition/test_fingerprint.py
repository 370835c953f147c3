"""A fingerprint changes with what reaches the page, and with nothing else."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from leaflet.config.limits import Limits
from leaflet.config.settings import Settings
from leaflet.edition import fingerprint
from leaflet.edition.fingerprint import changes
from leaflet.job import Job, Standard
from leaflet.theme import pictures
from leaflet.theme.search_path import Theme, shipped

PAGE = '{% extends "builtin/patient/page.html" %}\n'


def taken(
    project: Path, kind: str = "patient", standard: Standard = Standard.UA, **chosen: object
) -> Mapping[str, str]:
    theme = Theme.of(project)
    found = theme.kind(kind)
    settings = Settings(**chosen)  # type: ignore[arg-type]
    return fingerprint.of_edition(
        theme, found, theme.stylesheet(found, (), "a4"), settings, standard
    )


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)


def test_it_is_the_same_wherever_a_project_lies(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write(tmp_path / name / "templates/patient/page.html", PAGE)
    assert taken(tmp_path / "one") == taken(tmp_path / "two")


def test_it_is_the_same_inside_the_checkout_and_outside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outside = taken(tmp_path)
    monkeypatch.chdir(shipped())
    assert taken(Path()) == outside


def test_when_a_file_was_touched_does_not_matter(tmp_path: Path) -> None:
    page = tmp_path / "templates/patient/page.html"
    write(page, PAGE)
    before = taken(tmp_path)
    os.utime(page, (0, 0))
    assert taken(tmp_path) == before


@pytest.mark.parametrize(
    ("file", "text", "changed"),
    [
        ("templates/patient/page.html", PAGE, "templates"),
        ("templates/base.html", "<!-- ours -->", "templates"),
        ("templates/macros.html", "<!-- ours -->", "templates"),
        ("templates/patient/page.css", "h1 { color: #111 }", "styles"),
        ("styles/default.css", "h1 { color: #111 }", "styles"),
        ("styles/paper/a4.css", "@page { size: A4 }", "styles"),
    ],
)
def test_it_says_which_part_of_the_theme_has_changed(
    tmp_path: Path, file: str, text: str, changed: str
) -> None:
    before = taken(tmp_path)
    write(tmp_path / file, text)
    assert changes(before, taken(tmp_path)) == (changed,)


@pytest.mark.parametrize(
    "file",
    ["templates/clinician/page.html", "styles/unused.css", "templates/school/page.html", "x.md"],
)
def test_what_other_editions_are_made_of_does_not_matter(tmp_path: Path, file: str) -> None:
    before = taken(tmp_path)
    write(tmp_path / file, "/* ours */")
    assert taken(tmp_path) == before


def test_a_template_that_another_one_names_matters(tmp_path: Path) -> None:
    write(tmp_path / "templates/patient/page.html", PAGE + '{% include "parts/ward.html" %}')
    write(tmp_path / "templates/parts/ward.html", "Ward 7")
    before = taken(tmp_path)
    write(tmp_path / "templates/parts/ward.html", "Ward 8")
    assert changes(before, taken(tmp_path)) == ("templates",)


@pytest.mark.parametrize(
    ("file", "text", "changed"),
    [
        (
            "templates/patient/page.html",
            PAGE + '<img src="file:///theme/our%20logo.png">',
            "templates",
        ),
        ("styles/default.css", "h1 { background: url('our logo.png') }", "styles"),
    ],
)
def test_the_pictures_of_the_theme_matter(
    tmp_path: Path, file: str, text: str, changed: str
) -> None:
    write(tmp_path / file, text)
    write(tmp_path / "our logo.png", "a picture")
    before = taken(tmp_path)
    write(tmp_path / "our logo.png", "another")
    assert changes(before, taken(tmp_path)) == (changed,)


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: taken(folder, disclaimer={"en": "Ask the ward."}),
        lambda folder: taken(folder, standard=Standard.UA_AND_A),
        lambda folder: taken(folder, limits=Limits(lines=200)),
    ],
)
def test_settings_that_reach_the_page_matter(
    tmp_path: Path, change: Callable[[Path], Mapping[str, str]]
) -> None:
    assert changes(taken(tmp_path), change(tmp_path)) == ("settings",)


def test_the_rules_of_check_are_a_part_of_their_own(
    tmp_path: Path,
) -> None:
    assert changes(taken(tmp_path), taken(tmp_path, locale="en-GB")) == ("check",)


def test_settings_that_do_not_reach_it_do_not(tmp_path: Path) -> None:
    assert taken(tmp_path, output=Path("out"), strict=True) == taken(tmp_path)


EDITION = {"templates": "abc"}


def job_in(folder: Path) -> Job:
    return Job(folder / "a.md", "a.md", "patient", (), "a4", folder / "a.pdf")


@pytest.mark.parametrize(
    "text",
    [
        b"![A tablet](tablet.png)",
        b"![A tablet](sub/../tablet%2Epng)",
    ],
)
def test_a_document_has_the_fingerprint_of_its_pictures(tmp_path: Path, text: bytes) -> None:
    (tmp_path / "sub").mkdir()
    write(tmp_path / "tablet.png", "a picture")
    names = tuple(pictures.of_text(text))
    before = fingerprint.of_document(EDITION, job_in(tmp_path), names, "")
    write(tmp_path / "tablet.png", "another")
    after = fingerprint.of_document(EDITION, job_in(tmp_path), names, "")
    assert changes(before, after) == ("pictures",)


def test_a_document_without_pictures_has_that_of_its_edition(tmp_path: Path) -> None:
    assert tuple(pictures.of_text(b"See [there](x.png).")) == ()
    assert fingerprint.of_document(EDITION, job_in(tmp_path), (), "") == EDITION


def test_a_document_whose_review_is_overdue_has_another_fingerprint(tmp_path: Path) -> None:
    days = ("2020-01-01", "9999-01-01")
    taken = [fingerprint.of_document(EDITION, job_in(tmp_path), (), day) for day in days]
    assert [each["review"] for each in taken] == ["overdue", "due"]
    with pytest.raises(ValueError, match="no day"):
        fingerprint.of_document(EDITION, job_in(tmp_path), (), "no day")


@pytest.mark.parametrize(
    "name", [b"gone.png", b"a" * 5000 + b".png", b"\xff%00.png", b"https://example.org/a.png"]
)
def test_a_picture_that_is_not_there_is_no_trouble(tmp_path: Path, name: bytes) -> None:
    names = tuple(pictures.of_text(b"![x](" + name + b")"))
    assert "pictures" in fingerprint.of_document(EDITION, job_in(tmp_path), names, "")


def test_it_says_what_was_added_or_removed() -> None:
    assert changes({"a": "1", "b": "2"}, {"b": "2", "c": "3"}) == ("a", "c")
