"""The explanations of the rules."""

from pathlib import Path

import pytest

from leaflet.errors import SettingsError
from leaflet.lint.explain import explain, page
from leaflet.lint.registry import BY_CODE

PAGE = Path(__file__).parents[2] / "docs" / "checks.md"


def test_a_rule_is_explained_with_reason_source_and_examples() -> None:
    rule = BY_CODE["no-dose"]
    words = explain("no-dose")
    for part in (rule.title, rule.why, rule.source, *rule.wrong, *rule.right):
        assert part in words


def test_an_unknown_rule_is_reported_with_a_suggestion() -> None:
    with pytest.raises(SettingsError, match='did you mean "no-dose"'):
        explain("no-doze")


def test_the_page_is_up_to_date() -> None:
    """If this fails, a rule has changed: run ``make checks``."""
    assert PAGE.read_text("utf-8") == page()


def test_the_page_shows_every_rule() -> None:
    assert all(f"\n### {code}\n" in page() for code in BY_CODE)
