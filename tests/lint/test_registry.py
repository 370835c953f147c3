"""Every rule fires at the right line and column, and only there."""

import re
from pathlib import Path

import pytest

from leaflet.config.limits import Limits
from leaflet.config.settings import Settings
from leaflet.lint.check import proofread
from leaflet.lint.registry import BY_CODE, RULES, TABLES
from leaflet.lint.rules import preflight, versions
from leaflet.lint.text.manuscript import prepare
from leaflet.lint.text.rule import Rule
from lint.frame import FRAME, framed

CASES = sorted((Path(__file__).parent.parent / "cases" / "checks").glob("*.md"))
FENCED = re.compile(r"^~~~ (fires|silent)\n(.*?)^~~~$", re.M | re.S)


def cases(kind: str) -> list[tuple[str, str]]:
    """The texts of one kind, each with the code of its rule, from all files of cases."""
    found = []
    for file in CASES:
        for section in re.split(r"^# ", file.read_text("utf-8"), flags=re.M)[1:]:
            code = re.match(r"[a-z-]+", section)
            assert code, section
            found += [
                (code[0], text.rstrip("\n")) for is_, text in FENCED.findall(section) if is_ == kind
            ]
    return found


def hits(code: str, text: str) -> list[tuple[int, int]]:
    manuscript = prepare(text.encode(), "one.md", Settings())
    rules = RULES if code in ("unused-waiver", "self-waived") else [BY_CODE[code]]
    found = proofread(manuscript, rules)
    return [(hit.line, hit.column) for rule, hit in found if rule.code == code]


@pytest.mark.parametrize(("code", "text"), cases("fires"))
def test_a_rule_fires_at_the_right_position(code: str, text: str) -> None:
    whole, positions = framed(text)
    assert positions
    assert hits(code, whole) == positions


@pytest.mark.parametrize(("code", "text"), cases("silent"))
def test_a_rule_is_silent_on_correct_text(code: str, text: str) -> None:
    whole, positions = framed(text)
    assert not positions
    assert hits(code, whole) == []


@pytest.mark.parametrize("kind", ["fires", "silent"])
def test_every_rule_has_a_case_of_either_kind(kind: str) -> None:
    tried = {code for code, _ in cases(kind)}
    # The questions of schedule 27 are one rule many times: test_completeness.py tries them.
    # What stops a document when it is composed has no finder: batch/test_preflight.py tries it.
    others = {code for code in BY_CODE if code.startswith("open-")} | preflight.CODES
    # Rules that need two versions: rules/test_versions.py tries them.
    others |= versions.CODES
    # What a project names in leaflet.toml: monograph/checks/test_stripped.py tries them.
    others |= {"markup-stripped", "markup-allowed"}
    assert BY_CODE.keys() - others - tried == set()


@pytest.mark.parametrize("code", BY_CODE)
def test_examples_are_true(code: str) -> None:
    """What --explain and the docs show is what the rule does."""
    rule = BY_CODE[code]
    for line in rule.wrong:
        assert hits(code, _example(line, code)), line
    for line in rule.right:
        assert not hits(code, _example(line, code)), line


def _example(line: str, code: str) -> str:
    key = re.match(r"[a-z]+:(?= )", line)
    if key and key[0] in ("title:", "titel:"):
        return FRAME.replace("title: Examplin", line)
    if key:
        return FRAME.replace("title: Examplin", f"title: Examplin\n{line}")
    if line.startswith("Please provide"):
        return f"---\ntitle: Examplin\n---\n{line}\n"
    # A text can only be truncated at the end of the file.
    return framed(f"### FAQs\n\n{line}" if code == "truncated" else line)[0]


def test_nothing_is_found_in_the_frame() -> None:
    assert proofread(prepare(FRAME.encode(), "one.md", Settings()), RULES) == []


def test_every_code_is_unique() -> None:
    assert len(BY_CODE) == sum(len(rules) for _, rules in TABLES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_a_title_a_reason_and_a_source(rule: Rule) -> None:
    for text in (rule.title, rule.why, rule.source):
        assert len(text) > 10


@pytest.mark.parametrize("words", ["not a real or ", "or ", "no longer ", "been ", "<p a=", "1-"])
def test_no_rule_takes_long_on_a_long_line(words: str) -> None:
    """An expression with catastrophic backtracking would run for years on these."""
    text = framed("Take 5 mg. " + words * 2000)[0]
    wide = Settings(limits=Limits(line_length=40_000, paragraph_length=40_000, word_length=5000))
    assert proofread(prepare(text.encode(), "one.md", wide), RULES)
