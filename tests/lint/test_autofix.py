"""Safe fixes are made in the source, and nothing else of it changes."""

import re
from pathlib import Path

import pytest

from leaflet.config.settings import Settings
from leaflet.lint.autofix import apply_fixes
from leaflet.lint.check import enabled_rules, proofread
from leaflet.lint.text.manuscript import prepare
from lint.frame import MARK, framed

CHECKS = Path(__file__).parent.parent / "cases" / "checks"
CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "monographs"
FIXED = re.compile(r"^~~~ fires\n([^~]*?)^~~~\n\n~~~ fixed\n([^~]*?)^~~~$", re.M)


def cases() -> list[tuple[str, str, str]]:
    """The code of each rule with a wrong text and its fixed form."""
    found = []
    for file in sorted(CHECKS.glob("dose-*.md")):
        for section in re.split(r"^# ", file.read_text("utf-8"), flags=re.M)[1:]:
            code = section.split("\n")[0]
            found += [
                (code, *(text.rstrip("\n") for text in case)) for case in FIXED.findall(section)
            ]
    return found


@pytest.mark.parametrize(("code", "wrong", "right"), cases())
def test_a_safe_fix_leaves_nothing_to_report(code: str, wrong: str, right: str) -> None:
    only = Settings(select=(code,))
    fixed = apply_fixes(framed(wrong)[0].encode(), "one.md", only)
    assert fixed.data.decode() == framed(right)[0]
    assert fixed.count >= wrong.count(MARK) > 0
    assert proofread(prepare(fixed.data, "one.md", only), enabled_rules(only)) == []


def test_fixes_that_touch_each_other_are_made_in_rounds() -> None:
    wrong = framed("Take (1000µg) 1.0mg  QD for 5 days &amp; for &gt;3 weeks.")[0]
    right = framed("Take (1000 mcg) 1 mg  daily for 5 days and for more than 3 weeks.")[0]
    assert apply_fixes(wrong.encode(), "one.md", Settings()).data.decode() == right


def test_what_a_person_must_decide_stays() -> None:
    text = framed("Take ii tablets HS, or ↑ to 5 mg/325 mg, then D/C; inject MS 10 mg.")[0]
    fixed = apply_fixes(text.encode(), "one.md", Settings())
    assert (fixed.data, fixed.diff, fixed.count) == (text.encode(), "", 0)


def test_what_is_waived_or_ignored_stays() -> None:
    text = framed("Take 5mg QD.")[0]
    waived = text.replace("title: Examplin", "title: Examplin\nwaive: {dose-qd: a study's word}")
    assert "5 mg QD." in apply_fixes(waived.encode(), "one.md", Settings()).data.decode()
    ignoring = Settings(ignore=("dose-qd",))
    assert "5 mg QD." in apply_fixes(text.encode(), "one.md", ignoring).data.decode()


@pytest.mark.parametrize("before", ["", "\ufeff"], ids=["plain", "with a byte order mark"])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_every_other_byte_is_the_same(before: str, end: str) -> None:
    text = before + framed("Take 5mg.  \n\tThen  rest. \n\n\n*  10 mg")[0].replace("\n", end)
    fixed = apply_fixes(text.encode(), "one.md", Settings()).data
    assert fixed == text.replace("5mg", "5 mg").encode()


def test_markup_within_an_expression_is_left_to_a_person() -> None:
    text = framed("Take 5**mg** daily.")[0]
    fixed = apply_fixes(text.encode(), "one.md", Settings())
    assert fixed.data == text.encode()
    assert "dose-no-space" in {
        rule.code
        for rule, _ in proofread(
            prepare(text.encode(), "one.md", Settings()), enabled_rules(Settings())
        )
    }


def test_code_and_addresses_are_left_alone() -> None:
    text = framed("See `5mg QD` and https://example.org/5mg?a=QD and <!-- 5mg QD -->.")[0]
    assert apply_fixes(text.encode(), "one.md", Settings()).count == 0


def test_the_diff_shows_the_lines_that_change() -> None:
    text = framed("Take 5mg once daily.")[0]
    number = text.split("\n").index("Take 5mg once daily.") + 1
    assert apply_fixes(text.encode(), "content/one.md", Settings()).diff.splitlines() == [
        "--- content/one.md",
        "+++ content/one.md",
        f"@@ -{number} +{number} @@",
        "-Take 5mg once daily.",
        "+Take 5 mg once daily.",
    ]


def test_what_is_no_text_is_left_as_it_is() -> None:
    data = b"---\ntitle: Examplin\n---\nTake 5mg \xff daily."
    assert apply_fixes(data, "one.md", Settings()).data == data


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the collection of monographs is not here")
def test_a_second_round_of_fixes_changes_nothing() -> None:
    """On real monographs; the numbers and words around the fixes stay."""
    for path in sorted(CORPUS.glob("[a-d]*.md")):
        once = apply_fixes(path.read_bytes(), path.name, Settings())
        again = apply_fixes(once.data, path.name, Settings())
        assert (again.count, again.data) == (0, once.data), path.name
        removed = [line for line in once.diff.splitlines() if re.match(r"-(?!--)", line)]
        assert bool(removed) == bool(once.count), path.name
