import re
from datetime import date

import pytest

from leaflet.diagnostics import Diagnostic, Severity
from leaflet.monograph.frontmatter.fields import check_front
from leaflet.monograph.model import FrontMatter
from leaflet.monograph.read import read


def check(front: str) -> tuple[FrontMatter | None, tuple[Diagnostic, ...]]:
    return check_front(*read(f"---\n{front}\n---\nText\n".encode(), "examplin.md"))


def accepted(front: str) -> FrontMatter:
    matter, found = check(front)
    assert matter is not None
    assert found == ()
    return matter


def test_every_key_is_read() -> None:
    matter = accepted(
        """\
title: Examplin
generic_name: examplin sodium
brand_names: [Examplex, Examplor]
drug_class: Example
forms:
  - 5 mg tablets
boxed_warning: >-
  Never give it
  to a cat.
lang: en-GB
version: 3
reviewed: 2026-01-31
review_due: "2027-01-31"
reviewer: Jo Doe
organisation: Example House
contact: jo@example.org
url: https://example.org/examplin
sources: One book"""
    )
    assert matter == FrontMatter(
        title="Examplin",
        generic_name="examplin sodium",
        brand_names=("Examplex", "Examplor"),
        drug_class="Example",
        forms=("5 mg tablets",),
        boxed_warning="Never give it to a cat.",
        lang="en-GB",
        version="3",
        reviewed=date(2026, 1, 31),
        review_due=date(2027, 1, 31),
        reviewer="Jo Doe",
        organisation="Example House",
        contact="jo@example.org",
        url="https://example.org/examplin",
        sources=("One book",),
    )


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("1.10", "1.10"),
        ("1.0 # draft", "1.0"),
        ("'2.0'", "2.0"),
        ("4", "4"),
        ("1.2.3", "1.2.3"),
        ("010", "010"),
        ("007", "007"),
        ("1:30", "1:30"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("1e3", "1e3"),
        ("on", "on"),
        ("2026-03-31", "2026-03-31"),
        (".5", ".5"),
        ("+1", "+1"),
        ("1.50", "1.50"),
        ("1.10\n<<: {version: 1.2}", "1.10"),
    ],
)
def test_a_version_keeps_its_digits(written: str, read_as: str) -> None:
    assert accepted(f"title: Examplin\nversion: {written}").version == read_as


def test_a_merged_version_is_the_text_that_yaml_makes_of_it() -> None:
    assert accepted("title: Examplin\n<<: {version: '1.10'}").version == "1.10"
    _, found = check("title: Examplin\n<<: {version: 1.10}")
    assert [d.message for d in found] == ["version takes a text in quotes, not 1.1"]


def test_dates_are_days_however_they_are_written() -> None:
    for written in ("2026-03-31", "'2026-03-31'", "2026-03-31 08:00:00", "20260331"):
        assert accepted(f"title: Examplin\nreviewed: {written}").reviewed == date(2026, 3, 31)
    _, found = check("title: Examplin\nreviewed: 2026-03-31 draft\nreview_due: [2026-03-31]")
    assert [d.line for d in found] == [3, 4]


def test_an_empty_value_is_as_good_as_none() -> None:
    assert accepted("title: Examplin\nforms:\nreviewed: null") == FrontMatter("Examplin")


def test_runs_of_spaces_are_one_space() -> None:
    assert accepted("title: 'Examplin   +  Otherol '").title == "Examplin + Otherol"


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("title", "No", "quotes"),
        ("title", "2026-01-01", "quotes"),
        ("title", "[Examplin]", "quotes"),
        ("generic_name", "12", "quotes"),
        ("brand_names", "{uk: Examplex}", "list of texts"),
        ("forms", "[5, 6]", "quotes"),
        ("boxed_warning", "true", "quotes"),
        ("lang", "English", "en-GB"),
        ("version", "[1]", "quotes"),
        ("reviewed", "31.1.2026", "2026-03-31"),
        ("review_due", "soon", "2026-03-31"),
        ("reviewer", "[Jo]", "quotes"),
        ("organisation", "1.5", "quotes"),
        ("contact", "{a: b}", "quotes"),
        ("url", "example.org", "https://"),
        ("url", "javascript:alert(1)", "https://"),
        ("sources", "7", "list of texts"),
    ],
)
def test_a_wrong_type_is_an_error_at_its_line(key: str, value: str, expected: str) -> None:
    title = "" if key == "title" else "title: Examplin"
    _, found = check(f"layout: page\n{title}\n{key}: {value}")
    assert [(d.severity, d.code, d.line) for d in found] == [(Severity.ERROR, "front-matter", 4)]
    assert re.match(rf"{key}(\[0\])? takes .*{re.escape(expected)}.*, not ", found[0].message)


def test_a_value_however_long_is_quoted_in_short() -> None:
    _, found = check(
        f"title: Examplin\nforms: [{', '.join('7' * 1000)}]\nsources: [[{'7, ' * 1000}7]]"
    )
    assert all(len(d.message) < 100 for d in found)


@pytest.mark.parametrize("front", ["layout: page", "title:", "title: ''", "- a\n- list"])
def test_no_title_is_an_error(front: str) -> None:
    matter, found = check(front)
    assert matter is None
    assert [(d.severity, d.code) for d in found] == [(Severity.ERROR, "no-title")]


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("brandnames", "brand_names"),
        ("Reviewed", "reviewed"),
        ("organization", "organisation"),
        ("class", "drug_class"),
        ("pharmacologicClass", "drug_class"),
        ("therapeutic_group", "drug_class"),
        ("ATC", "drug_class"),
        ("atc_code", "drug_class"),
        ("trade_names", "brand_names"),
        ("active ingredient", "generic_name"),
        ("strengths", "forms"),
        ("language", "lang"),
        ("hospital", "organisation"),
        ("approved_by", "reviewer"),
        ("last_reviewed", "reviewed"),
        ("next_review_date", "review_due"),
        ("references", "sources"),
        ("website", "url"),
        ("changelog", "changes"),
    ],
)
def test_a_misspelt_key_gets_a_suggestion(key: str, meant: str) -> None:
    _, found = check(f"title: Examplin\n{key}: x")
    assert [(d.severity, d.code, d.line, d.hint) for d in found] == [
        (Severity.WARNING, "unknown-key", 3, f"did you mean {meant}?")
    ]


def test_keys_of_other_tools_are_accepted() -> None:
    front = accepted("title: Examplin\nlayout: page\nnav_exclude: true\nwaive: {no-dose: why}")
    assert front.title == "Examplin"


@pytest.mark.parametrize(
    ("key", "hint"),
    [
        ("boxed_warnings", "did you mean boxed_warning?"),
        ("black_box_warning", "did you mean boxed_warning?"),
        ("Warnings", "did you mean boxed_warning?"),
        ("boxed-waning", "did you mean boxed_warning?"),
        ("contraindications", "under the heading Contraindications"),
        ("dose", "under the heading Dosage"),
        ("maxDose", "under the heading Dosage"),
        ("dosage_form", "did you mean forms?"),
        ("drug_interactions", "under the heading Interactions"),
        ("use_in_pregnancy", "under the heading Pregnancy and breast-feeding"),
    ],
)
def test_a_key_that_holds_a_warning_or_a_dose_is_refused(key: str, hint: str) -> None:
    _, [finding] = check(f"title: Examplin\n{key}: Not for children.")
    assert (finding.severity, finding.code, finding.line) == (Severity.ERROR, "safety-key", 3)
    assert hint in finding.hint


def test_the_text_of_any_other_unknown_key_is_not_dropped_in_silence() -> None:
    for value in ("blue", "[a, b]", "{a: b}"):
        _, [finding] = check(f"title: Examplin\ncolour: {value}")
        assert (finding.severity, finding.line) == (Severity.WARNING, 3)
        assert finding.message == "colour is not a key that leaflet knows; its text is not printed"
    accepted("title: Examplin\ncolour:\nwarnings: []")


def test_a_key_is_quoted_without_its_tabs() -> None:
    _, found = check("title: Examplin\nt\t\ttitle: x")
    assert [d.message for d in found] == ["t title is not a key that leaflet knows"]
